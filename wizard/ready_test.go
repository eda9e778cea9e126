package wizard_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

// A wanderer answers at random, mostly as somebody without a warning sign, and
// knows whether anything was said that no question followed.
type wanderer struct {
	random *rand.Rand
	unread bool
	asked  int
}

func (w *wanderer) Tell(wizard.Page) error     { w.unread = true; return nil }
func (w *wanderer) Present(wizard.Page) error  { w.unread = true; return nil }
func (w *wanderer) Fits(wizard.Page, int) bool { return w.random.IntN(3) > 0 }
func (w *wanderer) choice(q wizard.Question) int {
	w.unread = false
	none := slices.IndexFunc(q.Choices, func(c wizard.Choice) bool { return c.ID == "none" || c.ID == "begin" || c.ID == "no" })
	if none >= 0 && w.random.IntN(8) > 0 {
		return none
	}
	return w.random.IntN(len(q.Choices))
}

const enoughAsked = 200

func (w *wanderer) ChooseOne(q wizard.Question) (int, error) {
	if w.asked++; w.asked > enoughAsked {
		return 0, wizard.ErrLeave
	}
	return w.choice(q), nil
}

func (w *wanderer) ChooseSeveral(q wizard.Question) ([]int, error) {
	n, err := w.ChooseOne(q)
	return []int{n}, err
}

// A witness is a stage that looks, when it opens, whether it covers anything.
type witness struct {
	*actor
	person  *wanderer
	covered int
}

func (w *witness) Open() (<-chan wizard.Press, error) {
	if w.person.unread {
		w.covered++
	}
	return w.actor.Open()
}

// Whatever is answered, the stage never covers what was said and not answered
// yet, such as why something is left out, or to see a clinician.
func TestTheStageCoversNothingUnread(t *testing.T) {
	library := guidance.Open("en")
	opened, readies := 0, 0
	const runs = 400
	for seed := range uint64(runs) {
		synctest.Test(t, func(t *testing.T) {
			p := &wanderer{random: rand.New(rand.NewPCG(seed, 3))}
			a := &actor{press: func(s wizard.Scene) []wizard.Press {
				return []wizard.Press{[]wizard.Press{wizard.PressQuit, wizard.PressWorse, wizard.PressNext, wizard.PressBegin}[p.random.IntN(4)]}
			}}
			stage := &witness{actor: a, person: p}
			c := &wizard.Conversation{Prompter: p, Display: p, Stage: stage, Library: library, Number: "112"}
			var err error
			switch all := library.Relief().All(); seed % 4 {
			case 0:
				_, err = c.Check()
			case 1:
				err = c.Guide(wizard.Session{})
			case 2:
				routine := library.MovementRoutines()[p.random.IntN(3)]
				err = c.Stretches(wizard.Session{Reliefs: routine.Reliefs, Minutes: routine.Minutes, Routine: true})
			default:
				err = c.Stretches(wizard.Session{Reliefs: []guidance.Relief{all[p.random.IntN(21)], all[p.random.IntN(21)]}})
			}
			if err != nil && !errors.Is(err, wizard.ErrLeave) {
				t.Errorf("run %d: %v", seed, err)
			}
			if stage.covered > 0 {
				t.Errorf("run %d: the stage covered something unread %d times", seed, stage.covered)
			}
			opened += a.opened
			readies += p.asked
		})
	}
	t.Logf("%d runs, %d openings of the stage, %d questions", runs, opened, readies)
	if opened < runs/4 {
		t.Errorf("the stage was opened %d times in %d runs: too few to say anything", opened, runs)
	}
}

// Where nothing was said, nothing more is asked.
func TestReadyIsAskedOnlyWhereSomethingWasSaid(t *testing.T) {
	tests := []struct {
		name   string
		script map[string][]string
		names  []string
		want   int
	}{
		{"an ordinary spasm", nil, []string{"shoulder-raises"}, 0},
		{"something left out", map[string][]string{"risks": {"bones"}}, []string{"shoulder-raises", "seated-twist"}, 1},
		{"a clinician, and something left out", map[string][]string{"risks": {"cancer bones"}}, []string{"shoulder-raises", "seated-twist"}, 1},
		{"a hint at the screening", map[string][]string{"unsteady": {"long-unsteady"}}, []string{"walking"}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := &actor{press: once(func(wizard.Scene) bool { return true }, wizard.PressQuit)}
			p, _, err := perform(t, a, test.script, test.names...)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Count("ready"); got != test.want || a.opened != 1 {
				t.Errorf("asked %d times, want %d; the stage was opened %d times: %s", got, test.want, a.opened, p.told.String())
			}
		})
	}
}

func TestNotReadyDoesNotBegin(t *testing.T) {
	a := &actor{}
	p, _, err := perform(t, a, map[string][]string{"risks": {"bones"}, "ready": {"finish"}}, "shoulder-raises", "seated-twist")
	if err != nil || a.opened > 0 || p.Count("severity") != 1 {
		t.Errorf("got %v, the stage opened %d times, the pain asked %d times", err, a.opened, p.Count("severity"))
	}
}

// Where none of what was wanted is safe, something is left, and somebody to
// ask: by a precaution, by a question asked before it, and after it made things
// worse.
func TestSomethingIsLeft(t *testing.T) {
	tests := []struct {
		name   string
		script map[string][]string
		relief string
	}{
		{"not sure of a warning sign", unsureOfAWeakLimb(), "shoulder-raises"},
		{"a question before it", map[string][]string{"heat-skin": {"heart"}}, "heat"},
		{"it made things worse, and the signs are cleared", map[string][]string{"severity": {"4", "7"}}, "shoulder-raises"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.script["what-is-left"] = []string{"breathing", ""}
			a := &actor{}
			p, _, err := perform(t, a, test.script, test.relief)
			if err != nil {
				t.Fatal(err)
			}
			told := p.told.String()
			if !strings.Contains(told, "safe for you now.") || !strings.Contains(told, "A pharmacist: which painkiller") {
				t.Errorf("it is not said, or nobody to ask: %s", told)
			}
			q := p.question("what-is-left")
			if len(q.Choices) < 3 || q.Choices[0].ID != "breathing" {
				t.Errorf("offered %v, want breathing and a position", q.Choices)
			}
			if last := a.scenes[len(a.scenes)-1]; last.Title != "Slow belly breathing" {
				t.Errorf("played %q last, want what was chosen", last.Title)
			}
		})
	}
}

// After something made it worse there is always another thing to do than to
// end, even where nothing is named in its place.
func TestWorseAlwaysOffersSomething(t *testing.T) {
	for _, r := range guidance.Open("en").Relief().All() {
		if r.Kind == guidance.Remedy && r.Guide == "" || len(r.Parts) > 0 || r.Dose.SkinCheckMinutes > 0 {
			continue
		}
		a := &actor{press: once(func(wizard.Scene) bool { return true }, wizard.PressWorse)}
		p, _, err := perform(t, a, map[string][]string{"area": {r.Areas[0]}, "worse": {"finish"}}, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		q := p.question("worse")
		if !slices.ContainsFunc(q.Choices, func(c wizard.Choice) bool { return c.ID == "instead" }) {
			t.Errorf("%s: offered only %v", r.ID, q.Choices)
		}
	}
}

// unsureOfAWeakLimb are the answers of somebody who is not sure about one sign
// that needs care, and has no other of its screen.
func unsureOfAWeakLimb() map[string][]string {
	script := map[string][]string{"urgent-nerve": {"unsure"}}
	for _, item := range guidance.Open("en").Questionnaire().Items() {
		if item.Screen == "urgent-nerve" {
			script[item.ID] = []string{"no"}
		}
	}
	script["one-limb-weakness"] = []string{"unsure"}
	return script
}

// An easier way that a precaution forbids is neither offered nor told.
func TestForbiddenEasierWayIsNotOffered(t *testing.T) {
	a := &actor{press: once(func(wizard.Scene) bool { return true }, wizard.PressWorse)}
	p, _, err := perform(t, a, map[string][]string{"age": {"65-plus"}, "worse": {"finish"}, "unsteady": {"none"}, "spread": {"no"},
		"eases": {"arch"}}, "back-bend")
	if err != nil {
		t.Fatal(err)
	}
	q := p.question("worse")
	if len(q.Choices) == 0 || slices.ContainsFunc(q.Choices, func(c wizard.Choice) bool { return c.ID == "easier" }) {
		t.Errorf("got %v, want no easier way: it is lying on the stomach", q.Choices)
	}
	if strings.Contains(p.told.String(), "Lie on your stomach") {
		t.Error("lying on the stomach is told at 65 and over")
	}
}

// From 65 on it is one of the two, the one that the person likes better, and
// only that one is asked about.
func TestOneOfTheTwoFrom65(t *testing.T) {
	a := &actor{press: each(once(reading, wizard.PressBegin, wizard.PressBegin, wizard.PressLonger), func(s wizard.Scene) []wizard.Press {
		if s.Alert != "" {
			return []wizard.Press{wizard.PressFine}
		}
		return nil
	})}
	p, took, err := perform(t, a, map[string][]string{"age": {"65-plus"}, "one-part": {"ice"}}, "alternating")
	if err != nil {
		t.Fatal(err)
	}
	if p.Count("heat-skin") > 0 || p.Count("cold-skin") != 1 {
		t.Errorf("asked about heat %d times and cold %d, want only about what was chosen", p.Count("heat-skin"), p.Count("cold-skin"))
	}
	for _, s := range a.scenes {
		if s.Title != "Ice" {
			t.Fatalf("played %q, want ice alone", s.Title)
		}
	}
	if len(a.scenes) == 0 || took > 10*time.Minute+10*time.Second {
		t.Errorf("it took %v in %d scenes, want ten minutes", took, len(a.scenes))
	}
}

// Whoever turns out to be dizzy is told what to do at once, before the warning
// signs come again.
func TestDizzyIsToldWhatToDo(t *testing.T) {
	p, _, err := perform(t, &actor{}, map[string][]string{"unsteady": {"dizzy", "none"}}, "walking")
	if err != nil {
		t.Fatal(err)
	}
	told := p.told.String()
	if sit, signs := strings.Index(told, "Sit or lie down"), strings.Index(told, "the warning signs once more"); sit < 0 || signs < sit {
		t.Errorf("to sit down is told at %d and the warning signs at %d: %s", sit, signs, told)
	}
}

// On a small screen, why something is left out stands whole above the choice of
// what is left.
func TestWhatIsLeftOutIsReadBeforeTheChoice(t *testing.T) {
	a := &actor{press: once(func(wizard.Scene) bool { return true }, wizard.PressQuit)}
	synctest.Test(t, func(t *testing.T) {
		c, p := talk(t, map[string][]string{"heat-skin": {"heart"}, "what-is-left": {""}})
		p.fits = func(page wizard.Page, _ int) bool { return len(page) < 4 }
		c.Stage = a
		heat, _ := c.Library.Relief().Find("heat")
		if err := c.Guide(wizard.Session{Reliefs: []guidance.Relief{heat}}); err != nil {
			t.Fatal(err)
		}
		if p.Count("on") == 0 || strings.Contains(p.told.String(), "Do this instead") {
			t.Errorf("nothing waits to be read, or the steps of what is offered are told first: %s", p.told.String())
		}
	})
}
