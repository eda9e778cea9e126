package wizard_test

import (
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
	"backcare/wizard"
)

func TestWalkGoesThroughThePlan(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first"}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	steps := c.Library.PlanFor(out.Response, out.Assessment)
	if got := p.Count("step"); got != len(steps) {
		t.Errorf("walked %d steps, want the %d of the plan", got, len(steps))
	}
	for _, s := range steps {
		for _, line := range s.Relief.Words.How {
			if !strings.Contains(p.told.String(), line) {
				t.Errorf("%s: how is not told: %q", s.Relief.ID, line)
			}
		}
	}
}

func TestWalkBackAndFinish(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first"}, "step": {"next", "back", "next", goBack, "finish"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if got := p.Count("step"); got != 5 {
		t.Errorf("got %d steps, want 5", got)
	}
	first := "On your back, knees over pillows (Now"
	if got := strings.Count(p.told.String(), first); got != 3 {
		t.Errorf("the first step was shown %d times, want 3", got)
	}
}

func TestHowIsItNow(t *testing.T) {
	tests := []struct {
		name, now string
		want      string
		rechecked bool
	}{
		{"better", "2", "Pain from 5 to 2: that is a real change", false},
		{"same", "6", "Pain from 5 to 6", false},
		{"up by two", "7", "gone up by 2", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, p := talk(t, map[string][]string{"after-result": {"first", "finish"}, "severity": {"5", test.now},
				"step": {"now", "finish"}})
			if _, err := c.Check(); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(p.told.String(), test.want) {
				t.Errorf("told %q, want %q in it", p.told.String(), test.want)
			}
			if got := p.Count("em-nerves") == 2; got != test.rechecked {
				t.Errorf("warning signs asked again: %v, want %v", got, test.rechecked)
			}
		})
	}
}

// A slow rise counts from the start, not from the last score.
func TestHowIsItNowCountsFromTheStart(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first", "finish"}, "severity": {"5", "6", "7", "7"},
		"step": {"now", "now", "finish"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if got := p.Count("em-nerves"); got != 2 {
		t.Errorf("warning signs asked %d times, want again after a rise of 2 in two steps", got)
	}
}

// Going back passes over a step that made things worse.
func TestBackPassesOverWhatMadeItWorse(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first"}, "step": {"next", "worse", "back", "finish"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(p.told.String(), "On your back, knees over pillows (Now"); got != 2 {
		t.Errorf("the first step was shown %d times, want 2: back passes over the second", got)
	}
}

// A fever that comes up before the heat is a warning sign.
func TestScreeningBringsTheWarningSignsBack(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first", "finish"}, "heat-skin": {"fever"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if got := p.Count("urgent-illness"); got != 2 {
		t.Errorf("warning signs asked %d times, want 2", got)
	}
	if strings.Contains(p.told.String(), "Heat (Now") {
		t.Error("heat is shown in spite of a fever")
	}
}

// A step that makes things worse is left out from then on, with something to
// do instead; a second one brings the warning signs back first.
func TestThisMakesItWorse(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first", "first", "finish"}, "step": {"worse", "worse", "finish"},
		"em-nerves": {"none", "yes"}, "saddle-numbness": {"yes"}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	told := p.told.String()
	if q := p.question("worse"); !slices.ContainsFunc(q.Choices, func(c wizard.Choice) bool { return c.ID == "instead" }) {
		t.Errorf("nothing is offered instead, only %v", q.Choices)
	}
	if !strings.Contains(told, "Two steps have made it worse") {
		t.Error("the second worsening does not bring the warning signs back")
	}
	if out.Assessment.Disposition != guidance.Emergency {
		t.Errorf("got %v, want emergency by the sign given on the second asking", out.Assessment.Disposition)
	}
}

// What is done instead comes next in the walk.
func TestInsteadOfWhatMadeItWorse(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first"}, "step": {"worse", "finish"}, "worse": {"easier", "instead"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	told := p.told.String()
	easier, instead := strings.Index(told, "Easier: "), strings.Index(told, "On your side, pillow between knees (Now")
	if easier < 0 || instead < easier {
		t.Errorf("the easier way at %d, what to do instead at %d; want both, in this order:\n%s", easier, instead, told)
	}
}

// A new sign that comes up in a movement brings the warning signs back.
func TestNewSignBringsTheWarningSignsBack(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first", "finish"}, "step": {"worse"}, "worse": {"sign"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if got := p.Count("em-nerves"); got != 2 {
		t.Errorf("the warning signs were asked %d times, want 2", got)
	}
}

func TestWhatMadeItWorseIsNotOfferedAgain(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-result": {"first", "first", "finish"}, "step": {"worse", "worse", "finish"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"On your back, knees over pillows (", "Slow belly breathing ("} {
		if got := strings.Count(p.told.String(), title); got != 1 {
			t.Errorf("%q was shown %d times, want once", title, got)
		}
	}
}

// A screening answer leaves its step out, says why and offers something else;
// "not sure" is never taken for "no".
func TestScreeningLeavesAStepOut(t *testing.T) {
	for _, answer := range []string{"numb-skin", "unsure"} {
		t.Run(answer, func(t *testing.T) {
			c, p := talk(t, map[string][]string{"after-result": {"first"}, "heat-skin": {answer}})
			if _, err := c.Check(); err != nil {
				t.Fatal(err)
			}
			told := p.told.String()
			if !strings.Contains(told, "Heat: leave it out") {
				t.Error("heat is not left out")
			}
			if strings.Contains(told, "Heat (Now") {
				t.Error("heat is shown although it must be left out")
			}
		})
	}
}

func TestStretchesAskOnlyWhatMatters(t *testing.T) {
	c, p := talk(t, nil)
	relief, _ := c.Library.Relief().Find("seated-twist")
	if err := c.Stretches(wizard.Session{Reliefs: []guidance.Relief{relief}}); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"em-nerves", "em-chest-belly", "em-head-accident", "risks", "severity"} {
		if !slices.Contains(p.ids(), id) {
			t.Errorf("%q was not asked before the first movement", id)
		}
	}
	if slices.Contains(p.ids(), "pattern") {
		t.Error("the pattern was asked, which no movement depends on")
	}
	if !strings.Contains(p.told.String(), "Seated twist (1 of 1)") {
		t.Errorf("the movement was not shown: %s", p.told.String())
	}
}

func TestStretchesLeaveOutWhatIsUnsafe(t *testing.T) {
	c, p := talk(t, map[string][]string{"risks": {"bones"}})
	relief, _ := c.Library.Relief().Find("seated-twist")
	if err := c.Stretches(wizard.Session{Reliefs: []guidance.Relief{relief}}); err != nil {
		t.Fatal(err)
	}
	told := p.told.String()
	if !strings.Contains(told, "Seated twist, because your bones may be weak") || strings.Contains(told, "Seated twist (1 of 1)") {
		t.Errorf("a twist is not left out for weak bones: %s", told)
	}
}

func TestStretchesSendAnEmergencyToCare(t *testing.T) {
	c, p := talk(t, map[string][]string{"em-chest-belly": {"yes"}, "chest-pain": {"yes"}})
	relief, _ := c.Library.Relief().Find("shoulder-raises")
	if err := c.Stretches(wizard.Session{Reliefs: []guidance.Relief{relief}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(p.presented.String(), "Call for help now") {
		t.Errorf("presented %q, want the call", p.presented.String())
	}
	if p.Count("step") > 0 {
		t.Error("a movement was offered in an emergency")
	}
}

func TestStretchesByArea(t *testing.T) {
	c, p := talk(t, map[string][]string{"area": {"neck"}, "movement": {"shoulder-raises", ""}})
	if err := c.Stretches(wizard.Session{}); err != nil {
		t.Fatal(err)
	}
	if p.Count("movement") != 2 || p.Count("em-nerves") != 1 {
		t.Errorf("movement asked %d times and the signs %d; want 2 and 1", p.Count("movement"), p.Count("em-nerves"))
	}
}

func TestSleepShowsWhatFitsFirst(t *testing.T) {
	c, p := talk(t, map[string][]string{"eases": {"curl"}})
	if err := c.Sleep(); err != nil {
		t.Fatal(err)
	}
	told := p.told.String()
	if first, last := strings.Index(told, "pillow between knees ("), strings.Index(told, "stomach"); first < 0 || last >= 0 && last < first {
		t.Errorf("the side position does not come first: %s", told)
	}
}

// How a person mostly sleeps decides which safe position comes first.
func TestSleepFollowsTheHabit(t *testing.T) {
	first := map[string]string{"side": "On your side, pillow between knees (", "back": "Flat, one pillow under knees (",
		"front": "On your side, hugging a pillow ("}
	for habit, want := range first {
		c, p := talk(t, map[string][]string{"sleep-habit": {habit}, "area": {"neck"}})
		if err := c.Sleep(); err != nil {
			t.Fatal(err)
		}
		at := strings.Index(p.told.String(), " (Tonight, 1 of ")
		if at < 0 {
			t.Fatalf("no first position: %s", p.told.String())
		}
		line := p.told.String()[:at+2]
		if !strings.HasSuffix(line, want) {
			t.Errorf("sleeping on the %s: the first is %q, want %q", habit, line[strings.LastIndex(line, "\n")+1:], want)
		}
	}
}

func TestSleepOffersNoStomachInPregnancy(t *testing.T) {
	c, p := talk(t, map[string][]string{"eases": {"arch"}, "risks": {"pregnancy"}, "pregnancy": {"16-27-weeks"},
		"pre-eclampsia": {"no"}})
	if err := c.Sleep(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(p.told.String(), "stomach (") {
		t.Error("lying on the stomach is offered in pregnancy")
	}
}

// Whatever the height of the screen, everything is shown once and in order.
func TestNothingIsLostOnSmallScreens(t *testing.T) {
	c, whole := talk(t, map[string][]string{"after-result": {"first", "finish"}, "step": {"finish"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	for lines := 1; lines < 12; lines++ {
		c, p := talk(t, map[string][]string{"after-result": {"first", "finish"}, "step": {"finish"}})
		p.fits = func(page wizard.Page, choices int) bool {
			n := choices
			for _, b := range page {
				n += max(1, len(b.Items))
			}
			return n <= lines+5
		}
		if _, err := c.Check(); err != nil {
			t.Fatal(err)
		}
		if got, want := p.presented.String()+p.told.String(), whole.presented.String()+whole.told.String(); got != want {
			t.Errorf("%d lines: got\n%s\nwant\n%s", lines, got, want)
		}
	}
}

// An urgent sign forbids a movement outside a check too.
func TestStretchesSendAnUrgentSignToCare(t *testing.T) {
	script := map[string][]string{"urgent-nerve": {"yes"}, "one-limb-weakness": {"yes"}}
	for _, item := range guidance.Open("en").Questionnaire().Items() {
		if item.Screen == "urgent-nerve" && item.ID != "one-limb-weakness" {
			script[item.ID] = []string{"no"}
		}
	}
	c, p := talk(t, script)
	relief, _ := c.Library.Relief().Find("pelvic-tilt")
	if err := c.Stretches(wizard.Session{Reliefs: []guidance.Relief{relief}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(p.presented.String(), "Be seen today") || p.Count("step") > 0 {
		t.Errorf("presented %q and walked %d steps, want care and none", p.presented.String(), p.Count("step"))
	}
}

// Somebody who is dizzy is not sent on another walk.
func TestUnsteadyPeopleAreNotSentWalking(t *testing.T) {
	c, p := talk(t, map[string][]string{"unsteady": {"unsure"}})
	relief, _ := c.Library.Relief().Find("walking")
	if err := c.Stretches(wizard.Session{Reliefs: []guidance.Relief{relief}}); err != nil {
		t.Fatal(err)
	}
	if told := p.told.String(); strings.Contains(told, "Do this instead: First steps") || !strings.Contains(told, "leave it out") {
		t.Errorf("told %q, want walking left out and no other walk", told)
	}
}

// Not being sure of a warning sign means comfort only, outside a check too.
func TestStretchesOfferNoMovementWhileUnsure(t *testing.T) {
	script := map[string][]string{"urgent-nerve": {"unsure"}, "one-limb-weakness": {"unsure"}}
	for _, item := range guidance.Open("en").Questionnaire().Items() {
		if item.Screen == "urgent-nerve" && item.ID != "one-limb-weakness" {
			script[item.ID] = []string{"no"}
		}
	}
	c, p := talk(t, script)
	relief, _ := c.Library.Relief().Find("pelvic-tilt")
	if err := c.Stretches(wizard.Session{Reliefs: []guidance.Relief{relief}}); err != nil {
		t.Fatal(err)
	}
	if told := p.told.String(); strings.Contains(told, "Pelvic tilt (1 of 1)") || !strings.Contains(told, "See a clinician") {
		t.Errorf("told %q, want a clinician and no movement", told)
	}
}
