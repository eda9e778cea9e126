//go:build !windows

package terminal

import (
	"bytes"
	"os"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// isTerminal reports whether f is a terminal that can be driven.
func isTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd()))
}

// noFlowControl makes Ctrl-S a key like any other. As flow control it would stop
// the output, and with it every way out, until Ctrl-Q.
func noFlowControl(f *os.File) {
	fd := int(f.Fd())
	modes, err := unix.IoctlGetTermios(fd, readModes)
	if err != nil {
		return // no terminal, so nobody presses a key
	}
	modes.Iflag &^= unix.IXON
	_ = unix.IoctlSetTermios(fd, writeModes, modes)
}

// drain throws away what was typed and not yet read, and reports whether
// somebody leaves in it: that is never stale. The terminal must hand over single
// keys.
func drain(f *os.File) (leaves bool) {
	const (
		flood = 16 // reads, each of more than a terminal holds
		// A zero was Ctrl-D, the end of input, while the terminal still handed
		// over lines.
		leave = "\x03\x04\x00"
	)
	var buf [4096]byte
	for range flood {
		if int(f.Fd()) >= unix.FD_SETSIZE {
			break
		}
		if !arrives(f, 0) {
			return leaves // what comes from now on is heard
		}
		n, err := f.Read(buf[:])
		leaves = leaves || bytes.ContainsAny(buf[:n], leave)
		if n == 0 || err != nil {
			break
		}
	}
	flush(f)
	return leaves
}

// arrives waits until something can be read from f, or the time is over. In
// doubt it says yes, so that a read decides.
func arrives(f *os.File, within time.Duration) bool {
	fd := int(f.Fd())
	if fd >= unix.FD_SETSIZE {
		return true
	}
	// select rather than poll: on macOS poll does not work on a terminal.
	for end := time.Now().Add(within); ; {
		left := max(0, time.Until(end))
		var set unix.FdSet
		set.Set(fd)
		wait := unix.NsecToTimeval(left.Nanoseconds())
		n, err := unix.Select(fd+1, &set, nil, nil, &wait)
		if err == unix.EINTR {
			continue
		}
		return err != nil || n > 0
	}
}
