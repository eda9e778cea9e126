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

// Who listens hears that a movement is done before the rest and the next one,
// once, with the bell.
func TestDoneIsSaidBeforeTheRest(t *testing.T) {
	a := &actor{}
	if _, _, err := perform(t, a, nil, "shoulder-raises", "blade-squeeze"); err != nil {
		t.Fatal(err)
	}
	said := a.announced()
	if want := "Shoulder raises: done. Rest. Next: Shoulder blade squeeze."; strings.Count(said, want) != 1 || strings.Count(said, "Shoulder raises: done") != 1 {
		t.Errorf("said %s\nwant in it once: %s", said, want)
	}
	if strings.Count(said, "Shoulder blade squeeze: done") != 1 {
		t.Errorf("the end of the last one is not said once: %s", said)
	}
	for _, n := range a.said {
		if strings.Contains(n.Text, ": done") && !n.Bell {
			t.Errorf("%q does not ring", n.Text)
		}
	}
}
