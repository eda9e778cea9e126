package guidance

import (
	"sort"
	"time"
)

const day = 24 * time.Hour

// What a bout is, as the clinical reference has it.
const (
	// boutPain is the pain from which an entry belongs to a bout.
	boutPain = 2
	// boutGap is how long no entry may be of boutPain for a bout to be over.
	boutGap = 28 * day
)

// A Bout is pain in one area with less than 28 days without it in between.
type Bout struct {
	// Area is the id of the answer to the item "area".
	Area string

	// scores are those of the bout in order of time, from the first to the
	// last of boutPain or more.
	scores []Score
	// worse are the reliefs that made it worse meanwhile.
	worse []worsening
	zone  *time.Location
}

// Start returns the time of the first score of the bout, in the zone of the
// check.
func (b Bout) Start() time.Time { return b.scores[0].Time().In(b.zone) }

// End returns the time of the last score of the bout in pain, in the zone of
// the check.
func (b Bout) End() time.Time { return b.scores[len(b.scores)-1].Time().In(b.zone) }

// Over reports whether the bout was over at a time.
func (b Bout) Over(at time.Time) bool { return at.Sub(b.End()) >= boutGap }

// Bouts returns the bouts in an area, the oldest first.
func (h History) Bouts(area string) []Bout {
	_, bouts := h.Course(area)
	return bouts
}

// Course returns the scores of an area in order of time, and the bouts that
// they are of, the oldest first.
func (h History) Course(area string) (scores []Score, bouts []Bout) {
	scores = h.Scores(area)
	first, last := -1, -1 // of the bout that goes on
	end := func() {
		if first >= 0 {
			bouts = append(bouts, h.bout(area, scores[first:last+1]))
		}
	}
	for n, s := range scores {
		if int(s.pain) < boutPain {
			continue
		}
		if first < 0 || time.Duration(s.seconds-scores[last].seconds)*time.Second >= boutGap {
			end()
			first = n
		}
		last = n
	}
	end()
	return scores, bouts
}

// bout returns the bout with some scores, which are at least one.
func (h History) bout(area string, scores []Score) Bout {
	b := Bout{Area: area, scores: scores, zone: h.Now.Location()}
	for _, w := range h.worse {
		if h.areas[w.area] == area && w.seconds >= scores[0].seconds && w.seconds <= scores[len(scores)-1].seconds {
			b.worse = append(b.worse, w)
		}
	}
	sort.SliceStable(b.worse, func(i, j int) bool { return b.worse[i].seconds < b.worse[j].seconds })
	return b
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
