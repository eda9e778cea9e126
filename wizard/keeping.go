package wizard

import (
	"errors"

	"backcare/guidance"
	"backcare/guidance/message"
)

// trouble says that the diary failed, and what to do. It is not a failure of
// the conversation.
func (c *Conversation) trouble(what string, err error) error {
	text := c.Library.Sayf(what, message.In(c.Library, err))
	var advised *message.Advised
	if errors.As(err, &advised) {
		text += " " + advised.Hint.In(c.Library)
	}
	return c.Display.Tell(Page{{Kind: Paragraph, Text: text}})
}

// offerToKeep asks whether a check is to be remembered, where that is not
// decided, and remembers it. In an emergency nothing is asked: there is
// something else to do.
func (c *Conversation) offerToKeep(out *Outcome, left error) error {
	m := c.Memory
	if m == nil || m.Keep == KeepNever || !out.Decided || len(out.Response.Asked()) == 0 {
		return nil
	}
	if m.Keep == KeepAsk {
		if left != nil || out.Assessment.Disposition == guidance.Emergency {
			return nil
		}
		keep, err := c.askToKeep()
		if errors.Is(err, ErrLeave) {
			return nil // the check is done; to leave here is to say no
		}
		if err != nil || !keep {
			return err
		}
	}
	kept, err := c.keep(c.checkEntry(out))
	if !kept || err != nil || out.Assessment.Disposition == guidance.Emergency {
		return err
	}
	return c.Display.Tell(Page{{Kind: Note, Text: c.Library.Say(phraseReport)}})
}

// askToKeep asks whether to remember this check, and remembers the decision
// where it is for good.
func (c *Conversation) askToKeep() (bool, error) {
	choice, err := c.choose("keep", c.Library.Say(phraseKeep), Choice{ID: "not-now", Text: c.Library.Say(phraseKeepNotNow)}, Choice{ID: "once", Text: c.Library.Say(phraseKeepOnce)},
		Choice{ID: "always", Text: c.Library.Say(phraseKeepAlways)}, Choice{ID: "never", Text: c.Library.Say(phraseKeepNever)})
	if err != nil {
		return false, ignoreBack(err)
	}
	decision := KeepAsk
	switch choice {
	case "always":
		decision = KeepAlways
	case "never":
		decision = KeepNever
	}
	if decision != KeepAsk && c.Memory.Decide != nil {
		c.Memory.Keep = decision
		if err := c.Memory.Decide(decision); err != nil {
			return choice == "always", c.trouble(phraseNotDecided, err)
		}
		if err := c.Display.Tell(Page{{Kind: Note, Text: c.Library.Sayf(phraseDecided, string(decision))}}); err != nil {
			return choice == "always", err
		}
	}
	return choice == "once" || choice == "always", nil
}

// keep appends an entry and says so, once it is safe. It reports whether it is.
func (c *Conversation) keep(e Entry) (bool, error) {
	if _, err := c.Memory.Diary.Append(e); err != nil {
		return false, c.trouble(phraseNotKept, err)
	}
	return true, c.Display.Tell(Page{{Kind: Note, Text: c.Library.Sayf(phraseKept, c.Memory.Place)}})
}

// checkEntry returns what is remembered of a check.
func (c *Conversation) checkEntry(out *Outcome) Entry {
	e := Entry{Time: c.Memory.Now(), Kind: CheckEntry, Area: one(out.Response, "area"), Pain: scoreOf(out.Response),
		Feelings: out.Response.Options("feel"), Disposition: out.Assessment.Disposition.String(), Answers: out.Response.Answers(),
		Done: out.done}
	for _, f := range out.Assessment.Findings {
		e.Findings = append(e.Findings, f.ID)
	}
	return e
}

// keepRoutine remembers what was done outside a check, where the person
// decided that for good.
func (c *Conversation) keepRoutine(out *Outcome) error {
	if c.Memory == nil || c.Memory.Keep != KeepAlways || len(out.done) == 0 {
		return nil
	}
	e := Entry{Time: c.Memory.Now(), Kind: RoutineEntry, Area: one(out.Response, "area"), Done: out.done}
	if pain, said := painOf(e); said {
		e.Pain = &pain
	}
	_, err := c.keep(e)
	return err
}
