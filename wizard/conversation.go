package wizard

import "backcare/guidance"

// A Conversation is what all talks with a person share.
type Conversation struct {
	Prompter Prompter
	Display  Display
	Library  *guidance.Library
	// Stage is where reliefs are played, or nil where they can only be read.
	Stage Stage
	// Memory is what may be remembered, or nil where nothing is.
	Memory *Memory
	// Number is the emergency number of the person's territory, or empty
	// where it is not known.
	Number string
	// Area is the answer to the item "area" that is marked when the person is
	// asked, or empty.
	Area string
	// Pace is how fast reliefs are played.
	Pace Pace

	// attention is what the Prompter and the Display are wrapped in, once the
	// conversation has begun.
	attention *attention
}

// An attention knows whether what was said last has been answered.
type attention struct {
	Prompter
	Display
	unread bool
}

// attend begins to watch whether what is said is answered.
func (c *Conversation) attend() {
	if c.attention == nil {
		c.attention = &attention{Prompter: c.Prompter, Display: c.Display}
		c.Prompter, c.Display = c.attention, c.attention
	}
}

func (a *attention) Tell(p Page) error {
	a.unread = true
	return a.Display.Tell(p)
}

func (a *attention) Present(p Page) error {
	a.unread = true
	return a.Display.Present(p)
}

func (a *attention) ChooseOne(q Question) (int, error) {
	a.unread = false
	return a.Prompter.ChooseOne(q)
}

func (a *attention) ChooseSeveral(q Question) ([]int, error) {
	a.unread = false
	return a.Prompter.ChooseSeveral(q)
}

// choicesToBegin is how many choices there are below what is said before
// something is played or shown.
const choicesToBegin = 2

// ready waits until the person has read what was said last, where nothing was
// asked after it, because the stage would cover it. It reports false when the
// person does not want to begin.
func (c *Conversation) ready() (bool, error) {
	if c.attention == nil || !c.attention.unread {
		return true, nil
	}
	choice, err := c.choose("ready", c.Library.Say(phraseReady), Choice{ID: "ready", Text: c.Library.Say(phraseReadyBegin)}, Choice{ID: "finish", Text: c.Library.Say(phraseReadyNot)})
	return choice == "ready", err
}

// number returns the words for whom to call.
func (c *Conversation) number() string { return c.Library.Notices().NumberToCall(c.Number) }

// choose asks for one of some choices and returns its id.
func (c *Conversation) choose(id, text string, choices ...Choice) (string, error) {
	return c.pick(Question{ID: id, Text: text, Choices: choices})
}

func (c *Conversation) pick(q Question) (string, error) {
	chosen, err := c.Prompter.ChooseOne(q)
	if err != nil {
		return "", err
	}
	return q.Choices[chosen].ID, nil
}
