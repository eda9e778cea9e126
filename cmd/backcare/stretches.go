package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/wizard"
)

type stretchesOptions struct {
	names []string
	area  string
	list  bool
	print bool
	json  bool
}

func newStretchesCommand(a *app) *cobra.Command {
	var o stretchesOptions
	c := &cobra.Command{
		Use:   "stretches [NAME...]",
		Short: "Go through movements, step by step",
		Long: "Go through movements, step by step: the named ones, or those you choose for an\n" +
			"area. The warning signs come first.",
		Example: "  backcare stretches\n" +
			"  backcare stretches shoulder-raises seated-twist\n" +
			"  backcare stretches --list --area neck\n" +
			"  backcare stretches pelvic-tilt --print",
		RunE: func(_ *cobra.Command, args []string) error {
			o.names = args
			return runStretches(a, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.area, "area", "", "only movements for one `area`, such as neck or lower")
	f.BoolVar(&o.list, "list", false, "list the movements")
	f.BoolVar(&o.print, "print", false, "print all steps without asking anything")
	f.BoolVar(&o.json, "json", false, "print the movements as JSON")
	return c
}

func runStretches(a *app, o stretchesOptions) error {
	chosen, err := chooseStretches(a.library, o)
	if err != nil {
		return err
	}
	switch {
	case o.json:
		return writeJSON(a.stdout, newReliefsJSON(a, chosen))
	case o.list:
		return listReliefs(a, chosen)
	case o.print:
		return printReliefs(a, chosen)
	}
	c, done, err := a.converse("Use --print, --list or --json to read without questions, or --plain to answer in numbered lines.")
	if err != nil {
		return err
	}
	defer done()
	if len(o.names) == 0 {
		chosen = nil
	}
	return c.Stretches(chosen, o.area)
}

// areas returns the ids of the areas.
func areas(l *guidance.Library) []string {
	item, _ := l.Questionnaire().Item("area")
	ids := make([]string, len(item.Options))
	for i, o := range item.Options {
		ids[i] = o.ID
	}
	return ids
}

// chooseStretches returns the named movements, or all for the area. It names
// every unknown one at once.
func chooseStretches(l *guidance.Library, o stretchesOptions) ([]guidance.Relief, error) {
	if o.area != "" && !slices.Contains(areas(l), o.area) {
		return nil, usagef("There are: "+strings.Join(areas(l), ", ")+".", "there is no area %q", o.area)
	}
	var all, chosen []guidance.Relief
	var names []string
	for _, r := range l.Relief().All {
		if r.Kind != guidance.Exercise || !r.For(o.area) {
			continue
		}
		all, names = append(all, r), append(names, r.ID)
	}
	if len(o.names) == 0 {
		return all, nil
	}
	var unknown []error
	for _, name := range o.names {
		if r, ok := l.Relief().Find(name); ok && r.Kind == guidance.Exercise && !slices.Contains(names, name) {
			unknown = append(unknown, fmt.Errorf("the movement %q is not for the area %q", name, o.area))
			continue
		}
		if n := slices.Index(names, name); n >= 0 {
			chosen = append(chosen, all[n])
			continue
		}
		unknown = append(unknown, unknownStretch(name, names))
	}
	if len(unknown) > 0 {
		return nil, usagef("See 'backcare stretches --list'.", "%w", errors.Join(unknown...))
	}
	return chosen, nil
}

func unknownStretch(name string, names []string) error {
	if near, ok := guidance.Nearest(name, names); ok {
		return fmt.Errorf("there is no movement %q; did you mean %q?", name, near)
	}
	return fmt.Errorf("there is no movement %q", name)
}

// listReliefs prints a line for each relief, after what must be read first.
func listReliefs(a *app, reliefs []guidance.Relief) error {
	c := wizard.Conversation{Library: a.library, Number: a.emergencyNumber()}
	var lines []string
	for _, r := range reliefs {
		lines = append(lines, r.ID+": "+r.Words.Title+". "+r.Words.Aim)
	}
	return presentAll(a.terminal(), []wizard.Page{c.EmergencyList(), {{Kind: wizard.Bullets, Items: lines}}})
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
