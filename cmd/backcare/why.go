package main

import (
	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/wizard"
)

type whyOptions struct {
	source checkSource
	json   bool
}

func newWhyCommand(a *app) *cobra.Command {
	var o whyOptions
	c := &cobra.Command{
		Use:   "why [FILE]",
		Short: "Say why a check came to its result",
		Long: "Say which answers led to which finding and step, what they rule out, and what\n" +
			"would have changed the result. FILE is what check --save wrote; without it and\n" +
			"without --answers it is the latest check in the journal.",
		Example: "  backcare why\n" +
			"  backcare why saved.json\n" +
			"  backcare why --answers answers.json --json",
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.source.read(c, args); err != nil {
				return err
			}
			return runWhy(a, o)
		},
	}
	o.source.addFlags(c)
	c.Flags().BoolVar(&o.json, "json", false, "print it as JSON, with every way to another result")
	return c
}

func runWhy(a *app, o whyOptions) error {
	check, err := a.loadCheck(o.source, now())
	if err != nil {
		return err
	}
	history := historyBefore(check)
	if o.json {
		return writeJSON(a.stdout, newExplanationJSON(a.library, check.Response, check.Assessment, history))
	}
	teller := wizard.WhyTeller{Library: a.library, Number: check.Number}
	return a.presentLong(teller.Pages(check.Response, check.Assessment, history))
}

// explanationJSON is why a check came to its result, as scripts see it. Its
// names and shape are relied on.
type explanationJSON struct {
	Disposition guidance.Disposition `json:"disposition"`
	// Rules is how many rules were looked at.
	Rules    int           `json:"rules"`
	Findings []findingJSON `json:"findings"`
	Signs    []signJSON    `json:"signs"`
	// Changes are the smallest changes that lead to each other disposition.
	// Of an emergency there are none.
	Changes []changesJSON `json:"changes"`
	Steps   []reasonJSON  `json:"steps"`
	LeftOut []leftOutJSON `json:"leftOut"`
}

type signJSON struct {
	ID     string               `json:"id"`
	Label  string               `json:"label"`
	Tier   guidance.Disposition `json:"tier"`
	Status guidance.SignStatus  `json:"status"`
}

type changesJSON struct {
	Disposition guidance.Disposition `json:"disposition"`
	Sets        [][]changeJSON       `json:"sets"`
}

type changeJSON struct {
	Item   string `json:"item"`
	Option string `json:"option"`
	// Without is true where the option would not be chosen.
	Without bool `json:"without"`
}

type reasonJSON struct {
	stepJSON
	Line    string              `json:"line"`
	Answers map[string][]string `json:"answers"`
	Cites   []string            `json:"cites"`
}

type leftOutJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Line  string `json:"line"`
	// Precaution is empty where it is left out until a clinician has looked.
	Precaution string              `json:"precaution"`
	Answers    map[string][]string `json:"answers"`
}

func newExplanationJSON(l *guidance.Library, r guidance.Response, a guidance.Assessment, h guidance.History) explanationJSON {
	out := explanationJSON{Disposition: a.Disposition, Rules: l.Triage().RuleCount(h), Findings: findingsJSON(a.Findings),
		Signs: []signJSON{}, Changes: []changesJSON{}, Steps: []reasonJSON{}, LeftOut: []leftOutJSON{}}
	contradicted := map[string]bool{}
	for _, s := range l.Triage().Discounted(r) {
		contradicted[s.Sign.ID] = true
	}
	for _, s := range l.Triage().Signs(r) {
		if contradicted[s.Sign.ID] {
			s.Status = guidance.SignContradicted
		}
		out.Signs = append(out.Signs, signJSON{ID: s.Sign.ID, Label: s.Sign.Label, Tier: s.Tier, Status: s.Status})
	}
	for _, c := range l.Triage().Counterfactuals(r, h) {
		out.Changes = append(out.Changes, newChangesJSON(c))
	}
	reasons := l.PlanReasons(r, a)
	for _, s := range reasons.Steps {
		out.Steps = append(out.Steps, reasonJSON{stepJSON: newStepJSON(s.Step), Line: s.Line, Answers: answersJSON(s.Answers), Cites: s.Cites})
	}
	for _, left := range reasons.LeftOut {
		out.LeftOut = append(out.LeftOut, leftOutJSON{ID: left.Relief.ID, Title: left.Relief.Words.Title, Line: left.Line,
			Precaution: left.Precaution, Answers: answersJSON(left.Answers)})
	}
	return out
}

func newChangesJSON(c guidance.Counterfactual) changesJSON {
	out := changesJSON{Disposition: c.Disposition}
	for _, set := range c.Sets {
		changes := make([]changeJSON, len(set))
		for i, change := range set {
			changes[i] = changeJSON(change)
		}
		out.Sets = append(out.Sets, changes)
	}
	return out
}
