//go:build !linux && !windows

package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// flush throws away what was typed and not yet read.
func flush(f *os.File) {
	// The flag is FREAD of sys/file.h, which is also TCIFLUSH. Where it
	// fails, f is no terminal and nobody typed.
	_ = unix.IoctlSetPointerInt(int(f.Fd()), unix.TIOCFLUSH, unix.TCIFLUSH)
}
