package wizard

import (
	"fmt"

	"backcare/guidance"
)

// A screening is what came of the question that belongs to one relief.
type screening struct {
	ok bool
}

// screen asks what has to be known before one relief is opened, once, and
// reports whether it may be done. Where it may not, it says why and what to
// do instead.
func (w *walk) screen(r guidance.Relief) (bool, error) {
	item, ok := w.Library.Relief().ScreeningFor(r)
	if !ok {
		return true, nil
	}
	if known, ok := w.screened[item.ID]; ok && known.ok {
		return true, nil
	}
	chosen, err := w.Prompter.ChooseSeveral(questionOf(item.Item, nil))
	if err != nil {
		return false, err
	}
	leaveOut, page := false, Page{}
	for _, n := range chosen {
		option := item.Options[n]
		if item.LeaveOut[option.ID] {
			leaveOut = true
		}
		if text := item.Because[option.ID]; text != "" {
			page = append(page, Block{Kind: Paragraph, Text: text})
		}
	}
	w.screened[item.ID] = screening{ok: !leaveOut}
	if leaveOut {
		page = append(Page{{Kind: Heading, Text: fmt.Sprintf("%s: leave it out", r.Words.Title)}}, page...)
		page = append(page, w.instead(r)...)
	}
	if len(page) == 0 {
		return true, nil
	}
	return !leaveOut, w.Display.Tell(page)
}
