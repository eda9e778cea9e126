package wizard

import (
	"errors"

	"backcare/guidance"
)

// A Session is what a person wants to do.
type Session struct {
	// Reliefs are what to do, in order. With none the person chooses.
	Reliefs []guidance.Relief
	// Area is an answer to the item "area", or empty where the person is
	// asked.
	Area string
	// Minutes is how long it may take. What is not for the area, or does not
	// fit any more, is left out. 0 means no limit.
	Minutes int
	// Routine is true when the reliefs are a routine, which is just shorter
	// where something in it is not for the person.
	Routine bool
}

// Stretches talks a person through movements: those of the session, or those
// that they choose for an area. The warning signs, and what makes a movement
// unsafe, are asked before the first one.
func (c *Conversation) Stretches(s Session) error {
	if out, err := c.open(); err != nil || out.Decided {
		return c.stopped(err)
	}
	out := Outcome{Response: c.Library.Questionnaire().NewResponse()}
	err := c.stretch(&out, s)
	return errors.Join(err, c.keepRoutine(&out))
}

// stretch goes through a session, or through one after the other that the
// person chooses.
func (c *Conversation) stretch(out *Outcome, s Session) error {
	if s.Area != "" || len(s.Reliefs) == 0 {
		if err := c.askArea(out, s.Area); err != nil {
			return err
		}
	}
	if len(s.Reliefs) > 0 {
		_, err := c.offer(out, s)
		return err
	}
	for {
		chosen, err := c.chooseSession(one(out.Response, "area"))
		if err != nil || len(chosen.Reliefs) == 0 {
			return ignoreBack(err)
		}
		if goOn, err := c.offer(out, chosen); err != nil || !goOn {
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

// chooseSession asks for one of the movements for an area, or a routine of
// them. The session is empty when the person is done.
func (c *Conversation) chooseSession(area string) (Session, error) {
	q := Question{ID: "movement", Text: c.Library.Say(phraseWhichStretch)}
	for _, r := range c.Library.MovementRoutines() {
		q.Choices = append(q.Choices, Choice{ID: r.ID, Text: r.Words.Title})
	}
	for _, r := range c.Library.Relief().All() {
		if r.Kind == guidance.Exercise && r.For(area) {
			q.Choices = append(q.Choices, Choice{ID: r.ID, Text: r.Words.Title})
		}
	}
	q.Choices = append(q.Choices, Choice{ID: "", Text: c.Library.Say(phraseFinish)})
	id, err := c.pick(q)
	if err != nil {
		return Session{}, err
	}
	if routine, ok := c.Library.Routine(id); ok {
		return Session{Reliefs: routine.Reliefs, Minutes: routine.Minutes, Routine: true}, nil
	}
	if r, ok := c.Library.Relief().Find(id); ok {
		return Session{Reliefs: []guidance.Relief{r}}, nil
	}
	return Session{}, nil
}

// Guide lets a person follow one relief by the clock, such as heat or a walk:
// the one of the session, or one that they choose.
func (c *Conversation) Guide(s Session) error {
	if out, err := c.open(); err != nil || out.Decided {
		return c.stopped(err)
	}
	if len(s.Reliefs) == 0 {
		chosen, err := c.chooseGuide()
		if err != nil {
			return err
		}
		s.Reliefs = []guidance.Relief{chosen}
	}
	out := Outcome{Response: c.Library.Questionnaire().NewResponse()}
	_, err := c.offer(&out, s)
	return errors.Join(err, c.keepRoutine(&out))
}

// chooseGuide asks for one of the reliefs that can be followed by the clock.
func (c *Conversation) chooseGuide() (guidance.Relief, error) {
	q := Question{ID: "guide", Text: c.Library.Say(phraseWhichRelief)}
	for _, r := range c.Library.Relief().Guides() {
		q.Choices = append(q.Choices, Choice{ID: r.ID, Text: r.Words.Title})
	}
	id, err := c.pick(q)
	r, _ := c.Library.Relief().Find(id)
	return r, err
}
