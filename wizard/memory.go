package wizard

import (
	"errors"
	"time"

	"backcare/guidance"
)

// Keep is what a person decided about remembering.
type Keep string

// The decisions.
const (
	// KeepAsk asks at the end of each check.
	KeepAsk Keep = "ask"
	// KeepAlways remembers without asking.
	KeepAlways Keep = "yes"
	// KeepNever neither asks nor reads nor remembers.
	KeepNever Keep = "no"
)

// A Memory is what a conversation may remember, and what it remembered.
type Memory struct {
	Diary Diary
	// Place is where the diary is, for the person to read.
	Place string
	// Keep is what the person decided before, and Decide remembers a new
	// decision.
	Keep   Keep
	Decide func(Keep) error
	// Now returns the time.
	Now func() time.Time

	// history is what was read, at the time of the check, and last is the
	// last check in it, without its answers.
	history guidance.History
	last    Entry
}

// recall reads the diary. Where it cannot be read it says so, and the
// conversation goes on without it.
func (c *Conversation) recall() error {
	m := c.Memory
	if m == nil || m.Keep == KeepNever {
		return nil
	}
	var unreadable int
	var err error
	m.history, m.last, unreadable, err = readDiary(m.Diary, m.Now())
	switch {
	case err != nil:
		return c.trouble(phraseNotRead, err)
	case unreadable == 1:
		return c.Display.Tell(Page{{Kind: Note, Text: c.Library.Say(phraseOneUnread)}})
	case unreadable > 0:
		return c.Display.Tell(Page{{Kind: Note, Text: c.Library.Sayf(phraseUnreadable, unreadable)}})
	}
	return nil
}

// readDiary returns what a diary holds, as triage reads it at a time, the last
// check in it without its answers and what was done, and how much of it cannot
// be read.
func readDiary(d Diary, now time.Time) (h guidance.History, last Entry, unreadable int, err error) {
	h.Now = now
	for e, err := range d.Course() {
		var line *UnreadableError
		switch {
		case errors.As(err, &line):
			unreadable++
		case err != nil:
			return h, last, unreadable, err
		default:
			h.Add(rememberedOf(e))
			if e.Kind == CheckEntry && !e.Time.Before(last.Time) && !e.Time.After(now) {
				last = e
				last.Pain, last.Done = nil, nil // which are lent
			}
		}
	}
	return h, last, unreadable, nil
}

// History returns what a diary holds, as triage reads it at a time, and how
// much of it cannot be read and is left out. The error is that of the diary.
func History(d Diary, now time.Time) (h guidance.History, unreadable int, err error) {
	h, _, unreadable, err = readDiary(d, now)
	return h, unreadable, err
}

// LatestCheck returns the latest check among entries that count and are not
// dated after a time, and false where there is none.
func LatestCheck(entries []Entry, now time.Time) (last Entry, found bool) {
	for _, e := range entries {
		if e.Kind == CheckEntry && !e.Time.Before(last.Time) && !e.Time.After(now) {
			last, found = e, true
		}
	}
	return last, found
}

// HistoryOf returns what entries that count hold, as triage reads it at a time.
func HistoryOf(entries []Entry, now time.Time) guidance.History {
	h := guidance.NewHistory(now)
	for _, e := range entries {
		h.Add(rememberedOf(e))
	}
	return h
}

// rememberedOf returns what triage reads of an entry.
func rememberedOf(e Entry) guidance.Remembered {
	r := guidance.Remembered{Time: e.Time, Area: e.Area, Pain: guidance.UnknownPain}
	if pain, said := painOf(e); said {
		r.Pain = pain
	}
	for m := range measures(e.Done) {
		r.Worsened = append(r.Worsened, m.worsened()...)
	}
	return r
}

// history returns what was remembered before this check.
func (c *Conversation) history() guidance.History {
	if c.Memory == nil {
		return guidance.History{}
	}
	return c.Memory.history
}
