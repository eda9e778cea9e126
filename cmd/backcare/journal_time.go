package main

import (
	"strings"
	"time"

	"backcare/guidance/message"
)

// pastTime reads the time of an entry: RFC 3339, a date, "today" or
// "yesterday", each with or without a time of day where the person is, or a
// time of today. A day alone is its noon, or now where that is still to come.
// Nothing can have happened in the future.
func pastTime(text string, now time.Time) (time.Time, error) {
	t, whole, err := readTime(strings.TrimSpace(text), now)
	switch {
	case err != nil:
		return time.Time{}, err
	case whole && t.After(now) && sameDay(t, now):
		return now, nil
	case t.After(now):
		return time.Time{}, message.Errorf("the time %q is in the future", text)
	case now.Sub(t) > longestAgo:
		return time.Time{}, message.Errorf("the time %q is too long ago", text)
	}
	return t, nil
}

// longestAgo is more than anybody remembers: a slip in the year is told.
const longestAgo = 120 * 365 * 24 * time.Hour

// readTime returns a time, and whether it stands for a whole day.
func readTime(text string, now time.Time) (t time.Time, wholeDay bool, err error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, false, nil
	}
	text = dated(text, now)
	if day, err := time.ParseInLocation(time.DateOnly, text, now.Location()); err == nil {
		return noon(day), true, nil
	}
	for _, form := range []string{"2006-01-02 15:04", "2006-01-02T15:04", time.DateTime} {
		t, err := time.ParseInLocation(form, text, now.Location())
		if err != nil {
			continue
		}
		if t.Format(form) != text {
			return t, false, message.Errorf("there was no %q: the clocks were put forward then", text)
		}
		return t, false, nil
	}
	return time.Time{}, false, message.Errorf("%q is no time; write it as 2026-11-20, \"2026-11-20 21:30\", 21:30 or yesterday", text)
}

// dated puts a date in the place of "today" and "yesterday", and before a time
// of day.
func dated(text string, now time.Time) string {
	word, rest, _ := strings.Cut(text, " ")
	switch {
	case word == "today":
		text = now.Format(time.DateOnly) + " " + rest
	case word == "yesterday":
		text = now.AddDate(0, 0, -1).Format(time.DateOnly) + " " + rest
	case rest == "" && strings.Count(word, ":") > 0 && len(word) <= len("15:04:05"):
		text = now.Format(time.DateOnly) + " " + word
	}
	return strings.TrimSpace(text)
}

func noon(day time.Time) time.Time {
	const twelve = 12
	return time.Date(day.Year(), day.Month(), day.Day(), twelve, 0, 0, 0, day.Location())
}

func sameDay(x, y time.Time) bool { return x.Format(time.DateOnly) == y.Format(time.DateOnly) }
