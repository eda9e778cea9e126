package guidance

import (
	"slices"
	"strings"
	"testing"
)

// Where the pain runs into a leg, the help for a cramp is nothing but a stretch
// of that leg. Nobody is told to stretch it and not to stretch it: they are told
// to rest, whatever else they answered.
func TestNoCrampStretchWherePainRunsIntoALeg(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		l := Open(language)
		stretch := map[string]string{"en": "stretch", "es": "estir"}[language]
		plans := 0
		for _, spread := range []string{"leg", "both-legs"} {
			for _, feel := range []string{"firm-contraction", "hard-knot", "twitch"} {
				for _, severity := range []string{"2", "7", "10"} {
					for _, duration := range []string{"under-2-days", "2-6-days"} {
						r, a := personWith(t, l, map[string]string{"area": "elsewhere", "spread": spread, "feel": feel,
							"severity": severity, "duration": duration})
						plan := l.PlanFor(r, a)
						if len(plan) > 0 {
							plans++
						}
						rests := slices.ContainsFunc(plan, func(s Step) bool { return s.Relief.ID == "short-rest" })
						if len(plan) > 0 && !rests {
							t.Errorf("%s, %s, %s, %s, %s: is not told to rest", language, spread, feel, severity, duration)
						}
						for _, s := range plan {
							text := strings.ToLower(strings.Join(append(slices.Concat(s.Relief.Words.How, s.Cautions), s.Relief.Words.Title), " "))
							if strings.Contains(text, stretch) {
								t.Errorf("%s, %s, %s, %s, %s: %s says to stretch or not to: %s", language, spread, feel, severity, duration, s.Relief.ID, text)
							}
						}
					}
				}
			}
		}
		if plans < 12 {
			t.Errorf("%s: got %d plans to look at", language, plans)
		}
	}
}

// What changes a step belongs to doing it. A caution that sends the person back to
// the check they just did, and says nothing else of when, leaves them in a circle.
func TestNoCautionSendsBackToTheCheck(t *testing.T) {
	for _, r := range Open("en").Relief().All() {
		for id, caution := range r.Words.Cautions {
			if strings.Contains(strings.ToLower(caution), "do the check again") {
				t.Errorf("%s, %s: %s", r.ID, id, caution)
			}
		}
	}
}
