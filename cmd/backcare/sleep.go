package main

import "github.com/spf13/cobra"

func newSleepCommand(a *app) *cobra.Command {
	var asJSON, print bool
	c := &cobra.Command{
		Use:     "sleep",
		Short:   "Find a position to lie and sleep in",
		Long:    "Go through positions for the night, the one that fits best first, and how to\nget in and out of bed.",
		Example: "  backcare sleep\n  backcare sleep --print",
		Args:    noArguments,
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
