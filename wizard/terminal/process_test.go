//go:build unix

package terminal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"backcare/wizard"
	"backcare/wizard/terminal/ptytest"
)

// TestMain lets this test binary be the program on the terminal: what cannot
// be seen from within one process is how a process ends.
func TestMain(m *testing.M) {
	if act := os.Getenv("TERMINAL_TEST_ACT"); act != "" {
		os.Exit(perform(act))
	}
	os.Exit(m.Run())
}

// perform does what cmd/backcare has to do, and returns the exit code.
func perform(act string) int {
	signal.Ignore(syscall.SIGPIPE)
	term := Open(Settings{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Plain: os.Getenv("PLAIN") != ""})
	defer term.Close()
	term.LeaveOnSignal(func(os.Signal) { os.Exit(130) })

	switch act {
	case "ask":
		prompter, err := term.Prompter()
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 2
		}
		for _, q := range []wizard.Question{redFlags(), painScale()} {
			if _, err := prompter.ChooseOne(q); err != nil {
				return exitCode(err)
			}
		}
		fmt.Fprintln(os.Stderr, "all answered")
	case "tell":
		prompter, err := term.Prompter()
		if err == nil {
			err = term.Tell(advice())
		}
		if err == nil {
			_, err = prompter.ChooseOne(redFlags())
		}
		if err != nil {
			return exitCode(err)
		}
		fmt.Fprintln(os.Stderr, "answered")
	case "farewell":
		prompter, err := term.Prompter()
		if err == nil {
			err = term.Tell(advice())
		}
		if err == nil {
			_, err = prompter.ChooseOne(redFlags())
		}
		return exitCode(errors.Join(err, term.Tell(farewell())))
	case "play":
		return performPlay(term)
	case "wait":
		term.heed()
		fmt.Fprintln(os.Stderr, "waiting")
		select {}
	case "panic":
		prompter, _ := term.Prompter()
		_, _ = prompter.ChooseOne(redFlags())
		panic("a mistake")
	case "present":
		long := wizard.Page{{Kind: wizard.Bullets, Items: strings.Split(strings.Repeat("breathe ", 50000), " ")}}
		for range 5 {
			if err := term.Present(long); err != nil {
				return exitCode(err)
			}
		}
	}
	return 0
}

func exitCode(err error) int {
	bad := new(LineError)
	switch {
	case errors.Is(err, syscall.EPIPE):
		return 0
	case errors.Is(err, wizard.ErrLeave):
		return 130
	case errors.As(err, &bad):
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// program is this test binary with an act to perform.
func program(t *testing.T, act string, env ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	// The race detector would sleep for a second at every exit.
	cmd.Env = append(env, "TERMINAL_TEST_ACT="+act, "GORACE=atexit_sleep_ms=0")
	return cmd
}

func TestTerminalIsRestored(t *testing.T) {
	tests := []struct {
		name, act, show string
		end             func(*ptytest.Terminal)
		code            int
	}{
		{"ctrl-c in a question", "ask", "  None of these", press("\x03"), 130},
		{"ctrl-d in a question", "ask", "  None of these", press("\x04"), 130},
		{"ctrl-c between questions", "wait", "waiting", press("\x03"), 130},
		{"terminated in a question", "ask", "  None of these", send(syscall.SIGTERM), 130},
		{"terminated between questions", "wait", "waiting", send(syscall.SIGTERM), 130},
		{"hang-up signal in a question", "ask", "  None of these", send(syscall.SIGHUP), 130},
		{"panic after a question", "panic", "  None of these", press("\r"), 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := ptytest.Start(t, program(t, test.act), 80, 24)
			p.WaitFor(test.show)
			test.end(p)
			if got := p.Wait(); got != test.code {
				t.Errorf("exit code %d, want %d\n%s", got, test.code, p.Screen())
			}
			if !p.Restored() {
				t.Error("the modes of the terminal are not as they were")
			}
			if !p.CursorVisible() {
				t.Error("the cursor is hidden")
			}
			if out := p.Output(); strings.LastIndex(out, pasteOn) > strings.LastIndex(out, pasteOff) {
				t.Error("pastes are still marked")
			}
			// What the shell prints next must not overwrite anything.
			if got, below := p.CursorRow(), strings.Count(strings.TrimSuffix(p.Screen(), "\n^C"), "\n")+1; got < below {
				t.Errorf("the cursor is on row %d, the text ends on row %d:\n%s", got, below-1, p.Screen())
			}
		})
	}
}

func press(keys string) func(*ptytest.Terminal) {
	return func(p *ptytest.Terminal) { p.Press(keys) }
}

func send(sig syscall.Signal) func(*ptytest.Terminal) {
	return func(p *ptytest.Terminal) { p.Signal(sig) }
}

func TestProcessHangUp(t *testing.T) {
	p := ptytest.Start(t, program(t, "ask"), 80, 24)
	p.WaitFor("  None of these")
	p.HangUp()
	if got := p.Wait(); got != 130 {
		t.Errorf("exit code %d, want 130", got)
	}
}

func TestProcessAnswers(t *testing.T) {
	p := ptytest.Start(t, program(t, "ask"), 40, 20)
	p.WaitFor("  None of these")
	p.Press("\r")
	p.WaitFor("› 0, no pain")
	p.Press("10")
	p.WaitFor("› 10")
	p.Press("\r")
	p.WaitFor("all answered")
	if got := p.Wait(); got != 0 {
		t.Errorf("exit code %d, want 0", got)
	}
}

func TestPlainOnATerminal(t *testing.T) {
	for name, env := range map[string]string{"plain": "PLAIN=1", "dumb": "TERM=dumb"} {
		t.Run(name, func(t *testing.T) {
			p := ptytest.Start(t, program(t, "ask", env), 40, 20)
			prompt := func(s string) bool { return strings.HasSuffix(s, "\nAnswer:") }
			p.WaitUntil("it asks", prompt)
			p.Press("none\r")
			p.WaitFor(`"none" is not one of the numbers.`)
			p.WaitUntil("it asks again", prompt)
			p.Press("2\r")
			p.WaitFor("\n10\n")
			p.WaitUntil("it asks the next question", prompt)
			p.Press("8\r")
			p.WaitFor("You chose: 8")
			if got := p.Wait(); got != 0 {
				t.Errorf("exit code %d, want 0", got)
			}
			if strings.Contains(p.Output(), "\x1b") {
				t.Errorf("an escape sequence in plain lines: %q", p.Output())
			}
		})
	}
}

func TestPlainEndOfInputOnATerminal(t *testing.T) {
	for name, key := range map[string]string{"ctrl-d": "\x04", "ctrl-c": "\x03"} {
		t.Run(name, func(t *testing.T) {
			p := ptytest.Start(t, program(t, "ask", "PLAIN=1"), 80, 24)
			p.WaitFor("question mark for why.\nAnswer:")
			p.Press(key)
			if got := p.Wait(); got != 130 {
				t.Errorf("exit code %d, want 130", got)
			}
		})
	}
}

func TestNoTerminalNoQuestions(t *testing.T) {
	cmd := program(t, "ask")
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != 2 || !strings.Contains(string(out), ErrNoTerminal.Error()) {
		t.Errorf("exit code %d, output %q, error %v; want 2 and %q", code, out, err, ErrNoTerminal)
	}
}

func TestYesComesToAnEnd(t *testing.T) {
	for _, word := range []string{"yes", "", "?", "b", "-"} {
		t.Run(word, func(t *testing.T) {
			cmd := program(t, "ask", "PLAIN=1")
			cmd.Stdin = &endless{word: word + "\n"}
			out, _ := cmd.CombinedOutput()
			if code := cmd.ProcessState.ExitCode(); code != 2 && word != "b" {
				t.Errorf("exit code %d, want 2\n%s", code, out)
			}
		})
	}
}

// endless says one word for ever, as yes(1) does.
type endless struct{ word string }

func (e *endless) Read(p []byte) (int, error) {
	return copy(p, strings.Repeat(e.word, len(p)/len(e.word)+1)), nil
}

func TestPresentToAClosedPipe(t *testing.T) {
	cmd := program(t, "present")
	var complaints strings.Builder
	cmd.Stderr = &complaints
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, 10)); err != nil {
		t.Fatal(err)
	}
	out.Close()
	if err := cmd.Wait(); err != nil || complaints.Len() > 0 {
		t.Errorf("error %v, complaints %q; want a quiet end", err, complaints.String())
	}
}
