package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"backcare/guidance/message"
	"backcare/wizard"
)

type journalEditOptions struct {
	id      string
	pain    string
	area    string
	note    string
	newNote bool // a note was given, perhaps an empty one
	at      string
	retract bool
}

func newJournalEditCommand(a *app) *cobra.Command {
	var o journalEditOptions
	c := &cobra.Command{
		Use:   "edit ID",
		Short: "Correct an entry, or take it back",
		Long: "Correct an entry, or take it back. The id is in 'backcare journal show', and its\n" +
			"beginning will do; 'last' is the newest entry. The old words stay in the file as\n" +
			"its past, and only 'backcare journal erase' removes them.",
		Example: "  backcare journal edit last --pain 3\n" +
			"  backcare journal edit 01KBQ7W --note \"after the walk, not before\"\n" +
			"  backcare journal edit 01KBQ7W --retract",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("See the ids with 'backcare journal show', or say last for the newest entry.",
					"edit takes the id of one entry, but got %d", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := nothingEmpty(c, "area", "at", "pain"); err != nil {
				return err
			}
			o.id, o.newNote = args[0], c.Flags().Changed("note")
			return runJournalEdit(a, o, time.Now())
		},
	}
	f := c.Flags()
	f.StringVar(&o.pain, "pain", "", "how strong it was, from 0 to 10, a `number`")
	f.StringVar(&o.area, "area", "", "where it was, an `area` such as neck or lower")
	f.StringVar(&o.note, "note", "", "the `text` instead of the old one; an empty one removes it")
	f.StringVar(&o.at, "at", "", "when it was, a `time` such as 2026-11-20 or \"2026-11-20 21:30\"")
	f.BoolVar(&o.retract, "retract", false, "take the entry back")
	return c
}

func runJournalEdit(a *app, o journalEditOptions, now time.Time) (err error) {
	j, err := openJournal()
	if err != nil {
		return err
	}
	index, err := j.Index()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, index.Close()) }()
	// What a newer program wrote may correct the same entry already.
	if err := readingOf(index).tooNew(); err != nil {
		return err
	}
	old, wrong := findEntry(index, o.id)
	corrected, err := correct(a, old, o, now)
	if err := errors.Join(wrong, err); err != nil {
		return usagef("See the ids with 'backcare journal show', and 'backcare journal edit --help'.", "%w", err)
	}
	if _, err := j.Append(corrected); err != nil {
		return err
	}
	page := wizard.Page{{Text: a.library.Sayf("Before: %s", a.entryLine(old))}, {Text: a.library.Sayf("Now: %s", a.entryLine(corrected))}}
	if o.retract {
		page = wizard.Page{{Text: a.library.Sayf("Taken back: %s", a.entryLine(old))}}
	}
	a.warnShared(j)
	return a.presentSaved(page)
}

// correct returns the entry that replaces an old one, or every problem with it
// at once.
func correct(a *app, old wizard.Entry, o journalEditOptions, now time.Time) (wizard.Entry, error) {
	changes := o.pain != "" || o.area != "" || o.newNote || o.at != ""
	switch {
	case o.retract && changes:
		return old, message.New("--retract takes the whole entry back; leave out the other flags")
	case o.retract:
		return wizard.Entry{Time: old.Time, Kind: old.Kind, Corrects: old.ID, Retracted: true}, nil
	case !changes:
		return old, message.New("there is nothing to change; give --pain, --area, --note, --at or --retract")
	}
	e := old
	e.ID, e.Corrects = "", old.ID
	var problems []error
	if o.pain != "" {
		pain, err := readPain(o.pain)
		problems = append(problems, err)
		e.Pain = &pain
	}
	if o.area != "" {
		problems = append(problems, a.checkArea(o.area))
		e.Area = o.area
	}
	if o.newNote {
		e.Note = o.note
	}
	if o.at != "" {
		at, err := pastTime(o.at, now)
		problems = append(problems, err)
		e.Time = at
	}
	return e, errors.Join(problems...)
}
