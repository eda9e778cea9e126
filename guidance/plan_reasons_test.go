package guidance

import (
	"reflect"
	"slices"
	"testing"
)

// The reasons are those of the plan itself: the same steps, answers that were
// given, and nothing left out that is done.
func TestPlanReasonsAreThoseOfThePlan(t *testing.T) {
	l := Open("en")
	steps, leftOut, until := 0, 0, 0
	for _, r := range writtenPeople(t, l.Triage()) {
		a := l.Triage().Assess(r, History{})
		plan, reasons := l.PlanFor(r, a), l.PlanReasons(r, a)
		var got []Step
		done := map[string]bool{}
		for _, s := range reasons.Steps {
			got = append(got, s.Step)
			done[s.Relief.ID] = true
			wereGiven(t, r, s.Answers)
		}
		if !reflect.DeepEqual(got, plan) {
			t.Errorf("the reasons are for other steps than the plan has, for %v", r.Answers())
		}
		holding := l.Precautions().Holding(r)
		for _, left := range reasons.LeftOut {
			wereGiven(t, r, left.Answers)
			switch {
			case done[left.Relief.ID]:
				t.Errorf("%s is left out and done", left.Relief.ID)
			case left.Precaution == "" && a.Allows(left.Relief):
				t.Errorf("%s is left out until a clinician has looked, but allowed", left.Relief.ID)
			case left.Precaution == "":
				until++
			case !holding[left.Precaution] || len(left.Answers) == 0:
				t.Errorf("%s is left out because of %s, which does not hold, or comes from no answer", left.Relief.ID, left.Precaution)
			}
		}
		steps, leftOut = steps+len(reasons.Steps), leftOut+len(reasons.LeftOut)
	}
	t.Logf("%d steps, %d left out, %d of them until a clinician has looked", steps, leftOut, until)
	if until == 0 || leftOut == until {
		t.Error("one way of leaving out was not seen")
	}
}

// wereGiven reports answers that the person did not give.
func wereGiven(t *testing.T, r Response, answers []Answer) {
	t.Helper()
	for _, a := range answers {
		for _, o := range a.Options {
			if !slices.Contains(r.Options(a.Item), o) {
				t.Errorf("%s was not answered %s", a.Item, o)
			}
		}
	}
}

func TestPlanReasonsNameTheAnswers(t *testing.T) {
	l := Open("en")
	r := calmResponse(t, l.Triage())
	for item, options := range map[string][]string{"eases": {"curl"}, "risks": {"bones"}, "severity": {"5"}} {
		var err error
		if r, err = r.With(item, options...); err != nil {
			t.Fatal(err)
		}
	}
	reasons := l.PlanReasons(r, l.Triage().Assess(r, History{}))
	first := reasons.Steps[0]
	want := []Answer{{"area", []string{"lower"}}, {"eases", []string{"curl"}}}
	if first.Line != "now-floor-90-90" || !reflect.DeepEqual(first.Answers, want) {
		t.Errorf("got %s because of %v, want now-floor-90-90 because of %v", first.Line, first.Answers, want)
	}
	n := slices.IndexFunc(reasons.LeftOut, func(l LeftOut) bool { return l.Relief.ID == "knee-to-chest" })
	if n < 0 || reasons.LeftOut[n].Precaution != "bones" ||
		!reflect.DeepEqual(reasons.LeftOut[n].Answers, []Answer{{"risks", []string{"bones"}}}) {
		t.Errorf("got %v, want knee-to-chest left out because of weak bones", reasons.LeftOut)
	}
	if emergency := l.PlanReasons(r, Assessment{Disposition: Emergency}); len(emergency.Steps)+len(emergency.LeftOut) > 0 {
		t.Errorf("an emergency has reasons for steps: %v", emergency)
	}
}
