package journal

// Advice says what a person can do, in whole sentences. It may be empty.
func (e *Error) Advice() string { return e.Hint }
