package wizard

import (
	"time"

	"backcare/guidance"
)

// sameItems are the items that a second check within a bout does not ask
// again: they do not change from one day to the next. Warning signs, illnesses
// and how it began are always asked: there may have been a fall since.
var sameItems = []string{"area", "age"}

// again asks whether this is the bout of the last check, and returns a
// response with what cannot have changed since.
func (c *Conversation) again() (guidance.Response, error) {
	empty := c.Library.Questionnaire().NewResponse()
	if c.Memory == nil || c.Memory.last.Area == "" {
		return empty, nil
	}
	last := c.Memory.last
	if _, within := c.Memory.history.Current(last.Area); !within {
		return empty, nil
	}
	item, _ := c.Library.Questionnaire().Item("area")
	text := c.Library.Sayf(phraseSamePlace, dayWords(c.Library, last.Time, c.Memory.history.Now), optionTexts(item, []string{last.Area}))
	choice, err := c.choose("same", text, Choice{ID: "other", Text: c.Library.Say(phraseOtherPlace)}, Choice{ID: "same", Text: c.Library.Say(phraseYesSame)})
	if err != nil || choice != "same" {
		return empty, err
	}
	return answeredAs(empty, answersOf(c.Memory.Diary, last)), nil
}

// answersOf looks a check up for its answers, or returns none.
func answersOf(d Diary, check Entry) map[string]any {
	for e, err := range d.Current() {
		if err == nil && e.Kind == CheckEntry && e.ID == check.ID && e.Time.Equal(check.Time) {
			return e.Answers
		}
	}
	return nil
}

// answeredAs returns a response with the answers of an earlier check to the
// items that do not change. What the questionnaire no longer knows is asked.
func answeredAs(r guidance.Response, answers map[string]any) guidance.Response {
	for _, id := range sameItems {
		option, ok := answers[id].(string)
		if !ok {
			continue
		}
		if with, err := r.With(id, option); err == nil {
			r = with
		}
	}
	return r
}

// dayWords names a day in the past: by the day of the week where that is
// clear, else by its date.
func dayWords(l *guidance.Library, at, now time.Time) string {
	in := now.Location()
	at = at.In(in)
	const day, week = 24 * time.Hour, 7
	switch days := int(midnight(now, in).Sub(midnight(at, in)) / day); {
	case days <= 0:
		return l.Say(phraseToday)
	case days == 1:
		return l.Say(phraseYesterday)
	case days < week:
		return l.Sayf(phraseOnDay, l.Date(guidance.WeekdayForm, at))
	case at.Year() == now.Year():
		return l.Sayf(phraseOnDay, l.Date(guidance.DayForm, at))
	}
	return l.Sayf(phraseOnDay, l.Date(guidance.DateForm, at))
}
