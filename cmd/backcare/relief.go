package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
)

func newReliefCommand(a *app) *cobra.Command {
	var list, asJSON, print bool
	c := &cobra.Command{
		Use:   "relief [NAME]",
		Short: "Heat, ice, a walk, rest or breathing, by the clock",
		Long: "Go through heat, ice, a walk, rest or breathing by the clock: how long is safe,\n" +
			"when to look at your skin, when to turn back. The warning signs come first.",
		Example: "  backcare relief\n" +
			"  backcare relief heat\n" +
			"  backcare relief breathing --voice\n" +
			"  backcare relief --list",
		RunE: func(c *cobra.Command, args []string) error {
			chosen, err := chooseRelief(a.library, args)
			if err != nil {
				return err
			}
			switch {
			case asJSON:
				return writeJSON(a.stdout, newReliefsJSON(a, chosen))
			case list:
				return listReliefs(a, chosen, func(r guidance.Relief) string { return r.Guide }, nil)
			case print:
				return printReliefs(a, chosen)
			}
			return runRelief(a, args, chosen)
		},
	}
	f := c.Flags()
	f.BoolVar(&list, "list", false, "list what can be done by the clock")
	f.BoolVar(&print, "print", false, "print all steps and pictures without asking anything")
	f.BoolVar(&asJSON, "json", false, "print it as JSON")
	return c
}

func runRelief(a *app, args []string, chosen []guidance.Relief) error {
	c, done, err := a.converse("Use --print, --list or --json to read without questions, or --plain to answer in numbered lines.")
	if err != nil {
		return err
	}
	defer done()
	if len(args) == 0 {
		chosen = nil
	}
	return c.Guide(wizard.Session{Reliefs: chosen})
}

// chooseRelief returns the named relief, or all that can be followed by the
// clock.
func chooseRelief(l *guidance.Library, args []string) ([]guidance.Relief, error) {
	guides := l.Relief().Guides()
	if len(args) == 0 {
		return guides, nil
	}
	const hint message.Phrase = "See 'backcare relief --list'."
	names := oneName(l, args)
	if len(names) > 1 {
		return nil, usageWith(hint, "relief takes one name, but got %q", args)
	}
	called, _ := l.Called(names[0])
	for _, r := range guides {
		if r.Guide == names[0] || r.ID == called.ID {
			return []guidance.Relief{r}, nil
		}
	}
	return nil, usageWith(hint, "%w", unknownName(l, "relief", message.Phrase("relief"), names[0]))
}

// listReliefs prints a line for each relief, by the name that the command
// takes, after what must be read first, and then the routines.
func listReliefs(a *app, reliefs []guidance.Relief, name func(guidance.Relief) string, routines []guidance.Routine) error {
	c := wizard.Conversation{Library: a.library, Number: a.emergencyNumber()}
	var lines []string
	for _, r := range reliefs {
		lines = append(lines, fmt.Sprintf("%s: %s. %s", name(r), r.Words.Title, r.Words.Aim))
	}
	pages := []wizard.Page{c.EmergencyList(), {{Kind: wizard.Bullets, Items: lines}}}
	lines = nil
	for _, r := range routines {
		lines = append(lines, fmt.Sprintf("%s: %s. %s", r.ID, r.Words.Title, r.Words.Aim))
	}
	if len(lines) > 0 {
		pages = append(pages, wizard.Page{{Kind: wizard.Heading, Text: a.library.Say("Routines")}, {Kind: wizard.Bullets, Items: lines}})
	}
	return presentAll(a.terminal(), pages)
}

// printReliefs prints everything about each relief.
func printReliefs(a *app, reliefs []guidance.Relief) error {
	c := wizard.Conversation{Library: a.library, Number: a.emergencyNumber()}
	pages := []wizard.Page{c.EmergencyList()}
	for _, r := range reliefs {
		pages = append(pages, c.ReliefPages(r)...)
	}
	return presentAll(a.terminal(), pages)
}
