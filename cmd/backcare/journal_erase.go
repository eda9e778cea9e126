package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"backcare/wizard"
)

func newJournalEraseCommand(a *app) *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use:   "erase",
		Short: "Remove the journal for good, after asking",
		Example: "  backcare journal erase\n" +
			"  backcare journal erase --yes",
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return runJournalErase(a, yes) },
	}
	c.Flags().BoolVar(&yes, "yes", false, "erase without asking")
	return c
}

func runJournalErase(a *app, yes bool) error {
	j, err := openJournal()
	if err != nil {
		return err
	}
	if _, err := os.Lstat(j.Path()); errors.Is(err, fs.ErrNotExist) {
		return a.terminal().Tell(wizard.Page{{Text: "There is no journal. Nothing was erased."}})
	}
	if !yes {
		if yes, err = a.mayErase(j.Path()); err != nil {
			return err
		}
	}
	if !yes {
		return a.terminal().Tell(wizard.Page{{Text: "Nothing was erased."}})
	}
	removed, err := j.Erase()
	if err != nil {
		return err
	}
	return a.terminal().Present(wizard.Page{{Text: "Erased: " + strings.Join(removed, " and ") +
		". Copies elsewhere, such as in a backup or an export, are not touched."}})
}

// mayErase asks. The highlighted answer is the one that keeps everything.
func (a *app) mayErase(path string) (bool, error) {
	c, done, err := a.converse("Use --yes to erase without a question, or --plain to answer in numbered lines.")
	if err != nil {
		return false, err
	}
	defer done()
	chosen, err := c.Prompter.ChooseOne(wizard.Question{ID: "erase", Text: "Erase the whole journal for good?",
		Signs: []string{path}, Why: "It cannot be brought back. Keep a copy first with: backcare journal export -o FILE",
		Choices: []wizard.Choice{{ID: "keep", Text: "No, keep it"}, {ID: "erase", Text: "Yes, erase it"}}})
	return chosen == 1, err
}
