//go:build !race

package guidance

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// A sleeper is one whose night is checked.
type sleeper struct {
	changes given
	habit   string
}

// sleepers returns one for each habit, area, what eases it and answer that
// changes what is safe at night.
func sleepers(l *Library) []sleeper {
	var all []sleeper
	for _, habit := range append(optionIDs(l.SleepHabit().Item), "") {
		area, _ := l.Questionnaire().Item("area")
		for _, a := range optionIDs(area) {
			for _, eases := range []string{"curl", "arch", "still", "nothing"} {
				for _, state := range sleepStates() {
					changes := given{"area": a, "eases": eases}
					for item, answer := range state {
						changes[item] = answer
					}
					all = append(all, sleeper{changes, habit})
				}
			}
		}
	}
	return all
}

func sleepStates() []given {
	pregnant := func(weeks string) given { return given{"risks": []string{"pregnancy"}, "pregnancy": weeks} }
	states := []given{nil, {"age": "under-16"}, {"age": "16-17"}, {"age": "65-plus"}, {"age": "65-plus", "severity": "8"},
		{"severity": "8", "duration": "under-2-days"}, {"feel": []string{"deep-breath"}}, {"feel": []string{"sharp-spot"}, "duration": "under-2-days"},
		{"spread": "arm"}, {"spread": "leg"}, {"spread": "both-legs"}, pregnant("after-birth"), pregnant("no"),
		{"risks": []string{"unsure"}}, {"risks": []string{"unsure"}, "pregnancy": "28-plus-weeks"}, {"risks": []string{"pregnancy"}, "pregnancy": nil}}
	for _, weeks := range []string{"maybe", "under-16-weeks", "16-27-weeks", "28-plus-weeks"} {
		states = append(states, pregnant(weeks), given{"risks": []string{"pregnancy", "bones"}, "pregnancy": weeks, "spread": "arm"})
	}
	for _, risk := range []string{"bones", "steroids", "cancer", "immune", "diabetes", "spine-procedure", "injecting", "blood-thinner"} {
		states = append(states, given{"risks": []string{risk}})
	}
	return states
}

// responseOf returns the answers of a person, those that are not asked left
// out.
func responseOf(t *testing.T, q *Questionnaire, g given) Response {
	t.Helper()
	r := q.NewResponse()
	for item, answer := range g {
		options, several := answer.([]string)
		if !several {
			options = []string{answer.(string)}
		}
		var err error
		if r, err = r.With(item, options...); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// No night is unsafe, whatever a person is used to.
func TestNoNightIsUnsafe(t *testing.T) {
	l := Open("en")
	people, steps := sleepers(l), 0
	for _, p := range people {
		r := responseOf(t, l.Questionnaire(), calmGiven(t, l.Triage(), p.changes))
		for _, a := range []Assessment{{}, {Disposition: Clinician}, {Disposition: Clinician, ComfortOnly: true}, {Disposition: Urgent}, {Disposition: Emergency}} {
			night := l.ForTheNight(r, a, p.habit)
			steps += len(night)
			if fault := unsafeNight(l, r, a, night); fault != "" {
				t.Fatalf("%s, for a person with %v who sleeps %q, assessed %v, comfort only %v", fault, p.changes, p.habit, a.Disposition, a.ComfortOnly)
			}
			if again := l.ForTheNight(r, a, p.habit); !reflect.DeepEqual(night, again) {
				t.Fatalf("two nights of the same person differ: %v, %q", p.changes, p.habit)
			}
		}
	}
	t.Logf("%d people, %d steps", len(people), steps)
}

// unsafeNight says what is wrong with a night, or nothing.
func unsafeNight(l *Library, r Response, a Assessment, night []Step) string {
	const (
		lying   = "stomach-pillow-pelvis"
		outside = "elsewhere"
	)
	pregnancy, area := r.Options("pregnancy"), r.Options("area")[0]
	silent := slices.Contains(r.Options("risks"), "pregnancy") && pregnancy == nil
	is := func(options ...string) bool {
		return silent || slices.ContainsFunc(options, func(o string) bool { return slices.Contains(pregnancy, o) })
	}
	holding := l.Precautions().Holding(r)
	seen := map[string]bool{}
	rank := -1
	for _, s := range night {
		id := s.Relief.ID
		forbiddenBy, forbidden := s.Relief.Contraindicated(holding)
		switch {
		case seen[id]:
			return id + " stands twice"
		case forbidden:
			return id + " is offered, which " + forbiddenBy + " forbids"
		case !a.Allows(s.Relief):
			return id + " is offered, which the assessment does not allow"
		case !s.Relief.For(area):
			return id + " is not for this area"
		case s.Phase != Tonight || badWhy(s.Why):
			return fmt.Sprintf("%s: got phase %q and reason %q", id, s.Phase, s.Why)
		case id == lying && (is("maybe", "under-16-weeks", "16-27-weeks", "28-plus-weeks", "after-birth") || area == "neck"):
			return "lying on the stomach is offered"
		case slices.Contains([]string{"flat-pillow-under-knees", "knees-over-pillows", "floor-90-90", "reclined"}, id) && is("28-plus-weeks"):
			return id + " is offered from 28 weeks"
		}
		seen[id] = true
		order := 0
		switch {
		case id == lying:
			order = 1
		case id == "night-waking":
			order = 4
		case id == "log-roll":
			order = 3
		case s.Relief.Kind != Position:
			order = 2
		}
		if order < rank {
			return id + " comes too late"
		}
		rank = order
	}
	for _, id := range []string{"log-roll", "night-waking"} {
		relief, _ := l.Relief().Find(id)
		if _, forbidden := relief.Contraindicated(holding); !seen[id] && !forbidden && a.Allows(relief) && area != outside {
			return "there is no " + id
		}
	}
	if position := slices.ContainsFunc(night, func(s Step) bool { return s.Relief.Kind == Position }); !position && a.Disposition < Emergency && area != outside {
		return "there is no position to lie in"
	}
	return ""
}
