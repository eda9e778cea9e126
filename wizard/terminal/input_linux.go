package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// The requests by which Linux reads and sets the modes of a terminal.
const (
	readModes  = unix.TCGETS
	writeModes = unix.TCSETS
)

// flush throws away what was typed and not yet read.
func flush(f *os.File) {
	// Where it fails, f is no terminal and nobody typed.
	_ = unix.IoctlSetInt(int(f.Fd()), unix.TCFLSH, unix.TCIFLUSH)
}
