package guidance

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// An emergency has no plan: whatever sets it off, the only step is the call.
func TestEmergencyHasNoPlan(t *testing.T) {
	l := Open("en")
	triage, person := l.Triage(), newRespondent(t, l.Triage())
	answers := make([]uint16, len(triage.q.items))
	count := 0
	for _, rule := range triage.Rules {
		if rule.Disposition != Emergency {
			continue
		}
		for i, alternative := range rule.when {
			count++
			person.respond(openers(triage, alternative), answers)
			r := Response{q: triage.q, answers: answers}
			a := triage.Assess(r, History{})
			if a.Disposition != Emergency {
				t.Errorf("rule %s, alternative %d: got %v, want an emergency", rule.ID, i, a.Disposition)
			}
			if steps := l.PlanFor(r, a); len(steps) > 0 {
				t.Errorf("rule %s, alternative %d: got a plan of %d steps, want none", rule.ID, i, len(steps))
			}
		}
	}
	if count == 0 {
		t.Error("no emergency was tried: this test is broken")
	}
	t.Logf("%d emergencies have no plan", count)
}

// A person who is to be seen today gets comfort, and what to do until then.
func TestUrgentPlanIsComfort(t *testing.T) {
	l := Open("en")
	triage, person := l.Triage(), newRespondent(t, l.Triage())
	answers := make([]uint16, len(triage.q.items))
	for _, rule := range triage.Rules {
		if rule.Disposition != Urgent {
			continue
		}
		for i, alternative := range rule.when {
			person.respond(openers(triage, alternative), answers)
			r := Response{q: triage.q, answers: answers}
			a := triage.Assess(r, History{})
			if a.Disposition != Urgent {
				continue // something worse goes with it
			}
			seen := false
			for _, s := range l.PlanFor(r, a) {
				seen = seen || s.Relief.ID == "until-seen"
				if !s.Relief.UrgentSafe {
					t.Errorf("rule %s, alternative %d: offers %q, which is not safe while waiting to be seen", rule.ID, i, s.Relief.ID)
				}
			}
			if !seen {
				t.Errorf("rule %s, alternative %d: nothing says what to do until seen", rule.ID, i)
			}
		}
	}
}

// What may be offered to somebody who is to be seen today is comfort: to lie
// or sit easily, to breathe, to wait, to get ready for the visit. Nothing that moves, warms or medicates.
func TestUrgentSafeIsComfort(t *testing.T) {
	for _, r := range Open("en").Relief().All() {
		comfort := r.Kind == Position || r.ID == "breathing" || r.ID == "until-seen" || r.ID == "see-clinician-prep"
		if r.UrgentSafe && !comfort {
			t.Errorf("%s: is urgentSafe, but is more than comfort", r.ID)
		}
		if strings.HasPrefix(r.ID, "floor-") && r.UrgentSafe {
			t.Errorf("%s: is urgentSafe, but getting up from the floor is not for somebody who waits to be seen", r.ID)
		}
	}
}

// A plan speaks to this person: it says back what they said.
func TestPlanSaysWhy(t *testing.T) {
	tests := []struct {
		name    string
		changes given
		relief  string
		want    string
	}{
		{"area", given{"area": "middle"}, "reclined", "Leaning back takes the load off the middle of your back."},
		{"number", given{"severity": "6"}, "painkillers", "At 6 out of 10, a painkiller"},
		{"one feeling", given{"feel": "hard-knot"}, "heat", "You feel a hard knot. Warmth"},
		{"two feelings, of three", given{"feel": []string{"hard-knot", "twitch", "tight-stiff"}}, "heat", "You feel a hard knot, tightness. Warmth"},
		{"no feeling of these", given{"feel": "travelling-ache"}, "heat", "Warmth is what most people"},
		{"what eases it", given{"eases": "arch"}, "back-bend", "You said that arching or standing eases it."},
	}
	l := Open("en")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := parsed(t, l.Triage(), calmGiven(t, l.Triage(), test.changes))
			for _, s := range l.PlanFor(r, l.Triage().Assess(r, History{})) {
				if s.Relief.ID == test.relief {
					if !strings.HasPrefix(s.Why, test.want) {
						t.Errorf("got why %q, want %q", s.Why, test.want)
					}
					return
				}
			}
			t.Errorf("the plan has no %q", test.relief)
		})
	}
}

// What stands in for a forbidden step says so, and why.
func TestPlanSaysWhyInstead(t *testing.T) {
	l := Open("en")
	r := parsed(t, l.Triage(), calmGiven(t, l.Triage(), given{"risks": []string{"pregnancy"}, "pregnancy": "16-27-weeks", "pre-eclampsia": "no"}))
	var got []string
	for _, s := range l.PlanFor(r, l.Triage().Assess(r, History{})) {
		if strings.HasPrefix(s.Why, "Instead") {
			got = append(got, s.Relief.ID+": "+s.Why)
		}
	}
	want := `side-pillow-between-knees: Instead of "On your back, knees over pillows", because you are 16 weeks pregnant or more.`
	if !slices.Contains(got, want) {
		t.Errorf("got %q, want %q among them", got, want)
	}
}

// Painkillers are offered with what this person has to mind.
func TestPainkillersCarryTheirCautions(t *testing.T) {
	l := Open("en")
	tests := []struct{ risk, relief, want string }{
		{"blood-thinner", "talk-to-pharmacist", "Take no anti-inflammatory"},
		{"steroids", "talk-to-pharmacist", "Take an anti-inflammatory only if"},
		{"diabetes", "painkillers", "pharmacist"},
		{"unsure", "talk-to-pharmacist", "Take no anti-inflammatory"},
	}
	for _, test := range tests {
		t.Run(test.risk, func(t *testing.T) {
			changes := given{"risks": []string{test.risk}, "severity": "6"}
			if test.risk == "unsure" {
				changes["pregnancy"] = "no"
			}
			r := parsed(t, l.Triage(), calmGiven(t, l.Triage(), changes))
			offered := false
			for _, s := range l.PlanFor(r, l.Triage().Assess(r, History{})) {
				if s.Relief.ID != test.relief {
					continue
				}
				offered = true
				if got := strings.Join(s.Cautions, " "); !strings.Contains(got, test.want) {
					t.Errorf("got cautions %q, want %q in them", got, test.want)
				}
			}
			if !offered {
				t.Errorf("no %s in the plan", test.relief)
			}
		})
	}
}

// A plan has its phases in order, and no phase has a relief twice.
func TestPlanOrder(t *testing.T) {
	l := Open("en")
	r := parsed(t, l.Triage(), calmGiven(t, l.Triage(), given{"risks": []string{"bones", "blood-thinner"}, "severity": "6"}))
	var phases []Phase
	for _, s := range l.PlanFor(r, Assessment{Disposition: Clinician}) {
		if len(phases) == 0 || phases[len(phases)-1] != s.Phase {
			phases = append(phases, s.Phase)
		}
		if len(s.Cites) == 0 || s.Why == "" {
			t.Errorf("%s: %s has no cites or no reason", s.Phase, s.Relief.ID)
		}
	}
	if !slices.Equal(phases, Phases) {
		t.Errorf("got phases %q, want %q", phases, Phases)
	}
	for _, p := range Phases {
		if l.PhaseName(p) == "" {
			t.Errorf("phase %q has no name", p)
		}
	}
}

// badWhy reports whether a placeholder was left, or filled with nothing.
func badWhy(why string) bool {
	return why == "" || strings.ContainsAny(why, "{}") || strings.Contains(why, "  ") || strings.Contains(why, " .") || strings.Contains(why, " ,")
}

// checkSteps reports what must hold for every plan.
func checkSteps(steps []Step) error {
	type place struct {
		phase  Phase
		relief string
	}
	seen := map[place]bool{}
	for _, s := range steps {
		if badWhy(s.Why) {
			return fmt.Errorf("%s: %s: a gap in the reason %q", s.Phase, s.Relief.ID, s.Why)
		}
		if seen[place{s.Phase, s.Relief.ID}] {
			return fmt.Errorf("%s: %s stands twice", s.Phase, s.Relief.ID)
		}
		seen[place{s.Phase, s.Relief.ID}] = true
		if slices.Contains(s.Cautions, "") {
			return fmt.Errorf("%s: %s has an empty caution", s.Phase, s.Relief.ID)
		}
	}
	return nil
}

// Whoever is not sure about a warning sign is offered comfort, not exercise,
// until somebody has looked.
func TestUnsureSignsGetComfortOnly(t *testing.T) {
	l := Open("en")
	for _, sign := range []string{"fever", "one-limb-weakness", "night-pain", "cannot-stand"} {
		item := item(t, l, sign)
		changes := given{item.Screen: "unsure"}
		for _, other := range l.Questionnaire().Items() {
			switch {
			case other.ID == sign:
				changes[sign] = "unsure"
			case other.Screen == item.Screen && other.ID != "swelling-hot" && other.ID != "not-mechanical" && !strings.HasPrefix(other.ID, "twitch"):
				changes[other.ID] = "no"
			}
		}
		r := parsed(t, l.Triage(), calmGiven(t, l.Triage(), changes))
		a := l.Triage().Assess(r, History{})
		if a.Disposition != Clinician || !a.ComfortOnly {
			t.Errorf("%s: got %v and comfort only %v, want clinician and true", sign, a.Disposition, a.ComfortOnly)
		}
		steps := l.PlanFor(r, a)
		if len(steps) == 0 {
			t.Errorf("%s: no plan at all", sign)
		}
		for _, s := range steps {
			if !s.Relief.UrgentSafe {
				t.Errorf("%s: %s is offered", sign, s.Relief.ID)
			}
		}
	}
}
