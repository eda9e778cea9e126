package handout

import (
	"encoding/json"
	"fmt"
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
	// Time is when the check was done, in the zone of the person, or zero where
	// a file does not say.
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
	// Columns is how many plain text takes, or 0 for what paper takes.
	Columns int
	// Subject is what the person wants to be called where other systems read
	// it, or empty: then nothing says who it is.
	Subject string
}

// LongestFresh is how long the answers of a check say something about today:
// what hurt, how badly, and what was not there yet.
const LongestFresh = 7 * 24 * time.Hour

// ID tells a check from all others: by its answers and, where it is known, by
// when they were given. Answers that are only now made a check have no time of
// their own, and are the same check tomorrow.
func (c Check) ID() string {
	answers, err := json.Marshal(c.Response.Answers())
	if err != nil {
		panic(fmt.Errorf("handout: %w", err)) // it is texts and lists only
	}
	if c.Time.IsZero() || c.Time.Equal(c.Now) {
		return string(answers)
	}
	return string(answers) + c.Time.UTC().Format(time.RFC3339)
}

// Stale reports whether a check is too old to go by, or of an unknown day.
func (c Check) Stale() bool { return c.Time.IsZero() || c.Now.Sub(c.Time) > LongestFresh }

// At is when the check was done, or now where that is not known.
func (c Check) At() time.Time {
	if c.Time.IsZero() {
		return c.Now
	}
	return c.Time
}

// dated says of which day a check is.
func (c Check) dated() string {
	if c.Time.IsZero() {
		return c.Library.Say(phraseOfUnknown)
	}
	return c.Library.Sayf(phraseOfCheck, c.Library.Date(guidance.WeekdayDateForm, c.Time))
}

// contradictions says which warning signs were affirmed in answers that do not
// count, each in the words of tell.
func (c Check) contradictions(tell func(guidance.DiscountedSign) string) []string {
	var lines []string
	for _, s := range c.Library.Triage().Discounted(c.Response) {
		said := phraseSaidYes
		if s.Unsure {
			said = phraseSaidUnsure
		}
		against := phraseAgainstRest
		if s.Listed {
			against = phraseAgainstList
		}
		lines = append(lines, c.Library.Sayf(phraseContradiction, tell(s), c.Library.Say(said), c.Library.Say(against)))
	}
	return lines
}

// Is reports whether an entry is the very check: it is then not one of those
// before it, and its pain would count twice.
func (c Check) Is(e wizard.Entry) bool {
	const sitting = 6 * time.Hour // from the entry to the file, with the walk through what helps between them
	return e.Kind == wizard.CheckEntry && e.Time.Sub(c.At()).Abs() < sitting && reflect.DeepEqual(e.Answers, c.Response.Answers())
}
