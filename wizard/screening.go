package wizard

import (
	"backcare/guidance"
)

// A verdict is what comes of the question that belongs to one relief.
type verdict int

const (
	// mayDo means that the relief may be done.
	mayDo verdict = iota
	// leaveOut means that it may not.
	leaveOut
	// askAgain means that the answer may be a warning sign, so that those come
	// before anything else.
	askAgain
)

// screen asks what has to be known before one relief, or before the parts
// that it consists of, is opened. Where it may not be done, it says why and
// what to do instead. A question that found nothing is not asked again in this
// walk.
func (w *walk) screen(r guidance.Relief) (verdict, error) {
	worst := mayDo
	for _, part := range append([]guidance.Relief{r}, w.Library.Relief().PartsOf(r)...) {
		item, ok := w.Library.Relief().ScreeningFor(part)
		if !ok || w.cleared[item.ID] || worst != mayDo {
			continue
		}
		v, err := w.ask(r, item)
		if err != nil {
			return leaveOut, err
		}
		worst = v
	}
	return worst, nil
}

// ask asks one screening item before a relief.
func (w *walk) ask(r guidance.Relief, item guidance.ScreeningItem) (verdict, error) {
	if err := w.sayPending(1); err != nil {
		return leaveOut, err
	}
	chosen, err := w.Prompter.ChooseSeveral(questionOf(item.Item, nil))
	if err != nil {
		return leaveOut, err
	}
	v, page := mayDo, Page{}
	for _, n := range chosen {
		option := item.Options[n]
		switch {
		case item.Recheck[option.ID]:
			v = askAgain
		case item.LeaveOut[option.ID]:
			v = max(v, leaveOut)
		}
		if text := item.Because[option.ID]; text != "" {
			page = append(page, Block{Kind: Paragraph, Text: text})
		}
	}
	switch v {
	case askAgain:
		if len(page) > 0 {
			w.out.pending = append(w.out.pending, page)
		}
		if err := w.sayPending(1); err != nil {
			return v, err
		}
		return v, w.recheck(w.Library.Say(phraseScreenAgain), "")
	case leaveOut:
		page = append(Page{{Kind: Heading, Text: w.Library.Sayf(phraseLeaveThis, r.Words.Title)}}, page...)
		if !w.playing { // else it is offered
			page = append(page, w.instead(r)...)
		}
	default:
		w.cleared[item.ID] = true
	}
	if len(page) > 0 {
		w.out.pending = append(w.out.pending, page)
	}
	if w.playing {
		return v, nil
	}
	return v, w.sayPending(choicesToBegin)
}

// sayPending says what was found out and is not said yet, with room for a
// question of so many choices.
func (w *walk) sayPending(choices int) error {
	pages := w.out.pending
	w.out.pending = nil
	return w.say(pages, choices)
}
