package guidance

import "testing"

// Whatever holds and wherever it hurts, something is left that is safe, and
// nothing of it is a movement or asks a further question; in an emergency there
// is nothing.
func TestSomethingIsAlwaysLeft(t *testing.T) {
	l := Open("en")
	area, _ := l.Questionnaire().Item("area")
	cases := 0
	for _, o := range area.Options {
		r, err := l.Questionnaire().NewResponse().With("area", o.ID)
		if err != nil {
			t.Fatal(err)
		}
		// Nothing else is answered, so that every precaution may hold.
		holding := l.Precautions().Holding(r)
		for d := SelfCare; d <= Emergency; d++ {
			for _, excluded := range append([]Relief{{}}, l.Relief().All()...) {
				cases++
				ease := l.Ease(r, Assessment{Disposition: d}, map[string]bool{excluded.ID: true})
				if d == Emergency {
					if len(ease) > 0 {
						t.Fatalf("%s: %s is offered in an emergency", o.ID, ease[0].ID)
					}
					continue
				}
				if len(ease) == 0 || len(ease) > mostEase {
					t.Errorf("%s, %v, without %q: got %d reliefs, want 1 to %d", o.ID, d, excluded.ID, len(ease), mostEase)
				}
				for _, relief := range ease {
					_, forbidden := relief.Contraindicated(holding)
					if forbidden || relief.ID == excluded.ID || relief.Kind == Exercise || relief.Screening != "" || !relief.For(o.ID) {
						t.Errorf("%s, %v, without %q: %s is offered", o.ID, d, excluded.ID, relief.ID)
					}
				}
			}
		}
	}
	t.Logf("%d cases of an area, a disposition and something that made it worse", cases)
}

// Breathing comes first, and a position that is for the place before one that
// is for any.
func TestEaseFitsTheArea(t *testing.T) {
	l := Open("en")
	calm := map[string]string{"age": "18-49", "risks": "none", "spread": "no", "eases": "still", "severity": "4", "duration": "2-6-days", "began": "strain", "feel": "firm-contraction"}
	for area, want := range map[string]string{"lower": "knees-over-pillows", "neck": "head-supported", "elsewhere": "reclined", "": "reclined"} {
		r, err := l.Questionnaire().NewResponse(), error(nil)
		if area != "" {
			if r, err = r.With("area", area); err != nil {
				t.Fatal(err)
			}
		}
		for item, option := range calm {
			if r, err = r.With(item, option); err != nil {
				t.Fatal(err)
			}
		}
		ease := l.Ease(r, Assessment{}, nil)
		if len(ease) < 2 || ease[0].ID != "breathing" || ease[1].ID != want {
			t.Errorf("%s: got %v, want breathing and %s first", area, ease, want)
		}
	}
}
