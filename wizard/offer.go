package wizard

import "backcare/guidance"

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
		for _, part := range append([]guidance.Relief{r}, l.Relief().PartsOf(r)...) {
			ids = append(ids, part.Contraindications...)
			ids = append(ids, part.Precautions...)
		}
	}
	return l.Precautions().Inputs(ids...)
}
