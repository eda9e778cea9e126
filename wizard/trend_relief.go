package wizard

import (
	"fmt"
	"math"
)

// effects tells what each relief did, and which were said to make it worse.
// They are told for all areas together: in one alone there are rarely enough.
func (w TrendTeller) effects(all []Effect) Page {
	helped, worse := w.Effects(all)
	var page Page
	if len(helped) > 0 {
		page = append(page, list(w.Library.Say(phraseHelped), Bullets, helped)...)
		page = append(page, Block{Kind: Paragraph, Text: w.Library.Say(phraseByItself)})
	}
	if len(worse) > 0 {
		page = append(page, list(w.Library.Say(phraseSaidWorse), Bullets, worse)...)
	}
	return page
}

// Effects tells in a line each what the pain was after each relief, and which
// were said to make it worse.
func (w TrendTeller) Effects(all []Effect) (changed, worse []string) {
	for _, e := range all {
		if line := w.effect(e); line != "" {
			changed = append(changed, line)
		}
		if len(e.Worsened) > 0 {
			worse = append(worse, w.worsened(e))
		}
	}
	return changed, worse
}

// effect tells what one relief did, if the pain around it was written down.
func (w TrendTeller) effect(e Effect) string {
	title := w.Library.ReliefTitle(e.Relief)
	mean, enough := e.Mean()
	switch {
	case e.Times == 0:
		return ""
	case !enough:
		return w.Library.Sayf(phraseEffectFew, title, w.times(e.Times))
	}
	return w.Library.Sayf(phraseEffect, title, w.meanChange(mean), w.times(e.Times), w.changeRange(e.Best, e.Worst))
}

// meanChange says a mean change to half a point: finer would be a precision
// that nobody's scores have.
func (w TrendTeller) meanChange(mean float64) string {
	half := math.Round(mean*2) / 2
	switch {
	case half == 0:
		return w.Library.Say(phraseMeanNone)
	case math.Abs(half) == 1:
		return w.Library.Sayf(phraseMeanOne, w.direction(half))
	default:
		return w.Library.Sayf(phraseMean, math.Abs(half), w.direction(half))
	}
}

// changeRange says between which changes all of them were.
func (w TrendTeller) changeRange(best, worst int) string {
	if best == worst {
		return w.Library.Sayf(phraseEachTime, w.oneChange(best))
	}
	return w.Library.Sayf(phraseRange, w.oneChange(best), w.oneChange(worst))
}

func (w TrendTeller) oneChange(change int) string {
	if change == 0 {
		return w.Library.Say(phraseUnchanged)
	}
	return fmt.Sprintf("%d %s", max(change, -change), w.direction(float64(change)))
}

func (w TrendTeller) direction(change float64) string {
	if change < 0 {
		return w.Library.Say(phraseLowerWord)
	}
	return w.Library.Say(phraseHigherWord)
}

// worsened says how often a relief was said to make it worse, and when last.
func (w TrendTeller) worsened(e Effect) string {
	last := w.date(e.Worsened[len(e.Worsened)-1])
	text := w.Library.Say(phraseWorseOn)
	if len(e.Worsened) > 1 {
		text = w.Library.Say(phraseWorseLast)
	}
	return fmt.Sprintf(text, w.Library.ReliefTitle(e.Relief), w.times(len(e.Worsened)), last)
}

// times says how often.
func (w TrendTeller) times(n int) string {
	switch n {
	case 1:
		return w.Library.Say(phraseOnce)
	case 2:
		return w.Library.Say(phraseTwice)
	}
	return w.Library.Sayf(phraseTimes, n)
}
