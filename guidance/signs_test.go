package guidance

import (
	"fmt"
	"slices"
	"testing"
)

func TestOnlyAnswersRuleSignsOut(t *testing.T) {
	triage := Open("en").Triage()
	answer := func(r Response, item string, options ...string) Response {
		t.Helper()
		r, err := r.With(item, options...)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	start := answer(answer(triage.q.NewResponse(), "area", "lower"), "spread", "no")
	tests := []struct {
		name string
		r    Response
		sign string
		want SignStatus
	}{
		{"nothing is answered", start, "saddle-numbness", SignNotAsked},
		{"none of a list", answer(start, "em-nerves", "none"), "saddle-numbness", SignRuledOut},
		{"a screen that is not reached", answer(start, "em-nerves", "none"), "chest-pain", SignNotAsked},
		{"yes to a list, and no more", answer(start, "em-nerves", "yes"), "saddle-numbness", SignNotAsked},
		{"yes", answer(answer(start, "em-nerves", "yes"), "saddle-numbness", "yes"), "saddle-numbness", SignPresent},
		{"no", answer(answer(start, "em-nerves", "yes"), "saddle-numbness", "no"), "saddle-numbness", SignRuledOut},
		{"not sure", answer(answer(start, "em-nerves", "unsure"), "saddle-numbness", "unsure"), "saddle-numbness", SignUnsure},
		{"not on the list for this area", answer(start, "em-head-accident", "none"), "neck-artery", SignNotAsked},
		{"on the list for that area", answer(answer(start, "em-head-accident", "none"), "area", "neck"), "neck-artery", SignRuledOut},
		{"asked by itself, so that the list does not answer it",
			answer(answer(start, "em-nerves", "none"), "spread", "both-legs"), "both-legs", SignNotAsked},
		{"an answer that does not count any more",
			answer(answer(answer(start, "em-nerves", "yes"), "saddle-numbness", "yes"), "em-nerves", "none"), "saddle-numbness", SignRuledOut},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			reports := triage.Signs(test.r)
			n := slices.IndexFunc(reports, func(s SignReport) bool { return s.Sign.ID == test.sign })
			if n < 0 || reports[n].Status != test.want {
				t.Errorf("got %v, want %s to be %v", reports, test.sign, test.want)
			}
		})
	}
}

// A sign that is affirmed in an answer that does not count is a contradiction,
// and stays in the answers that are kept.
func TestDiscountedSignsAreFound(t *testing.T) {
	triage := Open("en").Triage()
	r := triage.q.NewResponse()
	for _, answer := range [][]string{{"area", "lower"}, {"em-nerves", "none"}, {"saddle-numbness", "yes"}, {"bladder-change", "unsure"},
		{"bowel-change", "no"}, {"child-signs", "yes"}} {
		var err error
		if r, err = r.With(answer[0], answer[1]); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, c := range triage.Discounted(r) {
		got = append(got, fmt.Sprintf("%s unsure %v listed %v %v", c.Sign.ID, c.Unsure, c.Listed, c.Tier))
	}
	want := []string{"saddle-numbness unsure false listed true emergency", "bladder-change unsure true listed true emergency",
		"child-signs unsure false listed false urgent"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if all := r.AllAnswers(); all["saddle-numbness"] != "yes" || all["em-nerves"] != "none" {
		t.Errorf("got %v, want every answer", all)
	}
	if found := triage.Discounted(r.Counted()); len(found) > 0 || r.Counted().Given("saddle-numbness") != nil {
		t.Errorf("got %v among the answers that count", found)
	}
}

// Every sign has a report, in its tier, and what a finding rests on is never
// among what is ruled out.
func TestSignsAgreeWithFindings(t *testing.T) {
	triage := Open("en").Triage()
	tiers := map[string]Disposition{"saddle-numbness": Emergency, "neck-artery": Emergency, "fever": Urgent, "night-pain": Urgent,
		"constant-pain": Urgent, "worse-coughing": Clinician, "not-mechanical": Clinician, "morning-stiffness": Clinician}
	signs := 0
	for _, item := range triage.q.items {
		if item.Kind == Sign {
			signs++
		}
	}
	for _, r := range writtenPeople(t, triage) {
		status := map[string]SignStatus{}
		reports := triage.Signs(r)
		for i, s := range reports {
			status[s.Sign.ID] = s.Status
			if want, ok := tiers[s.Sign.ID]; ok && s.Tier != want {
				t.Errorf("%s: got tier %v, want %v", s.Sign.ID, s.Tier, want)
			}
			if s.Tier == SelfCare || i > 0 && s.Tier > reports[i-1].Tier {
				t.Errorf("%s: tier %v is out of place", s.Sign.ID, s.Tier)
			}
		}
		if len(status) != signs {
			t.Errorf("got %d signs, want %d", len(status), signs)
		}
		for _, f := range triage.Assess(r, History{}).Findings {
			for _, a := range f.Answers {
				want := map[string]SignStatus{"yes": SignPresent, "unsure": SignUnsure}[a.Options[0]]
				if got, sign := status[a.Item]; sign && got != want {
					t.Errorf("%s rests on %s %v, which is %v", f.ID, a.Item, a.Options, got)
				}
			}
		}
	}
}
