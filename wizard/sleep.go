package wizard

import (
	"slices"

	"backcare/guidance"
)

// Sleep talks a person through the positions for the night, the one that fits
// best first.
func (c *Conversation) Sleep() error {
	if out, err := c.open(); err != nil || out.Decided {
		return c.stopped(err)
	}
	out := Outcome{Response: c.Library.Questionnaire().NewResponse()}
	routine, _ := c.Library.Routine("sleep")
	positions := routine.Reliefs
	for {
		items := append(precautionItems(c.Library, positions), "area", "spread", "eases")
		care, err := c.clear(&out, items)
		if err != nil || care {
			return err
		}
		if again, err := c.walk(&out, c.nightSteps(&out, positions)); err != nil || !again {
			return err
		}
	}
}

// nightSteps returns the steps that fit the answers, then the other safe
// positions.
func (c *Conversation) nightSteps(out *Outcome, positions []guidance.Relief) []guidance.Step {
	r := out.Response
	steps := c.Library.Tonight(r, out.Assessment)
	holding := c.Library.Precautions().Holding(r)
	for _, p := range positions {
		_, forbidden := p.Contraindicated(holding)
		known := slices.ContainsFunc(steps, func(s guidance.Step) bool { return s.Relief.ID == p.ID })
		if !forbidden && !known && out.Assessment.Allows(p) && p.For(one(r, "area")) {
			steps = append(steps, guidance.Step{Relief: p, Why: p.Words.Aim, Cautions: p.Cautions(holding)})
		}
	}
	return steps
}
