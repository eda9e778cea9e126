package wizard_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"backcare/guidance"
	"backcare/wizard"
)

// The area of the settings is marked where a person is asked for it, and answers
// nothing in their stead. Whatever was answered counts from then on.
func TestUsualAreaIsMarkedAndNeverAnswers(t *testing.T) {
	for usual, want := range map[string]string{"": "neck", "middle": "middle", "lower": "lower"} {
		c, p := talk(t, map[string][]string{"area": {"upper"}, "movement": {""}})
		c.Area = usual
		if err := c.Stretches(wizard.Session{}); err != nil {
			t.Fatal(err)
		}
		q := p.question("area")
		if got := q.Choices[q.Default].ID; got != want || p.Count("area") != 1 {
			t.Errorf("with %q as usual, %q is marked, and it was asked %d times; want %q, once", usual, got, p.Count("area"), want)
		}
		offered := p.question("movement")
		for _, choice := range offered.Choices {
			if r, ok := c.Library.Relief().Find(choice.ID); ok && !r.For("upper") {
				t.Errorf("%s is offered, which is not for what was answered", r.ID)
			}
		}
	}
}

// What is read about a movement says the hold that is played at the pace of the
// settings.
func TestHoldPaceIsReadAndPlayed(t *testing.T) {
	for hold, want := range map[wizard.HoldPace]struct{ said, clock string }{
		wizard.HoldShorter: {"Hold 2 seconds each", "2"}, "": {"Hold 5 seconds each", "5"}, wizard.HoldLonger: {"Hold 8 seconds each", "8"},
	} {
		words, p := talk(t, nil)
		r, _ := words.Library.Relief().Find("shoulder-raises")
		raises := []guidance.Relief{r}
		words.Pace.Hold = hold
		if err := words.Stretches(wizard.Session{Reliefs: raises}); err != nil {
			t.Fatal(err)
		}
		if got := p.told.String(); !strings.Contains(got, want.said) {
			t.Errorf("at %q there is no %q in %s", hold, want.said, got)
		}
		synctest.Test(t, func(t *testing.T) {
			a := &actor{}
			played, _ := talk(t, nil)
			played.Stage, played.Pace.Hold = a, hold
			if err := played.Stretches(wizard.Session{Reliefs: raises}); err != nil {
				t.Fatal(err)
			}
			longest := ""
			for _, s := range a.scenes {
				if holding(s) {
					longest = max(longest, s.Clock)
				}
			}
			if longest != want.clock {
				t.Errorf("at %q the clock of a hold begins at %s, want %s", hold, longest, want.clock)
			}
		})
	}
}
