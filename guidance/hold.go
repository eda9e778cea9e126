package guidance

import (
	"slices"
	"strconv"
	"strings"
)

// How long a hold may be, in seconds.
const (
	// shortestHold is the shortest that a source prescribes (NHS inform,
	// exercises for back pain). What is too long even so is better left out.
	shortestHold = 2
	// longestHold is the longest that a source prescribes (NHS sitting
	// exercises: five to ten).
	longestHold = 10
	// timesPrescribed is how many times the prescribed hold is the most: who
	// was given two seconds was given a brief touch, not a stretch.
	timesPrescribed = 2
)

// HoldLimits returns the shortest and the longest hold, in seconds, that a
// person may choose in place of the prescribed one. Both are 0 where nothing
// is held.
func (d Dose) HoldLimits() (shortest, longest int) {
	if d.HoldSeconds == 0 {
		return 0, 0
	}
	return min(shortestHold, d.HoldSeconds), max(d.HoldSeconds, min(timesPrescribed*d.HoldSeconds, longestHold))
}

// WithHold returns the relief with another hold, in seconds, in its dose and in
// its words alike.
func (r Relief) WithHold(seconds int) Relief {
	r.Dose.HoldSeconds, r.Words = seconds, *r.told
	if seconds == 0 {
		return r
	}
	fill := func(text string) string { return strings.ReplaceAll(text, "{hold}", strconv.Itoa(seconds)) }
	r.Words.Dose, r.Words.How = fill(r.told.Dose), slices.Clone(r.told.How)
	for i := range r.Words.How {
		r.Words.How[i] = fill(r.Words.How[i])
	}
	return r
}
