package guidance

import (
	"strconv"
	"strings"
	"testing"
)

// What is adapted to a person has words for it in every language, changes steps
// that are there, and never lasts longer than for others.
func TestAdaptationsHaveTheirWords(t *testing.T) {
	count := 0
	for _, language := range []string{"en", "es"} {
		l := Open(language)
		known := map[string]bool{}
		for _, p := range l.Precautions().All {
			known[p.ID] = true
		}
		for _, r := range l.Relief().All() {
			if len(r.Adaptations) != len(r.Words.Adapted) {
				t.Errorf("%s, %s: got words %v for %v", language, r.ID, r.Words.Adapted, r.Adaptations)
			}
			for _, a := range r.Adaptations {
				count++
				for place := range r.Words.Adapted[a.ID].How {
					if n, err := strconv.Atoi(place); err != nil || n < 0 || n >= len(r.Words.How) {
						t.Errorf("%s, %s: %s: there is no step %q", language, r.ID, a.ID, place)
					}
				}
				for _, id := range a.If {
					got := r.Adapted(map[string]bool{id: true})
					if !known[id] || got.Dose.MinutesMax > r.Dose.MinutesMax || got.Dose.MinutesMax < r.Dose.MinutesMin {
						t.Errorf("%s, %s: with %s got %+v", language, r.ID, id, got.Dose)
					}
					if text := strings.Join(append(got.Words.How, got.Words.Dose), " "); text == strings.Join(append(r.Words.How, r.Words.Dose), " ") {
						t.Errorf("%s, %s: with %s nothing differs", language, r.ID, id)
					}
				}
			}
			if again := r.Adapted(nil); strings.Join(again.Words.How, " ") != strings.Join(r.Words.How, " ") {
				t.Errorf("%s, %s: changed for nobody", language, r.ID)
			}
		}
	}
	if count < 6 {
		t.Errorf("got %d adaptations", count)
	}
}

// Whose skin burns easily is told ten minutes, and nowhere of fifteen.
func TestHeatIsShortForThePerson(t *testing.T) {
	l := Open("en")
	for name, held := range map[string]map[string]string{"calm": nil, "older": {"age": "65-plus"},
		"pregnant": {"risks": "pregnancy", "pregnancy": "under-16-weeks"}} {
		r, a := personWith(t, l, held)
		p, _ := l.WeekPlanFor(r, a, WeekOptions{From: weekFrom})
		var texts []string
		for _, s := range l.PlanFor(r, a) {
			if s.Relief.ID == "heat" {
				texts = append(append(texts, s.Relief.Words.Dose), s.Relief.Words.How...)
			}
		}
		for _, act := range p.Activities {
			if act.ID == "heat" {
				texts = append(texts, act.Text)
			}
		}
		text := strings.Join(texts, " ")
		if text == "" || strings.Contains(text, "15") != (name == "calm") {
			t.Errorf("%s: got %s", name, text)
		}
	}
}
