//go:build unix

package ptytest

import (
	"os"

	"golang.org/x/sys/unix"
)

// keepOutput tells a terminal not to throw away what was written to it and not
// read yet when a key becomes a signal. The kernel does that whatever the
// program writes, so a test that reads a moment later would miss some of it.
func keepOutput(tty *os.File) error {
	modes, err := unix.IoctlGetTermios(int(tty.Fd()), readModes)
	if err != nil {
		return err
	}
	modes.Lflag |= unix.NOFLSH
	return unix.IoctlSetTermios(int(tty.Fd()), writeModes, modes)
}
