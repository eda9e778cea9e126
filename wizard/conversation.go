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
