package figure

import (
	"maps"
	"slices"
)

// A Figure is one movement or position that can be drawn.
type Figure struct {
	// ID is that of the exercise, position or remedy.
	ID string
	// View is from where it is seen.
	View View

	props     []prop
	marks     []mark
	magnifier *magnifier
	rings     shape // of the magnifier
	keyframes []keyframe
	// frame is the part of the picture that all keyframes need.
	frame box
}

type keyframe struct {
	posture    posture
	move, hold float64
	arrows     [][]arrowPoint
}

// arrowPoint is a place that an arrow passes.
type arrowPoint = [3]float64

// Keyframes returns how many keyframes there are: one for a position.
func (f *Figure) Keyframes() int { return len(f.keyframes) }

// Key returns a keyframe, the first of which is 0.
func (f *Figure) Key(i int, mirrored bool) Pose { return f.Between(i, i, 0, mirrored) }

// Timing returns how many seconds a keyframe is held, and how many the way to
// the next one takes after that: none after the last one of what has an order,
// such as getting up, and is never played backwards.
func (f *Figure) Timing(i int) (hold, move float64) {
	return f.keyframes[i].hold, f.keyframes[i].move
}

// Between returns the pose that is a share of the way from one keyframe to
// another. The way starts and ends softly.
func (f *Figure) Between(from, to int, share float64, mirrored bool) Pose {
	a, b := &f.keyframes[from], &f.keyframes[to]
	p := posed(&a.posture, &b.posture, ease(share))
	p.figure, p.mirrored, p.arrows = f, mirrored, a.arrows
	return p
}

// Seconds returns how long one round of the movement takes, back to its
// start. It is 0 for a position.
func (f *Figure) Seconds() float64 {
	sum := 0.0
	for _, k := range f.keyframes {
		sum += k.move + k.hold
	}
	return sum
}

// Frame returns the pose at a time in seconds after the start. The movement
// begins again when it is over. Each keyframe is held, then left for the
// next one, and the last one for the first.
func (f *Figure) Frame(seconds float64, mirrored bool) Pose {
	round := f.Seconds()
	if round <= 0 || seconds < 0 {
		return f.Key(0, mirrored)
	}
	seconds -= float64(int(seconds/round)) * round
	for i, k := range f.keyframes {
		if seconds < k.hold {
			return f.Key(i, mirrored)
		}
		seconds -= k.hold
		if seconds < k.move {
			return f.Between(i, (i+1)%len(f.keyframes), seconds/k.move, mirrored)
		}
		seconds -= k.move
	}
	return f.Key(0, mirrored)
}

// Find returns the figure of an exercise, a position or a remedy.
func Find(id string) (*Figure, bool) {
	figure, ok := library()[id]
	if !ok {
		return nil, false
	}
	return figure(), true
}

// IDs returns the ids of all figures, in order of the alphabet.
func IDs() []string { return slices.Sorted(maps.Keys(library())) }
