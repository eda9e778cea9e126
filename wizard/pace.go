package wizard

import (
	"time"

	"backcare/guidance"
)

// A Pace is how fast a person wants reliefs to be played. The zero value is the
// usual one. Whatever it is, what is on the skin lasts as long as it may, and a
// hold stays within its limits.
type Pace struct {
	Reading ReadingPace
	Hold    HoldPace
}

// A ReadingPace is how much time there is to read before a relief begins.
type ReadingPace string

// The paces of reading.
const (
	ReadSlow   ReadingPace = "slow"
	ReadNormal ReadingPace = "normal"
	ReadFast   ReadingPace = "fast"
	// ReadOwn waits until the person goes on.
	ReadOwn ReadingPace = "own"
)

// A HoldPace is how long a movement is held, or each stage of one that leads
// somewhere.
type HoldPace string

// The paces of holding.
const (
	HoldShorter HoldPace = "shorter"
	HoldNormal  HoldPace = "normal"
	HoldLonger  HoldPace = "longer"
)

// longerStage is what each stage of a movement that leads somewhere gets beyond
// what is shown, at the longer pace.
const longerStage = 3 * time.Second

// reading returns the time to read what usually takes so long, or less than 0
// where the person goes on.
func (p Pace) reading(usual time.Duration) time.Duration {
	switch p.Reading {
	case ReadSlow:
		return usual * 3 / 2
	case ReadFast:
		return usual / 2
	case ReadOwn:
		return -1
	}
	return usual
}

// held returns a relief with the hold of this pace: half as long or half as long
// again as prescribed, as far as its limits allow.
func (p Pace) held(r guidance.Relief) guidance.Relief {
	prescribed := r.Dose.HoldSeconds
	shortest, longest := r.Dose.HoldLimits()
	switch {
	case prescribed == 0:
		return r
	case p.Hold == HoldShorter:
		return r.WithHold(max(shortest, prescribed/2))
	case p.Hold == HoldLonger:
		return r.WithHold(min(longest, prescribed+(prescribed+1)/2))
	}
	return r
}

// slower returns what is added to each stage of a movement that leads somewhere,
// which is one that is neither held nor counted nor timed.
func (p Pace) slower(d guidance.Dose) time.Duration {
	if p.Hold == HoldLonger && d.HoldSeconds+d.Reps+d.MinutesMin == 0 {
		return longerStage
	}
	return 0
}
