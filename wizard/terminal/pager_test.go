//go:build unix

package terminal

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"backcare/wizard"
	"backcare/wizard/terminal/ptytest"
)

// advice is a page with something urgent on it.
func advice() wizard.Page {
	return wizard.Page{
		{Kind: wizard.Title, Text: "Stop here"},
		{Kind: wizard.Alarm, Text: "Take the pack off now."},
		{Kind: wizard.Heading, Text: "Then"},
		{Kind: wizard.Bullets, Items: []string{"Let your skin cool.", "Look at it again."}},
	}
}

// full reports whether the screen is full and waits for Enter.
func full(screen string) bool { return strings.HasSuffix(screen, "ress Enter") }

// asking reports whether the question is open.
func asking(screen string) bool { return strings.Contains(screen, "› ") && !full(screen) }

// However small the screen, every word that is told or asked is on the screen
// at a moment at which nothing goes on without a key.
func TestNothingScrollsAwayUnread(t *testing.T) {
	pauses := 0
	for _, size := range [][2]int{{20, 6}, {20, 12}, {30, 8}, {30, 12}, {40, 10}, {40, 20}, {80, 6}, {80, 24}} {
		p := ptytest.Start(t, program(t, "tell"), size[0], size[1])
		seen := ""
		for more := true; more; {
			screen := ""
			p.WaitUntil("it waits", func(s string) bool { screen = s; return full(s) || asking(s) })
			seen += " " + strings.Join(strings.Fields(screen), " ")
			if more = full(screen); more {
				pauses++
				p.PressUntil("\r", "it goes on", func(s string) bool { return s != screen })
			}
		}
		want := []string{"Stop here", "!! Take the pack off", "Then", "- Let your skin cool.", "- Look at it again.", "3 of 9", "› Yes, at least one"}
		if size[0] >= 40 { // elsewhere lines are broken
			want = append(want, redFlags().Signs...)
		}
		for _, text := range want {
			if !strings.Contains(seen, text) {
				t.Errorf("at %v %q was never to be read in\n%s", size, text, seen)
			}
		}
		if size == [2]int{80, 24} && full(p.Screen()) {
			t.Error("it waits where there is room")
		}
		p.Press("\x03")
		if code := p.Wait(); code != 130 || !p.Restored() {
			t.Errorf("at %v: exit code %d, restored %v", size, code, p.Restored())
		}
	}
	t.Logf("%d pauses", pauses)
}

// Enter pressed again and again reads on, but answers nothing; leaving works at
// a pause as anywhere.
func TestPauseAnswersNothing(t *testing.T) {
	p := ptytest.Start(t, program(t, "tell"), 30, 8)
	p.WaitUntil("it is full", full)
	p.Press("yes\r")
	p.Press("\x03")
	if code := p.Wait(); code != 130 || strings.Contains(p.Screen(), "answered") || !p.Restored() || !p.CursorVisible() {
		t.Errorf("exit code %d, restored %v:\n%s", code, p.Restored(), p.Screen())
	}

	p = ptytest.Start(t, program(t, "tell"), 40, 14)
	p.WaitUntil("it is full", full)
	p.PressUntil("\r", "it asks", asking)
	p.PressUntil(arrowDown, "it hears keys", func(s string) bool { return !strings.Contains(s, "› Yes") })
	if strings.Contains(p.Output(), "answered") {
		t.Errorf("Enter at a pause answered the question:\n%s", p.Screen())
	}
}

// farewell is what is said to whoever leaves.
func farewell() wizard.Page {
	return wizard.Page{{Text: "Stopped."}, {Text: "If any is true, call:"}, {Kind: wizard.Bullets, Items: []string{"one", "two", "three", "four", "five", "six", "the last"}}}
}

// However small the window, leaving takes one key, at a pause as at a question,
// and what is said then is said whole, without waiting for anything.
func TestLeavingWaitsForNothing(t *testing.T) {
	for _, size := range [][2]int{{80, 11}, {40, 10}, {20, 5}, {19, 24}, {1, 1}} {
		for _, keys := range []string{"\x03", "\x04", "\r\x03"} {
			p := ptytest.Start(t, program(t, "farewell"), size[0], size[1])
			p.WaitUntil("it waits", func(string) bool { return strings.Contains(p.Output(), pasteOn) })
			p.Press(keys)
			if code := p.Wait(); code != 130 || !p.Restored() || !p.CursorVisible() {
				t.Errorf("at %v, %q: exit code %d, restored %v", size, keys, code, p.Restored())
			}
			if _, said, _ := strings.Cut(p.Output(), "Stopped."); size[0] > 1 && (!strings.Contains(said, "the last") || strings.Contains(said, "ress Enter")) {
				t.Errorf("at %v, %q: what is said to whoever leaves is %q", size, keys, said)
			}
		}
	}
	for _, size := range [][2]int{{80, 11}, {40, 14}} {
		p := ptytest.Start(t, program(t, "farewell"), size[0], size[1])
		for p.WaitUntil("it waits", func(s string) bool { return full(s) || asking(s) }); full(p.Screen()); {
			screen := p.Screen()
			p.PressUntil("\r", "it goes on", func(s string) bool { return s != screen })
			p.WaitUntil("it waits", func(s string) bool { return full(s) || asking(s) })
		}
		p.Press("\x03")
		code := p.Wait()
		if _, said, _ := strings.Cut(p.Output(), "Stopped."); code != 130 || !strings.Contains(said, "the last") || strings.Contains(said, "ress Enter") {
			t.Errorf("at %v, a question: exit code %d, and what is said is %q", size, code, said)
		}
	}
}

// After any number of changes of the size, a question looks as if it had been
// asked at that size, with what was told before it and the highlight where it
// was, and keys go on answering it.
func TestResizeInAQuestion(t *testing.T) {
	sizes := [][2]int{{40, 30}, {80, 24}, {120, 40}, {50, 26}, {200, 60}, {80, 24}}
	changes := 0
	p := ptytest.Start(t, program(t, "tell"), 80, 24)
	p.WaitUntil("it asks", asking)
	p.Press(arrowDown)
	p.WaitFor("› I am not sure")
	for _, size := range sizes {
		fresh := ptytest.Start(t, program(t, "tell"), size[0], size[1])
		fresh.WaitUntil("it asks", asking)
		fresh.Press(arrowDown)
		fresh.WaitFor("› I am not sure")
		for n := range 40 { // a hand that drags an edge
			p.Resize(20+n*7%100, 6+n*5%40)
			changes++
		}
		p.Resize(size[0], size[1])
		p.WaitUntil("it is drawn anew", func(s string) bool { return s == fresh.Screen() })
		fresh.Press("\x03")
		fresh.Wait()
	}
	p.Press("\r")
	p.WaitFor("answered")
	if code := p.Wait(); code != 0 || !p.Restored() || !p.CursorVisible() {
		t.Errorf("exit code %d, restored %v", code, p.Restored())
	}
	t.Logf("%d changes of the size", changes)
}

// Between two questions, too, Ctrl-S is a key like any other.
func TestCtrlSBetweenQuestions(t *testing.T) {
	p, term := sit(t, 80, 24)
	before := ask(t, term, redFlags(), false)
	p.WaitFor("› Yes, at least one")
	p.Press("\r")
	wantChosen(t, <-before, 0)
	p.Press("\x13")
	p.WaitFor("^S") // as the terminal shows a key that does nothing
	told := make(chan error, 1)
	go func() { told <- term.Tell(advice()) }()
	p.WaitFor("Take the pack off now.")
	if err := <-told; err != nil {
		t.Error(err)
	}
}

// Whoever holds Enter down does not get past a call for help unread.
func TestHeldEnterStaysAtAnEmergency(t *testing.T) {
	p, term := sit(t, 80, 24)
	began := time.Now()
	var released atomic.Bool
	term.now = func() time.Time {
		if !released.Load() {
			return began // however slow the machine is
		}
		return time.Now().Add(deafToEmergency)
	}

	before := ask(t, term, redFlags(), false)
	p.WaitFor("› Yes, at least one")
	p.Press("\r")
	wantChosen(t, <-before, 0)
	call := wizard.Page{{Kind: wizard.Alarm, Emergency: true, Text: "Call for help now"}}
	if err := term.Tell(call); err != nil {
		t.Fatal(err)
	}
	after := ask(t, term, feelings(), false)
	p.WaitFor("› Sharp")
	for range 3 {
		p.Hit("\r")
	}
	released.Store(true)
	p.PressUntil(arrowDown, "the highlight moves", func(s string) bool { return !strings.Contains(s, "› Sharp") })
	p.WaitFor("Call for help now")
	p.Press(arrowUp)
	p.WaitFor("› Sharp")
	p.Press("\r")
	wantChosen(t, <-after, 0)
}

// Whoever gives the program no more input leaves, even before the first question
// is there: the terminal keeps the end of a line that is still empty as a byte of
// its own.
func TestEndOfInputBeforeTheQuestion(t *testing.T) {
	for range 20 {
		p, term := sit(t, 80, 24)
		p.Press("\x04")
		wantError(t, <-ask(t, term, redFlags(), false), wizard.ErrLeave)
	}
}
