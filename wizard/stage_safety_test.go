package wizard_test

import (
	"testing"
	"testing/synctest"

	"backcare/guidance"
	"backcare/wizard"
)

// No warning sign that asks for care the same day, or that the person is not
// sure about, lets a stage open: every sign with either answer, in every
// command that plays.
func TestNoStageWithAWarningSign(t *testing.T) {
	commands := map[string]func(*wizard.Conversation, ...guidance.Relief) error{
		"stretches": func(c *wizard.Conversation, r ...guidance.Relief) error {
			return c.Stretches(wizard.Session{Reliefs: r})
		},
		"relief": func(c *wizard.Conversation, r ...guidance.Relief) error {
			return c.Guide(wizard.Session{Reliefs: r})
		},
	}
	library := guidance.Open("en")
	no := map[string]string{}
	for _, item := range library.Questionnaire().Items() {
		if item.Kind == guidance.Sign {
			no[item.ID] = "no"
		}
	}
	cases, shut, comfort := 0, 0, 0
	for _, sign := range library.Questionnaire().Items() {
		if sign.Kind != guidance.Sign || dependsOnMore(sign) {
			continue
		}
		for _, answer := range []string{"yes", "unsure"} {
			for command, run := range commands {
				cases++
				synctest.Test(t, func(t *testing.T) {
					c, p := talk(t, map[string][]string{sign.Screen: {"yes"}, sign.ID: {answer}, "age": {"18-49"}})
					p.Otherwise = merged(calm, no)
					a := &actor{}
					c.Stage = a
					r, _ := c.Library.Relief().Find("shoulder-raises")
					if err := run(c, r); err != nil {
						t.Fatalf("%s with %s %q: %v", command, sign.ID, answer, err)
					}
					response := library.Questionnaire().NewResponse()
					response, err := response.With(sign.Screen, "yes")
					if err != nil {
						t.Fatal(err)
					}
					if response, err = response.With(sign.ID, answer); err != nil {
						t.Fatal(err)
					}
					switch d := library.Triage().Provisional(response).Disposition; {
					case d >= guidance.Urgent && a.opened > 0:
						t.Errorf("%s with %s %q is %v, and a movement was played", command, sign.ID, answer, d)
					case a.opened > 0:
						comfort++
					default:
						shut++
					}
				})
			}
		}
	}
	t.Logf("%d cases of a sign, an answer and a command: %d without any movement, %d below urgent", cases, shut, comfort)
	if shut < cases/2 {
		t.Errorf("only %d of %d cases kept the stage shut", shut, cases)
	}
}

func merged(maps ...map[string]string) map[string]string {
	all := map[string]string{}
	for _, m := range maps {
		for k, v := range m {
			all[k] = v
		}
	}
	return all
}

// dependsOnMore reports whether a sign depends on another answer than that to
// its screen; it is asked only where that is known.
func dependsOnMore(sign guidance.Item) bool {
	for _, c := range sign.EnableWhen.When {
		if c.Item != sign.Screen {
			return true
		}
	}
	return false
}
