package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"backcare/wizard"
	"backcare/wizard/terminal"
)

// The exit codes that scripts rely on.
const (
	exitDone      = 0
	exitFailure   = 1
	exitUsage     = 2
	exitClinician = 10
	exitUrgent    = 11
	exitEmergency = 12
	exitLeft      = 130
)

// A usageError is a wrong call or wrong input: exit code 2, with a hint what
// to do instead.
type usageError struct {
	err  error
	hint string
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// usagef returns a usageError.
func usagef(hint, format string, args ...any) error {
	return &usageError{err: fmt.Errorf(format, args...), hint: hint}
}

// A dispositionExit asks for the exit code of a finished check; it prints
// nothing.
type dispositionExit int

func (dispositionExit) Error() string { return "" }

// report prints an error once, with its hint, and returns its exit code.
func report(stderr io.Writer, err error) int {
	var usage *usageError
	var line *terminal.LineError
	var disposition dispositionExit
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &disposition):
		return int(disposition)
	case errors.Is(err, syscall.EPIPE):
		return exitDone // the reader, such as head, has had enough
	case errors.Is(err, wizard.ErrLeave):
		return exitLeft // what to say was said where it happened
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "backcare: %s\n", usage)
		if usage.hint != "" {
			fmt.Fprintf(stderr, "%s\n", usage.hint)
		}
		return exitUsage
	case errors.As(err, &line):
		fmt.Fprintf(stderr, "backcare: %s\n", line)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "backcare: %s\n", strings.TrimSpace(err.Error()))
		var advised interface{ Advice() string }
		if errors.As(err, &advised) && advised.Advice() != "" {
			fmt.Fprintf(stderr, "%s\n", advised.Advice())
		}
		return exitFailure
	}
}
