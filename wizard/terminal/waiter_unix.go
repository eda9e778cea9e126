//go:build !windows

package terminal

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// What a wait for keys ends with.
type awaited int

const (
	nothingCame awaited = iota
	keysCame
	wokenUp
)

// A waiter waits for keys without taking any, and can be woken up. A pipe
// beside the terminal does that: select works on both on all systems, where
// poll and kqueue know no terminals on macOS. The pipe is none of package os,
// which would begin to poll for it before the first question is there.
type waiter struct {
	in         *os.File
	ears, horn int
}

func newWaiter(in *os.File) (*waiter, error) {
	w := &waiter{in: in}
	if err := w.open(); err != nil {
		return nil, fmt.Errorf("make a pipe: %w", err)
	}
	if max(int(in.Fd()), w.ears) >= unix.FD_SETSIZE {
		w.free()
		return nil, errors.New("too many open files")
	}
	return w, nil
}

// open makes the pipe. A program that is started meanwhile does not inherit it.
func (w *waiter) open() error {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	var ends [2]int
	if err := unix.Pipe(ends[:]); err != nil {
		return err
	}
	w.ears, w.horn = ends[0], ends[1]
	unix.CloseOnExec(w.ears)
	unix.CloseOnExec(w.horn)
	return nil
}

// wake ends the wait that is going on, or else the next one. It must not be
// called after free.
func (w *waiter) wake() { _, _ = unix.Write(w.horn, []byte{0}) }

// free gives up the pipe. Nobody may wait any more.
func (w *waiter) free() {
	_ = unix.Close(w.ears)
	_ = unix.Close(w.horn)
}

// await waits for keys, for a wake, or until the time is over.
func (w *waiter) await(within time.Duration) (awaited, error) {
	in, ears := int(w.in.Fd()), w.ears
	for end := time.Now().Add(within); ; {
		var limit *unix.Timeval
		if within >= 0 {
			left := unix.NsecToTimeval(max(0, time.Until(end)).Nanoseconds())
			limit = &left
		}
		var set unix.FdSet
		set.Set(in)
		set.Set(ears)
		n, err := unix.Select(max(in, ears)+1, &set, nil, nil, limit)
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case err != nil:
			return nothingCame, fmt.Errorf("wait for keys: %w", err)
		case n == 0:
			return nothingCame, nil
		case set.IsSet(ears):
			var wakes [64]byte
			_, err := unix.Read(ears, wakes[:])
			return wokenUp, err
		}
		return keysCame, nil
	}
}

// watchContinue listens from now on for the program to go on after it was
// stopped, and returns a function that calls heard whenever it does, until the
// channel is closed.
func watchContinue(heard func(), until <-chan struct{}) func() {
	continues := make(chan os.Signal, 1)
	signal.Notify(continues, syscall.SIGCONT)
	return func() {
		defer signal.Stop(continues)
		for {
			select {
			case <-continues:
				heard()
			case <-until:
				return
			}
		}
	}
}

// settled is how long the size of a window must stay the same before anything
// is drawn anew: a hand that drags an edge changes it many times.
const settled = 60 * time.Millisecond

// watchSize listens from now on for changes of the size of the terminal, and
// returns a function that calls heard whenever one has settled, until the
// channel is closed.
func watchSize(heard func(), until <-chan struct{}) func() {
	changes := make(chan os.Signal, 1)
	signal.Notify(changes, syscall.SIGWINCH)
	return func() {
		defer signal.Stop(changes)
		var still <-chan time.Time
		for {
			select {
			case <-changes:
				still = time.After(settled)
			case <-still:
				still = nil
				heard()
			case <-until:
				return
			}
		}
	}
}

// stopWait is how long a stop may take to begin. Where it does not, nobody is
// there to let the program go on again: it has no shell with job control.
const stopWait = 200 * time.Millisecond

// stopGroup stops the program and what runs with it, as the terminal does at
// Ctrl-Z, and returns when it goes on.
//
// SIGTSTP itself is never listened to: Go does not give it its effect back
// afterwards, and Ctrl-Z at a question would be dead.
func stopGroup(continued, closing <-chan struct{}) {
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return
	}
	select {
	case <-continued:
	case <-closing:
	case <-time.After(stopWait):
	}
}
