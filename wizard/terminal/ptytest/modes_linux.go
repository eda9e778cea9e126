package ptytest

import "golang.org/x/sys/unix"

// The requests by which Linux reads and sets the modes of a terminal.
const (
	readModes  = unix.TCGETS
	writeModes = unix.TCSETS
)
