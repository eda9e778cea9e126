package message

// Advised is an error that a person can do something about.
type Advised struct {
	// Err says what happened.
	Err error
	// Hint says what to do, in whole sentences. It is not nil.
	Hint Text
}

// Error says what happened, without the hint.
func (a *Advised) Error() string { return a.Err.Error() }

// Unwrap returns what happened.
func (a *Advised) Unwrap() error { return a.Err }
