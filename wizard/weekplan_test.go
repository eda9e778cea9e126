package wizard

import (
	"slices"
	"strings"
	"testing"
	"time"

	"backcare/guidance"
)

// weekPagesOf returns the pages of a plan from a Saturday on.
func weekPagesOf(t *testing.T, changes map[string]any, o guidance.WeekOptions) []Page {
	t.Helper()
	l := guidance.Open("en")
	r := otherwise(t, l, changes)
	a := l.Triage().Assess(r, guidance.History{})
	o.From = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	p, ok := l.WeekPlanFor(r, a, o)
	if !ok {
		t.Fatalf("%v: there is no plan", a.Disposition)
	}
	c := Conversation{Library: l, Number: "999"}
	return c.WeekPages(p, r, a)
}

// Days without movements say so, and one minute is no minutes.
func TestDaysWithoutMovementsSaySo(t *testing.T) {
	pages := weekPagesOf(t, map[string]any{"risks": []string{"pregnancy"}, "pregnancy": "28-plus-weeks", "pre-eclampsia": "no"}, guidance.WeekOptions{WalkMinutes: 1})
	var cells []string
	for _, b := range pages[0] {
		if b.Table != nil {
			for _, row := range b.Table.Rows {
				cells = append(cells, row[1:]...)
			}
		}
	}
	text := strings.Join(cells, ", ")
	if strings.Contains(text, "set 0") || !strings.Contains(text, "none yet") || !strings.HasPrefix(text, "1 minute,") {
		t.Errorf("got %s", text)
	}
}

// What there is to do is told by the clock, whichever day it begins on.
func TestTimesAreInOrder(t *testing.T) {
	for name, changes := range map[string]map[string]any{"calm": nil,
		"pregnant": {"risks": []string{"pregnancy"}, "pregnancy": "28-plus-weeks", "pre-eclampsia": "no"}} {
		var times []string
		for _, line := range strings.Split(strings.TrimSpace(under(weekPagesOf(t, changes, guidance.WeekOptions{}), phraseWeekTimes)), "\n") {
			times = append(times, line[:len("08:00")])
		}
		if len(times) < 3 || !slices.IsSorted(times) {
			t.Errorf("%s: got %q", name, times)
		}
	}
}

// On a plan of one day, too, what is done once has its day.
func TestOneDayHasItsReview(t *testing.T) {
	pages := weekPagesOf(t, nil, guidance.WeekOptions{Days: 1})
	if got := strings.TrimSpace(under(pages, phraseWeekBack)); !strings.HasPrefix(got, "Sat 5 December 2026, 10:00: Do the check again.") {
		t.Errorf("got %q", got)
	}
	if got := under(pages, phraseWeekTimes); strings.Contains(got, "Do the check again. If it is no better by now") {
		t.Errorf("got the review among the times of a day: %q", got)
	}
}
