package guidance

import (
	"cmp"
	"slices"
	"sort"
)

// A SleepHabit is the item about how a person mostly sleeps, and what each
// answer to it means for the night.
type SleepHabit struct {
	Item
	// Positions are for each option the ids of the positions that suit it, the
	// best first.
	Positions map[string][]string
	// Because says for each option why those.
	Because map[string]string
	// Last are the ids of the positions that come after all others, whatever
	// the person is used to.
	Last []string
}

type sleepHabitStructure struct {
	ID      string                 `json:"id"`
	Kind    ItemKind               `json:"kind"`
	Options []sleepOptionStructure `json:"options"`
	Last    []string               `json:"last"`
	Cites   []string               `json:"cites"`
}

type sleepOptionStructure struct {
	ID        string   `json:"id"`
	Positions []string `json:"positions"`
	Cites     []string `json:"cites"`
}

func (l *Library) loadSleepHabit() SleepHabit {
	s, w := structure[sleepHabitStructure]("sleep-habit"), words[screeningWords](l, "sleep-habit")
	h := SleepHabit{Item: Item{ID: s.ID, Kind: s.Kind, Cites: s.Cites, Text: w.Text, Help: w.Help, Label: w.Label},
		Positions: map[string][]string{}, Because: w.Because, Last: s.Last}
	for _, o := range s.Options {
		h.Options = append(h.Options, Option{ID: o.ID, Cites: o.Cites, Text: w.Options[o.ID]})
		h.Positions[o.ID] = o.Positions
	}
	return h
}

// The ranks of the steps for a night, the first one first.
const (
	fitsBoth = iota
	fitsHabit
	fitsAnswers
	fitsAnybody
	lastPosition
	noPosition
	inAndOutOfBed
	whenAwake
)

// ForTheNight returns the steps for a night: the positions that are safe for
// the person, the best first, and then how to get in and out of bed and what
// to do on waking. Habit is an option of SleepHabit; any other string, such as
// "", stands for none.
//
// Best is what fits both the answers and the habit, then what fits the habit,
// then what fits the answers. It is pure: the same arguments always give the
// same steps.
func (l *Library) ForTheNight(r Response, a Assessment, habit string) []Step {
	n := l.newNight(r, a, habit)
	steps := n.safe()
	sort.SliceStable(steps, func(i, j int) bool {
		x, y := steps[i], steps[j]
		return cmp.Or(cmp.Compare(n.rank(x), n.rank(y)), cmp.Compare(n.suits(x), n.suits(y))) < 0
	})
	for i := range steps {
		steps[i].Phase, steps[i].Why = Tonight, n.why(steps[i])
	}
	return steps
}

// A night is what decides on the steps for it.
type night struct {
	*planner
	habit SleepHabit
	// positions are the ids of those that suit the habit, and because says
	// why.
	positions []string
	because   string
	// tonight are the ids of the steps that fit the answers.
	tonight map[string]bool
}

func (l *Library) newNight(r Response, a Assessment, habit string) *night {
	n := &night{planner: l.newPlanner(r, a), habit: l.SleepHabit(), tonight: map[string]bool{}}
	n.positions, n.because = n.habit.Positions[habit], n.habit.Because[habit]
	n.plan(Tonight)
	for _, s := range n.steps {
		n.tonight[s.Relief.ID] = true
	}
	return n
}

// safe returns what fits the answers, and the rest of the routine of the night
// that nothing forbids.
func (n *night) safe() []Step {
	var steps []Step
	for _, s := range n.steps {
		if !n.onlyByDay(s.Relief.ID) {
			steps = append(steps, s)
		}
	}
	routine, _ := n.Routine("sleep")
	for _, relief := range routine.Reliefs {
		_, forbidden := relief.Contraindicated(n.holding)
		if forbidden || n.tonight[relief.ID] || n.onlyByDay(relief.ID) || !relief.For(n.area()) || !n.assessment.Allows(relief) {
			continue
		}
		steps = append(steps, Step{Relief: relief.Adapted(n.holding), Why: relief.Words.Aim, Cautions: relief.Cautions(n.holding), Cites: relief.Cites})
	}
	return steps
}

// onlyByDay reports whether the plan leaves a relief out at night for this
// person, although it is safe by day.
func (n *night) onlyByDay(relief string) bool {
	for _, e := range n.plans().entries {
		if e.Phase == Tonight && e.Relief == relief {
			if _, forbidden := firstHolding(e.Contraindications, n.holding); forbidden {
				return true
			}
		}
	}
	return false
}

func (n *night) rank(s Step) int {
	id := s.Relief.ID
	switch {
	case id == "log-roll":
		return inAndOutOfBed
	case id == "night-waking":
		return whenAwake
	case s.Relief.Kind != Position:
		return noPosition
	case slices.Contains(n.habit.Last, id):
		return lastPosition
	case n.suits(s) < len(n.positions) && n.tonight[id]:
		return fitsBoth
	case n.suits(s) < len(n.positions):
		return fitsHabit
	case n.tonight[id]:
		return fitsAnswers
	default:
		return fitsAnybody
	}
}

// suits returns the place of a step among the positions that suit the habit,
// or the number of those where it is none of them.
func (n *night) suits(s Step) int {
	if i := slices.Index(n.positions, s.Relief.ID); i >= 0 {
		return i
	}
	return len(n.positions)
}

// why returns the reason of a step, with that of the habit before it.
func (n *night) why(s Step) string {
	switch n.rank(s) {
	case fitsBoth:
		return n.because + " " + s.Why
	case fitsHabit:
		return n.because
	}
	return s.Why
}
