// Package message holds what is to be said to a person until it is known in
// which language: a format with its arguments rather than a finished text. An
// error is made where something goes wrong, and put into a language where it is
// printed. It must not import anything of backcare.
package message

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// A Language finds the translation of what the program says in English, and
// returns the same where there is none.
type Language interface {
	Say(english string) string
}

// English is the language that everything is written in.
var English Language = verbatim{}

type verbatim struct{}

func (verbatim) Say(english string) string { return english }

// A Text can be put into a language.
type Text interface {
	In(l Language) string
}

// A Phrase is a text without arguments, in English.
type Phrase string

// In puts the phrase into a language.
func (p Phrase) In(l Language) string { return l.Say(string(p)) }

// Error is a text with arguments. It wraps what a %w of its format is for.
type Error struct {
	format string
	args   []any
	err    error // the same in English
}

// Errorf is fmt.Errorf for an error that can be put into a language. Arguments
// that are errors or of type Text are put into it as well.
func Errorf(format string, args ...any) error {
	return &Error{format: format, args: args, err: fmt.Errorf(format, args...)}
}

// New is errors.New for an error that can be put into a language.
func New(english string) error { return &plain{english} }

// Textf returns a text with arguments that is no error.
func Textf(format string, args ...any) Text {
	return &Error{format: format, args: args, err: fmt.Errorf(format, args...)}
}

// Error returns the text in English.
func (e *Error) Error() string { return e.err.Error() }

// String returns the text in English.
func (e *Error) String() string { return e.err.Error() }

// Unwrap returns what the error wraps.
func (e *Error) Unwrap() []error {
	switch wrapped := e.err.(type) {
	case interface{ Unwrap() []error }:
		return wrapped.Unwrap()
	case interface{ Unwrap() error }:
		return []error{wrapped.Unwrap()}
	}
	return nil
}

// In puts the text into a language.
func (e *Error) In(l Language) string {
	args := make([]any, len(e.args))
	for i, arg := range e.args {
		switch a := arg.(type) {
		case error: // stays one, because a %w takes nothing else
			args[i] = said(In(l, a))
		case Text:
			args[i] = a.In(l)
		default:
			args[i] = arg
		}
	}
	return fmt.Errorf(l.Say(e.format), args...).Error()
}

// plain is an error without arguments, and said one that is in a language
// already.
type (
	plain struct{ english string }
	said  string
)

func (p *plain) Error() string        { return p.english }
func (p *plain) In(l Language) string { return l.Say(p.english) }
func (s said) Error() string          { return string(s) }

// In puts an error into a language: all of it that is known to have one.
func In(l Language, err error) string {
	switch e := err.(type) {
	case Text:
		return e.In(l)
	case *fs.PathError:
		return l.Say(e.Op) + " " + e.Path + ": " + In(l, e.Err)
	case interface{ Unwrap() []error }:
		var all []error
		for _, one := range e.Unwrap() {
			all = append(all, said(In(l, one)))
		}
		return errors.Join(all...).Error()
	case interface{ Unwrap() error }:
		inner := e.Unwrap()
		if inner == nil {
			break
		}
		if before, found := strings.CutSuffix(err.Error(), inner.Error()); found {
			return before + In(l, inner)
		}
	}
	return l.Say(err.Error())
}
