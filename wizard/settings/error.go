package settings

import "backcare/guidance/message"

// An Error is a fault of the settings that a person can do something about.
type Error struct {
	// Err says what happened.
	Err error
	// Hint says what to do, in whole sentences.
	Hint message.Text
}

// Error says what happened, without the hint.
func (e *Error) Error() string { return e.Err.Error() }

// Unwrap returns what happened.
func (e *Error) Unwrap() error { return e.Err }

// Advice says what a person can do, in whole sentences.
func (e *Error) Advice() message.Text { return e.Hint }

var errNotAbsolute = message.New("HOME does not name your home folder")

// few returns the first of many errors, and how many more there are: a file
// that is something else may have thousands.
func few(problems []error) []error {
	const enough = 20
	if more := len(problems) - enough; more > 0 {
		return append(problems[:enough:enough], message.Errorf("and %d more of this kind", more))
	}
	return problems
}
