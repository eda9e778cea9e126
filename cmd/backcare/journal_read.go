package main

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"backcare/guidance/message"
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
		a.remark(a.library.Sayf("1 line of the journal cannot be read: %s. It is kept.", lineNumbers(r.unreadable).In(a.library)))
	default:
		a.remark(a.library.Sayf("%d lines of the journal cannot be read: %s. They are kept.", n, lineNumbers(r.unreadable).In(a.library)))
	}
}

// tooNew is the error where a newer program wrote a part of the journal. What
// was shown without it may mislead, and there is something to do about it.
func (r reading) tooNew() error {
	if len(r.newer) == 0 {
		return nil
	}
	lines := message.Textf("line %s", lineNumbers(r.newer))
	if len(r.newer) > 1 {
		lines = message.Textf("lines %s", lineNumbers(r.newer))
	}
	return &message.Advised{Err: message.Errorf("read the journal: a newer backcare wrote %s", lines),
		Hint: message.Phrase("Nothing is lost. Update backcare to see it.")}
}

// lineNumbers lists the first few numbers.
func lineNumbers(all []int) message.Text {
	const most = 10
	var texts []string
	for _, n := range all[:min(len(all), most)] {
		texts = append(texts, fmt.Sprint(n))
	}
	list := strings.Join(texts, ", ")
	if more := len(all) - most; more > 0 {
		return message.Textf("%s and %d more", list, more)
	}
	return message.Textf("%s", list)
}
