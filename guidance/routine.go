package guidance

// A Routine is a list of reliefs for an occasion.
type Routine struct {
	ID string
	// Minutes is how long it may take. What does not fit any more is left out
	// from the end. 0 means that all of it belongs together.
	Minutes int
	// Reliefs are its reliefs in order, the best first.
	Reliefs []Relief
	// Cites are the ids of the facts and sources behind it.
	Cites []string
	Words RoutineWords
}

// RoutineWords are the words of a Routine in one language.
type RoutineWords struct {
	Title string `json:"title"`
	// Aim says when it fits, in one sentence.
	Aim string `json:"aim"`
}

type routineStructure struct {
	ID      string   `json:"id"`
	Minutes int      `json:"minutes"`
	Reliefs []string `json:"reliefs"`
	Cites   []string `json:"cites"`
}

// Routines returns all routines in order.
func (l *Library) Routines() []Routine { return l.routines() }

func (l *Library) loadRoutines() []Routine {
	var routines []Routine
	text := words[map[string]RoutineWords](l, "routines")
	for _, s := range structure[[]routineStructure]("routines") {
		r := Routine{ID: s.ID, Minutes: s.Minutes, Cites: s.Cites, Words: text[s.ID]}
		for _, id := range s.Reliefs {
			if relief, ok := l.Relief().Find(id); ok {
				r.Reliefs = append(r.Reliefs, relief)
			}
		}
		routines = append(routines, r)
	}
	return routines
}

// Routine returns the routine with an id, and false where there is none.
func (l *Library) Routine(id string) (Routine, bool) {
	for _, r := range l.Routines() {
		if r.ID == id {
			return r, true
		}
	}
	return Routine{}, false
}

// MovementRoutines returns the routines that are done one after the other,
// rather than being a choice of positions.
func (l *Library) MovementRoutines() []Routine {
	var routines []Routine
	for _, r := range l.Routines() {
		if r.ID != "sleep" {
			routines = append(routines, r)
		}
	}
	return routines
}
