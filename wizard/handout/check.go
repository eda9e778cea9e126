package handout

import (
	"reflect"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

// A Check is a finished check, with all that a page about it may say.
type Check struct {
	Library *guidance.Library
	// Number is the emergency number of the person's territory, or empty where
	// it is not known.
	Number string
	// Time is when the check was done, in the zone of the person.
	Time time.Time
	// Response are the answers. There are none where the person said on the
	// very first page that it is an emergency.
	Response guidance.Response
	// Assessment is what the answers mean. Whoever reads a check from a file
	// computes it anew.
	Assessment guidance.Assessment
	// Diary are the entries of the journal that count, the oldest first, or
	// nil where no journal was given.
	Diary []wizard.Entry
	// Now is when the page is made, in the zone of the person.
	Now time.Time
	// Subject is what the person wants to be called where other systems read
	// it, or empty: then nothing says who it is.
	Subject string
}

// Is reports whether an entry is the very check: it is then not one of those
// before it, and its pain would count twice.
func (c Check) Is(e wizard.Entry) bool {
	const sitting = 6 * time.Hour // from the entry to the file, with the walk through what helps between them
	return e.Kind == wizard.CheckEntry && e.Time.Sub(c.Time).Abs() < sitting && reflect.DeepEqual(e.Answers, c.Response.Answers())
}
