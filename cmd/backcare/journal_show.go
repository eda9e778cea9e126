package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"backcare/wizard"
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

func runJournalShow(a *app, o journalShowOptions) error {
	if err := a.checkShow(o); err != nil {
		return err
	}
	j, err := openJournal()
	if err != nil {
		return err
	}
	r, err := readJournal(j)
	if err != nil {
		return err
	}
	found := r.of(o.area)
	entries := slices.Clone(found)
	slices.Reverse(entries)
	if o.last > 0 {
		entries = entries[:min(len(entries), o.last)]
	}
	if o.json {
		err = writeEntries(a.stdout, entries)
	} else {
		err = a.showEntries(entries, len(found), o, idLength(r.entries))
	}
	if err != nil {
		return err
	}
	r.sayUnreadable(a)
	a.warnShared(j)
	return r.tooNew()
}

func (a *app) checkShow(o journalShowOptions) error {
	var problems []error
	if o.last < 0 {
		problems = append(problems, fmt.Errorf("--last takes a number from 1, or 0 for all, not %d", o.last))
	}
	if o.area != "" {
		problems = append(problems, a.checkArea(o.area))
	}
	if err := errors.Join(problems...); err != nil {
		return usagef("See 'backcare journal show --help'.", "%w", err)
	}
	return nil
}

// showEntries shows entries as a table, and says how many more there are.
func (a *app) showEntries(entries []wizard.Entry, found int, o journalShowOptions, idLength int) error {
	if len(entries) == 0 {
		if o.area != "" {
			a.remark("There is no entry for: " + wizard.AreaWords(a.library, o.area) + ".")
			return nil
		}
		return a.sayNoEntries()
	}
	table := wizard.Table{Columns: []wizard.Column{{Head: "date"}, {Head: "time"}, {Head: "area", Least: 12}, {Head: "pain", Named: true},
		{Head: "what", Least: 8}, {Head: "id", Named: true, Least: idLength}, {Head: "note", Least: 12}}}
	for _, e := range entries {
		table.Rows = append(table.Rows, a.cells(e, idLength))
	}
	if err := a.terminal().Present(wizard.Page{{Kind: wizard.Rows, Table: &table}}); err != nil {
		return err
	}
	if len(entries) < found {
		a.remark(fmt.Sprintf("%d of %d entries. See all with 'backcare journal show --last 0'.", len(entries), found))
	}
	if o.more {
		a.remark("See the course with 'backcare journal trend', add with 'backcare journal add', and all else with 'backcare journal --help'.")
	}
	return nil
}

// cells returns the texts of an entry for the table; what is not known is
// empty.
func (a *app) cells(e wizard.Entry, idLength int) []string {
	at := e.Time.Local()
	area, pain := "", ""
	if e.Area != "" {
		area = wizard.AreaWords(a.library, e.Area)
	}
	if e.Pain != nil {
		pain = strconv.Itoa(*e.Pain)
	}
	return []string{at.Format("2006-01-02"), at.Format("15:04"), area, pain, a.what(e), e.ID[:min(len(e.ID), idLength)], e.Note}
}
