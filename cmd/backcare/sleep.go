package main

import (
	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
)

func newSleepCommand(a *app) *cobra.Command {
	var asJSON, print bool
	c := &cobra.Command{
		Use:     "sleep",
		Short:   "Find a position to lie and sleep in",
		Long:    "Go through positions for the night, the one that fits best first, and how to\nget in and out of bed.",
		Example: "  backcare sleep\n  backcare sleep --print",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return sleepTakesNoName(a, args[0])
		},
		RunE: func(*cobra.Command, []string) error {
			routine, _ := a.library.Routine("sleep")
			positions := routine.Reliefs
			switch {
			case asJSON:
				return writeJSON(a.stdout, newReliefsJSON(a, positions))
			case print:
				return printReliefs(a, positions)
			}
			conversation, done, err := a.converse("Use --print or --json to read without questions, or --plain to answer in numbered lines.")
			if err != nil {
				return err
			}
			defer done()
			return conversation.Sleep()
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the positions as JSON")
	c.Flags().BoolVar(&print, "print", false, "print all positions and pictures without asking anything")
	return c
}

// sleepTakesNoName refuses a name, and says where it belongs. Positions need
// none: the ones that fit are shown.
func sleepTakesNoName(a *app, name string) error {
	var hint message.Text = message.Phrase("See 'backcare sleep --help'.")
	suggestions := reliefMeant(a.library, "sleep", name)
	switch r, ok := a.library.Relief().Find(name); {
	case ok && r.Kind == guidance.Position:
		hint = message.Phrase("Without a name it asks how you sleep, and shows what fits; 'backcare sleep --print' shows all.")
	case len(suggestions) > 0:
		hint = message.Textf("Did you mean %s?", anyOf(suggestions))
	}
	return usageWith(hint, "sleep takes no argument, but got %q", name)
}
