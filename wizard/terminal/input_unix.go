//go:build !windows

package terminal

import (
	"os"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// isTerminal reports whether f is a terminal that can be driven.
func isTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd()))
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
