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
	const fever, saddle, neck = "Fever, or hot and shivery", "Numb or tingling between the legs", "With the neck pain, is there double vision"
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

// A sign that was said to be there, or not to be sure, in an answer that another
// one takes back is neither ruled out nor "not there": both are told.
func TestWhyNeverCallsAContradictedSignRuledOut(t *testing.T) {
	l := guidance.Open("en")
	const saddle, fever = "Numb or tingling between the legs", "Fever, or hot and shivery"
	for _, given := range []string{"yes", "unsure"} {
		r := otherwise(t, l, map[string]any{"saddle-numbness": given, "fever": given})
		pages := whyPages(l, r)
		odds, ruledOut := under(pages, phraseAtOddsTitle), under(pages, phraseRuledOut)
		for _, sign := range []string{saddle, fever} {
			if !strings.Contains(odds, sign) || strings.Contains(ruledOut, sign) {
				t.Errorf("%s: %s: got\n%s\nand ruled out\n%s\nwant it contradicted", given, sign, odds, ruledOut)
			}
		}
		if !strings.Contains(odds, "Call for help now") {
			t.Errorf("%s: got\n%s\nwant what the sign asks for", given, odds)
		}
		why := under(pages, phraseWhy)
		result := under((&Conversation{Library: l}).ResultPages(r, l.Triage().Assess(r, guidance.History{})), phraseWhy)
		for _, text := range []string{why, result} {
			if strings.Contains(text, phraseNothing) || !strings.Contains(text, phraseAtOddsWhy) {
				t.Errorf("%s: got %q, want it said that the answers contradict each other", given, text)
			}
		}
		last := -1
		for i, p := range pages {
			if p[0].Text == phraseAtOddsTitle {
				last = i
			}
			if p[0].Text == phraseRuledOut && last < 0 {
				t.Error("what is ruled out comes before what is contradicted")
			}
		}
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
			[]string{phraseWaysLimit, "It would have been \"See a clinician in the next days\" in each of these cases:",
				`If at "How has it changed since it began?" you had said "Getting worse" instead of "Easing".`,
				`If at "How old are you?" you had said "Under 16" or "16 or 17" instead of "18 to 49".`},
			[]string{phraseDownNever, "Call for help"}},
		{"one sign", fever,
			[]string{phraseWaysSure, "Call for help now", "You can treat this at home", `If you had said no to "Fever, or hot and shivery".`,
				`If you had said yes to "Numb or tingling between the legs", "Urine stuck, leaking or not felt"`}, nil},
		{"a scale", map[string]any{"age": "65-plus", "severity": "8"},
			[]string{`you had said "0 to 3" instead of "8".`, `you had said "4 to 6" instead of "8".`}, nil},
		{"one of several", map[string]any{"risks": []string{"cancer"}},
			[]string{`If at "Does any of this apply to you?" you had not said "Cancer, now or ever".`}, nil},
		{"two things", map[string]any{"risks": []string{"bones"}, "course": "worse"},
			[]string{fmt.Sprintf(phraseWays, "You can treat this at home"), `, and if at "Does any of this apply to you?" you had not said "Weak bones`}, nil},
		{"too many", map[string]any{"risks": []string{"bones", "injecting"}, "course": "worse"}, []string{phraseDownNever}, []string{"You can treat this at home"}},
		{"an emergency", map[string]any{"em-nerves": "yes", "saddle-numbness": "unsure"},
			[]string{phraseNoChange1}, []string{"It would have been", "said no", "said yes"}},
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

// That it is no invitation is told before any other answer is.
func TestWhyNeverInvitesAnotherAnswer(t *testing.T) {
	l := guidance.Open("en")
	for _, changes := range []map[string]any{nil, {"age": "65-plus", "severity": "8"}, {"risks": []string{"bones", "injecting"}, "course": "worse"}} {
		ways := 0
		for _, p := range whyPages(l, otherwise(t, l, changes)) {
			for i, b := range p {
				if !strings.HasPrefix(b.Text, "It would have been") {
					continue
				}
				ways++
				if i < 2 || p[0].Text != phraseChangeTitle || !strings.HasPrefix(p[1].Text, phraseWaysLimit) {
					t.Errorf("got %q after %q, want the limit first", b.Text, p[0].Text)
				}
			}
		}
		if ways == 0 {
			t.Errorf("%v: got no way to another result", changes)
		}
	}
}

// The result with its explanation says why once, in every disposition.
func TestExplainedPagesSayWhyOnce(t *testing.T) {
	l := guidance.Open("en")
	for _, changes := range []map[string]any{nil, {"course": "worse"}, {"urgent-illness": "yes", "fever": "yes", "unwell": "no",
		"breathless-on-effort": "no", "urine-change": "no", "flank-pain": "no", "vomiting": "no", "leg-swelling": "no"}, {"em-nerves": "yes", "saddle-numbness": "yes"}} {
		r := otherwise(t, l, changes)
		a := l.Triage().Assess(r, guidance.History{})
		c := &Conversation{Library: l}
		times := 0
		for _, p := range c.ExplainedPages(r, a, guidance.History{}) {
			if p[0].Text == phraseWhy {
				times++
			}
		}
		if times != 1 {
			t.Errorf("%v: got %d sections %q, want one", changes, times, phraseWhy)
		}
		for _, f := range a.Findings {
			if got := strings.Count(fmt.Sprint(c.ExplainedPages(r, a, guidance.History{})), f.Reason); got != 1 {
				t.Errorf("%v: got the finding %s %d times, want it once", changes, f.ID, got)
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
	const age, severity = `, and if at "How old are you?" you had said %s instead of "65 or over".`, `If at "How bad is it, from 0 to 10?" you had said %s instead of "8"`
	both, one := fmt.Sprintf(age, `"18 to 49" or "50 to 59"`), fmt.Sprintf(age, `"18 to 49"`)
	want := []string{
		fmt.Sprintf(severity, `"1 to 2"`) + both,
		fmt.Sprintf(severity, `"3 mild"`) + one,
		`If at "How has it changed since it began?" you had said "Easing" instead of "Easing"` + one,
		`If you had said no to "Fever, or hot and shivery"` + one,
		`If you had said no to "Weight loss, or feeling ill"` + one,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestManyWaysAreCounted(t *testing.T) {
	l := guidance.Open("en")
	var sets [][]guidance.Change
	for _, item := range l.Questionnaire().Items() {
		if item.Kind == guidance.Sign {
			sets = append(sets, []guidance.Change{{Item: item.ID, Option: "no"}})
		}
	}
	got := WhyTeller{Library: l}.changeLines(l.Questionnaire().NewResponse(), guidance.Counterfactual{Sets: sets})
	if want := fmt.Sprintf(phraseMoreWays, len(sets)-mostLines); len(got) != mostLines+1 || got[mostLines] != want {
		t.Errorf("got %d lines, the last %q; want %d, the last %q", len(got), got[len(got)-1], mostLines+1, want)
	}
}
