package wizard

// Welcome asks what the person needs and goes there.
func (c *Conversation) Welcome() error {
	choice, err := c.choose("welcome", c.Library.Say(phraseWelcome), Choice{ID: "check", Text: c.Library.Say(phraseGoCheck)},
		Choice{ID: "stretches", Text: c.Library.Say(phraseGoStretch)}, Choice{ID: "relief", Text: c.Library.Say(phraseGoRelief)},
		Choice{ID: "sleep", Text: c.Library.Say(phraseGoSleep)}, Choice{ID: "learn", Text: c.Library.Say(phraseGoLearn)})
	if err != nil {
		return err
	}
	switch choice {
	case "stretches":
		return c.Stretches(Session{})
	case "relief":
		return c.Guide(Session{})
	case "sleep":
		return c.Sleep()
	case "learn":
		return c.LearnAnything()
	default:
		_, err := c.Check()
		return err
	}
}
