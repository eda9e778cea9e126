package guidance

// A Routine is a list of reliefs for an occasion, the best first.
type Routine struct {
	ID      string   `json:"id"`
	Reliefs []string `json:"reliefs"`
	Cites   []string `json:"cites"`
}

// Routine returns the reliefs of the routine with an id, in order, and none
// where there is no such routine.
func (l *Library) Routine(id string) []Relief {
	var reliefs []Relief
	for _, routine := range structure[[]Routine]("routines") {
		if routine.ID != id {
			continue
		}
		for _, name := range routine.Reliefs {
			if r, ok := l.Relief().Find(name); ok {
				reliefs = append(reliefs, r)
			}
		}
	}
	return reliefs
}
