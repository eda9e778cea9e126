//go:build unix

package terminal

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"backcare/wizard"
	"backcare/wizard/terminal/ptytest"
)

const (
	arrowUp   = "\x1b[A"
	arrowDown = "\x1b[B"
	arrowLeft = "\x1b[D"
)

// redFlags is the kind of question where a wrong answer hurts: seven signs,
// and one choice that clears them all.
func redFlags() wizard.Question {
	return wizard.Question{
		ID: "cauda", Place: "3 of 9", Text: "Do you have any of these warning signs right now?",
		Signs: []string{
			"you cannot pass water", "numb between the legs", "both legs are weak", "fever or chills",
			"pain in the chest", "a bad fall this week", "weight loss, no reason",
		},
		Why: "These can mean that a nerve is squeezed.",
		Choices: []wizard.Choice{
			{ID: "yes", Text: "Yes, at least one"}, {ID: "unsure", Text: "I am not sure"}, {ID: "none", Text: "None of these"},
		},
		Back: true,
	}
}

func painScale() wizard.Question {
	q := wizard.Question{
		ID: "pain", Place: "9 of 12", Text: "How strong is the pain at its worst, on a scale from 0 to 10?",
		Why: "It tells how careful to be.", Back: true,
	}
	for i, id := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"} {
		text := id
		if i == 0 {
			text = "0, no pain"
		}
		q.Choices = append(q.Choices, wizard.Choice{ID: id, Text: text})
	}
	return q
}

func feelings() wizard.Question {
	return wizard.Question{
		ID: "feel", Place: "2 of 9", Text: "What does it feel like?", Why: "It guides the relief.", Back: true,
		Choices: []wizard.Choice{
			{ID: "sharp", Text: "Sharp"}, {ID: "dull", Text: "Dull"}, {ID: "tight", Text: "Tight"},
			{ID: "other", Text: "None of these", Exclusive: true},
		},
	}
}

func plainEnv(name string) string {
	return map[string]string{"TERM": "xterm", "LANG": "C.UTF-8"}[name]
}

// sit opens a terminal with a person and a program at it.
func sit(t *testing.T, columns, rows int) (*ptytest.Terminal, *Terminal) {
	t.Helper()
	p := ptytest.Open(t, columns, rows)
	term := Open(Settings{In: p.TTY(), Out: p.TTY(), Err: p.TTY(), Getenv: plainEnv})
	t.Cleanup(func() {
		if err := term.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		if !p.Restored() {
			t.Error("the terminal is not as it was")
		}
	})
	return p, term
}

// A reply is what a prompter returned.
type reply struct {
	chosen []int
	err    error
}

// ask asks in a goroutine, so that the test can press keys meanwhile.
func ask(t *testing.T, term *Terminal, q wizard.Question, several bool) <-chan reply {
	t.Helper()
	prompter, err := term.Prompter()
	if err != nil {
		t.Fatal(err)
	}
	replies := make(chan reply, 1)
	go func() {
		if several {
			chosen, err := prompter.ChooseSeveral(q)
			replies <- reply{chosen, err}
			return
		}
		i, err := prompter.ChooseOne(q)
		replies <- reply{[]int{i}, err}
	}()
	return replies
}

func wantChosen(t *testing.T, got reply, want ...int) {
	t.Helper()
	if got.err != nil || !slices.Equal(got.chosen, want) {
		t.Errorf("chosen %v, error %v; want %v", got.chosen, got.err, want)
	}
}

func wantError(t *testing.T, got reply, want error) {
	t.Helper()
	if !errors.Is(got.err, want) {
		t.Errorf("chosen %v, error %v; want error %v", got.chosen, got.err, want)
	}
}

func TestChooseOne(t *testing.T) {
	p, term := sit(t, 80, 24)
	replies := ask(t, term, redFlags(), false)
	p.WaitFor("None of these")
	p.WaitFor("Arrows move, Enter chooses, b goes back, ? says why")
	p.Press(arrowDown)
	p.WaitFor("› I am not sure")
	p.Press("\r")
	wantChosen(t, <-replies, 1)

	// What stays is the question and the answer.
	p.WaitUntil("only the answer is left", func(s string) bool {
		return strings.HasSuffix(s, "- weight loss, no reason\n› I am not sure")
	})
	if strings.Contains(p.Screen(), "Arrows") || strings.Contains(p.Screen(), "None of these") {
		t.Errorf("the list is still there:\n%s", p.Screen())
	}
	if !p.CursorVisible() {
		t.Error("the cursor is hidden after the answer")
	}
}

func TestRedFlagIsNeverClearedByAccident(t *testing.T) {
	for _, test := range []struct {
		name, keys string
		chosen     []int
		err        error
	}{
		{"enter", "\r", []int{0}, nil},
		{"ctrl-d", "\x04", nil, wizard.ErrLeave},
		{"ctrl-c", "\x03", nil, wizard.ErrLeave},
		{"ctrl-d, then enter", "\x04\r", nil, wizard.ErrLeave},
		{"n and enter, then ctrl-c", "n\r\x03", nil, wizard.ErrLeave},
		{"filter of survey and enter", "none\x03", nil, wizard.ErrLeave},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, term := sit(t, 80, 24)
			replies := ask(t, term, redFlags(), false)
			p.WaitFor("None of these")
			p.Press(test.keys)
			got := <-replies
			if test.err != nil {
				wantError(t, got, test.err)
				return
			}
			wantChosen(t, got, test.chosen...)
		})
	}
}

func TestStrayKeysMakeEnterAskAgain(t *testing.T) {
	p, term := sit(t, 40, 20)
	replies := ask(t, term, redFlags(), false)
	p.WaitFor("None of these")
	p.Press("3")
	p.Press("\r")
	p.WaitFor("Letters and numbers do nothing here.")
	p.Press("\r")
	wantChosen(t, <-replies, 0)
}

func TestTypedAheadKeysAnswerNothing(t *testing.T) {
	p, term := sit(t, 80, 24)
	p.Press("\r\r" + arrowDown + "\r")
	// The terminal echoes them, so they have arrived when this is seen.
	p.WaitFor("^[[B")
	replies := ask(t, term, redFlags(), false)
	p.WaitFor("› Yes, at least one")
	p.Press(arrowDown)
	p.WaitFor("› I am not sure")
	select {
	case got := <-replies:
		t.Fatalf("answered by keys typed before: %v", got)
	default:
	}
	p.Press(arrowDown)
	p.WaitFor("› None of these")
	p.Press("\r")
	wantChosen(t, <-replies, 2)
}

func TestBack(t *testing.T) {
	for name, key := range map[string]string{"b": "b", "arrow left": arrowLeft, "backspace": "\x7f"} {
		t.Run(name, func(t *testing.T) {
			p, term := sit(t, 80, 24)
			replies := ask(t, term, redFlags(), false)
			p.WaitFor("None of these")
			p.Press(key)
			wantError(t, <-replies, wizard.ErrBack)
			p.WaitUntil("the list is gone", func(s string) bool { return strings.HasSuffix(s, "no reason\n(back)") })
		})
	}

	t.Run("not from the first question", func(t *testing.T) {
		p, term := sit(t, 80, 24)
		q := redFlags()
		q.Back = false
		replies := ask(t, term, q, false)
		p.WaitFor("None of these")
		if strings.Contains(p.Screen(), "goes back") {
			t.Errorf("the hint offers to go back:\n%s", p.Screen())
		}
		p.Press("b" + arrowLeft + "\x7f" + arrowDown)
		p.WaitFor("› I am not sure")
		p.Press("\r")
		wantChosen(t, <-replies, 1)
	})
}

func TestWhy(t *testing.T) {
	p, term := sit(t, 80, 24)
	replies := ask(t, term, redFlags(), false)
	p.WaitFor("None of these")
	p.Press(arrowDown)
	p.WaitFor("› I am not sure")
	p.Press("?")
	p.WaitFor("a nerve is squeezed")
	p.WaitFor("› I am not sure") // the highlight has not moved
	if n := strings.Count(p.Screen(), "None of these"); n != 1 {
		t.Errorf("the list is on the screen %d times:\n%s", n, p.Screen())
	}
	if strings.Contains(p.Screen(), "says why") {
		t.Errorf("the hint still offers what was said:\n%s", p.Screen())
	}
	p.Press("\r")
	wantChosen(t, <-replies, 1)
}

func TestLongWhyShowsTheQuestionAgain(t *testing.T) {
	p, term := sit(t, 40, 20)
	q := redFlags()
	q.Why = strings.Repeat("This is a long explanation. ", 12)
	replies := ask(t, term, q, false)
	p.WaitFor("None of these")
	p.Press(arrowDown)
	p.WaitFor("› I am not sure")
	p.Press("?")
	p.WaitFor("The question again: press Enter")
	p.Press("\r")
	p.WaitFor("› I am not sure")
	p.PressUntil(arrowUp, "it hears keys", func(s string) bool { return !strings.Contains(s, "› I am not sure") })
	p.PressUntil(arrowUp, "it is back", func(s string) bool { return strings.Contains(s, "› I am not sure") })
	wantOnScreen(t, p, append(q.Signs, "3 of 9", "Yes, at least one", "None of these")...)
	p.Press("\r")
	wantChosen(t, <-replies, 1)
}

func wantOnScreen(t *testing.T, p *ptytest.Terminal, texts ...string) {
	t.Helper()
	screen := p.Screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			t.Errorf("%q is not on the screen:\n%s", text, screen)
		}
	}
}

func TestRedFlagsFitASmallScreen(t *testing.T) {
	p, term := sit(t, 40, 20)
	q := redFlags()
	replies := ask(t, term, q, false)
	p.WaitFor("None of these")
	p.Press(arrowUp)
	p.WaitFor("› None of these")
	wantOnScreen(t, p, append(q.Signs, "3 of 9", "Do you have any of these", "Arrows, Enter chooses, b back, ? why", "Yes, at least one")...)
	p.Press("\x03")
	wantError(t, <-replies, wizard.ErrLeave)
}

func TestPainScaleFitsASmallScreen(t *testing.T) {
	p, term := sit(t, 40, 20)
	q := painScale()
	replies := ask(t, term, q, false)
	p.WaitFor("  10")
	wantOnScreen(t, p, "9 of 12", "How strong", "Type 0 to 10, Enter, b back, ? why", "› 0, no pain", "  1\n", "  9\n")
	p.Press("8")
	p.WaitFor("› 8")
	p.Press("1") // there is no 81
	p.WaitFor("› 1\n")
	p.Press("1\r") // 11 is no answer
	p.WaitFor("Type a number from 0 to 10, then press")
	p.Press("1")
	p.WaitFor("› 1\n")
	p.Press("0")
	p.WaitFor("› 10")
	p.Press("\r")
	wantChosen(t, <-replies, 10)
}

func TestMoreChoicesThanRows(t *testing.T) {
	p, term := sit(t, 40, 10)
	q := painScale()
	replies := ask(t, term, q, false)
	p.WaitFor("11 choices: the arrows show the rest.")
	wantOnScreen(t, p, "› 0, no pain")
	p.Press(arrowUp)
	p.WaitFor("› 10")
	p.Press("\r")
	wantChosen(t, <-replies, 10)
	p.WaitUntil("the list is gone", func(s string) bool { return !strings.Contains(s, "the arrows show the rest") })
}

func TestLongChoicesWrap(t *testing.T) {
	p, term := sit(t, 40, 20)
	q := redFlags()
	q.Signs = nil
	q.Choices[1].Text = "I am not sure, because it comes and goes and I have not looked"
	replies := ask(t, term, q, false)
	p.WaitFor("  None of these")
	p.Press(arrowDown)
	p.WaitFor("› I am not sure, because it comes and\n    goes and I have not looked")
	p.Press(arrowDown)
	p.WaitFor("› None of these")
	p.WaitFor("  I am not sure, because it comes and\n    goes and I have not looked")
	// Screen readers and magnifiers look where the cursor is.
	if row := strings.Split(p.Screen(), "\n")[p.CursorRow()]; row != "› None of these" {
		t.Errorf("the cursor is on %q, want it on the highlight:\n%s", row, p.Screen())
	}
	if n := strings.Count(p.Screen(), "Yes, at least one"); n != 1 {
		t.Errorf("the list is on the screen %d times:\n%s", n, p.Screen())
	}
	p.Press(arrowUp)
	p.WaitFor("› I am not sure")
	p.Press("\r")
	wantChosen(t, <-replies, 1)
	p.WaitUntil("only the answer is left", func(s string) bool {
		return strings.HasSuffix(s, "\nright now?\n› I am not sure, because it comes and\n  goes and I have not looked")
	})
}

func TestChooseSeveral(t *testing.T) {
	p, term := sit(t, 40, 20)
	replies := ask(t, term, feelings(), true)
	p.WaitFor("[ ] None of these")
	wantOnScreen(t, p, "Space ticks, Enter done, b back, ? why", "› [ ] Sharp")

	p.Press("\r")
	p.WaitFor("Nothing is ticked. Press Space on a")
	p.Press(" ")
	p.WaitFor("› [x] Sharp")
	p.Press("\x1b[C") // arrow right ticks everything in survey
	p.Press(arrowUp)
	p.WaitFor("› [ ] None of these")
	p.Press(" ")
	p.WaitFor("› [x] None of these")
	p.Press("\r")
	p.WaitFor(`"None of these" cannot go together with`)
	p.WaitFor("› [x] None of these") // the highlight and the ticks have stayed
	wantOnScreen(t, p, "  [x] Sharp", "  [ ] Dull", "  [ ] Tight")
	p.Press(" ")
	p.WaitFor("› [ ] None of these")
	p.Press(arrowUp)
	p.WaitFor("› [ ] Tight")
	p.Press(" ")
	p.WaitFor("› [x] Tight")
	p.Press("\r")
	wantChosen(t, <-replies, 0, 2)
	p.WaitUntil("only the answers are left", func(s string) bool {
		return strings.HasSuffix(s, "What does it feel like?\n› Sharp\n› Tight")
	})
}

func TestChooseSeveralShowsWhatWasChosen(t *testing.T) {
	p, term := sit(t, 80, 24)
	q := feelings()
	q.Chosen, q.Default = []int{1, 2}, 2
	replies := ask(t, term, q, true)
	p.WaitFor("Space ticks a line, Enter goes on, b goes back, ? says why")
	p.WaitFor("› [x] Tight")
	wantOnScreen(t, p, "  [ ] Sharp", "  [x] Dull")
	p.Press("?")
	p.WaitFor("It guides the relief.")
	p.WaitFor("› [x] Tight")
	p.Press("\r")
	wantChosen(t, <-replies, 1, 2)
}

func TestLeaveByHangUp(t *testing.T) {
	p := ptytest.Open(t, 80, 24)
	term := Open(Settings{In: p.TTY(), Out: p.TTY(), Err: p.TTY(), Getenv: plainEnv})
	replies := ask(t, term, redFlags(), false)
	p.WaitFor("None of these")
	p.HangUp()
	wantError(t, <-replies, wizard.ErrLeave)
	if err := term.Close(); err != nil {
		t.Errorf("close after a hang-up: %v", err)
	}
}

func TestNothingIsAskedAfterClose(t *testing.T) {
	_, term := sit(t, 80, 24)
	if err := term.Close(); err != nil {
		t.Fatal(err)
	}
	wantError(t, <-ask(t, term, redFlags(), false), wizard.ErrLeave)
}

func TestASCIIMarks(t *testing.T) {
	p := ptytest.Open(t, 80, 24)
	env := func(name string) string {
		return map[string]string{"TERM": "xterm", "LANG": "C"}[name]
	}
	term := Open(Settings{In: p.TTY(), Out: p.TTY(), Err: p.TTY(), Getenv: env, Color: NoColor})
	replies := ask(t, term, redFlags(), false)
	p.WaitFor("> Yes, at least one")
	p.Press("\r")
	wantChosen(t, <-replies, 0)
	for _, r := range p.Output() {
		if r > 0x7e {
			t.Fatalf("%q in a locale without UTF-8", r)
		}
	}
	if strings.Contains(p.Output(), "\x1b[0;22m") || strings.Contains(p.Output(), "\x1b[36") {
		t.Error("colour where none is wanted")
	}
}

func TestSteeringTextIsHarmless(t *testing.T) {
	p, term := sit(t, 80, 24)
	q := redFlags()
	q.Text, q.Choices[1].Text = "Clear\x1b[2J the {{.Message}} screen?", "Not\x1b]0;x\asure\r\n{{.Answer}}"
	replies := ask(t, term, q, false)
	p.WaitFor("None of these")
	wantOnScreen(t, p, "3 of 9", "Clear[2J the {{.Message}} screen?", "Not]0;xsure {{.Answer}}")
	p.Press("\x03")
	wantError(t, <-replies, wizard.ErrLeave)
}

func TestImpossibleQuestions(t *testing.T) {
	_, term := sit(t, 80, 24)
	for name, spoil := range map[string]func(*wizard.Question){
		"no choices":      func(q *wizard.Question) { q.Choices = nil },
		"default too big": func(q *wizard.Question) { q.Default = 3 },
		"default too low": func(q *wizard.Question) { q.Default = -1 },
		"chosen too big":  func(q *wizard.Question) { q.Chosen = []int{7} },
	} {
		t.Run(name, func(t *testing.T) {
			q := redFlags()
			spoil(&q)
			got := <-ask(t, term, q, false)
			if got.err == nil || errors.Is(got.err, wizard.ErrLeave) {
				t.Errorf("error = %v, want one that says what is wrong", got.err)
			}
		})
	}
}

func TestNoTerminal(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	defer write.Close()
	term := Open(Settings{In: read, Out: write, Err: write, Getenv: plainEnv})
	if _, err := term.Prompter(); !errors.Is(err, ErrNoTerminal) {
		t.Errorf("error = %v, want %v", err, ErrNoTerminal)
	}
	if err := term.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}
