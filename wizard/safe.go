package wizard

import (
	"time"

	"backcare/guidance"
)

// safe returns the reliefs of a session as steps, without those that the
// answers forbid, and a page that says which and why. What was named is
// replaced by something else where that is possible; a routine is just shorter.
func (c *Conversation) safe(out *Outcome, s Session) ([]guidance.Step, Page) {
	// What was not asked forbids a relief, but is no reason to talk about it.
	holding := c.Library.Precautions().Holding(out.Response)
	var steps []guidance.Step
	var leftOut, instead []string
	for _, relief := range s.Reliefs {
		if !c.fits(out, s, relief) {
			continue
		}
		id, forbidden := relief.Contraindicated(holding)
		if forbidden {
			leftOut = append(leftOut, c.Library.Sayf(phraseLeftOut, relief.Words.Title, c.Library.Precautions().Reason(id)))
			other, found := c.Library.Relief().Substitute(relief, one(out.Response, "area"), holding, out.worse)
			if s.Routine || !found || !out.Assessment.Allows(other) {
				continue
			}
			relief = other
			instead = append(instead, other.Words.Title)
		}
		steps = append(steps, c.stepOf(out, relief))
	}
	steps = within(c.Library, steps, s.Minutes)
	var page Page
	if len(leftOut) > 0 {
		page = list(c.Library.Say(phraseLeaveOutForYou), Bullets, leftOut)
	}
	if len(instead) > 0 {
		page = append(page, list(c.Library.Say(phraseInsteadForYou), Bullets, instead)...)
	}
	return steps, page
}

// fits reports whether a relief of a session is for this person at all, so
// that there is no need to talk about it where it is not.
func (c *Conversation) fits(out *Outcome, s Session, r guidance.Relief) bool {
	elsewhere := s.Minutes > 0 && !r.For(one(out.Response, "area"))
	return !elsewhere && out.Assessment.Allows(r) && !out.worse[r.ID]
}

// stepOf returns a relief as a step of its own, with what to change in it for
// this person.
func (c *Conversation) stepOf(out *Outcome, r guidance.Relief) guidance.Step {
	stated := c.Library.Precautions().Stated(out.Response)
	return guidance.Step{Relief: r.Adapted(stated), Why: r.Words.Aim, Cautions: r.Cautions(stated)}
}

// within returns those of some steps that can be done in some minutes, reading
// left out, and at least one. 0 minutes are no limit.
func within(l *guidance.Library, steps []guidance.Step, minutes int) []guidance.Step {
	if minutes == 0 {
		return steps
	}
	left := time.Duration(minutes) * time.Minute
	var chosen []guidance.Step
	for _, s := range steps {
		line := newTimeline(l, s.Relief, pace{})
		if length := line.start(len(line.Intervals)); length <= left || len(chosen) == 0 {
			chosen, left = append(chosen, s), left-length
		}
	}
	return chosen
}
