package wizard

import (
	"cmp"
	"sort"
	"time"
)

// EnoughTimes is how often a relief must have been tried, with the pain before
// and after, before a mean change is told. With one or two, a single odd day
// is the result; the rules on a history ask for three entries as well. It is
// still few, so the range is told with the mean.
const EnoughTimes = 3

// An Effect is what one relief did, or several together, as far as it was
// written down.
type Effect struct {
	// Relief is the id of the relief, or of those that were done together, as
	// guidance.Together names it.
	Relief string
	// Times is how often the pain before and after was said.
	Times int
	// Sum is the sum of the changes from before to after: below 0 where the
	// pain eased. Best and Worst are the lowest and the highest change.
	Sum, Best, Worst int
	// Worsened are the times at which the person said that it made things
	// worse, the oldest first.
	Worsened []time.Time
}

// Mean returns the mean change, and false where the relief was tried too
// seldom to tell.
func (e Effect) Mean() (change float64, enough bool) {
	if e.Times < EnoughTimes {
		return 0, false
	}
	return float64(e.Sum) / float64(e.Times), true
}

// effectsBy are effects by the id of what was done.
type effectsBy map[string]*Effect

// add takes note of what was done in an entry. What was done together is an
// effect of its own: to credit each of it alike would be a guess.
func (by effectsBy) add(entry Entry) {
	for m := range measures(entry.Done) {
		for _, relief := range m.worse {
			effect := by.of(relief)
			effect.Worsened = append(effect.Worsened, entry.Time)
		}
		if change, known := m.change(); known {
			by.of(m.id).add(change)
		}
	}
}

func (by effectsBy) of(id string) *Effect {
	effect := by[id]
	if effect == nil {
		effect = &Effect{Relief: id}
		by[id] = effect
	}
	return effect
}

// all returns the effects: those with a mean first, the one that eased most at
// the top, and then those tried more often.
func (by effectsBy) all() []Effect {
	all := make([]Effect, 0, len(by))
	for _, effect := range by {
		sort.Slice(effect.Worsened, func(i, j int) bool { return effect.Worsened[i].Before(effect.Worsened[j]) })
		all = append(all, *effect)
	}
	sort.Slice(all, func(i, j int) bool { return easedMostFirst(all[i], all[j]) < 0 })
	return all
}

func (e *Effect) add(change int) {
	if e.Times == 0 {
		e.Best, e.Worst = change, change
	}
	e.Times++
	e.Sum += change
	e.Best, e.Worst = min(e.Best, change), max(e.Worst, change)
}

func easedMostFirst(a, b Effect) int {
	meanA, enoughA := a.Mean()
	meanB, enoughB := b.Mean()
	if enoughA != enoughB {
		if enoughA {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(meanA, meanB), cmp.Compare(b.Times, a.Times), cmp.Compare(a.Relief, b.Relief))
}
