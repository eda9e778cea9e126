package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"backcare/wizard"
	"backcare/wizard/journal"
)

// A reading is what was found in the journal.
type reading struct {
	// entries are those that count, the oldest first.
	entries []wizard.Entry
	// unreadable are the lines that nobody can read, newer those that a newer
	// program can.
	unreadable, newer []int
}

// readJournal reads the entries that count.
func readJournal(j *journal.Journal) (reading, error) {
	var r reading
	for e, err := range j.Current() {
		var line *wizard.UnreadableError
		switch {
		case err == nil:
			r.entries = append(r.entries, e)
		case !errors.As(err, &line):
			return r, err
		case line.Newer:
			r.newer = append(r.newer, line.Line)
		default:
			r.unreadable = append(r.unreadable, line.Line)
		}
	}
	slices.SortStableFunc(r.entries, func(x, y wizard.Entry) int { return x.Time.Compare(y.Time) })
	return r, nil
}

// of returns the entries of an area, or all for "".
func (r reading) of(area string) []wizard.Entry {
	if area == "" {
		return r.entries
	}
	var entries []wizard.Entry
	for _, e := range r.entries {
		if e.Area == area {
			entries = append(entries, e)
		}
	}
	return entries
}

// sayUnreadable tells of the lines that nobody can read. They are no failure:
// they are what a power cut leaves, and everything else was read.
func (r reading) sayUnreadable(a *app) {
	switch n := len(r.unreadable); n {
	case 0:
	case 1:
		a.remark(fmt.Sprintf("1 line of the journal cannot be read: %s. It is kept.", lineNumbers(r.unreadable)))
	default:
		a.remark(fmt.Sprintf("%d lines of the journal cannot be read: %s. They are kept.", n, lineNumbers(r.unreadable)))
	}
}

// tooNew is the error where a newer program wrote a part of the journal. What
// was shown without it may mislead, and there is something to do about it.
func (r reading) tooNew() error {
	if len(r.newer) == 0 {
		return nil
	}
	lines := "line " + lineNumbers(r.newer)
	if len(r.newer) > 1 {
		lines = "lines " + lineNumbers(r.newer)
	}
	return &journal.Error{Err: fmt.Errorf("read the journal: a newer backcare wrote %s", lines),
		Hint: "Nothing is lost. Update backcare to see it."}
}

// lineNumbers lists the first few numbers.
func lineNumbers(all []int) string {
	const most = 10
	var texts []string
	for _, n := range all[:min(len(all), most)] {
		texts = append(texts, fmt.Sprint(n))
	}
	list := strings.Join(texts, ", ")
	if more := len(all) - most; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return list
}
