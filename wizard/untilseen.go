package wizard

import (
	"slices"

	"backcare/guidance"
)

// untilSeen is the relief that says what to do until somebody has looked.
const untilSeen = "until-seen"

// UntilSeen returns what somebody who should be seen the same day does until
// then, and when they wait no longer. There is nothing of it for others.
func UntilSeen(l *guidance.Library, r guidance.Response, a guidance.Assessment) (how, noLonger []string) {
	for _, step := range l.PlanFor(r, a) {
		if step.Relief.ID == untilSeen {
			return slices.Concat(step.Cautions, step.Relief.Words.How), step.Relief.Words.Stop
		}
	}
	return nil, nil
}

// WaitingPages returns the result of a check as ResultPages does, with all that
// there is to do until somebody has looked, for who gets no plan.
func (c *Conversation) WaitingPages(r guidance.Response, a guidance.Assessment) []Page {
	pages := c.ResultPages(r, a)
	how, noLonger := UntilSeen(c.Library, r, a)
	if how == nil {
		return pages
	}
	pages = slices.DeleteFunc(pages, func(p Page) bool { return p[0].Text == c.Library.Say(phraseWaiting) })
	return slices.Insert(pages, 1, list(c.Library.Say(phraseWaiting), Bullets, how), list(c.Library.Say(phraseNoLonger), Bullets, noLonger))
}
