package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
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
		Short: "Do movements with a moving picture and a clock",
		Long: "Do movements with a moving picture and a clock: the named ones, a routine of\n" +
			"them, or those you choose for an area. The warning signs come first.",
		Example: "  backcare stretches\n" +
			"  backcare stretches shoulder-raises seated-twist\n" +
			"  backcare stretches five-minutes --area lower --voice\n" +
			"  backcare stretches --list --area neck\n" +
			"  backcare stretches pelvic-tilt --print",
		RunE: func(_ *cobra.Command, args []string) error {
			o.names = args
			return runStretches(a, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.area, "area", "", "only movements for one `area`, such as neck or lower")
	f.BoolVar(&o.list, "list", false, "list the movements and routines")
	f.BoolVar(&o.print, "print", false, "print all steps and pictures without asking anything")
	f.BoolVar(&o.json, "json", false, "print the movements as JSON")
	return c
}

func runStretches(a *app, o stretchesOptions) error {
	session, err := chooseStretches(a.library, o)
	if err != nil {
		return err
	}
	routines := a.library.MovementRoutines()
	switch {
	case o.json:
		out := newReliefsJSON(a, session.Reliefs)
		if len(o.names) == 0 {
			out.Routines = newRoutinesJSON(routines)
		}
		return writeJSON(a.stdout, out)
	case o.list:
		if len(o.names) > 0 || o.area != "" {
			routines = nil
		}
		return listReliefs(a, session.Reliefs, func(r guidance.Relief) string { return r.ID }, routines)
	case o.print:
		return printReliefs(a, session.Reliefs)
	}
	c, done, err := a.converse("Use --print, --list or --json to read without questions, or --plain to answer in numbered lines.")
	if err != nil {
		return err
	}
	defer done()
	if len(o.names) == 0 {
		session.Reliefs = nil
	}
	return c.Stretches(session)
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

// chooseStretches returns the named movements and routines, or all movements
// for the area. It names every unknown one at once.
func chooseStretches(l *guidance.Library, o stretchesOptions) (wizard.Session, error) {
	session := wizard.Session{Area: o.area}
	if o.area != "" && !slices.Contains(areas(l), o.area) {
		return session, usageWith(didYouMean(o.area, areas(l)), "there is no area %q", o.area)
	}
	for _, r := range l.Relief().All() {
		if len(o.names) == 0 && r.Kind == guidance.Exercise && r.For(o.area) {
			session.Reliefs = append(session.Reliefs, r)
		}
	}
	var problems []error
	for _, name := range oneName(l, o.names) {
		if err := addStretch(l, &session, name); err != nil {
			problems = append(problems, err)
		}
	}
	if len(problems) > 0 {
		return session, usagef("See 'backcare stretches --list'.", "%w", errors.Join(problems...))
	}
	return session, nil
}

// addStretch adds a movement, or those of a routine, to a session.
func addStretch(l *guidance.Library, session *wizard.Session, name string) error {
	// A routine is looked for first: to know every other name a movement goes
	// by, all that can be searched has to be read.
	if routine, ok := l.Routine(name); ok {
		session.Reliefs = append(session.Reliefs, routine.Reliefs...)
		session.Minutes, session.Routine = max(session.Minutes, routine.Minutes), true
		return nil
	}
	r, called := l.Called(name)
	if !called || r.Kind != guidance.Exercise {
		return unknownName(l, "stretches", message.Phrase("movement"), name)
	}
	if !r.For(session.Area) {
		return message.Errorf("the movement %q is not for the area %q", name, session.Area)
	}
	session.Reliefs = append(session.Reliefs, r)
	return nil
}
