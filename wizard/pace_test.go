package wizard

import (
	"testing"
	"time"

	"backcare/guidance"
)

// At no pace is anything held outside its limits, nor does what is on the skin
// last any longer.
func TestNoPaceGoesBeyondWhatIsSafe(t *testing.T) {
	changed, skin := 0, 0
	for _, r := range inEnglish.Relief().All() {
		if !playable(r) || len(r.Parts) > 0 {
			continue
		}
		for _, hold := range []HoldPace{"", HoldShorter, HoldNormal, HoldLonger} {
			for _, reading := range []ReadingPace{"", ReadSlow, ReadNormal, ReadFast, ReadOwn} {
				at := Pace{Reading: reading, Hold: hold}
				usual := newPlayer(inEnglish, &bench{}, []guidance.Step{{Relief: r}}, true, Pace{})
				p := newPlayer(inEnglish, &bench{}, []guidance.Step{{Relief: r}}, true, at)
				usual.lay(0)
				p.lay(0)
				shortest, longest := r.Dose.HoldLimits()
				if h := p.steps[0].Relief.Dose.HoldSeconds; h < shortest || h > longest {
					t.Errorf("%s at %+v is held for %d seconds, want %d to %d", r.ID, at, h, shortest, longest)
				} else if h != r.Dose.HoldSeconds {
					changed++
				}
				if p.prescribed[0].Relief.Dose.HoldSeconds != r.Dose.HoldSeconds {
					t.Errorf("%s at %+v forgets its prescribed hold", r.ID, at)
				}
				if r.Dose.MinutesMin == 0 {
					continue
				}
				if p.line.onSkin() {
					skin++
				}
				if got, want := playedFor(p), playedFor(usual); got != want {
					t.Errorf("%s at %+v lasts %v, want %v", r.ID, at, got, want)
				}
			}
		}
	}
	if changed == 0 || skin == 0 {
		t.Errorf("%d holds were changed, and %d times something was on the skin; want some", changed, skin)
	}
}

// playedFor is how long a step lasts without the reading.
func playedFor(p *player) time.Duration {
	sum := time.Duration(0)
	for _, i := range p.line.Intervals {
		if i.Kind != Reading {
			sum += i.Length
		}
	}
	return sum
}

func TestPaces(t *testing.T) {
	raises, _ := inEnglish.Relief().Find("shoulder-raises")
	roll, _ := inEnglish.Relief().Find("log-roll")
	for _, test := range []struct {
		hold        HoldPace
		held        int
		stageLonger time.Duration
	}{{HoldShorter, 2, 0}, {HoldNormal, 5, 0}, {"", 5, 0}, {HoldLonger, 8, longerStage}} {
		at := Pace{Hold: test.hold}
		if got := at.held(raises); got.Dose.HoldSeconds != test.held {
			t.Errorf("at %q it is held for %d seconds, want %d", test.hold, got.Dose.HoldSeconds, test.held)
		}
		if got := at.slower(roll.Dose); got != test.stageLonger {
			t.Errorf("at %q each stage is %v longer, want %v", test.hold, got, test.stageLonger)
		}
	}
	const usual = 20 * time.Second
	for pace, want := range map[ReadingPace]time.Duration{ReadSlow: 30 * time.Second, ReadNormal: usual, "": usual, ReadFast: 10 * time.Second} {
		if got := (Pace{Reading: pace}).reading(usual); got != want {
			t.Errorf("at %q reading takes %v, want %v", pace, got, want)
		}
	}
}
