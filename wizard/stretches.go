package wizard

import (
	"fmt"
	"slices"

	"backcare/guidance"
)

// Stretches talks a person through movements: the named ones, or those that
// they choose for an area. The warning signs, and what makes a movement
// unsafe, are asked before the first one.
func (c *Conversation) Stretches(named []guidance.Relief, area string) error {
	if out, err := c.open(); err != nil || out.Decided {
		return c.stopped(err)
	}
	out := Outcome{Response: c.Library.Questionnaire().NewResponse()}
	if len(named) > 0 {
		_, err := c.offer(&out, named)
		return err
	}
	if err := c.askArea(&out, area); err != nil {
		return err
	}
	for {
		chosen, err := c.chooseMovement(one(out.Response, "area"))
		if err != nil || chosen.ID == "" {
			return ignoreBack(err)
		}
		if goOn, err := c.offer(&out, []guidance.Relief{chosen}); err != nil || !goOn {
			return err
		}
	}
}

// askArea takes the area as given, or asks for it.
func (c *Conversation) askArea(out *Outcome, area string) error {
	if area != "" {
		response, err := out.Response.With("area", area)
		out.Response = response
		return err
	}
	i := &interview{Conversation: c, response: out.Response, scope: map[string]bool{"area": true}}
	err := i.run()
	out.Response = i.response
	return err
}

// chooseMovement asks for one of the movements for an area. The relief is
// empty when the person is done.
func (c *Conversation) chooseMovement(area string) (guidance.Relief, error) {
	q := Question{ID: "movement", Text: phraseWhichStretch}
	for _, r := range c.Library.Relief().All {
		if r.Kind == guidance.Exercise && r.For(area) {
			q.Choices = append(q.Choices, Choice{ID: r.ID, Text: r.Words.Title})
		}
	}
	q.Choices = append(q.Choices, Choice{ID: "", Text: phraseFinish})
	id, err := c.pick(q)
	r, _ := c.Library.Relief().Find(id)
	return r, err
}

// offer asks what must be known before some reliefs, and then walks through
// those that are safe. It reports false when nothing more should be offered,
// because care comes first.
func (c *Conversation) offer(out *Outcome, reliefs []guidance.Relief) (goOn bool, err error) {
	for {
		care, err := c.clear(out, precautionItems(c.Library, reliefs))
		if err != nil || care {
			return false, err
		}
		steps, err := c.safe(out, reliefs)
		if err != nil || len(steps) == 0 {
			return true, err
		}
		if again, err := c.walk(out, steps); err != nil || !again {
			return true, err
		}
	}
}

// clear asks the emergency signs and some further items, and reports whether
// the answers ask for care the same day or sooner; then it says so.
func (c *Conversation) clear(out *Outcome, items []string) (care bool, err error) {
	for changing := ""; ; {
		i := &interview{Conversation: c, response: out.Response, scope: warningScope(c.Library)}
		for _, id := range items {
			i.scope[id] = true
		}
		err := i.change(changing)
		if err == nil {
			err = i.run()
		}
		out.Response = i.response
		if err != nil {
			return true, c.stopped(err)
		}
		a := c.Library.Triage().Provisional(i.response)
		out.Assessment = a
		if a.Disposition < guidance.Urgent {
			return false, c.mention(i.response, a)
		}
		if err := c.showResult(out); err != nil || a.Disposition < guidance.Emergency {
			return true, err
		}
		choice, err := c.askAfterEmergency()
		if err != nil || choice == "called" {
			return true, err
		}
		if changing, err = c.mistake(out, false); err != nil {
			return true, err
		}
	}
}

// mention says that a clinician should look, where the answers ask for that,
// before anything is shown that could be done meanwhile.
func (c *Conversation) mention(r guidance.Response, a guidance.Assessment) error {
	if a.Disposition < guidance.Clinician {
		return nil
	}
	pages := c.ResultPages(r, a)
	return c.read(c.Display.Tell, 1, pages[0], pages[1])
}

// warningScope returns the ids of the screens and of all warning signs.
func warningScope(l *guidance.Library) map[string]bool {
	scope := map[string]bool{}
	for _, item := range l.Questionnaire().Items {
		if item.Kind == guidance.Screen || item.Kind == guidance.Sign {
			scope[item.ID] = true
		}
	}
	return scope
}

// precautionItems returns the ids of the items that decide on the precautions
// of some reliefs.
func precautionItems(l *guidance.Library, reliefs []guidance.Relief) []string {
	var ids []string
	for _, r := range reliefs {
		ids = append(ids, r.Contraindications...)
		ids = append(ids, r.Precautions...)
	}
	return l.Precautions().Inputs(ids...)
}

// safe returns the reliefs as steps, with those that a precaution forbids
// replaced; it says which and why.
func (c *Conversation) safe(out *Outcome, reliefs []guidance.Relief) ([]guidance.Step, error) {
	r := out.Response
	// What was not asked forbids a relief, but is no reason to talk about it.
	holding, stated := c.Library.Precautions().Holding(r), c.Library.Precautions().Stated(r)
	var steps []guidance.Step
	for _, relief := range reliefs {
		if !out.Assessment.Allows(relief) {
			continue
		}
		if id, forbidden := relief.Contraindicated(holding); forbidden {
			text := fmt.Sprintf(phraseLeftOut, relief.Words.Title, c.Library.Precautions().Reason(id))
			if err := c.Display.Tell(Page{{Kind: Heading, Text: text}}); err != nil {
				return nil, err
			}
			other, found := c.Library.Relief().Substitute(relief, one(r, "area"), holding, nil)
			if !found {
				continue
			}
			relief = other
		}
		steps = append(steps, guidance.Step{Relief: relief, Why: relief.Words.Aim, Cautions: relief.Cautions(stated)})
	}
	if len(steps) == 0 {
		return nil, c.Display.Tell(Page{{Kind: Paragraph, Text: phraseNoneLeft}})
	}
	return steps, nil
}

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

// ReliefPages returns a relief for reading without questions: with what would
// forbid it, and all else that the questions would have settled.
func (c *Conversation) ReliefPages(r guidance.Relief) []Page {
	pages := reliefPages(r, "", r.Words.Aim, nil)
	unless := c.Library.LeaveOutIf(r)
	var cautions []string
	for _, id := range r.Precautions {
		cautions = append(cautions, fmt.Sprintf("%s: %s", c.Library.Precautions().Reason(id), r.Words.Cautions[id]))
	}
	if len(unless) > 0 {
		pages = append(pages, list(phraseLeaveOutIf, Bullets, unless))
	}
	if len(cautions) > 0 {
		pages = append(pages, list(phraseTakeCare, Bullets, cautions))
	}
	return append(pages, easierPage(r))
}

// Welcome asks what the person needs and goes there.
func (c *Conversation) Welcome() error {
	choice, err := c.choose("welcome", phraseWelcome, Choice{ID: "check", Text: phraseGoCheck},
		Choice{ID: "stretches", Text: phraseGoStretch}, Choice{ID: "sleep", Text: phraseGoSleep})
	if err != nil {
		return err
	}
	switch choice {
	case "stretches":
		return c.Stretches(nil, "")
	case "sleep":
		return c.Sleep()
	default:
		_, err := c.Check()
		return err
	}
}
