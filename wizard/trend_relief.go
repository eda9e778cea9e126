package wizard

import (
	"fmt"
	"math"
	"strings"
)

// effects tells what each relief did, and which were said to make it worse.
// They are told for all areas together: in one alone there are rarely enough.
func (w TrendTeller) effects(all []Effect) Page {
	helped, worse := w.Effects(all)
	var page Page
	if len(helped) > 0 {
		page = append(page, list(phraseHelped, Bullets, helped)...)
		page = append(page, Block{Kind: Paragraph, Text: phraseByItself})
	}
	if len(worse) > 0 {
		page = append(page, list(phraseSaidWorse, Bullets, worse)...)
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
		return fmt.Sprintf(phraseEffectFew, title, times(e.Times))
	}
	return fmt.Sprintf(phraseEffect, title, meanChange(mean), times(e.Times), changeRange(e.Best, e.Worst))
}

// meanChange says a mean change to half a point: finer would be a precision
// that nobody's scores have.
func meanChange(mean float64) string {
	half := math.Round(mean*2) / 2
	switch {
	case half == 0:
		return phraseMeanNone
	case math.Abs(half) == 1:
		return fmt.Sprintf(phraseMeanOne, direction(half))
	default:
		return fmt.Sprintf(phraseMean, math.Abs(half), direction(half))
	}
}

// changeRange says between which changes all of them were.
func changeRange(best, worst int) string {
	if best == worst {
		return fmt.Sprintf(phraseEachTime, oneChange(best))
	}
	return fmt.Sprintf(phraseRange, oneChange(best), oneChange(worst))
}

func oneChange(change int) string {
	if change == 0 {
		return phraseUnchanged
	}
	return fmt.Sprintf("%d %s", max(change, -change), direction(float64(change)))
}

func direction(change float64) string {
	if change < 0 {
		return phraseLowerWord
	}
	return phraseHigherWord
}

// worsened says how often a relief was said to make it worse, and when last.
func (w TrendTeller) worsened(e Effect) string {
	last := w.date(e.Worsened[len(e.Worsened)-1])
	text := phraseWorseOn
	if len(e.Worsened) > 1 {
		text = phraseWorseLast
	}
	return fmt.Sprintf(text, w.Library.ReliefTitle(e.Relief), times(len(e.Worsened)), last)
}

// times says how often.
func times(n int) string {
	switch n {
	case 1:
		return phraseOnce
	case 2:
		return phraseTwice
	}
	return strings.ReplaceAll(phraseTimes, "{n}", fmt.Sprint(n))
}
