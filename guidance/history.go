package guidance

import (
	"slices"
	"sort"
	"time"
)

// A History is what a person chose to remember, and the time at which it is
// read. The zero History remembers nothing. It is held small, because a diary
// may be long: sixteen bytes for a score, and the rest only where something
// made it worse.
type History struct {
	// Now is the time of the check.
	Now time.Time

	// areas are the ids of the areas. A score has the place of its own in it.
	areas []string
	// scores are in blocks, because one long list would have to be copied again
	// and again as it grows.
	scores [][]Score
	// worse are the reliefs that made it worse.
	worse []worsening
}

// UnknownPain is the pain of an entry that does not say how strong it was.
const UnknownPain = -1

// A Remembered is what one entry of a diary says.
type Remembered struct {
	// Time counts to the second.
	Time time.Time
	// Area is the id of the answer to the item "area", or empty.
	Area string
	// Pain is from 0 to 10, or UnknownPain.
	Pain int
	// Worsened are the ids of the reliefs that made it worse. What was done
	// together is one id, as Together makes it.
	Worsened []string
}

// A Score is how strong the pain was at a time.
type Score struct {
	seconds int64
	area    uint32
	pain    int8
}

// Time returns when it was, to the second, in UTC.
func (s Score) Time() time.Time { return time.Unix(s.seconds, 0).UTC() }

// Pain returns how strong it was, from 0 to 10.
func (s Score) Pain() int { return int(s.pain) }

// A worsening is a relief that made it worse.
type worsening struct {
	seconds int64
	area    uint32
	relief  string
}

// NewHistory returns a history of entries, in any order.
func NewHistory(now time.Time, entries ...Remembered) History {
	h := History{Now: now}
	for _, e := range entries {
		h.Add(e)
	}
	return h
}

// Add takes note of an entry. What is in no area belongs to no bout, and is
// passed over.
func (h *History) Add(e Remembered) {
	if e.Area == "" {
		return
	}
	n := slices.Index(h.areas, e.Area)
	if n < 0 {
		n = len(h.areas)
		h.areas = append(h.areas, e.Area)
	}
	at, area := e.Time.Unix(), uint32(n)
	if e.Pain != UnknownPain {
		h.addScore(Score{seconds: at, area: area, pain: int8(e.Pain)})
	}
	for _, relief := range e.Worsened {
		h.worse = append(h.worse, worsening{seconds: at, area: area, relief: relief})
	}
}

func (h *History) addScore(s Score) {
	const block = 4096
	last := len(h.scores) - 1
	if last < 0 || len(h.scores[last]) == cap(h.scores[last]) {
		size := block
		if last < 0 {
			size = 64 // most diaries are short
		}
		h.scores = append(h.scores, make([]Score, 0, size))
		last++
	}
	h.scores[last] = append(h.scores[last], s)
}

// With returns the history with one more entry, and leaves h as it is.
func (h History) With(e Remembered) History {
	h.areas, h.scores, h.worse = slices.Clip(h.areas), slices.Clone(h.scores), slices.Clip(h.worse)
	if n := len(h.scores); n > 0 {
		h.scores[n-1] = slices.Clip(h.scores[n-1])
	}
	h.Add(e)
	return h
}

// Empty reports whether nothing is remembered that a rule could read.
func (h History) Empty() bool { return len(h.scores) == 0 && len(h.worse) == 0 }

// Scores returns the scores of an area in order of time; those of one second
// stay in the order in which they were added. What is from after the time of
// the check does not count: a clock may have been wrong.
func (h History) Scores(area string) []Score {
	n := slices.Index(h.areas, area)
	last := h.Now.Unix()
	counts := func(s Score) bool { return int(s.area) == n && s.seconds <= last }
	count := 0
	for _, block := range h.scores {
		for _, s := range block {
			if counts(s) {
				count++
			}
		}
	}
	scores := make([]Score, 0, count)
	for _, block := range h.scores {
		for _, s := range block {
			if counts(s) {
				scores = append(scores, s)
			}
		}
	}
	inTime := func(i, j int) bool { return scores[i].seconds < scores[j].seconds }
	if !sort.SliceIsSorted(scores, inTime) { // a diary mostly is
		sort.SliceStable(scores, inTime)
	}
	return scores
}
