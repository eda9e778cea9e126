//go:build unix

package terminal

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"backcare/wizard"
	"backcare/wizard/terminal/ptytest"
)

// opened opens the stage of a terminal, which closes it.
func opened(t *testing.T, term *Terminal) (wizard.Stage, <-chan wizard.Press) {
	t.Helper()
	stage := term.Stage()
	presses, err := stage.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = stage.Close() })
	return stage, presses
}

func show(t *testing.T, stage wizard.Stage, scene wizard.Scene) {
	t.Helper()
	if err := stage.Show(scene); err != nil {
		t.Fatal(err)
	}
}

// wantNobodyLeft checks that no goroutine of a stage is left.
func wantNobodyLeft(t *testing.T) {
	t.Helper()
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	for _, name := range []string{"keyReader", "watchContinue", "(*lineStage).run", "(*voice).say"} {
		if strings.Contains(string(stacks), name) {
			t.Errorf("a goroutine of %s is left:\n%s", name, stacks)
		}
	}
}

func TestStageKeysArrive(t *testing.T) {
	p, term := sit(t, 80, 24)
	stage, presses := opened(t, term)
	for keys, want := range map[string]wizard.Press{
		" ": wizard.PressPause, "\r": wizard.PressBegin, "n": wizard.PressNext, arrowLeft: wizard.PressPrevious, "p": wizard.PressPrevious,
		"R": wizard.PressRepeat, "+": wizard.PressLonger, "-": wizard.PressShorter, "w": wizard.PressWorse, "y": wizard.PressFine,
		"?": wizard.PressHelp, "q": wizard.PressQuit, "\x03": wizard.PressLeave, "\x04": wizard.PressLeave,
	} {
		p.Press(keys)
		if got := <-presses; got != want {
			t.Errorf("%q is press %d, want %d", keys, got, want)
		}
	}
	if err := stage.Close(); err != nil {
		t.Fatal(err)
	}
	if _, open := <-presses; open {
		t.Error("a press came after Close")
	}
	wantNobodyLeft(t)
}

func TestStageIsSeenAndGone(t *testing.T) {
	p, term := sit(t, 80, 24)
	if err := term.Tell(wizard.Page{{Text: "said before"}}); err != nil {
		t.Fatal(err)
	}
	stage, _ := opened(t, term)
	show(t, stage, twist())
	p.WaitFor("Turn your chest gently")
	if p.CursorVisible() || strings.Contains(p.Screen(), "said before") {
		t.Errorf("the stage does not have the screen for itself:\n%s", p.Screen())
	}
	if err := stage.Close(); err != nil {
		t.Fatal(err)
	}
	p.WaitUntil("the main screen is back", func(s string) bool { return s == "said before" })
	if !p.CursorVisible() || !p.Restored() {
		t.Error("the terminal is not as it was")
	}
	if err := stage.Close(); err != nil {
		t.Errorf("closed again: %v", err)
	}
}

func TestStageFollowsTheWindow(t *testing.T) {
	p, term := sit(t, 80, 24)
	stage, _ := opened(t, term)
	for _, size := range [][2]int{{80, 24}, {40, 20}, {120, 40}, {20, 6}, {15, 4}, {80, 24}} {
		p.Resize(size[0], size[1])
		show(t, stage, twist())
		p.WaitUntil("the scene fits the window", func(s string) bool { return s == drawnAt(twist(), size[0], size[1]) })
	}
}

// A window of absurd size is drawn on as far as any screen goes: memory for all
// that it says it has would be gigabytes.
func TestStageOfAnAbsurdWindow(t *testing.T) {
	p, term := sit(t, 80, 24)
	stage, _ := opened(t, term)
	for _, size := range [][2]uint16{{20000, 20000}, {65535, 24}, {80, 65535}} {
		// The screen of the test stays small: it would take the memory as well.
		if err := unix.IoctlSetWinsize(int(p.TTY().Fd()), unix.TIOCSWINSZ, &unix.Winsize{Col: size[0], Row: size[1]}); err != nil {
			t.Fatal(err)
		}
		show(t, stage, twist())
		front := stage.(*keyStage).painter.front
		if front.columns > 500 || front.rows > 200 || len(front.cells) > 500*200 {
			t.Errorf("at %v a scene has %d columns and %d rows", size, front.columns, front.rows)
		}
	}
	p.Resize(80, 24)
	show(t, stage, twist())
	p.WaitUntil("the scene fits the window", func(s string) bool { return s == drawnAt(twist(), 80, 24) })
}

// typeAhead types keys that nobody reads yet, one by one as a question hears
// them.
func typeAhead(t *testing.T, p *ptytest.Terminal, keys string) {
	t.Helper()
	fd := int(p.TTY().Fd())
	modes, err := unix.IoctlGetTermios(fd, readModes)
	if err != nil {
		t.Fatal(err)
	}
	was := *modes
	t.Cleanup(func() { _ = unix.IoctlSetTermios(fd, writeModes, &was) })
	modes.Lflag &^= unix.ICANON | unix.ISIG | unix.ECHO
	if err := unix.IoctlSetTermios(fd, writeModes, modes); err != nil {
		t.Fatal(err)
	}
	p.Press(keys)
	if !arrives(p.TTY(), time.Minute) {
		t.Fatal("nothing was typed")
	}
}

// wantLeft checks that a question is left without a key.
func wantLeft(t *testing.T, term *Terminal) {
	t.Helper()
	if answer := <-ask(t, term, redFlags(), false); !errors.Is(answer.err, wizard.ErrLeave) {
		t.Errorf("the question was answered by %v, %v", answer.chosen, answer.err)
	}
}

// Ctrl-C is never dropped with what was typed too early: not before a stage, not
// as a stage closes, and not before a question.
func TestLeavingTooEarly(t *testing.T) {
	p, term := sit(t, 80, 24)
	typeAhead(t, p, "n\x03 ")
	stage, presses := opened(t, term)
	if got := <-presses; got != wizard.PressLeave {
		t.Errorf("press %d at the beginning, want that of leaving", got)
	}
	if err := stage.Close(); err != nil {
		t.Fatal(err)
	}
	wantLeft(t, term)

	p, term = sit(t, 80, 24)
	stage, presses = opened(t, term)
	p.Press("q\x03")
	<-presses // and nobody acts on it
	if err := stage.Close(); err != nil {
		t.Fatal(err)
	}
	wantLeft(t, term)

	p, term = sit(t, 80, 24)
	typeAhead(t, p, "\r\x03\r")
	wantLeft(t, term)
}

// A hand that drags an edge may come back to the size from before, between two
// scenes. What was cut off meanwhile is drawn again.
func TestStageIsWholeAfterTheWindowWasSmallForAMoment(t *testing.T) {
	p, term := sit(t, 80, 24)
	stage, _ := opened(t, term)
	show(t, stage, twist())
	whole := drawnAt(twist(), 80, 24)
	p.WaitUntil("the scene is shown", func(s string) bool { return s == whole })
	p.Resize(20, 6)
	p.Resize(80, 24)
	if p.Screen() == whole {
		t.Fatal("nothing was cut off")
	}
	// The terminal of a test is not that of the program, which would hear it.
	if err := syscall.Kill(os.Getpid(), syscall.SIGWINCH); err != nil {
		t.Fatal(err)
	}
	p.WaitUntil("the scene is whole again", func(s string) bool { return s == whole })
}

// drawnAt is a scene as Screen returns it.
func drawnAt(scene wizard.Scene, columns, rows int) string {
	s := &scenery{unicode: true}
	return strings.TrimRight(s.draw(scene, columns, rows).String(), "\n")
}

func TestStageNeedsRoom(t *testing.T) {
	p, term := sit(t, 80, 5)
	if _, err := term.Stage().Open(); !errors.Is(err, wizard.ErrTooSmall) {
		t.Errorf("error = %v, want %v", err, wizard.ErrTooSmall)
	}
	if p.Output() != "" {
		t.Errorf("something was written: %q", p.Output())
	}
	wantNobodyLeft(t)
}

func TestStageRings(t *testing.T) {
	for _, quiet := range []bool{false, true} {
		p := ptytest.Open(t, 80, 24)
		term := Open(Settings{In: p.TTY(), Out: p.TTY(), Err: p.TTY(), Getenv: plainEnv, NoBell: quiet})
		stage, _ := opened(t, term)
		for _, a := range []wizard.Announcement{{Text: "Begin", Bell: true}, {Text: "Half way"}} {
			if err := stage.Announce(a); err != nil {
				t.Fatal(err)
			}
		}
		show(t, stage, twist())
		p.WaitFor("Seated twist")
		want := 1
		if quiet {
			want = 0
		}
		if got := strings.Count(p.Output(), bell); got != want {
			t.Errorf("with NoBell %v it rang %d times, want %d", quiet, got, want)
		}
		if err := term.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNothingIsWrittenAfterTheEnd(t *testing.T) {
	p, term := sit(t, 80, 24)
	stage, _ := opened(t, term)
	show(t, stage, twist())
	p.WaitFor("Seated twist")
	if err := term.Close(); err != nil {
		t.Fatal(err)
	}
	p.WaitUntil("the main screen is back", func(s string) bool { return s == "" })
	before := p.Output()
	if err := stage.Show(heat()); err == nil {
		t.Error("a scene was shown")
	}
	if err := stage.Announce(wizard.Announcement{Bell: true}); err == nil {
		t.Error("the bell rang")
	}
	if err := stage.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	if _, err := stage.Open(); !errors.Is(err, wizard.ErrLeave) {
		t.Errorf("open: %v, want %v", err, wizard.ErrLeave)
	}
	if after := p.Output(); after != before || !p.CursorVisible() || !p.Restored() {
		t.Errorf("after the end came %q", strings.TrimPrefix(after, before))
	}
	wantNobodyLeft(t)
}

// A person who goes on pressing keys while the stage makes room for a question
// has not answered it. Ctrl-C comes behind all those keys, and counts.
func TestNoKeyOfAStageAnswersTheNextQuestion(t *testing.T) {
	const rounds = 100
	p, term := sit(t, 80, 24)
	moment := time.Now()
	term.now = func() time.Time { return moment }
	wrong := 0
	for range rounds {
		stage, _ := opened(t, term)
		show(t, stage, twist())
		p.WaitFor("Seated twist")
		closed := make(chan error, 1)
		replies := make(chan reply, 1)
		go func() {
			closed <- stage.Close()
			replies <- <-ask(t, term, redFlags(), false)
		}()
		for i := 0; !strings.Contains(p.Screen(), "  None of these"); i++ {
			p.Press([]string{"\r", arrowDown, "n", " ", "b", "?", "q", "\r"}[i%8])
		}
		p.Press("\r\r" + arrowDown + "\r")
		p.Press("\x03")
		if err := <-closed; err != nil {
			t.Fatal(err)
		}
		if got := <-replies; !errors.Is(got.err, wizard.ErrLeave) {
			wrong++
		}
		p.WaitUntil("the question is gone", func(s string) bool { return !strings.Contains(s, "  None of these") })
	}
	t.Logf("%d of %d questions were answered by keys pressed for a stage", wrong, rounds)
	if wrong > 0 {
		t.Errorf("%d of %d questions were answered by keys pressed for a stage", wrong, rounds)
	}
	wantNobodyLeft(t)
}

func TestEndOfKeysClosesTheChannel(t *testing.T) {
	p := ptytest.Start(t, program(t, "play"), 80, 24)
	p.WaitFor("Seated twist")
	p.HangUp()
	if got := p.Wait(); got != 130 {
		t.Errorf("exit code %d, want 130", got)
	}
}

func TestPlayingIsLeftInGoodOrder(t *testing.T) {
	for _, test := range []struct {
		name string
		end  func(*ptytest.Terminal)
		code int
		last string
	}{
		{"ctrl-c", press("\x03"), 130, "before the stage"},
		{"ctrl-d", press("\x04"), 130, "before the stage"},
		{"terminated", send(syscall.SIGTERM), 130, "before the stage"},
		{"hang-up signal", send(syscall.SIGHUP), 130, "before the stage"},
		{"quit", press("q"), 0, "before the stage\nafter the stage"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := ptytest.Start(t, program(t, "play"), 80, 24)
			p.WaitFor("Seated twist")
			test.end(p)
			if got := p.Wait(); got != test.code {
				t.Errorf("exit code %d, want %d\n%s", got, test.code, p.Screen())
			}
			if p.Screen() != test.last {
				t.Errorf("the screen shows\n%s\nwant\n%s", p.Screen(), test.last)
			}
			if !p.Restored() || !p.CursorVisible() {
				t.Error("the terminal is not as it was")
			}
			if out := p.Output(); strings.LastIndex(out, pasteOn) > strings.LastIndex(out, pasteOff) {
				t.Error("pastes are still marked")
			}
		})
	}
}

// inShell is a program under a shell with job control, which says what it sees
// each time that the program has stopped, and goes on with it at the next line.
func inShell(t *testing.T, act string, stops int) *exec.Cmd {
	t.Helper()
	cmd := program(t, act)
	script := `set -m; "$0"; `
	for n := range stops { // in a loop, the shell would end the loop
		script += fmt.Sprintf(`echo "stopped %d, $(stty -a | grep -o -- '-\?icanon')"; read -r; fg >/dev/null; `, n+1)
	}
	shell := exec.Command("bash", "--norc", "--noprofile", "-c", script+`echo "ended with $?"`, cmd.Path)
	shell.Env = cmd.Env
	return shell
}

func TestStopAndGoOn(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash")
	}
	const rounds = 10
	p := ptytest.Start(t, inShell(t, "play", rounds), 80, 24)
	p.WaitFor("Seated twist")
	for n := range rounds {
		p.Press("\x1a")
		p.WaitFor(fmt.Sprintf("stopped %d, icanon", n+1))
		if strings.Contains(p.Screen(), "Seated twist") || !p.CursorVisible() {
			t.Errorf("the shell does not have the screen for itself:\n%s", p.Screen())
		}
		p.Press("\r")
		p.WaitFor("Seated twist")
		p.WaitFor(fmt.Sprintf("pressed %d", wizard.PressReturn))
		p.Press("n")
		p.WaitFor(fmt.Sprintf("pressed %d", wizard.PressNext))
		if strings.Contains(p.Screen(), "stopped") || p.CursorVisible() {
			t.Errorf("the stage does not have the screen for itself:\n%s", p.Screen())
		}
	}
	t.Logf("stopped and went on %d times", rounds)
	p.Press("q")
	p.WaitFor("ended with 0")
	p.Wait()
	if !p.Restored() || !p.CursorVisible() {
		t.Error("the terminal is not as it was")
	}
}

// Without a shell that could let the program go on, Ctrl-Z stops nothing.
func TestStopWithoutAShell(t *testing.T) {
	p := ptytest.Start(t, program(t, "play"), 80, 24)
	p.WaitFor("Seated twist")
	p.Press("\x1a")
	p.WaitFor(fmt.Sprintf("pressed %d", wizard.PressReturn))
	p.Press("q")
	if got := p.Wait(); got != 0 || !p.Restored() {
		t.Errorf("exit code %d, restored %v", got, p.Restored())
	}
}

func TestContinuedFromOutside(t *testing.T) {
	p := ptytest.Start(t, program(t, "play"), 80, 24)
	p.WaitFor("Seated twist")
	p.Signal(syscall.SIGSTOP)
	p.Signal(syscall.SIGCONT)
	p.WaitFor(fmt.Sprintf("pressed %d", wizard.PressReturn))
	p.Press("q")
	if got := p.Wait(); got != 0 || !p.Restored() {
		t.Errorf("exit code %d, restored %v", got, p.Restored())
	}
	if p.Screen() != "before the stage\nafter the stage" {
		t.Errorf("the screen shows\n%s", p.Screen())
	}
}

func TestNoStageWithoutATerminal(t *testing.T) {
	for _, env := range []string{"X=", "PLAIN=1"} {
		out, _ := program(t, "play", env).CombinedOutput()
		if !strings.Contains(string(out), "no stage") {
			t.Errorf("with %s: %s", env, out)
		}
	}
}

// sitPlain opens a terminal in plain lines, with a clock that stands still
// until it is set.
func sitPlain(t *testing.T) (*ptytest.Terminal, *Terminal, *atomic.Pointer[time.Time]) {
	t.Helper()
	p := ptytest.Open(t, 80, 24)
	term := Open(Settings{In: p.TTY(), Out: p.TTY(), Err: p.TTY(), Getenv: plainEnv, Plain: true})
	t.Cleanup(func() { _ = term.Close() })
	var clock atomic.Pointer[time.Time]
	begin := time.Now()
	clock.Store(&begin)
	term.prompter.(*linePrompter).in.now = func() time.Time { return *clock.Load() }
	return p, term, &clock
}

func TestPlainStage(t *testing.T) {
	p, term, _ := sitPlain(t)
	stage, presses := opened(t, term)
	if !stage.SelfPaced() {
		t.Error("reading ends with time in plain lines")
	}
	show(t, stage, twist())
	for _, a := range []wizard.Announcement{
		{
			Text: "Seated twist, 2 of 5.",
			Page: wizard.Page{{Kind: wizard.Title, Text: "Seated twist (2 of 5)"}, {Kind: wizard.Steps, Items: []string{"Sit down.", "Turn."}}, {Kind: wizard.Alarm, Text: "Stop if it hurts."}},
			Keys: hints(wizard.PressBegin, wizard.PressPause, wizard.PressNext, wizard.PressWorse, wizard.PressQuit),
		},
		{Text: "Hold", Bell: true},
		{Text: "3", Minor: true},
	} {
		if err := stage.Announce(a); err != nil {
			t.Fatal(err)
		}
	}
	want := `Seated twist (2 of 5)

1. Sit down.
2. Turn.

URGENT: Stop if it hurts.
Keys: Enter begin, s pause, n next, w this makes it worse, q leave. Press Enter
after each.
Hold`
	p.WaitUntil("it is all said", func(s string) bool { return s == want })
	if strings.Count(p.Output(), bell) != 1 {
		t.Errorf("the bell is not heard once: %q", p.Output())
	}

	for line, want := range map[string]wizard.Press{
		"\r": wizard.PressBegin, "n\r": wizard.PressNext, "NEXT\r": wizard.PressNext, "s\r": wizard.PressPause, "pause\r": wizard.PressPause,
		" worse \r": wizard.PressWorse, "this makes it worse\r": wizard.PressWorse, "quit\r": wizard.PressQuit, "leave\r": wizard.PressQuit,
		"?\r": wizard.PressHelp, "+\r": wizard.PressLonger, "-\r": wizard.PressShorter, "y\r": wizard.PressFine, "p\r": wizard.PressPrevious,
	} {
		p.Press(line)
		if got := <-presses; got != want {
			t.Errorf("%q is press %d, want %d", line, got, want)
		}
	}
	p.Press("dance\r")
	p.WaitFor(`"dance" means nothing here. Keys: Enter begin`)
	p.Press("\x04")
	if _, open := <-presses; open {
		t.Error("a press came after the end of input")
	}
	if err := stage.Close(); err != nil {
		t.Fatal(err)
	}
	wantNobodyLeft(t)
	if strings.Contains(p.Output(), "\x1b") {
		t.Errorf("an escape sequence in plain lines: %q", p.Output())
	}
}

// What is typed for a stage answers no question, and what is typed for the
// question after it does, although the stage has asked for that line.
func TestNoLineOfAStageAnswersTheNextQuestion(t *testing.T) {
	p, term, clock := sitPlain(t)
	stage, _ := opened(t, term)
	if err := stage.Close(); err != nil {
		t.Fatal(err)
	}
	replies := ask(t, term, redFlags(), false)
	p.WaitUntil("it asks", func(s string) bool { return strings.HasSuffix(s, "\nAnswer:") })
	p.Press("3\r")
	p.WaitUntil("it asks again", func(s string) bool { return strings.HasSuffix(s, "Answer: 3\nAnswer:") })
	p.Press("\r")
	p.WaitUntil("it asks a third time", func(s string) bool { return strings.HasSuffix(s, "Answer:\nAnswer:") })
	later := clock.Load().Add(deafFor)
	clock.Store(&later)
	p.Press("2\r")
	wantChosen(t, <-replies, 1)

	again := ask(t, term, redFlags(), false)
	p.WaitUntil("the next question asks", func(s string) bool {
		return strings.HasSuffix(s, "\nAnswer:") && strings.Contains(s, "I am not sure\n\n")
	})
	p.Press("1\r")
	wantChosen(t, <-again, 0)
}

func TestPlainStageManyTimes(t *testing.T) {
	p, term, _ := sitPlain(t)
	wrong := 0
	for round := range 50 {
		stage, presses := opened(t, term)
		p.Press("n\r")
		if got := <-presses; got != wizard.PressNext {
			t.Fatalf("press %d, want %d", got, wizard.PressNext)
		}
		q := redFlags()
		q.Place = fmt.Sprintf("round %d.", round)
		isAsked := func() bool {
			_, after, found := strings.Cut(p.Output(), q.Place)
			return found && strings.Contains(after, "\nAnswer: ")
		}
		closed := make(chan error, 1)
		replies := make(chan reply, 1)
		go func() {
			closed <- stage.Close()
			replies <- <-ask(t, term, q, false)
		}()
		for !isAsked() {
			p.Press("3\r")
		}
		p.Press("\x04")
		if err := <-closed; err != nil {
			t.Fatal(err)
		}
		if got := <-replies; !errors.Is(got.err, wizard.ErrLeave) {
			wrong++
		}
	}
	if wrong > 0 {
		t.Errorf("%d of 50 questions were answered by lines typed for a stage", wrong)
	}
}

func TestVoiceEndsWithTheStage(t *testing.T) {
	s := newSpeech(t, "espeak")
	_, term := sit(t, 80, 24)
	term.stage.(*keyStage).voice = s.voice("linux")
	stage, _ := opened(t, term)
	if err := stage.Announce(wizard.Announcement{Text: "Breathe out", Page: wizard.Page{{Text: "unsaid"}}}); err != nil {
		t.Fatal(err)
	}
	if got := s.heard(); !slices.Contains(strings.Fields(got), "out>") || strings.Contains(got, "unsaid") {
		t.Errorf("heard %q", got)
	}
	if err := stage.Close(); err != nil {
		t.Fatal(err)
	}
	wantNobodyLeft(t)
}
