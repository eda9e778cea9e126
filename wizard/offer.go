package wizard

import (
	"fmt"

	"backcare/guidance"
)

// offer asks what must be known before some reliefs, and then walks through
// those that are safe, or through what is left where none is. It reports false
// when nothing more should be offered, because care comes first.
func (c *Conversation) offer(out *Outcome, s Session) (goOn bool, err error) {
	for {
		items := append(precautionItems(c.Library, s.Reliefs), "severity")
		if s.Minutes > 0 {
			items = append(items, "area") // it decides what is for the person
		}
		care, err := c.clear(out, items)
		if err != nil || care {
			return false, err
		}
		said := c.mention(out)
		steps, page := c.safe(out, s)
		if len(page) > 0 {
			said = append(said, page)
		}
		next := nothingSafe
		if len(steps) > 0 {
			if err := c.say(said, choicesToBegin); err != nil {
				return true, err
			}
			said = nil
			if next, err = c.playOrWalk(out, steps); err != nil {
				return true, err
			}
		}
		switch next {
		case signsAgain:
		case nothingSafe:
			if s, err = c.whatIsLeft(out, said, s.Reliefs); err != nil || len(s.Reliefs) == 0 {
				return true, err
			}
		default:
			return true, nil
		}
	}
}

// say tells pages, if there are any, with room for a question of so many
// choices.
func (c *Conversation) say(pages []Page, choices int) error {
	if len(pages) == 0 {
		return nil
	}
	return c.read(c.Display.Tell, choices, pages...)
}

// What comes after some steps.
type aftermath int

const (
	// overAndDone means that there is nothing more to do.
	overAndDone aftermath = iota
	// signsAgain means that the warning signs have to be decided again.
	signsAgain
	// nothingSafe means that none of the steps may be done.
	nothingSafe
)

// playOrWalk plays steps where there is a stage with room for them, and goes
// through them in words elsewhere.
func (c *Conversation) playOrWalk(out *Outcome, steps []guidance.Step) (aftermath, error) {
	if c.Stage != nil {
		next, err := c.play(out, steps)
		if small, err := c.inWords(err); !small {
			return next, err
		}
	}
	again, err := c.walk(out, steps)
	if again {
		return signsAgain, err
	}
	return overAndDone, err
}

// whatIsLeft says that none of some reliefs is safe, and whom to ask, and
// offers what is. The session is empty when the person wants none of it.
func (c *Conversation) whatIsLeft(out *Outcome, said []Page, reliefs []guidance.Relief) (Session, error) {
	q := Question{ID: "what-is-left", Text: c.Library.Say(phraseWhatIsLeft)}
	left := c.leftInsteadOf(out, reliefs)
	for _, r := range left {
		q.Choices = append(q.Choices, Choice{ID: r.ID, Text: r.Words.Title})
	}
	q.Choices = append(q.Choices, Choice{ID: "", Text: c.Library.Say(phraseFinish)})
	ask := c.Library.Notices().WhomToAsk
	said, out.pending = append(said, out.pending...), nil
	text := c.Library.Say(phraseNoneLeft)
	if len(reliefs) == 1 {
		text = c.Library.Sayf(phraseNotSafe, reliefs[0].Words.Title)
	}
	said = append(said, Page{{Kind: Paragraph, Text: text}}, list(ask.Title, Bullets, ask.Items))
	if len(left) == 0 {
		said = append(said, Page{{Kind: Paragraph, Text: c.Library.Say(phraseNothingLeft)}})
		return Session{}, c.say(said, 0)
	}
	if err := c.say(said, len(q.Choices)); err != nil {
		return Session{}, err
	}
	id, err := c.pick(q)
	r, ok := c.Library.Relief().Find(id)
	if err != nil || !ok {
		return Session{}, err
	}
	return Session{Reliefs: []guidance.Relief{r}}, nil
}

// leftInsteadOf returns what may be done when some reliefs may not.
func (c *Conversation) leftInsteadOf(out *Outcome, reliefs []guidance.Relief) []guidance.Relief {
	excluded := map[string]bool{}
	for id := range out.worse {
		excluded[id] = true
	}
	for _, r := range reliefs {
		excluded[r.ID] = true
	}
	return c.Library.Ease(out.Response, out.Assessment, excluded)
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
			return false, nil
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

// mention returns what says that a clinician should look, where the answers
// ask for that, to be read before anything is shown that could be done
// meanwhile. The same is not said twice.
func (c *Conversation) mention(out *Outcome) []Page {
	a := out.Assessment
	name := a.Disposition.String()
	for _, f := range a.Findings {
		name += fmt.Sprintf(" %q", f.ID)
	}
	if a.Disposition < guidance.Clinician || out.mentioned == name {
		return nil
	}
	out.mentioned = name
	return c.ResultPages(out.Response, a)[:2]
}

// warningScope returns the ids of the screens and of all warning signs.
func warningScope(l *guidance.Library) map[string]bool {
	scope := map[string]bool{}
	for _, item := range l.Questionnaire().Items() {
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
