package main

import (
	"errors"
	"io/fs"
	"os"

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
		return a.terminal().Tell(wizard.Page{{Text: a.library.Say("There is no journal. Nothing was erased.")}})
	}
	if !yes {
		if yes, err = a.mayErase(j.Path()); err != nil {
			return err
		}
	}
	if !yes {
		return a.terminal().Tell(wizard.Page{{Text: a.library.Say("Nothing was erased.")}})
	}
	removed, err := j.Erase()
	if err != nil {
		return err
	}
	return a.terminal().Present(wizard.Page{{Text: a.library.Sayf("Erased: %s. Copies elsewhere, such as in a backup or an export, are not touched.", allOf(removed).In(a.library))}})
}

// mayErase asks. The highlighted answer is the one that keeps everything.
func (a *app) mayErase(path string) (bool, error) {
	c, done, err := a.converse("Use --yes to erase without a question, or --plain to answer in numbered lines.")
	if err != nil {
		return false, err
	}
	defer done()
	chosen, err := c.Prompter.ChooseOne(wizard.Question{ID: "erase", Text: a.library.Say("Erase the whole journal for good?"),
		Signs: []string{path}, Why: a.library.Say("It cannot be brought back. Keep a copy first with: backcare journal export -o FILE"),
		Choices: []wizard.Choice{{ID: "keep", Text: a.library.Say("No, keep it")}, {ID: "erase", Text: a.library.Say("Yes, erase it")}}})
	return chosen == 1, err
}
