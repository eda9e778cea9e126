package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/journal"
)

func newJournalCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "journal",
		Short: "Keep a journal of the pain, and see how it goes",
		Long: "Keep a journal of the pain on this machine, and see how it goes. Nothing is kept\n" +
			"that you do not add. Alone, it shows the latest entries.",
		Example: "  backcare journal add 4 better after the walk\n" +
			"  backcare journal show\n" +
			"  backcare journal trend --days 30\n" +
			"  backcare journal export --format csv -o journal.csv",
		Args: unknownCommand,
		RunE: func(*cobra.Command, []string) error {
			return runJournalShow(a, journalShowOptions{last: someEntries, more: true})
		},
	}
	c.AddCommand(newJournalAddCommand(a), newJournalShowCommand(a), newJournalTrendCommand(a), newJournalEditCommand(a),
		newJournalExportCommand(a), newJournalPathCommand(a), newJournalEraseCommand(a))
	return c
}

// openJournal returns the journal of the person who runs the program.
func openJournal() (*journal.Journal, error) {
	folder, err := journal.Dir(os.Getenv)
	if err != nil {
		return nil, err
	}
	return journal.Open(folder), nil
}

func newJournalPathCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "path",
		Short: "Print where the journal is, or will be",
		Example: "  backcare journal path\n" +
			"  backcare journal path | xargs ls -l",
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			j, err := openJournal()
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintln(a.stdout, j.Path()); err != nil {
				return message.Errorf("print the path: %w", err)
			}
			return nil
		},
	}
}

// warnShared says on the error output when others can read the journal.
func (a *app) warnShared(j *journal.Journal) {
	if shared := j.Shared(); len(shared) > 0 {
		a.remark(a.library.Sayf("Others on this machine may look into %s. Take their rights away with: chmod go= PATH", allOf(shared).In(a.library)))
	}
}

// remark says something beside the result.
func (a *app) remark(text string) {
	// When nobody can be told there is nobody to tell that either.
	_ = a.terminal().Tell(wizard.Page{{Text: text}})
}

// sayNoEntries tells how to begin, unless there is a journal that cannot be read.
func (a *app) sayNoEntries(r reading) error {
	if len(r.unreadable)+len(r.newer) > 0 {
		return a.terminal().Tell(wizard.Page{{Text: a.library.Say("There is no entry in the journal that can be read.")}})
	}
	return a.terminal().Tell(wizard.Page{
		{Text: a.library.Say("The journal is empty. Begin with how strong the pain is now, from 0 to 10, and where:")},
		{Kind: wizard.Bullets, Items: []string{a.library.Say(`backcare journal add 4 --area lower --note "better after the walk"`)}},
	})
}

// nothingEmpty refuses flags that were given without a value, as by a script whose
// variable is empty: what they are when they are not given may be wrong.
func nothingEmpty(c *cobra.Command, flags ...string) error {
	var problems []error
	for _, name := range flags {
		if f := c.Flags().Lookup(name); f.Changed && f.Value.String() == "" {
			problems = append(problems, message.Errorf("--%s is empty", name))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return usagef("Give it a value, or leave it out.", "%w", err)
	}
	return nil
}

// presentSaved shows what was done once it is on the disk. Whoever does not see it
// must not do it again.
func (a *app) presentSaved(page wizard.Page) error {
	if err := a.terminal().Present(page); err != nil {
		return message.Errorf("the journal has it, but it cannot be shown: %w", err)
	}
	return nil
}

// checkArea returns what is wrong with the id of an area, or nil.
func (a *app) checkArea(id string) error {
	if a.library.HasArea(id) {
		return nil
	}
	all := areas(a.library)
	list := strings.Join(all, ", ")
	if near, ok := guidance.Nearest(id, all); ok {
		return message.Errorf("there is no area %q; did you mean %q? There are: %s", id, near, list)
	}
	return message.Errorf("there is no area %q. There are: %s", id, list)
}

// shortTime is how the time of an entry is told.
func shortTime(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }
