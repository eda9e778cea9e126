package terminal

import (
	"fmt"

	"backcare/guidance/message"
	"backcare/wizard"
)

// A Language is one that the program speaks.
type Language interface {
	message.Language
	// Language returns its tag of BCP 47, such as "es".
	Language() string
}

// A tongue says the few phrases of the terminal itself in the language of the
// person. Its zero value speaks English.
type tongue struct{ language Language }

func (t tongue) say(phrase string) string {
	if t.language == nil {
		return phrase
	}
	return t.language.Say(phrase)
}

func (t tongue) sayf(format string, args ...any) string {
	if t.language == nil {
		return fmt.Sprintf(format, args...)
	}
	return fmt.Sprintf(t.language.Say(format), args...)
}

// key is what is printed on the key for a press, or nothing where there is no
// such key.
func (t tongue) key(p wizard.Press) string { return t.say(keyName(p)) }
