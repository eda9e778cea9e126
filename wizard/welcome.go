package wizard

// Welcome asks what the person needs and goes there.
func (c *Conversation) Welcome() error {
	choice, err := c.choose("welcome", phraseWelcome, Choice{ID: "check", Text: phraseGoCheck},
		Choice{ID: "stretches", Text: phraseGoStretch}, Choice{ID: "relief", Text: phraseGoRelief},
		Choice{ID: "sleep", Text: phraseGoSleep}, Choice{ID: "learn", Text: phraseGoLearn})
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
