package guidance

import (
	"fmt"

	"backcare/guidance/message"
)

// Disposition is how urgently a person needs care. The values are ordered: a
// higher one is more urgent, so the outcome of several findings is their
// maximum.
type Disposition int

// The dispositions, from the least to the most urgent.
const (
	// SelfCare means that the relief of this program fits, with a safety net.
	SelfCare Disposition = iota
	// Clinician means to be seen within days, or as a routine.
	Clinician
	// Urgent means to be seen the same day.
	Urgent
	// Emergency means to call for help now.
	Emergency
)

var dispositionNames = [...]string{"self-care", "clinician", "urgent", "emergency"}

// String returns the name that scripts rely on: "self-care", "clinician",
// "urgent" or "emergency".
func (d Disposition) String() string {
	if d < SelfCare || d > Emergency {
		return fmt.Sprintf("Disposition(%d)", int(d))
	}
	return dispositionNames[d]
}

// In names d in a language, for whom a word is enough.
func (d Disposition) In(l message.Language) string { return l.Say(d.String()) }

// MarshalText implements encoding.TextMarshaler with the name of d. It fails
// for a value that is none of the four.
func (d Disposition) MarshalText() ([]byte, error) {
	if d < SelfCare || d > Emergency {
		return nil, fmt.Errorf("no such disposition: %d", int(d))
	}
	return []byte(d.String()), nil
}

// UnmarshalText implements encoding.TextUnmarshaler. It fails for a name that
// is none of the four.
func (d *Disposition) UnmarshalText(text []byte) error {
	for i, name := range dispositionNames {
		if name == string(text) {
			*d = Disposition(i)
			return nil
		}
	}
	return fmt.Errorf("no such disposition: %q", text)
}
