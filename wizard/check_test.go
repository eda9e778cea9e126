package wizard_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
	"backcare/wizard"
)

func TestHealthyCheck(t *testing.T) {
	c, p := talk(t, nil)
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if out.Assessment.Disposition != guidance.SelfCare {
		t.Errorf("got %v, want self-care", out.Assessment.Disposition)
	}
	want := []string{"begin", "area", "spread", "feel", "em-nerves", "em-chest-belly", "em-head-accident", "severity",
		"duration", "began", "course", "pattern", "eases", "urgent-illness", "urgent-nerve", "age", "risks", "review", "after-result"}
	if !slices.Equal(p.ids(), want) {
		t.Errorf("asked\n%q, want\n%q", p.ids(), want)
	}
	if got := strings.Index(p.told.String(), "emergency"); got < 0 {
		t.Error("the emergency list was not told before the questions")
	}
	if !strings.Contains(p.presented.String(), "at home") {
		t.Errorf("the result was not presented: %s", p.presented.String())
	}
}

// Each sign of each emergency screen, present or not sure, ends the questions
// at once and offers no movement.
func TestEmergencyEndsTheQuestions(t *testing.T) {
	for _, item := range guidance.Open("en").Questionnaire().Items() {
		if !strings.HasPrefix(item.Screen, "em-") {
			continue
		}
		for _, answer := range []string{"yes", "unsure"} {
			t.Run(item.ID+" "+answer, func(t *testing.T) {
				script := map[string][]string{"area": {"neck"}, item.Screen: {"unsure"}, item.ID: {answer}}
				for _, other := range guidance.Open("en").Questionnaire().Items() {
					if other.Screen == item.Screen && other.ID != item.ID {
						script[other.ID] = []string{"no"}
					}
				}
				c, p := talk(t, script)
				out, err := c.Check()
				if err != nil {
					t.Fatal(err)
				}
				if out.Assessment.Disposition != guidance.Emergency {
					t.Errorf("got %v, want emergency", out.Assessment.Disposition)
				}
				if last := p.ids()[len(p.ids())-2:]; last[0] != item.ID || last[1] != "after-emergency" {
					t.Errorf("the last questions were %q, want the sign and what now", last)
				}
				if !strings.Contains(p.presented.String(), "112") {
					t.Error("the result names no number to call")
				}
			})
		}
	}
}

func TestMistakeOnAnEmergencyCanBeMended(t *testing.T) {
	c, p := talk(t, map[string][]string{
		"em-nerves": {"yes", "none"}, "saddle-numbness": {"yes"},
		"after-emergency": {"mistake"}, "review": {"em-nerves", ""},
	})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if out.Assessment.Disposition != guidance.SelfCare {
		t.Errorf("got %v, want self-care after the mistake was mended", out.Assessment.Disposition)
	}
	if got := p.Count("em-nerves"); got != 2 {
		t.Errorf("the screen was asked %d times, want 2", got)
	}
	if got := p.Count("area"); got != 1 {
		t.Errorf("the area was asked %d times, want 1: answers are kept", got)
	}
}

func TestBackKeepsTheAnswers(t *testing.T) {
	c, p := talk(t, map[string][]string{"feel": {goBack, "twitch"}, "spread": {"no", goBack, "leg"}, "area": {"neck", "lower"}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if got := out.Response.Options("area"); !slices.Equal(got, []string{"lower"}) {
		t.Errorf("area is %q, want lower, the answer given when back at it", got)
	}
	want := []string{"begin", "area", "spread", "feel", "spread", "area", "feel"}
	if got := p.ids()[:len(want)]; !slices.Equal(got, want) {
		t.Errorf("asked %q, want %q", got, want)
	}
	if again := p.Asked[4]; again.Choices[again.Default].ID != "no" {
		t.Errorf("back at the question, %q is marked, want the answer given before", again.Choices[again.Default].ID)
	}
	if p.Asked[1].Back || !p.Asked[2].Back {
		t.Error("the first question offers to go back, or the second does not")
	}
}

// The choice that is marked on a warning sign never clears it, even when
// going back to one that was cleared.
func TestMarkedChoiceNeverClears(t *testing.T) {
	c, p := talk(t, map[string][]string{"em-nerves": {"none"}, "em-chest-belly": {goBack, "none"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if got := p.Count("em-nerves"); got != 2 {
		t.Fatalf("the screen was asked %d times, want 2", got)
	}
	for _, q := range p.Asked {
		if marked := q.Choices[q.Default].ID; len(q.Signs) > 0 && marked != "yes" {
			t.Errorf("on %q the choice %q is marked", q.ID, marked)
		}
	}
}

func TestReviewChangesAnyAnswer(t *testing.T) {
	c, p := talk(t, map[string][]string{"review": {"area", "severity", ""}, "area": {"lower", "neck"}, "severity": {"5", "2"}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if a, s := out.Response.Options("area"), out.Response.Options("severity"); a[0] != "neck" || s[0] != "2" {
		t.Errorf("after the review: area %q and severity %q, want neck and 2", a, s)
	}
	if got := p.Count("review"); got != 3 {
		t.Errorf("reviewed %d times, want 3", got)
	}
}

// An answer that opens further questions when it is changed in the review has
// them asked before the result.
func TestReviewOpensNewQuestions(t *testing.T) {
	c, p := talk(t, map[string][]string{"review": {"feel", ""}, "feel": {"twitch", "deep-breath"}, "breath": {"any"}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if p.Count("breath") != 1 || out.Assessment.Disposition != guidance.Urgent {
		t.Errorf("breath asked %d times, got %v; want once and urgent", p.Count("breath"), out.Assessment.Disposition)
	}
}

func TestContradictedScreenIsAskedAgain(t *testing.T) {
	signs := map[string][]string{"urgent-illness": {"yes", "none"}}
	for _, item := range guidance.Open("en").Questionnaire().Items() {
		if item.Screen == "urgent-illness" {
			signs[item.ID] = []string{"no"}
		}
	}
	c, p := talk(t, signs)
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Count("urgent-illness"); got != 2 {
		t.Errorf("the screen was asked %d times, want 2", got)
	}
	if out.Assessment.Disposition != guidance.SelfCare || len(out.Assessment.Unanswered) > 0 {
		t.Errorf("got %v with %q unanswered", out.Assessment.Disposition, out.Assessment.Unanswered)
	}
}

// Leaving at any question gives no result, says so, and names the signs that
// need help.
func TestLeavingAtEveryQuestion(t *testing.T) {
	c, p := talk(t, nil)
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	for _, id := range p.ids() {
		if id == "after-result" {
			continue
		}
		t.Run(id, func(t *testing.T) {
			c, p := talk(t, map[string][]string{id: {leave}})
			out, err := c.Check()
			if !errors.Is(err, wizard.ErrLeave) {
				t.Fatalf("got error %v, want ErrLeave", err)
			}
			if len(out.Assessment.Findings) > 0 || p.presented.Len() > 0 {
				t.Error("there is a result although the person left")
			}
			if told := p.told.String(); !strings.Contains(told, "no result") || !strings.Contains(told, "112") {
				t.Errorf("told %q, want that there is no result, and whom to call", told)
			}
		})
	}
}

func TestPlaceCountsTheQuestions(t *testing.T) {
	c, p := talk(t, nil)
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if got := p.Asked[1].Place; got != "Question 1 of 17" {
		t.Errorf("the first place is %q, want 1 of 17", got)
	}
	if got := p.Asked[16].Place; got != "Question 16 of 17" {
		t.Errorf("the last place is %q, want 16 of 17: the review is the 17th", got)
	}
}

func TestEveryQuestionSaysWhy(t *testing.T) {
	c, p := talk(t, map[string][]string{"area": {"upper"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	for _, q := range p.Asked {
		if q.ID != "begin" && q.ID != "after-result" && q.Why == "" {
			t.Errorf("question %q does not say why it is asked", q.ID)
		}
	}
}

// Leaving after the result keeps the result.
func TestLeavingAfterTheResult(t *testing.T) {
	c, _ := talk(t, map[string][]string{"after-result": {leave}})
	out, err := c.Check()
	if !errors.Is(err, wizard.ErrLeave) || !out.Decided || out.Assessment.Disposition != guidance.SelfCare {
		t.Errorf("got %v and decided %v, %v; want ErrLeave with the result", err, out.Decided, out.Assessment.Disposition)
	}
}

// Somebody who has one of the signs of the first page is sent to care at once;
// a mistake there leads back.
func TestOneOfTheFirstSigns(t *testing.T) {
	c, p := talk(t, map[string][]string{"begin": {"sign"}})
	out, err := c.Check()
	if err != nil || out.Assessment.Disposition != guidance.Emergency || !out.Decided {
		t.Fatalf("got %v, %v; want a decided emergency", out.Assessment.Disposition, err)
	}
	if !strings.Contains(p.presented.String(), "Call for help now") || p.Count("area") > 0 {
		t.Errorf("presented %q and asked %d questions", p.presented.String(), p.Count("area"))
	}
	c, _ = talk(t, map[string][]string{"begin": {"sign", "begin"}, "after-emergency": {"mistake"}})
	if out, err = c.Check(); err != nil || out.Assessment.Disposition != guidance.SelfCare {
		t.Errorf("after the mistake got %v, %v; want self-care", out.Assessment.Disposition, err)
	}
}

// Going back from an answer that is being changed leads to the review, with
// the answer as it was.
func TestBackFromAChangeLeadsToTheReview(t *testing.T) {
	c, p := talk(t, map[string][]string{"review": {"feel", ""}, "feel": {"twitch", goBack}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if got := out.Response.Options("feel"); !slices.Equal(got, []string{"twitch"}) {
		t.Errorf("feel is %q, want twitch as before", got)
	}
	if got := p.Count("review"); got != 2 {
		t.Errorf("reviewed %d times, want 2", got)
	}
}

// Changing an answer after the result starts from the answer that was given.
func TestChangeAfterTheResult(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"change", "finish"}, "review": {"", "area", ""}, "area": {"lower", "neck"}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if got := out.Response.Options("area"); !slices.Equal(got, []string{"neck"}) {
		t.Errorf("area is %q, want neck", got)
	}
	for _, q := range p.Asked {
		if q.ID == "area" && q.Back && q.Choices[q.Default].ID != "lower" {
			t.Errorf("%q is marked, want the answer given", q.Choices[q.Default].ID)
		}
	}
}
