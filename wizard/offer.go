package wizard

import (
	"fmt"
	"time"

	"backcare/guidance"
)

// offer asks what must be known before some reliefs, and then walks through
// those that are safe. It reports false when nothing more should be offered,
// because care comes first.
func (c *Conversation) offer(out *Outcome, s Session) (goOn bool, err error) {
	for {
		care, err := c.clear(out, append(precautionItems(c.Library, s.Reliefs), "severity"))
		if err != nil || care {
			return false, err
		}
		steps, err := c.safe(out, s)
		if err != nil || len(steps) == 0 {
			return true, err
		}
		if again, err := c.playOrWalk(out, steps); err != nil || !again {
			return true, err
		}
	}
}

// playOrWalk plays steps where there is a stage with room for them, and goes
// through them in words elsewhere.
func (c *Conversation) playOrWalk(out *Outcome, steps []guidance.Step) (again bool, err error) {
	if c.Stage != nil {
		again, err = c.play(out, steps)
		if small, err := c.inWords(err); !small {
			return again, err
		}
	}
	return c.walk(out, steps)
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
func (c *Conversation) safe(out *Outcome, session Session) ([]guidance.Step, error) {
	r := out.Response
	// What was not asked forbids a relief, but is no reason to talk about it.
	holding, stated := c.Library.Precautions().Holding(r), c.Library.Precautions().Stated(r)
	var steps []guidance.Step
	for _, relief := range session.Reliefs {
		if session.Minutes > 0 && !relief.For(one(r, "area")) {
			continue
		}
		if !out.Assessment.Allows(relief) || out.worse[relief.ID] {
			continue
		}
		if id, forbidden := relief.Contraindicated(holding); forbidden {
			text := fmt.Sprintf(phraseLeftOut, relief.Words.Title, c.Library.Precautions().Reason(id))
			if err := c.Display.Tell(Page{{Kind: Heading, Text: text}}); err != nil {
				return nil, err
			}
			other, found := c.Library.Relief().Substitute(relief, one(r, "area"), holding, out.worse)
			if !found || !out.Assessment.Allows(other) {
				continue
			}
			relief = other
		}
		steps = append(steps, guidance.Step{Relief: relief, Why: relief.Words.Aim, Cautions: relief.Cautions(stated)})
	}
	steps = within(steps, session.Minutes)
	if len(steps) == 0 {
		return nil, c.Display.Tell(Page{{Kind: Paragraph, Text: phraseNoneLeft}})
	}
	return steps, nil
}

// within returns as many of some steps as can be done in some minutes, reading
// left out, and at least one. 0 minutes are no limit.
func within(steps []guidance.Step, minutes int) []guidance.Step {
	left := time.Duration(minutes) * time.Minute
	for n, s := range steps {
		line := newTimeline(s.Relief, pace{})
		left -= line.start(len(line.Intervals))
		if minutes > 0 && left < 0 && n > 0 {
			return steps[:n]
		}
	}
	return steps
}
