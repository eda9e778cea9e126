package main

import (
	"time"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/wizard"
	"backcare/wizard/journal"
)

// recentEntries are as many entries as are offered: what is older is looked up.
const recentEntries = 30

// entryValues are the ids of the newest entries, each with its day, area and
// pain. Its note stays out: somebody may look over the shoulder.
func (a *app) entryValues() []cobra.Completion {
	values := []cobra.Completion{cobra.CompletionWithDesc("last", a.library.Say(phraseNewestEntry))}
	length := 0
	a.recent(func(index *journal.Index, e wizard.Entry) bool {
		if length == 0 {
			var err error
			if length, err = index.IDLength(shortestID); err != nil {
				return false
			}
		}
		e.Note = ""
		values = append(values, cobra.CompletionWithDesc(harmless(e.ID[:min(len(e.ID), length)]), harmless(a.entryLine(e))))
		return len(values) <= recentEntries
	})
	if length == 0 {
		return nil
	}
	return values
}

// daysAgo are today and the days before, each with how many entries it has.
func (a *app) daysAgo() []cobra.Completion {
	const days = 7
	entries := map[string]int{}
	oldest := now().AddDate(0, 0, -days).Format(time.DateOnly)
	a.recent(func(_ *journal.Index, e wizard.Entry) bool {
		day := e.Time.Local().Format(time.DateOnly)
		entries[day]++
		return day > oldest
	})
	values := make([]cobra.Completion, days)
	for n := range values {
		at := now().AddDate(0, 0, -n)
		day := at.Format(time.DateOnly)
		about := a.library.Date(guidance.WeekdayForm, at)
		switch n := entries[day]; n {
		case 0:
		case 1:
			about += ", " + a.library.Say(phraseOneOnDay)
		default:
			about += ", " + a.library.Sayf(phraseSomeOnDay, n)
		}
		values[n] = cobra.CompletionWithDesc(day, about)
	}
	return append(values, "today", "yesterday")
}

// recent goes through the entries of the journal, the newest first, until it
// is told to stop. A journal that nobody wants to be read, or that cannot be,
// has none: a shell that completes is no place for an error.
func (a *app) recent(each func(*journal.Index, wizard.Entry) bool) {
	if a.mayRemember("") != nil {
		return
	}
	j, err := openJournal()
	if err != nil {
		return
	}
	index, err := j.Index()
	if err != nil {
		return
	}
	defer func() { _ = index.Close() }() // it was only read
	for k, err := range index.NewestFirst("") {
		if err != nil || !each(index, k.Entry) {
			return
		}
	}
}
