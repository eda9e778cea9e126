package journal

import "backcare/guidance/message"

// Advice says what a person can do, in whole sentences. It may be nil.
func (e *Error) Advice() message.Text { return e.Hint }
