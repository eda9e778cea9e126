package wizard

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
)

// otherwise returns answers of somebody with nothing to report, but for what is
// given.
func otherwise(t *testing.T, l *guidance.Library, changes map[string]any) guidance.Response {
	t.Helper()
	answers := map[string]any{"area": "lower", "spread": "no", "feel": []string{"firm-contraction"}, "em-nerves": "none",
		"em-chest-belly": "none", "em-head-accident": "none", "severity": "3", "duration": "2-6-days", "began": "strain",
		"course": "better", "pattern": []string{"none"}, "eases": "still", "urgent-illness": "none", "urgent-nerve": "none",
		"age": "18-49", "risks": []string{"none"}}
	for item, answer := range changes {
		answers[item] = answer
	}
	data, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Triage().ParseAnswers(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// under returns the blocks under a heading, as text.
func under(pages []Page, heading string) string {
	var text []string
	for _, p := range pages {
		for i, b := range p {
			if i > 0 && p[0].Text == heading {
				text = append(append(text, b.Text), b.Items...)
			}
		}
	}
	return strings.Join(text, "\n")
}

func whyPages(l *guidance.Library, r guidance.Response) []Page {
	return WhyTeller{Library: l}.Pages(r, l.Triage().Assess(r, guidance.History{}), guidance.History{})
}

func TestWhyCallsOnlyANoRuledOut(t *testing.T) {
	l := guidance.Open("en")
	pages := whyPages(l, otherwise(t, l, map[string]any{"urgent-illness": "unsure", "fever": "unsure", "unwell": "no",
		"breathless-on-effort": "no", "urine-change": "no", "flank-pain": "no", "vomiting": "no", "leg-swelling": "no"}))
	ruledOut, unsure, notAsked := under(pages, phraseRuledOut), under(pages, phraseNotSureTitle), under(pages, phraseNotAskedHead)
	const fever, saddle, neck = "Fever, or hot and shivery", "Numb or tingling between the legs", "Double vision, falls, bad swallowing"
	if !strings.Contains(unsure, fever) || strings.Contains(ruledOut, fever) {
		t.Errorf("a fever that may be there: got it ruled out, or not told, in\n%s\n%s", unsure, ruledOut)
	}
	if !strings.Contains(ruledOut, saddle) {
		t.Errorf("got %s not ruled out in\n%s", saddle, ruledOut)
	}
	if !strings.Contains(notAsked, neck) || strings.Contains(ruledOut, neck) {
		t.Errorf("a sign of the neck was not asked: got it ruled out, or not told, in\n%s\n%s", notAsked, ruledOut)
	}
}

func TestWhySaysWhatWouldHaveChangedIt(t *testing.T) {
	l := guidance.Open("en")
	fever := map[string]any{"urgent-illness": "yes", "fever": "yes", "unwell": "no", "breathless-on-effort": "no",
		"urine-change": "no", "flank-pain": "no", "vomiting": "no", "leg-swelling": "no"}
	tests := []struct {
		name    string
		changes map[string]any
		want    []string
		not     []string
	}{
		{"self-care", nil,
			[]string{"See a clinician in the next days", "Course: Getting worse (you said: Easing)", "Age: Under 16; 16 or 17 (you said: 18 to 49)"},
			[]string{phraseDownLimit, "Call for help"}},
		{"one sign", fever,
			[]string{"Call for help now", "You can treat this at home", "Fever, or hot and shivery: not there"}, nil},
		{"a scale", map[string]any{"age": "65-plus", "severity": "8"},
			[]string{"How bad: 0 to 3 (you said: 8)", "How bad: 4 to 6 (you said: 8)"}, nil},
		{"one of several", map[string]any{"risks": []string{"cancer"}},
			[]string{`Applies to you: without "Cancer, now or ever"`}, nil},
		{"two things", map[string]any{"risks": []string{"bones"}, "course": "worse"},
			[]string{fmt.Sprintf(phraseDownTwo, "You can treat this at home")}, []string{fmt.Sprintf(phraseDownOne, "You can treat this at home")}},
		{"too many", map[string]any{"risks": []string{"bones", "injecting"}, "course": "worse"}, []string{phraseDownNever}, []string{phraseDownLimit}},
		{"an emergency", map[string]any{"em-nerves": "yes", "saddle-numbness": "unsure"},
			[]string{phraseNoChange1}, []string{"otherwise, it would be", "not there", "true as well"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := under(whyPages(l, otherwise(t, l, test.changes)), phraseChangeTitle)
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("got\n%s\nwant %q in it", got, want)
				}
			}
			for _, not := range test.not {
				if strings.Contains(got, not) {
					t.Errorf("got\n%s\nwant no %q in it", got, not)
				}
			}
		})
	}
}

// What is told before anything goes down is that it is no invitation.
func TestWhyNeverInvitesAnotherAnswer(t *testing.T) {
	l := guidance.Open("en")
	for _, p := range whyPages(l, otherwise(t, l, map[string]any{"age": "65-plus", "severity": "8"})) {
		for i, b := range p {
			down := strings.HasPrefix(b.Text, "With one of these otherwise") || strings.HasPrefix(b.Text, "With two of these otherwise")
			if down && (p[0].Text != phraseChangeTitle || i < 2 || p[1].Text != phraseDownLimit) {
				t.Errorf("got %q after %q, want the limit first", b.Text, p[0].Text)
			}
		}
	}
}

func TestWhyOfTheFirstPage(t *testing.T) {
	l := guidance.Open("en")
	a := guidance.Assessment{Disposition: guidance.Emergency}
	pages := WhyTeller{Library: l, Number: "999"}.Pages(l.Questionnaire().NewResponse(), a, guidance.History{})
	if pages[0][0].Kind != Alarm || !strings.Contains(pages[0][1].Text, "999") {
		t.Errorf("got %v first, want the call", pages[0])
	}
	if got := under(pages, phraseWhy); got != phraseFirstPage {
		t.Errorf("got %q, want %q", got, phraseFirstPage)
	}
	if got := under(pages, phraseChangeTitle); !strings.HasPrefix(got, phraseNoChange3) {
		t.Errorf("got %q, want %q", got, phraseNoChange3)
	}
	if all := under(pages, phraseRuledOut) + under(pages, phraseNotAskedHead); all != "" {
		t.Errorf("got signs where nothing was asked: %q", all)
	}
}

func TestWhyNamesWhatWasLeftOut(t *testing.T) {
	l := guidance.Open("en")
	pages := whyPages(l, otherwise(t, l, map[string]any{"risks": []string{"bones"}, "eases": "curl"}))
	got := under(pages, phraseLeftOutTitle)
	want := "One knee to chest, because your bones may be weak. You said: Applies to you: Weak bones, or a bone broken easily."
	if !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant %q in it", got, want)
	}
}

// Told in few lines, no way is lost and none is added: the lines together stand
// for the sets that they were made of.
func TestChangesTogether(t *testing.T) {
	l := guidance.Open("en")
	w := WhyTeller{Library: l}
	change := func(item, option string) guidance.Change { return guidance.Change{Item: item, Option: option} }
	sets := [][]guidance.Change{
		{change("severity", "1"), change("age", "18-49")}, {change("severity", "1"), change("age", "50-59")},
		{change("severity", "2"), change("age", "18-49")}, {change("severity", "2"), change("age", "50-59")},
		{change("severity", "3"), change("age", "18-49")}, {change("course", "better"), change("age", "18-49")},
		{change("fever", "no"), change("age", "18-49")}, {change("unwell", "no"), change("age", "18-49")},
	}
	r := otherwise(t, l, map[string]any{"age": "65-plus", "severity": "8"})
	got := w.changeLines(r, guidance.Counterfactual{Sets: sets})
	const old = "(you said: 65 or over)"
	want := []string{
		"How bad: 1 to 2 (you said: 8), and Age: 18 to 49; 50 to 59 " + old,
		"How bad: 3 mild (you said: 8), and Age: 18 to 49 " + old,
		"Course: Easing (you said: Easing), and Age: 18 to 49 " + old,
		"Fever, or hot and shivery: not there, and Age: 18 to 49 " + old,
		"Weight loss, or feeling ill: not there, and Age: 18 to 49 " + old,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestManyWaysAreCounted(t *testing.T) {
	l := guidance.Open("en")
	var sets [][]guidance.Change
	for _, item := range l.Questionnaire().Items {
		if item.Kind == guidance.Sign {
			sets = append(sets, []guidance.Change{{Item: item.ID, Option: "no"}})
		}
	}
	got := WhyTeller{Library: l}.changeLines(l.Questionnaire().NewResponse(), guidance.Counterfactual{Sets: sets})
	if want := fmt.Sprintf(phraseMoreWays, len(sets)-mostLines); len(got) != mostLines+1 || got[mostLines] != want {
		t.Errorf("got %d lines, the last %q; want %d, the last %q", len(got), got[len(got)-1], mostLines+1, want)
	}
}
