package main

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"backcare/wizard"
	"backcare/wizard/journal"
)

// A reading is what could not be read in the journal.
type reading struct {
	// unreadable are the lines that nobody can read, newer those that a newer
	// program can.
	unreadable, newer []int
}

// readingOf returns what could not be read for an index.
func readingOf(x *journal.Index) reading { return reading{unreadable: x.Unreadable, newer: x.Newer} }

// through goes through the entries of a journal, and takes note of the lines
// that are none. What ended it early is in fault.
func (r *reading) through(all iter.Seq2[wizard.Entry, error], fault *error) iter.Seq[wizard.Entry] {
	return func(yield func(wizard.Entry) bool) {
		for e, err := range all {
			var line *wizard.UnreadableError
			switch {
			case err == nil:
				if !yield(e) {
					return
				}
			case !errors.As(err, &line):
				*fault = err
			case line.Newer:
				r.newer = append(r.newer, line.Line)
			default:
				r.unreadable = append(r.unreadable, line.Line)
			}
		}
	}
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
