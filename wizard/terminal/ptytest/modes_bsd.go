//go:build !linux && !windows

package ptytest

import "golang.org/x/sys/unix"

// The requests by which these systems read and set the modes of a terminal.
const (
	readModes  = unix.TIOCGETA
	writeModes = unix.TIOCSETA
)
