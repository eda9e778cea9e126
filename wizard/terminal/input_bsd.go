//go:build !linux && !windows

package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// The requests by which these systems read and set the modes of a terminal.
const (
	readModes  = unix.TIOCGETA
	writeModes = unix.TIOCSETA
)

// flush throws away what was typed and not yet read.
func flush(f *os.File) {
	// The flag is FREAD of sys/file.h, which is also TCIFLUSH. Where it
	// fails, f is no terminal and nobody typed.
	_ = unix.IoctlSetPointerInt(int(f.Fd()), unix.TIOCFLUSH, unix.TCIFLUSH)
}
