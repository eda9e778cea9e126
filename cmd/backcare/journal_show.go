package main

import (
	"errors"
	"iter"
	"strconv"

	"github.com/spf13/cobra"

	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/journal"
)

// someEntries are as many as a screen shows.
const someEntries = 15

type journalShowOptions struct {
	area string
	last int // 0 for all
	json bool
	more bool // say what else there is
}

func newJournalShowCommand(a *app) *cobra.Command {
	var o journalShowOptions
	c := &cobra.Command{
		Use:   "show",
		Short: "Show the entries, the newest first",
		Example: "  backcare journal show\n" +
			"  backcare journal show --area lower --last 50\n" +
			"  backcare journal show --json",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if o.json && !c.Flags().Changed("last") {
				o.last = 0
			}
			return runJournalShow(a, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.area, "area", "", "only entries of one `area`, such as neck or lower")
	f.IntVar(&o.last, "last", someEntries, "only the newest `n` entries; 0 shows all, as does --json alone")
	f.BoolVar(&o.json, "json", false, "print the entries as JSON, with notes in full")
	return c
}

func runJournalShow(a *app, o journalShowOptions) (err error) {
	if err := a.checkShow(o); err != nil {
		return err
	}
	j, err := openJournal()
	if err != nil {
		return err
	}
	index, err := j.Index()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, index.Close()) }()
	entries := newest(index, o)
	if o.json {
		err = writeEntries(a.stdout, entries)
	} else {
		err = a.showEntries(index, entries, o)
	}
	if err != nil {
		return err
	}
	r := readingOf(index)
	r.sayUnreadable(a)
	a.warnShared(j)
	return r.tooNew()
}

// newest goes through as many entries as were asked for, the newest first.
func newest(index *journal.Index, o journalShowOptions) iter.Seq2[journal.Kept, error] {
	return func(yield func(journal.Kept, error) bool) {
		n := 0
		for k, err := range index.NewestFirst(o.area) {
			if n++; !yield(k, err) || n == o.last {
				return
			}
		}
	}
}

func (a *app) checkShow(o journalShowOptions) error {
	var problems []error
	if o.last < 0 {
		problems = append(problems, message.Errorf("--last takes a number from 1, or 0 for all, not %d", o.last))
	}
	if o.area != "" {
		problems = append(problems, a.checkArea(o.area))
	}
	if err := errors.Join(problems...); err != nil {
		return usagef("See 'backcare journal show --help'.", "%w", err)
	}
	return nil
}

// tableRows is how many rows a table has at most. The next ones are another
// table, so that a long diary need not be in memory to be laid out.
const tableRows = 500

// showEntries shows entries as a table, and says how many more there are.
func (a *app) showEntries(index *journal.Index, entries iter.Seq2[journal.Kept, error], o journalShowOptions) error {
	found := index.Count(o.area)
	if found == 0 {
		if o.area != "" {
			a.remark(a.library.Sayf(phraseNoneInArea, a.library.AreaTitle(o.area)))
			return nil
		}
		return a.sayNoEntries(readingOf(index))
	}
	idLength, err := index.IDLength(shortestID)
	if err != nil {
		return err
	}
	table := a.newTable(idLength)
	for k, err := range entries {
		if err != nil {
			return err
		}
		if len(table.Rows) == tableRows {
			if err := a.presentTable(table); err != nil {
				return err
			}
			table = a.newTable(idLength)
		}
		table.Rows = append(table.Rows, a.cells(k.Entry, idLength))
	}
	if err := a.presentTable(table); err != nil {
		return err
	}
	if o.last > 0 && o.last < found {
		a.remark(a.library.Sayf(phraseMoreEntries, o.last, found))
	}
	if o.more {
		a.remark(a.library.Say(phraseMoreCommands))
	}
	return nil
}

func (a *app) newTable(idLength int) *wizard.Table {
	say := a.library.Say
	return &wizard.Table{Columns: []wizard.Column{{Head: say(phraseDateHead)}, {Head: say(phraseTimeHead)}, {Head: say(phraseAreaHead), Least: 12},
		{Head: say(phrasePainHead), Named: true, Number: true}, {Head: say(phraseWhatHead), Least: 8},
		{Head: say(phraseIDHead), Named: true, Least: idLength}, {Head: say(phraseNoteHead), Least: 12}}}
}

func (a *app) presentTable(t *wizard.Table) error {
	return a.terminal().Present(wizard.Page{{Kind: wizard.Rows, Table: t}})
}

// cells returns the texts of an entry for the table; what is not known is
// empty.
func (a *app) cells(e wizard.Entry, idLength int) []string {
	at := e.Time.Local()
	area, pain := "", ""
	if e.Area != "" {
		area = a.library.AreaTitle(e.Area)
	}
	if e.Pain != nil {
		pain = strconv.Itoa(*e.Pain)
	}
	return []string{at.Format("2006-01-02"), at.Format("15:04"), area, pain, a.what(e), e.ID[:min(len(e.ID), idLength)], e.Note}
}
