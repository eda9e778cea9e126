package guidance

import "time"

// A History is what a person chose to remember, and the time at which it is
// read. The zero History remembers nothing.
type History struct {
	// Now is the time of the check.
	Now time.Time
	// Entries are what was remembered, in any order.
	Entries []Remembered
}

// UnknownPain is the pain of an entry that does not say how strong it was.
const UnknownPain = -1

// A Remembered is what one entry of a diary says.
type Remembered struct {
	Time time.Time
	// Area is the id of the answer to the item "area", or empty.
	Area string
	// Pain is from 0 to 10, or UnknownPain.
	Pain int
	// Worsened are the ids of the reliefs that made it worse.
	Worsened []string
}

const day = 24 * time.Hour

// The numbers of the rules about a history. They are those of the clinical
// reference: healing is expected within six weeks; two points are the
// smallest change that matters to people (Suzuki 2020); three bouts a year
// are often (decision D5).
const (
	// boutPain is the pain from which an entry belongs to a bout.
	boutPain = 2
	// boutGap is how long no entry may be of boutPain for a bout to be over.
	boutGap = 28 * day
	// healing is how long a bout may last before somebody should look.
	healing = 42 * day
	// risingEntries and risingPoints are what counts as rising.
	risingEntries = 3
	risingPoints  = 2
	// oftenBouts in oftenTime are too often.
	oftenBouts = 3
	// worsenings of the same relief in one bout are too many.
	worsenings = 2
)

// A Bout is pain in one area with less than 28 days without it in between.
type Bout struct {
	Area string
	// Entries are those of the bout in order of time, from the first to the
	// last of boutPain or more.
	Entries []Remembered
}

// Start and End return the times of the first and the last entry of the bout
// in pain.
func (b Bout) Start() time.Time { return b.Entries[0].Time }

// End returns the time of the last entry of the bout in pain.
func (b Bout) End() time.Time { return b.Entries[len(b.Entries)-1].Time }

// Over reports whether the bout was over at a time.
func (b Bout) Over(at time.Time) bool { return at.Sub(b.End()) >= boutGap }

// Bouts returns the bouts in an area, the oldest first. Entries from after the
// time of the check do not count: a clock may have been wrong.
func (h History) Bouts(area string) []Bout {
	var bouts []Bout
	var calm []Remembered // entries since the last in pain
	for _, e := range h.of(area) {
		n := len(bouts) - 1
		open := n >= 0 && !bouts[n].Over(e.Time)
		switch {
		case e.Pain < boutPain && open:
			calm = append(calm, e)
		case e.Pain < boutPain:
		case open:
			bouts[n].Entries = append(append(bouts[n].Entries, calm...), e)
			calm = nil
		default:
			bouts, calm = append(bouts, Bout{Area: area, Entries: []Remembered{e}}), nil
		}
	}
	return bouts
}

// of returns the entries of an area in order of time.
func (h History) of(area string) []Remembered {
	var entries []Remembered
	for _, e := range h.Entries {
		if e.Area == area && area != "" && !e.Time.After(h.Now) {
			entries = append(entries, e)
		}
	}
	sortByTime(entries)
	return entries
}

// Current returns the bout in an area that is not over, and false where there
// is none.
func (h History) Current(area string) (Bout, bool) {
	bouts := h.Bouts(area)
	if n := len(bouts) - 1; n >= 0 && !bouts[n].Over(h.Now) {
		return bouts[n], true
	}
	return Bout{}, false
}

// With returns the history with one more entry.
func (h History) With(e Remembered) History {
	h.Entries = append(h.Entries[:len(h.Entries):len(h.Entries)], e)
	return h
}
