// Package terminal is the screen and the keys: it asks the questions of a
// wizard.Prompter and shows the pages of a wizard.Display.
//
// There are two ways to ask. On a terminal that can redraw, arrow keys move a
// highlight, behind a guard that decides what a key means. Everywhere else numbered lines are printed and a typed number
// answers; that is also the way for screen readers. Nobody outside this
// package knows which one is in use.
//
// While a question with a highlight is open, a change of the size draws it
// anew, with what was told before it. Before anything scrolls out of sight
// unread, a pager waits for Enter.
//
// Reliefs are played on a stage: a screen of cells of which only the changed
// ones are written, steered by single keys, or plain lines again. No key or
// line that was meant for the stage answers the question after it.
//
// The person is in pain and a wrong answer taken by accident is dangerous, so
// wherever there is doubt about a key or a line, it answers nothing.
//
// This is the only package that imports survey, for the modes of the terminal,
// and color. It knows no medicine: of guidance it may import the pictures in
// guidance/figure, and guidance/message for errors that know several languages.
// Flags are the business of cmd/backcare, so it must not import cobra either.
package terminal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"sync"
	"syscall"
	"time"

	"github.com/fatih/color"
	"golang.org/x/term"

	"backcare/guidance/message"
	"backcare/wizard"
)

// ErrNoTerminal is returned by Terminal.Prompter when there is nobody to ask:
// input or messages are redirected and plain lines were not asked for. The
// command should name the flag that would have answered.
var ErrNoTerminal = message.New("no terminal to ask questions on")

// Settings are what the choice between keys, plain lines and silence depends
// on, and the choice of colour.
type Settings struct {
	// In is where answers come from, Out where results go, and Err where
	// questions and everything else go. They are never closed.
	In, Out, Err *os.File
	// Getenv looks a variable up in the environment. It is os.Getenv when nil.
	Getenv func(string) string
	// Plain asks for plain lines: no colour, no redrawing, answers typed as
	// numbers.
	Plain bool
	// Color says where colour is used. With plain lines there is none.
	Color Color
	// NoBell asks for no bell while a relief is played.
	NoBell bool
	// Voice asks for what happens in a relief to be spoken, by the program
	// that the system has for it.
	Voice bool
	// Language is what the terminal itself speaks. It is English when nil.
	Language Language
}

// A Terminal asks and shows. Open makes one; there should be only one in a
// program, because colour is global.
type Terminal struct {
	display
	tongue
	in, out, err *os.File
	getenv       func(string) string
	manner       manner

	prompter wizard.Prompter
	stage    wizard.Stage
	pager    *pager
	voice    *voice
	// voiceless is why there is no voice, until it was said.
	voiceless error
	// deaf is how long the next question or pause ignores keys at first.
	deaf time.Duration
	now  func() time.Time
	// left is true when somebody left a stage, or as it closed.
	left bool
	// heeding is closed once signals are heard. It is nil where nobody listens.
	heeding chan struct{}

	// The fields below are shared with the goroutine that hears signals.
	mu     sync.Mutex
	typed  *keyboard // once keys were waited for
	before *term.State
	keys   bool // keys were read, so the screen may need repair
	drawn  bool // the highlight of a question is on the screen
	staged bool // a stage has taken the screen
	closed bool
	// offstage are the modes to go back to when a stage leaves the screen.
	offstage *term.State
}

// TextWidth returns how many columns the text of a result takes.
func (t *Terminal) TextWidth() int { return t.presented.width() }

// Open decides once how to ask and where to use colour, and remembers the
// state of the terminal so that Close can bring it back. It always succeeds,
// because pages can be shown even where nothing can be asked.
func Open(s Settings) *Terminal {
	if s.Getenv == nil {
		s.Getenv = os.Getenv
	}
	d := decide(surroundings{
		in:      isTerminal(s.In),
		out:     isTerminal(s.Out),
		err:     isTerminal(s.Err),
		windows: runtime.GOOS == "windows",
		plain:   s.Plain,
		color:   s.Color,
		getenv:  s.Getenv,
	})

	// The library guesses about colour by itself. It agrees with us from here
	// on.
	color.NoColor = !d.outColor

	t := &Terminal{tongue: tongue{s.Language}, in: s.In, out: s.Out, err: s.Err, getenv: s.Getenv, manner: d.manner, now: time.Now}
	plain := d.plain
	errColumns, outColumns := columnsOf(s.Err, s.Getenv), columnsOf(s.Out, s.Getenv)
	t.display = display{
		together:  isTerminal(s.Err) && isTerminal(s.Out),
		told:      &sheet{tongue: t.tongue, w: steadily(s.Err), width: textWidthOf(errColumns), ink: newInk(d.errColor), plain: plain, unicode: d.unicode, rows: rowsOf(s.Err), whole: errColumns},
		presented: &sheet{tongue: t.tongue, w: steadily(s.Out), width: textWidthOf(outColumns), ink: newInk(d.outColor), plain: plain, unicode: d.unicode, rows: rowsOf(s.Out), whole: outColumns},
	}
	if state, err := term.GetState(int(s.In.Fd())); err == nil {
		t.before = state
	}

	if s.Voice {
		t.voice, t.voiceless = newVoice(t.tongue, runtime.GOOS, exec.LookPath)
	}

	switch d.manner {
	case byKeys:
		t.screen = func() (int, int) { return sizeOf(s.Err) }
		t.pager = &pager{term: t, ink: newInk(d.errColor)}
		t.told.pager = t.pager
		if t.together {
			t.presented.pager = t.pager
		}
		t.prompter = &keyPrompter{term: t, ink: newInk(d.errColor), marks: marksFor(d.unicode)}
		t.stage = &keyStage{
			term: t, voice: t.voice, bell: !s.NoBell,
			scenery: scenery{tongue: t.tongue, unicode: d.unicode}, painter: painter{color: d.errColor},
		}
	case byLines:
		typed := isTerminal(s.In)
		lines := newLinePrompter(s.In, t.told, typed)
		lines.heed = t.heed
		t.prompter = lines
		if typed {
			lines.deaf = &t.deaf
			t.stage = &lineStage{term: t, in: lines.in, voice: t.voice, bell: !s.NoBell}
		}
	}
	return t
}

// Stage returns where reliefs can be played, or nil where nobody could see
// or steer that: without a terminal, and where answers come from a pipe.
func (t *Terminal) Stage() wizard.Stage { return t.stage }

// VoiceProblem says once, in words for the person, why nothing will be
// spoken although Settings.Voice asks for it. It is nil when there is nothing
// to say, and it is no reason to stop.
func (t *Terminal) VoiceProblem() error {
	err := t.voiceless
	t.voiceless = nil
	return err
}

// Seen reports whether results appear on a screen, rather than in a pipe or a
// file.
func (t *Terminal) Seen() bool { return isTerminal(t.out) }

// Width returns how many columns the text of a result may take.
func (t *Terminal) Width() int { return t.presented.width() }

// MessageColumns says how many columns an error or a hint has, or 0 where nothing
// says how wide its line is: there it stays one line, for whoever looks for it.
func (t *Terminal) MessageColumns() int {
	if !isTerminal(t.err) && t.getenv("COLUMNS") == "" {
		return 0
	}
	return t.told.width()
}

// Prompter returns the one prompter of this terminal, or ErrNoTerminal.
func (t *Terminal) Prompter() (wizard.Prompter, error) {
	if t.prompter == nil {
		return nil, ErrNoTerminal
	}
	if t.pager != nil {
		t.pager.on = true
	}
	return t.prompter, nil
}

// Close leaves the terminal as Open found it, with the cursor visible. It may
// be called from any goroutine and more than once; nothing can be asked
// afterwards.
func (t *Terminal) Close() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return nil
	}
	t.closed = true
	if t.typed != nil {
		close(t.typed.closing)
	}
	t.voice.end()
	repair := ""
	if t.staged {
		repair = mainScreenAgain
	}
	if t.keys && t.drawn {
		// The cursor is on the highlighted line, and the saved place
		// below the list.
		repair += restoreCursor + eraseBelow
	}
	if t.keys {
		repair += showCursor + pasteOff
	}
	// A terminal that has gone cannot be repaired and needs no repair.
	_, _ = t.err.WriteString(repair)
	if t.before == nil {
		return nil
	}
	if err := term.Restore(int(t.in.Fd()), t.before); err != nil && !gone(err) {
		return message.Errorf("restore the terminal: %w", err)
	}
	return nil
}

// leaves drops what was typed before a question is there, and reports whether
// the person leaves in it, or has left before. Then nothing waits for a key any
// more.
func (t *Terminal) leaves() bool {
	if !drain(t.in) && !t.left {
		return false
	}
	t.pager.leave()
	return true
}

// interruptLine ends the wait for a line in the way that keys do, so that
// whoever asked can say what is left to say. It reports whether anybody waited.
func (t *Terminal) interruptLine() bool {
	lines, ok := t.prompter.(*linePrompter)
	return ok && lines.in.interrupt()
}

// LeaveOnSignal restores the terminal and then calls exit when the process is
// interrupted, terminated or loses its terminal, except that an interrupt while
// a line is waited for is ErrLeave there. A question that waits for a key cannot
// be woken, so exit must end the process; it must write nothing, because the
// terminal may be one that takes nothing. It listens for as long as
// the process lives: a hang-up often comes just after the end of input.
//
// To begin to listen takes threads a tenth of the time until the first question.
// That goes on meanwhile: before modes are changed or a line is waited for, there
// is nothing to restore and nothing to say.
func (t *Terminal) LeaveOnSignal(exit func(os.Signal)) {
	t.heeding = make(chan struct{})
	go func() {
		heard := make(chan os.Signal, 1)
		signal.Notify(heard, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
		close(t.heeding)
		sig := <-heard
		for sig == os.Interrupt && t.interruptLine() {
			sig = <-heard
		}
		t.closeInTime()
		exit(sig)
	}()
}

// closeInTime closes the terminal and ends the line of an open question. Where
// the terminal takes no output, whoever writes to it holds the lock; then only
// its modes are restored.
func (t *Terminal) closeInTime() {
	const patience = 500 * time.Millisecond
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		_ = t.Close() // as far as it can be
		_, _ = io.WriteString(t.err, "\n")
	}()
	select {
	case <-closed:
	case <-time.After(patience):
		if t.before != nil {
			_ = term.Restore(int(t.in.Fd()), t.before)
		}
	}
}

// heed waits until signals are heard, if anybody is to listen.
func (t *Terminal) heed() {
	if t.heeding != nil {
		<-t.heeding
	}
}

// drawing marks that the list of a question is about to be drawn, and saves the
// place where it will be. It fails when the terminal was closed meanwhile.
func (t *Terminal) drawing() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return fmt.Errorf("%w: the terminal was closed", wizard.ErrLeave)
	}
	t.keys, t.drawn = true, true
	// A terminal that is gone says so at the next key.
	_, _ = t.err.WriteString(hideCursor + saveCursor)
	return nil
}

// erased marks that the list is gone from the screen.
func (t *Terminal) erased() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.drawn = false
	if !t.closed {
		_, _ = t.err.WriteString(showCursor)
	}
}

// A canvas is where questions with a highlight are drawn. Nothing is drawn on
// it once the terminal was closed, whichever goroutine did that.
type canvas struct{ t *Terminal }

// Write implements io.Writer.
func (c canvas) Write(p []byte) (int, error) {
	c.t.mu.Lock()
	defer c.t.mu.Unlock()
	if c.t.closed {
		return 0, leaving(os.ErrClosed)
	}
	return steady{c.t.err}.Write(p)
}

// Fd makes it a file, for the modes of the terminal.
func (c canvas) Fd() uintptr { return c.t.err.Fd() }

// A keyboard is the terminal's source of keys. It lives as long as the
// terminal, so that no change of the size is missed between two questions.
type keyboard struct {
	t *Terminal
	// waiter is nil where a change of the size cannot be heard.
	waiter  *waiter
	closing chan struct{}
}

// keyboard returns the keyboard, which listens from the first call on. From then
// on Ctrl-S is a key like any other, between questions too. Each question makes
// it one again, because whoever stopped the program meanwhile may have changed
// the modes.
func (t *Terminal) keyboard() *keyboard {
	t.heed()
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.typed == nil {
		if !t.closed {
			noFlowControl(t.in)
		}
		t.typed = &keyboard{t: t, closing: make(chan struct{})}
		if w, err := newWaiter(t.in); err == nil && !t.closed {
			t.typed.waiter = w
			go watchSize(w.wake, t.typed.closing)()
		}
	}
	return t.typed
}

// Read implements io.Reader. The error is errResized, and no key is lost, when
// the size of the terminal has changed.
func (k *keyboard) Read(p []byte) (int, error) {
	if k.waiter == nil {
		return k.t.in.Read(p)
	}
	came, err := k.waiter.await(forever)
	switch {
	case err != nil:
		return 0, err
	case came == wokenUp:
		return 0, errResized
	}
	return k.t.in.Read(p)
}

// Fd is what the modes of the terminal are changed by. After Close it is no
// file at all, so that the modes stay as they are.
func (k *keyboard) Fd() uintptr {
	k.t.mu.Lock()
	defer k.t.mu.Unlock()
	if k.t.closed {
		return ^uintptr(0)
	}
	return k.t.in.Fd()
}

func (k *keyboard) arrives(within time.Duration) bool { return arrives(k.t.in, within) }

// A steady is a terminal to write to. That it has gone is a person who leaves.
type steady struct{ f *os.File }

// Write implements io.Writer.
func (s steady) Write(p []byte) (int, error) {
	n, err := s.f.Write(p)
	return n, leaving(err)
}

// steadily returns what to write to a file with: a disk that fails is no
// person who leaves.
func steadily(f *os.File) io.Writer {
	if isTerminal(f) {
		return steady{f}
	}
	return f
}

// leaving makes wizard.ErrLeave of an error because the terminal has gone.
func leaving(err error) error {
	if err != nil && gone(err) {
		return fmt.Errorf("%w: %w", wizard.ErrLeave, err)
	}
	return err
}

// gone reports whether err says that the terminal behind a file has hung up.
func gone(err error) bool {
	return errors.Is(err, syscall.EIO) || errors.Is(err, os.ErrClosed)
}
