package guidance

import (
	"cmp"
	"sort"
)

// mostEase is how many reliefs Ease returns at most: a choice that somebody in
// pain can take in at a glance.
const mostEase = 3

// Ease returns what is left for a person for whom nothing else is safe: slow
// breathing, and positions for the area, those that are for it rather than for
// any back first, or the other way round where the area is not known. It is what may be offered even to somebody who waits to be
// seen, so none of it is a movement. What a precaution may forbid, or is
// excluded by its id, is left out. There is none in an emergency.
func (l *Library) Ease(r Response, a Assessment, excluded map[string]bool) []Relief {
	holding, area := l.Precautions().Holding(r), ""
	if ids := r.Options("area"); len(ids) > 0 {
		area = ids[0]
	}
	var ease []Relief
	for _, relief := range l.Relief().All() {
		comfort := relief.UrgentSafe && (relief.Kind == Position || relief.Guide != "")
		_, forbidden := relief.Contraindicated(holding)
		if comfort && !forbidden && !excluded[relief.ID] && relief.For(area) && a.Allows(relief) {
			ease = append(ease, relief)
		}
	}
	sort.SliceStable(ease, func(i, j int) bool {
		x, y := ease[i], ease[j]
		byAreas := cmp.Compare(len(x.Areas), len(y.Areas))
		if area == "" {
			byAreas = -byAreas
		}
		return cmp.Or(cmp.Compare(kindOfEase(x), kindOfEase(y)), byAreas) < 0
	})
	return ease[:min(len(ease), mostEase)]
}

// kindOfEase puts what can be done in any position first.
func kindOfEase(r Relief) int {
	if r.Kind == Position {
		return 1
	}
	return 0
}
