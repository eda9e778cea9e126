package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// flush throws away what was typed and not yet read.
func flush(f *os.File) {
	// Where it fails, f is no terminal and nobody typed.
	_ = unix.IoctlSetInt(int(f.Fd()), unix.TCFLSH, unix.TCIFLUSH)
}
