package main

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/journal"
)

type journalAddOptions struct {
	words []string // PAIN and what follows it
	area  string
	note  string
	at    string
}

func newJournalAddCommand(a *app) *cobra.Command {
	var o journalAddOptions
	c := &cobra.Command{
		Use:   "add [PAIN] [NOTE...]",
		Short: "Add how strong the pain is, a note, or both",
		Long: "Add how strong the pain is, from 0 to 10, a note, or both. Words after the pain\n" +
			"are the note. The area is that of the latest entry unless you name one.",
		Example: "  backcare journal add 4 --area lower\n" +
			"  backcare journal add 4 better after the walk\n" +
			"  backcare journal add 6 --at \"2026-11-20 21:30\"\n" +
			"  backcare journal add --note \"slept on the other side\"",
		RunE: func(c *cobra.Command, args []string) error {
			if err := nothingEmpty(c, "area", "at"); err != nil {
				return err
			}
			o.words = args
			return runJournalAdd(a, o, time.Now())
		},
	}
	c.SetFlagErrorFunc(negativePain)
	f := c.Flags()
	f.StringVar(&o.area, "area", "", "where it is, an `area` such as neck or lower")
	f.StringVar(&o.note, "note", "", "a `text` in your own words")
	f.StringVar(&o.at, "at", "", "when it was, a `time` such as 2026-11-20, \"2026-11-20 21:30\", 21:30 or yesterday")
	return c
}

// addHint is how to do it right.
const addHint = `Such as: backcare journal add 4 --area lower --note "better after the walk"`

func runJournalAdd(a *app, o journalAddOptions, now time.Time) error {
	entry, err := newEntry(a, o, now)
	if err != nil {
		return err
	}
	j, err := openJournal()
	if err != nil {
		return err
	}
	if entry.Area == "" {
		if entry.Area, err = latestArea(j); err != nil {
			return err
		}
		if usual := a.settings().Area(); entry.Area == "" && entry.Pain != nil && usual != "" {
			entry.Area = usual
			a.remark(a.library.Sayf("In the area of your settings: %s. Name another with --area.", a.library.AreaTitle(usual)))
		} else if err := a.sayArea(entry); err != nil {
			return err
		}
	}
	_, err = os.Lstat(j.Path())
	first := errors.Is(err, fs.ErrNotExist)
	if _, err := j.Append(entry); err != nil {
		return err
	}
	if err := a.presentSaved(wizard.Page{{Text: a.library.Sayf("Saved: %s", a.entryLine(entry))}}); err != nil {
		return err
	}
	if first {
		a.remark(a.library.Sayf("This is the first entry. The journal is in %s, for you alone to read. 'backcare journal erase' removes it.", j.Path()))
	}
	a.warnShared(j)
	return nil
}

// newEntry returns the entry that was asked for, or every problem with it at
// once.
func newEntry(a *app, o journalAddOptions, now time.Time) (wizard.Entry, error) {
	entry := wizard.Entry{Time: now, Kind: wizard.NoteEntry, Area: o.area, Note: o.note}
	var problems []error
	if len(o.words) > 0 {
		pain, err := readPain(o.words[0])
		problems = append(problems, err)
		entry.Pain = &pain
	}
	if rest := o.words[min(len(o.words), 1):]; len(rest) > 0 {
		if o.note != "" {
			problems = append(problems, message.New("the note is given twice, with --note and in words"))
		}
		entry.Note = strings.Join(rest, " ")
	}
	if len(o.words) == 0 && strings.TrimSpace(o.note) == "" {
		problems = append(problems, message.New("there is nothing to add, neither a pain nor a note"))
	}
	if o.area != "" {
		problems = append(problems, a.checkArea(o.area))
	}
	if o.at != "" {
		at, err := pastTime(o.at, now)
		problems = append(problems, err)
		entry.Time = at
	}
	if err := errors.Join(problems...); err != nil {
		return entry, usagef(addHint, "%w", err)
	}
	return entry, nil
}

// readPain reads a pain from 0 to 10.
func readPain(text string) (int, error) {
	pain, err := strconv.Atoi(text)
	if err != nil || pain < 0 || pain > 10 {
		return 0, message.Errorf("the pain is a whole number from 0 to 10, not %q", text)
	}
	return pain, nil
}

// negativePain tells a pain below zero, which looks like a flag, from a flag
// that is not there.
func negativePain(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		word := "-" + unknown.GetSpecifiedShortnames()
		if _, notNumber := strconv.ParseFloat(word, 64); notNumber == nil {
			return usagef(`Such as: backcare journal add 4 --area lower --note "-3 since yesterday"`, "the pain is a whole number from 0 to 10, not %q", word)
		}
	}
	return c.Parent().FlagErrorFunc()(c, err)
}

// latestArea returns the area of the latest entry that has one, or nothing.
// What cannot be read is no matter of adding.
func latestArea(j *journal.Journal) (area string, err error) {
	index, err := j.Index()
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, index.Close()) }()
	for k, err := range index.NewestFirst("") {
		if err != nil || k.Area != "" {
			return k.Area, err
		}
	}
	return "", nil
}

// sayArea says which area was taken. A pain in no place would be in no trend,
// so the first one needs an area; a note does not.
func (a *app) sayArea(e wizard.Entry) error {
	switch {
	case e.Area != "":
		a.remark(a.library.Sayf("In the same area as the latest entry: %s. Name another with --area.", a.library.AreaTitle(e.Area)))
	case e.Pain != nil:
		return usageWith(message.Textf("There are: %s. Later entries take the same area by themselves.", strings.Join(areas(a.library), ", ")),
			"the first entry needs to say where the pain is, with --area")
	}
	return nil
}
