package main

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"backcare/guidance/message"
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

// exitCodes say when each comes, for the manual. Those of a result are for
// --exit-code alone.
var exitCodes = []struct {
	code   int
	result bool
	when   string
}{
	{exitDone, false, phraseExitDone},
	{exitFailure, false, phraseExitFailure},
	{exitUsage, false, phraseExitUsage},
	{exitClinician, true, phraseExitClinician},
	{exitUrgent, true, phraseExitUrgent},
	{exitEmergency, true, phraseExitEmergency},
	{exitLeft, false, phraseExitLeft},
}

// A usageError is a wrong call or wrong input: exit code 2, with a hint what
// to do instead.
type usageError struct {
	err  error
	hint message.Text
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// usagef returns a usageError. The hint may be empty.
func usagef(hint message.Phrase, format string, args ...any) error {
	return &usageError{err: message.Errorf(format, args...), hint: hint}
}

// usageWith is usagef with a hint that has arguments.
func usageWith(hint message.Text, format string, args ...any) error {
	return &usageError{err: message.Errorf(format, args...), hint: hint}
}

// A dispositionExit asks for the exit code of a finished check; it prints
// nothing.
type dispositionExit int

func (dispositionExit) Error() string { return "" }

// report prints an error once, with its hint, and returns its exit code.
func (a *app) report(err error) int {
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
		a.sayError("%s", usage)
		a.sayHint(usage.hint)
		return exitUsage
	case errors.As(err, &line):
		a.sayError("%s", line)
		return exitUsage
	default:
		a.sayError("%s", err)
		a.sayAdvice(err)
		return exitFailure
	}
}

// sayError prints an error in the language of the person, in a phrase that has
// a place for it.
func (a *app) sayError(phrase string, err error) {
	a.sayMessage("backcare: " + a.library.Sayf(phrase, strings.TrimSpace(message.In(a.library, err))))
}

// sayAdvice prints what a person can do about an error, where it knows.
func (a *app) sayAdvice(err error) {
	var advised *message.Advised
	if errors.As(err, &advised) {
		a.sayHint(advised.Hint)
	}
}

func (a *app) sayHint(hint message.Text) {
	if hint == nil {
		return
	}
	if text := hint.In(a.library); text != "" {
		a.sayMessage(text)
	}
}

// sayMessage prints a message on as many lines as its length asks for.
func (a *app) sayMessage(text string) {
	if columns := a.terminal().MessageColumns(); columns > 0 {
		var lines []string
		for line := range strings.SplitSeq(text, "\n") {
			lines = append(lines, terminal.Wrap(line, columns, "", "")...)
		}
		text = strings.Join(lines, "\n")
	}
	fmt.Fprintln(a.stderr, text)
}
