package wizard

import (
	"iter"
	"slices"

	"backcare/guidance"
)

// A measure is what was done between two scores of the pain: one relief, or
// several together. What happened in between is told of all of them, because
// nobody can tell which of them did it.
type measure struct {
	// id is that of the relief, or of those that were done together in any
	// order, as guidance.Together names it.
	id string
	// before and after are the scores, nil where one was not said.
	before, after *int
	// worse are the ids of the reliefs that the person said made it worse.
	worse []string
}

// Groups goes through what was done: each by itself, and together what was done
// together. There is at least one in each group.
func Groups(done []Performed) iter.Seq[[]Performed] {
	return func(yield func([]Performed) bool) {
		for len(done) > 0 {
			end := 1
			for end < len(done) && done[end].Together {
				end++
			}
			if !yield(done[:end]) {
				return
			}
			done = done[end:]
		}
	}
}

// measures goes through what was done.
func measures(done []Performed) iter.Seq[measure] {
	return func(yield func(measure) bool) {
		for group := range Groups(done) {
			m := measure{id: group[0].Relief, before: group[0].Before, after: group[0].After}
			for _, p := range group {
				if p.Worse {
					m.worse = append(m.worse, p.Relief)
				}
			}
			if len(group) > 1 {
				m.id = groupID(group)
			}
			if !yield(m) {
				return
			}
		}
	}
}

// groupID names what was done together, in any order.
func groupID(done []Performed) string {
	ids := make([]string, len(done))
	for n, p := range done {
		ids[n] = p.Relief
	}
	slices.Sort(ids)
	return guidance.Together(slices.Compact(ids)...)
}

// change returns how the pain changed, below 0 where it eased, and whether
// that is known.
func (m measure) change() (points int, known bool) {
	if m.before == nil || m.after == nil {
		return 0, false
	}
	return *m.after - *m.before, true
}

// worsened returns the ids of what made it worse: what the person said did,
// and otherwise all of it where the pain rose by too much.
func (m measure) worsened() []string {
	if len(m.worse) > 0 {
		return m.worse
	}
	if points, known := m.change(); known && points >= riseThatStops {
		return []string{m.id}
	}
	return nil
}
