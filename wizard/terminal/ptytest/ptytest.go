//go:build unix

// Package ptytest is a terminal for tests, with a person at it who looks
// before they press. A program runs on the terminal, as a process or in a
// goroutine of the test; the test waits until the rendered screen shows a
// text and then presses keys. A deadline is only there to end a test that
// would hang.
//
// It is for tests of this package and of the command. It must not import
// anything of backcare.
package ptytest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// patience is how long a test may wait for anything. It is generous because
// it costs nothing in a test that passes.
const patience = 30 * time.Second

// A Terminal is an emulated terminal. Its methods fail the test when
// something goes wrong, so they must be called on the test's goroutine.
type Terminal struct {
	t        testing.TB
	ptm, tty *os.File
	screen   vt10x.Terminal
	before   *term.State
	pumped   chan struct{} // closed when there is no more output

	mu      sync.Mutex
	output  bytes.Buffer  // what is on the screen
	unshown bytes.Buffer  // what is on its way there
	changed chan struct{} // closed at the next output, and at the end

	cmd    *exec.Cmd
	exited chan struct{}
	after  *term.State
}

// Open makes a terminal of a size, to be used through TTY.
func Open(t testing.TB, columns, rows int) *Terminal {
	t.Helper()
	ptm, tty, err := pty.Open()
	if err != nil {
		t.Fatalf("open a pty: %v", err)
	}
	if ptm, err = pollable(ptm); err != nil {
		t.Fatalf("prepare a pty: %v", err)
	}
	if err := keepOutput(tty); err != nil {
		t.Fatalf("set the modes of a pty: %v", err)
	}
	p := &Terminal{
		t: t, ptm: ptm, tty: tty,
		screen:  vt10x.New(vt10x.WithSize(columns, rows), vt10x.WithWriter(ptm)),
		pumped:  make(chan struct{}),
		changed: make(chan struct{}),
	}
	t.Cleanup(func() {
		_ = tty.Close()
		_ = ptm.Close()
		<-p.pumped
	})
	go p.pump()
	p.Resize(columns, rows)
	if p.before, err = term.GetState(int(tty.Fd())); err != nil {
		t.Fatalf("read the state of the terminal: %v", err)
	}
	return p
}

// Start runs a command on a new terminal of a size. Streams that the command
// does not set are the terminal. Its environment is a small fixed one, then
// cmd.Env; nothing is inherited but PATH and HOME.
func Start(t testing.TB, cmd *exec.Cmd, columns, rows int) *Terminal {
	t.Helper()
	p := Open(t, columns, rows)
	p.cmd, p.exited = cmd, make(chan struct{})
	cmd.Env = append([]string{
		"TERM=xterm-256color", "LANG=C.UTF-8",
		"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME"),
	}, cmd.Env...)
	control := -1
	if cmd.Stdout == nil {
		cmd.Stdout, control = p.tty, 1
	}
	if cmd.Stderr == nil {
		cmd.Stderr, control = p.tty, 2
	}
	if cmd.Stdin == nil {
		cmd.Stdin, control = p.tty, 0
	}
	if control >= 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: control}
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", cmd.Path, err)
	}
	go func() {
		_ = cmd.Wait() // the exit code is read from ProcessState
		close(p.exited)
		p.mu.Lock()
		defer p.mu.Unlock()
		p.wake()
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-p.exited
	})
	return p
}

// TTY is the end of the terminal that a program uses.
func (p *Terminal) TTY() *os.File { return p.tty }

// Screen is what the person sees, without spaces at the ends of lines.
func (p *Terminal) Screen() string {
	lines := strings.Split(p.screen.String(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// Output is everything that was written and shown so far, escape sequences
// included.
func (p *Terminal) Output() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.output.String()
}

// Received is how many bytes were written so far, those on their way to the screen
// among them. What a key that is pressed now leads to comes after them.
func (p *Terminal) Received() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.output.Len() + p.unshown.Len()
}

// Since is what was shown of all that was written after so many bytes.
func (p *Terminal) Since(received int) string {
	out := p.Output()
	return out[min(received, len(out)):]
}

// CursorVisible reports whether the cursor is shown.
func (p *Terminal) CursorVisible() bool {
	p.screen.Lock()
	defer p.screen.Unlock()
	return p.screen.CursorVisible()
}

// OtherScreen reports whether the alternate screen is shown, from which nothing
// stays in sight.
func (p *Terminal) OtherScreen() bool {
	p.screen.Lock()
	defer p.screen.Unlock()
	return p.screen.Mode()&vt10x.ModeAltScreen != 0
}

// CursorRow is the row of the cursor, from 0 at the top.
func (p *Terminal) CursorRow() int {
	p.screen.Lock()
	defer p.screen.Unlock()
	return p.screen.Cursor().Y
}

// WaitFor waits until the screen shows a text.
func (p *Terminal) WaitFor(text string) {
	p.t.Helper()
	p.WaitUntil("the screen shows "+text, func(screen string) bool { return strings.Contains(screen, text) })
}

// WaitUntil waits until the screen meets a condition, which what describes.
func (p *Terminal) WaitUntil(what string, met func(screen string) bool) {
	p.t.Helper()
	guard := time.NewTimer(patience)
	defer guard.Stop()
	for {
		p.mu.Lock()
		changed := p.changed
		p.mu.Unlock()
		if met(p.Screen()) {
			return
		}
		select {
		case <-changed:
		case <-p.pumped:
			if !met(p.Screen()) {
				p.t.Fatalf("the output ended before %s:\n%s", what, p.Screen())
			}
			return
		case <-guard.C:
			p.t.Fatalf("waited in vain until %s:\n%s", what, p.Screen())
		}
	}
}

// Quiet waits until nothing has been written for a while. It is for making
// golden files, which have to catch a screen that is drawn to the end; a test
// waits for what it expects instead.
func (p *Terminal) Quiet(while time.Duration) {
	for {
		p.mu.Lock()
		changed := p.changed
		p.mu.Unlock()
		select {
		case <-changed:
		case <-p.pumped:
			return
		case <-time.After(while):
			return
		}
	}
}

// Press types keys, as the bytes that a terminal sends for them.
func (p *Terminal) Press(keys string) {
	p.t.Helper()
	if _, err := io.WriteString(p.ptm, keys); err != nil {
		p.t.Fatalf("press %q: %v", keys, err)
	}
}

// Hit types keys and waits until the program has taken them, or has ended. It
// is for keys of which nobody knows what follows.
func (p *Terminal) Hit(keys string) {
	p.t.Helper()
	p.Press(keys)
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	for end := time.Now().Add(patience); ; {
		waiting, err := unix.IoctlGetInt(int(p.tty.Fd()), unreadInput())
		if err != nil {
			p.t.Fatalf("count what was typed and not read: %v", err)
		}
		if waiting == 0 {
			return
		}
		if time.Now().After(end) {
			p.t.Fatalf("the program does not read %q:\n%s", keys, p.Screen())
		}
		select {
		case <-p.exited:
			return
		case <-look.C:
		}
	}
}

// unreadInput is the request for how many bytes were typed and not read.
func unreadInput() uint {
	if runtime.GOOS == "linux" {
		return 0x541b // TIOCINQ
	}
	return 0x4004667f // FIONREAD
}

// PressUntil types keys until the screen meets a condition, which what describes.
// It is for a program that is deaf for a moment, and to a key that is held down:
// it waits a little first, and longer before it types them again, as a person does
// whose key was not heard. Keys that were heard and typed again would do harm.
func (p *Terminal) PressUntil(keys, what string, met func(screen string) bool) {
	p.t.Helper()
	const first, again = 260 * time.Millisecond, time.Second
	for end, wait := time.Now().Add(patience), first; time.Now().Before(end); wait = again {
		if p.meets(met, wait) {
			return
		}
		p.Press(keys)
	}
	p.t.Fatalf("pressed %q in vain until %s:\n%s", keys, what, p.Screen())
}

// meets reports whether the screen meets a condition within some time.
func (p *Terminal) meets(met func(screen string) bool, within time.Duration) bool {
	for deadline := time.After(within); ; {
		p.mu.Lock()
		changed := p.changed
		p.mu.Unlock()
		if met(p.Screen()) {
			return true
		}
		select {
		case <-changed:
		case <-deadline:
			return false
		}
	}
}

// Resize changes the size, which the program hears about.
func (p *Terminal) Resize(columns, rows int) {
	p.t.Helper()
	p.screen.Resize(columns, rows)
	if err := pty.Setsize(p.tty, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)}); err != nil {
		p.t.Fatalf("resize the terminal: %v", err)
	}
}

// Signal sends a signal to the program.
func (p *Terminal) Signal(sig os.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(sig); err != nil {
		p.t.Fatalf("send %v: %v", sig, err)
	}
}

// HangUp takes the terminal away, as closing its window does.
func (p *Terminal) HangUp() {
	p.t.Helper()
	if err := p.ptm.Close(); err != nil {
		p.t.Fatalf("hang up: %v", err)
	}
}

// Ended is closed when the program has ended.
func (p *Terminal) Ended() <-chan struct{} { return p.exited }

// Wait waits for the program to end and for all that it wrote, and returns its
// exit code, which is -1 when a signal killed it.
func (p *Terminal) Wait() int {
	p.t.Helper()
	select {
	case <-p.exited:
	case <-time.After(patience):
		p.t.Fatalf("the program does not end:\n%s", p.Screen())
	}
	if p.after == nil {
		p.after, _ = term.GetState(int(p.tty.Fd()))
		// While this end is open, the output would never end.
		_ = p.tty.Close()
		<-p.pumped
	}
	return p.cmd.ProcessState.ExitCode()
}

// Restored reports whether the modes of the terminal are what they were at
// the beginning.
func (p *Terminal) Restored() bool {
	now := p.after
	if now == nil {
		now, _ = term.GetState(int(p.tty.Fd()))
	}
	return reflect.DeepEqual(p.before, now)
}

// pollable returns f as a file whose Close ends a Read that waits, which takes
// a descriptor that does not block. Package pty leaves it blocking.
func pollable(f *os.File) (*os.File, error) {
	defer f.Close()
	// Not inherited by the program, which would keep its own terminal alive.
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	again := os.NewFile(uintptr(fd), f.Name())
	if errors.Is(again.SetDeadline(time.Time{}), os.ErrNoDeadline) {
		// The system cannot poll terminals; only HangUp will miss it.
		err = unix.SetNonblock(fd, false)
	}
	return again, err
}

// pump feeds the screen until the program's end of the terminal is closed,
// which on Linux is the error EIO rather than EOF.
func (p *Terminal) pump() {
	defer close(p.pumped)
	in := bufio.NewReader(io.TeeReader(p.ptm, writer(p.record)))
	for {
		err := p.screen.Parse(in)
		p.showed()
		if err != nil {
			if !errors.Is(err, io.EOF) && !errors.Is(err, syscall.EIO) && !errors.Is(err, os.ErrClosed) {
				p.t.Errorf("read from the terminal: %v", err)
			}
			return
		}
	}
}

// record takes what the screen is about to show.
func (p *Terminal) record(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.unshown.Write(b)
}

// showed lets those who wait look again. What is known as output is never ahead
// of the screen.
func (p *Terminal) showed() {
	p.mu.Lock()
	defer p.mu.Unlock()
	_, _ = p.unshown.WriteTo(&p.output) // a buffer takes everything
	p.wake()
}

// wake wakes those who wait. The lock is held.
func (p *Terminal) wake() {
	close(p.changed)
	p.changed = make(chan struct{})
}

// A writer is a function that takes bytes.
type writer func([]byte) (int, error)

func (w writer) Write(b []byte) (int, error) { return w(b) }
