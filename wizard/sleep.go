package wizard

// Sleep talks a person through the positions for the night, the one that fits
// best first, and how to get in and out of bed. The night is not played by the
// clock.
func (c *Conversation) Sleep() error {
	if out, err := c.open(); err != nil || out.Decided {
		return c.stopped(err)
	}
	night := *c
	night.Stage = nil
	out := Outcome{Response: c.Library.Questionnaire().NewResponse()}
	routine, _ := c.Library.Routine("sleep")
	for habit := ""; ; {
		items := append(precautionItems(c.Library, routine.Reliefs), "area", "spread", "eases")
		care, err := c.clear(&out, items)
		if err != nil || care {
			return err
		}
		said := c.mention(&out)
		if habit == "" {
			if err := c.say(said, len(c.Library.SleepHabit().Options)); err != nil {
				return err
			}
			said = nil
			if habit, err = c.pick(questionOf(c.Library.SleepHabit().Item, nil)); err != nil {
				return err
			}
		}
		if err := c.say(said, choicesToBegin); err != nil {
			return err
		}
		steps := c.Library.ForTheNight(out.Response, out.Assessment, habit)
		if again, err := night.walk(&out, steps); err != nil || !again {
			return err
		}
	}
}
