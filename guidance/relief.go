package guidance

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
)

// ReliefKind says what sort of relief it is.
type ReliefKind string

// The kinds of relief.
const (
	// Exercise is a movement, done a number of times.
	Exercise ReliefKind = "exercise"
	// Position is a way to lie or sit.
	Position ReliefKind = "position"
	// Remedy is anything else: warmth, breathing, a painkiller, advice.
	Remedy ReliefKind = "remedy"
)

// A Relief is one thing that a person can do against a spasm.
type Relief struct {
	ID   string     `json:"id"`
	Kind ReliefKind `json:"-"`
	// Areas are the answers to the item "area" that it is for.
	Areas []string `json:"areas"`
	Dose  Dose     `json:"dose"`
	// Contraindications are the ids of the precautions under which it is left
	// out.
	Contraindications []string `json:"contraindications"`
	// Precautions are the ids of those under which it is changed, in the way
	// that Words.Cautions tells.
	Precautions []string `json:"cautions"`
	// Adaptations say what is done otherwise under some precautions, so that
	// what is said of it is right for the person without a correction.
	Adaptations []Adaptation `json:"adapted"`
	// EasierContraindications are the ids of the precautions under which the
	// easier way that Words.Easier tells is left out, beside those that forbid
	// the relief itself: it may be another posture.
	EasierContraindications []string `json:"easierContraindications"`
	// Screening is the id of the screening item asked when the relief is
	// opened, or empty.
	Screening string `json:"screen"`
	// Instead are the ids of reliefs to offer when this one is left out or
	// makes things worse, the best first.
	Instead []string `json:"instead"`
	// Guide is the name under which it can be followed by the clock on its
	// own, such as "heat" or "walk", or empty.
	Guide string `json:"guide"`
	// Parts are the ids of the reliefs that it consists of, one after the
	// other, each with its own screening. Most have none.
	Parts []string `json:"parts"`
	// OnePartIf are the ids of the precautions under which only one of its
	// parts is done.
	OnePartIf []string `json:"onePartIf"`
	// Figure is the id of the figure that shows it where it has none of its
	// own name.
	Figure string `json:"figure"`
	// UrgentSafe is true for what may be offered to a person who is waiting
	// to be seen the same day.
	UrgentSafe bool `json:"urgentSafe"`
	// Cites are the ids of the facts and sources behind it.
	Cites []string `json:"cites"`

	Words ReliefWords `json:"-"`
	// told are the words with {hold} where the seconds of a hold belong. They
	// are never changed.
	told *ReliefWords
}

// An Adaptation is another dose, or another way, under some precautions.
type Adaptation struct {
	// ID is that of its words.
	ID string `json:"id"`
	// If are the ids of the precautions, one of which is enough.
	If []string `json:"if"`
	// MinutesMax is how long it lasts at most, or 0 where that stays.
	MinutesMax int `json:"minutesMax"`
}

// AdaptedWords are the words that differ in an Adaptation.
type AdaptedWords struct {
	// Title and Dose are empty where they stay.
	Title string `json:"title"`
	Dose  string `json:"dose"`
	// How are the steps that differ, by their place from 0.
	How map[string]string `json:"how"`
}

// A Dose is how much of a relief is prescribed. Zero means not given.
type Dose struct {
	// Sets and Reps are how often it is done in a row.
	Sets int `json:"sets"`
	Reps int `json:"reps"`
	// HoldSeconds is how long each repetition is held.
	HoldSeconds int `json:"holdSeconds"`
	// EachSide is true when it is done on the left and on the right.
	EachSide bool `json:"eachSide"`
	// Alternate is true when the side changes after each repetition, rather
	// than after the last one of a side.
	Alternate bool `json:"alternate"`
	// SkinCheckMinutes is after how many minutes the skin must be looked at
	// for the first time, for what lies on the skin. It is looked at again at
	// half time.
	SkinCheckMinutes int `json:"skinCheckMinutes"`
	// MinutesMin and MinutesMax are how long it lasts.
	MinutesMin int `json:"minutesMin"`
	MinutesMax int `json:"minutesMax"`
	// TimesPerDay is how often a day, at most.
	TimesPerDay int `json:"timesPerDay"`
}

// ReliefWords are the words of a Relief in one language.
type ReliefWords struct {
	Title string `json:"title"`
	// Aim says what it does, in one sentence.
	Aim string `json:"aim"`
	// How are the steps, in order.
	How []string `json:"how"`
	// Dose says the dose in words.
	Dose string `json:"dose"`
	// Felt says where it should be felt.
	Felt string `json:"felt"`
	// Stop says when to stop.
	Stop []string `json:"stop"`
	// Cues are what to do on the way to each keyframe of its figure, in a few
	// words, the first keyframe first. They are said and shown as it is
	// played.
	Cues []string `json:"cues"`
	// HalfTime says what to do when half of the time is over, such as turning
	// back on a walk. It may be empty.
	HalfTime string `json:"halfTime"`
	// Easier is an easier way to do it. EasierFor says for whom.
	Easier string `json:"easier"`
	// Cautions says for each precaution that changes it what to change.
	Cautions map[string]string `json:"cautions"`
	// Adapted are the words of its adaptations by id.
	Adapted map[string]AdaptedWords `json:"adapted"`
	// Evidence says how sure we are.
	Evidence string `json:"evidence"`
	// Parts are the words of its parts where they are done one after the
	// other, in order.
	Parts []PartWords `json:"parts"`
	// OnePart asks which of the parts to do where it may only be one.
	OnePart string `json:"onePart"`
	// Wait says what has to be waited for before it begins. It is set for a
	// part that follows another.
	Wait string `json:"-"`
}

// PartWords are the words of a part of a Relief that differ from those of the
// same relief alone.
type PartWords struct {
	Title string   `json:"title"`
	How   []string `json:"how"`
	// Wait says what has to be waited for after the part before. It may be
	// empty.
	Wait string `json:"wait"`
}

// A ReliefCatalog holds all reliefs, and the screening items that are asked
// when one is opened. Each relief is decoded when it is first asked for.
type ReliefCatalog struct {
	shelf     []*shelved     // in order
	index     map[string]int // by id
	all       func() []Relief
	screening func() []ScreeningItem
}

// A ScreeningItem is a question asked just before one relief, such as about
// numb skin before heat.
type ScreeningItem struct {
	Item
	// LeaveOut are the ids of the options under which the relief is left out.
	LeaveOut map[string]bool
	// Recheck are the ids of the options that may be warning signs, so that
	// those have to be asked again before anything else.
	Recheck map[string]bool
	// Because says for each option what follows from it.
	Because map[string]string
}

type screeningWords struct {
	itemWords
	Because map[string]string `json:"because"`
}

func (l *Library) loadRelief() *ReliefCatalog {
	c := &ReliefCatalog{index: map[string]int{}, screening: sync.OnceValue(l.loadScreening)}
	for _, kind := range []ReliefKind{Exercise, Position, Remedy} {
		name := string(kind) + "s"
		if kind == Remedy {
			name = "remedies"
		}
		text := l.wordsFile(name).members()
		for _, s := range structureFile(name).elements() {
			id := member[string](s, "id")
			c.index[id] = len(c.shelf)
			c.shelf = append(c.shelf, &shelved{kind: kind, structure: s, words: text[id]})
		}
	}
	c.all = sync.OnceValue(c.loadAll)
	return c
}

// shelved is a relief that is decoded when it is first asked for.
type shelved struct {
	kind             ReliefKind
	structure, words piece
	once             sync.Once
	relief           *Relief
}

func (s *shelved) get() Relief {
	s.once.Do(func() {
		r, told := decode[Relief](s.structure), decode[ReliefWords](s.words)
		r.Kind, r.told = s.kind, &told
		r = r.WithHold(r.Dose.HoldSeconds)
		s.relief = &r
	})
	return *s.relief
}

func (c *ReliefCatalog) loadAll() []Relief {
	all := make([]Relief, len(c.shelf))
	for i, s := range c.shelf {
		all[i] = s.get()
	}
	return all
}

// All returns the reliefs: exercises, positions, then remedies.
func (c *ReliefCatalog) All() []Relief { return c.all() }

// Screening returns the items that are asked when a relief is opened.
func (c *ReliefCatalog) Screening() []ScreeningItem { return c.screening() }

func (l *Library) loadScreening() []ScreeningItem {
	text := words[map[string]screeningWords](l, "screening")
	var items []ScreeningItem
	for _, s := range structure[[]itemStructure]("screening") {
		items = append(items, newScreeningItem(s, text[s.ID]))
	}
	return items
}

func newScreeningItem(s itemStructure, w screeningWords) ScreeningItem {
	item := ScreeningItem{Item: Item{ID: s.ID, Kind: Several, Cites: s.Cites, Text: w.Text, Help: w.Help},
		LeaveOut: map[string]bool{}, Recheck: map[string]bool{}, Because: w.Because}
	for _, o := range s.Options {
		item.Options = append(item.Options, Option{ID: o.ID, Exclusive: o.Exclusive, Unsure: o.Unsure, Cites: o.Cites, Text: w.Options[o.ID]})
		item.LeaveOut[o.ID], item.Recheck[o.ID] = o.LeaveOut, o.Recheck
	}
	return item
}

// Find returns the relief with an id.
func (c *ReliefCatalog) Find(id string) (Relief, bool) {
	i, ok := c.index[id]
	if !ok {
		return Relief{}, false
	}
	return c.shelf[i].get(), true
}

// ScreeningFor returns the item to ask before a relief, and false when there
// is none.
func (c *ReliefCatalog) ScreeningFor(r Relief) (ScreeningItem, bool) {
	for _, s := range c.Screening() {
		if r.Screening != "" && s.ID == r.Screening {
			return s, true
		}
	}
	return ScreeningItem{}, false
}

// Guides returns the reliefs that can be followed by the clock on their own, in
// order.
func (c *ReliefCatalog) Guides() []Relief {
	var guides []Relief
	for _, r := range c.All() {
		if r.Guide != "" {
			guides = append(guides, r)
		}
	}
	return guides
}

// LeaveOutIf says in which states a relief must be left out: its
// contraindications, and the answers to its screening item, or to those of its
// parts, that forbid it. It is for whoever reads about a relief without being
// asked.
func (l *Library) LeaveOutIf(r Relief) []string {
	states := []string{}
	for _, id := range r.Contraindications {
		states = append(states, l.Precautions().Reason(id))
	}
	for _, state := range l.ScreenedOut(r) {
		if !slices.Contains(states, state) {
			states = append(states, state)
		}
	}
	return states
}

// ScreenedOut says which answers to the screening item of a relief, or to those
// of its parts, forbid it. It is for whoever did a check, and reads about the
// relief on paper, where nothing is asked.
func (l *Library) ScreenedOut(r Relief) []string {
	var states []string
	for _, part := range append([]Relief{r}, l.Relief().PartsOf(r)...) {
		item, ok := l.Relief().ScreeningFor(part)
		for _, o := range item.Options {
			if ok && item.LeaveOut[o.ID] && !o.Unsure && !slices.Contains(states, o.Text) {
				states = append(states, o.Text)
			}
		}
	}
	return states
}

// PartsOf returns the reliefs that a relief consists of, in order, as they are
// done within it: for as long as its dose says of each, and in its words. Most
// have none.
func (c *ReliefCatalog) PartsOf(r Relief) []Relief {
	var parts []Relief
	for n, id := range r.Parts {
		part, ok := c.Find(id)
		if !ok {
			continue
		}
		part.Dose.MinutesMin, part.Dose.MinutesMax = r.Dose.MinutesMin, r.Dose.MinutesMax
		part.Words.Dose = r.Words.Dose
		if n < len(r.Words.Parts) {
			w := r.Words.Parts[n]
			part.Words.Title, part.Words.How, part.Words.Wait = w.Title, w.How, w.Wait
		}
		parts = append(parts, part)
	}
	return parts
}

// Adapted returns the relief as it is done by a person for whom some precautions
// hold.
func (r Relief) Adapted(holding map[string]bool) Relief {
	for _, a := range r.Adaptations {
		if _, holds := firstHolding(a.If, holding); !holds {
			continue
		}
		w, told := r.Words.Adapted[a.ID], *r.told
		told.Title, told.Dose = cmp.Or(w.Title, told.Title), cmp.Or(w.Dose, told.Dose)
		told.How = slices.Clone(told.How)
		for n := range told.How {
			told.How[n] = cmp.Or(w.How[strconv.Itoa(n)], told.How[n])
		}
		r.told = &told
		r.Dose.MinutesMax = cmp.Or(a.MinutesMax, r.Dose.MinutesMax)
		r = r.WithHold(r.Dose.HoldSeconds)
	}
	return r
}

// OnlyOnePart reports whether only one of the parts of a relief may be done.
func (r Relief) OnlyOnePart(holding map[string]bool) bool {
	_, one := firstHolding(r.OnePartIf, holding)
	return one
}

// Contraindicated returns the id of a precaution that holds and forbids the
// relief, and false when none does.
func (r Relief) Contraindicated(holding map[string]bool) (string, bool) {
	return firstHolding(r.Contraindications, holding)
}

// firstHolding returns the first of some precautions that holds.
func firstHolding(precautions []string, holding map[string]bool) (string, bool) {
	for _, id := range precautions {
		if holding[id] {
			return id, true
		}
	}
	return "", false
}

// Cautions returns what to change in the relief under the precautions that
// hold, in order.
func (r Relief) Cautions(holding map[string]bool) []string {
	var cautions []string
	for _, id := range r.Precautions {
		if holding[id] {
			cautions = append(cautions, r.Words.Cautions[id])
		}
	}
	return cautions
}

// EasierFor returns the easier way to do the relief, or nothing where a
// precaution that holds forbids it.
func (r Relief) EasierFor(holding map[string]bool) string {
	if _, forbidden := firstHolding(r.Contraindications, holding); forbidden {
		return ""
	}
	if _, forbidden := firstHolding(r.EasierContraindications, holding); forbidden {
		return ""
	}
	return r.Words.Easier
}

// For reports whether the relief is for an area. With no area given it is for
// any.
func (r Relief) For(area string) bool {
	return area == "" || slices.Contains(r.Areas, area)
}

// Substitute returns the first relief to offer instead of r that is for an
// area, that no holding precaution forbids and that is not excluded, and false
// when there is none.
func (c *ReliefCatalog) Substitute(r Relief, area string, holding, excluded map[string]bool) (Relief, bool) {
	for _, id := range r.Instead {
		other, ok := c.Find(id)
		if !ok || !other.For(area) || excluded[id] {
			continue
		}
		if _, forbidden := other.Contraindicated(holding); !forbidden {
			return other, true
		}
	}
	return Relief{}, false
}
