package main

import (
	"fmt"
	"os"
	"time"

	"backcare/guidance"
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
	chosen, err := settings.Load(path)
	if err != nil {
		fmt.Fprintf(a.stderr, "backcare: %v\n", err)
	}
	m.Keep = chosen.Journal
	m.Decide = func(k wizard.Keep) error { return settings.Set(path, "journal", string(k)) }
	return m
}

// now is the time to the second, as the journal keeps it.
func now() time.Time { return time.Now().Truncate(time.Second) }

// remembered returns the history in the journal, for answers that come from a
// file.
func (a *app) remembered() (guidance.History, error) {
	dir, err := journal.Dir(os.Getenv)
	if err != nil {
		return guidance.History{}, err
	}
	return wizard.History(journal.Open(dir), now())
}
