package guidance

import (
	"slices"
	"testing"
)

// What has to be asked before a movement is what its precautions hang on,
// with what decides whether that is asked, in the order of the check.
func TestInputs(t *testing.T) {
	tests := []struct {
		precautions []string
		want        []string
	}{
		{nil, nil},
		{[]string{"no-such"}, nil},
		{[]string{"neck-pain"}, []string{"area"}},
		{[]string{"tingling"}, []string{"feel"}},
		{[]string{"acute-severe"}, []string{"severity", "duration"}},
		{[]string{"knock"}, []string{"duration", "began"}},
		{[]string{"child"}, []string{"age"}},
		{[]string{"blood-thinner"}, []string{"risks"}},
		{[]string{"bones"}, []string{"severity", "began", "age", "risks"}},
		{[]string{"pregnant-28"}, []string{"risks", "pregnancy"}},
		{[]string{"pregnant", "neck-pain", "acute-severe"}, []string{"area", "severity", "duration", "risks", "pregnancy"}},
	}
	p := Open("en").Precautions()
	for _, test := range tests {
		if got := p.Inputs(test.precautions...); !slices.Equal(got, test.want) {
			t.Errorf("Inputs(%q): got %q, want %q", test.precautions, got, test.want)
		}
	}
}

// Answering the inputs of a precaution settles it: nothing else can change
// whether it holds.
func TestInputsSuffice(t *testing.T) {
	l := Open("en")
	triage, p := l.Triage(), l.Precautions()
	person := newRespondent(t, triage)
	answers := make([]uint16, len(triage.q.items))
	person.respond(holds{}, answers)
	full := Response{q: triage.q, answers: answers}
	for _, c := range p.All {
		r := triage.q.NewResponse()
		for _, item := range p.Inputs(c.ID) {
			if options := full.Options(item); options != nil {
				var err error
				if r, err = r.With(item, options...); err != nil {
					t.Fatal(err)
				}
			}
		}
		if got, want := p.Holding(r)[c.ID], p.Holding(full)[c.ID]; got != want {
			t.Errorf("%s: with only its inputs answered got holding %v, want %v", c.ID, got, want)
		}
		if !p.Holding(triage.q.NewResponse())[c.ID] {
			t.Errorf("%s: does not hold when nothing is answered; silence is never a no", c.ID)
		}
		if p.Reason(c.ID) == "" {
			t.Errorf("%s: has no reason", c.ID)
		}
	}
	if got := p.Reason("no-such"); got != "" {
		t.Errorf("got reason %q for no precaution", got)
	}
}

func TestHolding(t *testing.T) {
	tests := []struct {
		name      string
		changes   given
		want, not []string
	}{
		{"calm", nil, nil, []string{"bones", "pregnant", "acute-severe", "child", "neck-pain"}},
		{"severe and fresh", given{"severity": "7", "duration": "under-2-days"}, []string{"acute-severe"}, nil},
		{"severe and old", given{"severity": "9", "duration": "2-6-days"}, nil, []string{"acute-severe"}},
		{"steroids are bones too", given{"risks": []string{"steroids"}}, []string{"bones", "steroids"}, []string{"blood-thinner"}},
		{"65 and mild", given{"age": "65-plus"}, []string{"older"}, []string{"bones"}},
		{"65 and severe", given{"age": "65-plus", "severity": "8"}, []string{"older", "bones"}, nil},
		{"not sure about a risk", given{"risks": []string{"unsure"}, "pregnancy": "no"}, []string{"bones", "steroids", "blood-thinner", "diabetes", "cancer", "infection-risk"}, []string{"pregnant"}},
		{"pregnancy not answered", given{"risks": []string{"pregnancy"}}, []string{"pregnant", "pregnant-16", "pregnant-28", "after-birth"}, nil},
		{"early pregnancy", given{"risks": []string{"pregnancy"}, "pregnancy": "under-16-weeks"}, []string{"pregnant"}, []string{"pregnant-16", "pregnant-28", "after-birth"}},
		{"an answer that is not asked does not count", given{"pregnancy": "28-plus-weeks"}, nil, []string{"pregnant", "pregnant-28"}},
	}
	l := Open("en")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, _ := l.Triage().ParseAnswers([]byte(calmGiven(t, l.Triage(), test.changes).json(t)))
			got := l.Precautions().Holding(r)
			for _, id := range test.want {
				if !got[id] {
					t.Errorf("got %q, want %q to hold", keys(got), id)
				}
			}
			for _, id := range test.not {
				if got[id] {
					t.Errorf("got %q, want %q not to hold", keys(got), id)
				}
			}
		})
	}
}
