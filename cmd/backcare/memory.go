package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/journal"
	"backcare/wizard/settings"
)

// memory returns what a conversation may remember, and nil, after saying why,
// where nothing can be.
func (a *app) memory() *wizard.Memory {
	dir, err := journal.Dir(os.Getenv)
	if err != nil {
		return nil // there is nothing to be read, and nowhere to keep anything
	}
	j := journal.Open(dir)
	m := &wizard.Memory{Diary: j, Place: j.Path(), Keep: wizard.KeepAsk, Now: now}
	path, err := settings.Path()
	if err != nil {
		return m
	}
	m.Keep = a.settings().Journal()
	m.Decide = func(k wizard.Keep) error {
		_, err := settings.Set(a.library, path, settings.Journal, string(k))
		return err
	}
	return m
}

// now is the time to the second, as the journal keeps it.
var now = func() time.Time { return time.Now().Truncate(time.Second) }

// collectEarly is how far the memory may grow, in percent, before it is tidied,
// where a journal of many years is read.
const collectEarly = 50

// remembered returns the history in the journal, for answers that come from a
// file. What cannot be read is told, and is no reason to hold a result back.
func (a *app) remembered() guidance.History {
	dir, err := journal.Dir(os.Getenv)
	if err != nil {
		a.withoutJournal(err)
		return guidance.History{}
	}
	debug.SetGCPercent(collectEarly)
	h, unreadable, err := wizard.History(journal.Open(dir), now())
	if err != nil {
		a.withoutJournal(err)
	}
	switch {
	case unreadable == 1:
		fmt.Fprintln(a.stderr, "backcare: "+a.library.Say("1 line of the journal cannot be read and does not count; see 'backcare journal show'"))
	case unreadable > 1:
		fmt.Fprintln(a.stderr, "backcare: "+a.library.Sayf("%d lines of the journal cannot be read and do not count; see 'backcare journal show'", unreadable))
	}
	return h
}

// withoutJournal says that a result does without the journal, and why.
func (a *app) withoutJournal(err error) {
	a.sayError("this result does without the journal: %s", err)
	a.sayAdvice(err)
}

// mayRemember refuses to read a journal that its owner wants nobody to read,
// and says what follows from that.
func (a *app) mayRemember(so message.Phrase) error {
	if a.settings().Journal() == wizard.KeepNever {
		return usagef("Change it with 'backcare settings journal ask'.", "the setting journal is no, %s", so)
	}
	return nil
}
