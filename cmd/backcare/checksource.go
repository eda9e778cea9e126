package main

import (
	"slices"
	"sort"
	"time"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/handout"
)

// A checkSource says which check a page is made of: one that was saved, one
// from answers, or the latest in the journal where neither is named.
type checkSource struct {
	// file is one that check --save wrote.
	file string
	// answers is a file of answers, or "-".
	answers string
	// journal takes the journal into account beside a file.
	journal bool
	// command is the name of the command, for messages.
	command string
}

// addFlags gives a command the flags for it; the file is its argument.
func (s *checkSource) addFlags(c *cobra.Command) {
	c.Flags().StringVar(&s.answers, "answers", "", "read the answers from a JSON `file`, or from standard input with -")
	c.Flags().BoolVar(&s.journal, "journal", false, "with a file, take the journal of this machine into account")
}

// read takes the argument, and refuses what contradicts itself.
func (s *checkSource) read(c *cobra.Command, args []string) error {
	s.command = c.Name()
	hint := message.Textf("See '%s --help'.", c.CommandPath())
	switch {
	case len(args) > 1:
		return usageWith(hint, "%s takes one file, but got %q", c.Name(), args)
	case len(args) == 1 && args[0] == "":
		return usageWith(hint, "the file has no name")
	case c.Flags().Changed("answers") && s.answers == "":
		return usagef("Give the answers a file, or - for standard input.", "--answers names no file")
	case len(args) == 1 && s.answers != "":
		return usageWith(hint, "%s takes a saved check or --answers, not both", c.Name())
	}
	if len(args) == 1 {
		s.file = args[0]
	}
	return nil
}

// loadCheck returns the check that a source names. What it means is always
// computed anew from its answers.
func (a *app) loadCheck(s checkSource, now time.Time) (handout.Check, error) {
	c := handout.Check{Library: a.library, Number: a.emergencyNumber(), Time: now, Now: now}
	if s.file == "" && s.answers == "" {
		return a.latestCheck(c)
	}
	if s.journal {
		if err := a.mayRemember("so --journal reads nothing"); err != nil {
			return c, err
		}
		entries, err := a.diary()
		if err != nil {
			return c, err
		}
		c.Diary = entries
	}
	if s.file != "" {
		return a.savedCheck(c, s.file)
	}
	given, err := a.datedAnswersFrom(s.answers, s.command, now)
	if err != nil {
		return c, err
	}
	c.Response, c.Time = given.Response, a.pastTime(given.Authored, c.Now)
	return assessed(c), nil
}

// pastTime returns when a file says that a check was done, in the zone of the
// person. What is still to come is no such time: it is told, and taken as
// unknown. Clocks of two machines may differ a little.
func (a *app) pastTime(at, now time.Time) time.Time {
	const apart = time.Hour
	switch {
	case at.IsZero():
		return at
	case at.After(now.Add(apart)):
		a.remark(a.library.Sayf("The file says that the check is of %s, which is still to come. So its day is not known.", shortTime(at)))
		return time.Time{}
	}
	return at.In(now.Location())
}

// diary returns the entries of the journal that count.
func (a *app) diary() ([]wizard.Entry, error) {
	j, err := openJournal()
	if err != nil {
		return nil, err
	}
	var r reading
	var fault error
	entries := slices.Collect(r.through(j.Current(), &fault))
	if fault != nil {
		return nil, fault
	}
	sort.SliceStable(entries, func(i, j int) bool { return entries[i].Time.Before(entries[j].Time) })
	// A page that lacks the newest entries could be taken for a whole one.
	if err := r.tooNew(); err != nil {
		return nil, err
	}
	r.sayUnreadable(a)
	return append([]wizard.Entry{}, entries...), nil
}

// latestCheck returns the latest check in the journal.
func (a *app) latestCheck(c handout.Check) (handout.Check, error) {
	const hint message.Phrase = "Name a file that 'backcare check --save FILE' wrote, or use --answers FILE."
	if err := a.mayRemember("so there is no check to be found"); err != nil {
		return c, err
	}
	entries, err := a.diary()
	if err != nil {
		return c, err
	}
	c.Diary = entries
	last, found := wizard.LatestCheck(entries, c.Now)
	if !found {
		return c, usageWith(hint, "there is no check in the journal")
	}
	if len(last.Answers) == 0 {
		return c, usageWith(hint, "the check of %s in the journal keeps no answers", shortTime(last.Time))
	}
	c.Time = last.Time.In(c.Now.Location())
	if c.Response, err = a.responseOf(last.Answers); err != nil {
		return c, err
	}
	c = assessed(c)
	var told guidance.Disposition
	if err := told.UnmarshalText([]byte(last.Disposition)); err == nil && told > c.Assessment.Disposition {
		return c, usagef("Do the check again.", "the check of %s in the journal says %v, but its answers come to %v by now",
			shortTime(last.Time), told, c.Assessment.Disposition)
	}
	return c, nil
}

// assessed returns a check with what its answers mean, and what was remembered
// before it.
func assessed(c handout.Check) handout.Check {
	c.Assessment = c.Library.Triage().Assess(c.Response, historyBefore(c))
	return c
}

// historyBefore returns what was remembered before a check.
func historyBefore(c handout.Check) guidance.History {
	var before []wizard.Entry
	for _, e := range c.Diary {
		if !c.Is(e) {
			before = append(before, e)
		}
	}
	return wizard.HistoryOf(before, c.At())
}

// moreUrgent refuses a saved check that was more urgent than its answers are
// now: a page must not make light of what a person was told.
func moreUrgent(saved guidance.Disposition, c handout.Check) error {
	if saved <= c.Assessment.Disposition {
		return nil
	}
	return usagef("If the journal counted then, add --journal. Otherwise do the check again.",
		"the saved check says %v, but its answers alone come to %v", saved, c.Assessment.Disposition)
}
