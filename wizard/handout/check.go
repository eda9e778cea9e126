package handout

import (
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
}
