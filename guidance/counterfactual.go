package guidance

// A Change is one thing that a person could have answered otherwise: the
// answer to a Choice or a Scale, one option more or less of a Several item,
// or whether a Sign is there. The answer to a Screen follows from its signs.
type Change struct {
	Item string
	// Option is the option that is chosen instead; of a Several item the one
	// that is chosen as well, or, if Without is true, no longer.
	Option  string
	Without bool
}

// A Counterfactual says what it would have taken to come to another
// disposition.
type Counterfactual struct {
	Disposition Disposition
	// Sets are the smallest sets of changes that lead there, all of one size,
	// in the order of the questionnaire. Each is enough by itself.
	Sets [][]Change
}

// Counterfactuals returns the smallest changes of the answers that would have
// led to each other disposition, the most urgent first. A disposition that
// takes more than two changes is left out: more together explain nothing any
// more, they are another person.
//
// Of an emergency there are none, because nothing that might talk a person out
// of a call is to be shown. Nor are there any where answers are missing. What
// a person does not know is never a change: a Counterfactual says what would
// have to be so, and every changed set of answers is complete. Warning signs
// that a change would bring up are taken as absent, since none was reported.
//
// It is pure and deterministic. A full set of answers takes some ten
// milliseconds.
func (t *Triage) Counterfactuals(r Response, h History) []Counterfactual {
	a := t.Assess(r, h)
	if a.Disposition >= Emergency || len(a.Unanswered) > 0 {
		return nil
	}
	s := newVariation(t, r, h)
	sets := map[Disposition][][]Change{}
	steps := s.steps()
	for _, step := range steps {
		if d, ok := s.try(step); ok && d != a.Disposition {
			sets[d] = append(sets[d], s.changes(step))
		}
	}
	open := map[Disposition]bool{}
	for d := SelfCare; d <= Emergency; d++ {
		open[d] = d != a.Disposition && len(sets[d]) == 0
	}
	if open[SelfCare] || open[Clinician] || open[Urgent] || open[Emergency] {
		s.pairs(steps, open, sets)
	}
	var found []Counterfactual
	for d := Emergency; d >= SelfCare; d-- {
		if len(sets[d]) > 0 {
			found = append(found, Counterfactual{Disposition: d, Sets: sets[d]})
		}
	}
	return found
}

// pairs adds the sets of two changes that lead to a disposition that is open.
func (s *variation) pairs(steps []step, open map[Disposition]bool, sets map[Disposition][][]Change) {
	for i, first := range steps {
		for _, second := range steps[i+1:] {
			if !first.goesWith(second) {
				continue
			}
			if d, ok := s.try(first, second); ok && open[d] {
				sets[d] = append(sets[d], s.changes(first, second))
			}
		}
	}
}

// A step is a Change against the numbers of items and options.
type step struct {
	item int
	// bit is the option, and set whether it is to be in the answer.
	bit  uint16
	set  bool
	kind ItemKind
}

// goesWith reports whether two steps can be made together: an item has one
// answer, unless it takes several.
func (s step) goesWith(other step) bool { return s.item != other.item || s.kind == Several }

// A variation changes the answers of one person.
type variation struct {
	t *Triage
	// said are the answers that count.
	said []uint16
	// changed are the answers with the steps made, before it is settled what
	// is asked, and settled those that count then.
	changed, settled []uint16
	// remembered are the dispositions of the history by area and severity,
	// on which alone they depend.
	remembered map[[2]uint16]Disposition
	history    History
}

func newVariation(t *Triage, r Response, h History) *variation {
	return &variation{t: t, said: r.effective(), changed: make([]uint16, len(t.q.items)), settled: make([]uint16, len(t.q.items)),
		remembered: map[[2]uint16]Disposition{}, history: h}
}

// The options of a Screen and of a Sign, as bits.
const (
	bitYes  uint16 = 1 << 0
	bitNone uint16 = 1 << 2 // "none" of a Screen, "no" of a Sign
)

// steps returns all steps that could be made, in the order of the
// questionnaire.
func (s *variation) steps() []step {
	var all []step
	for n := range s.t.q.items {
		item := &s.t.q.items[n]
		if item.Kind == Screen {
			continue
		}
		for b, o := range item.Options {
			bit := uint16(1) << b
			in := s.said[n]&bit != 0
			switch {
			case o.Exclusive, o.Unsure && !in:
			case item.Kind == Several:
				all = append(all, step{item: n, bit: bit, set: !in, kind: item.Kind})
			case in, item.Kind == Sign && bit == bitNone && s.said[n] == 0:
			default:
				all = append(all, step{item: n, bit: bit, set: true, kind: item.Kind})
			}
		}
	}
	return all
}

// try makes steps, and returns the disposition that they lead to. It is false
// where they cannot be made, because an item is not asked then, or leave
// something unanswered.
func (s *variation) try(steps ...step) (Disposition, bool) {
	copy(s.changed, s.said)
	for _, step := range steps {
		s.make(step)
	}
	s.settle()
	for _, step := range steps {
		if !s.made(step) {
			return SelfCare, false
		}
	}
	r := Response{q: s.t.q, answers: s.settled}
	d := max(s.t.disposition(s.settled), s.memory(r))
	return d, len(s.t.unanswered(r, s.settled)) == 0
}

func (s *variation) make(c step) {
	item := &s.t.q.items[c.item]
	switch {
	case c.kind != Several:
		s.changed[c.item] = c.bit
	case c.set:
		s.changed[c.item] = s.changed[c.item]&^item.exclusive() | c.bit
	default:
		if s.changed[c.item] &^= c.bit; s.changed[c.item] == 0 {
			s.changed[c.item] = item.exclusive()
		}
	}
}

// made reports whether a step shows in the answers that count. A sign that is
// not asked any more is absent.
func (s *variation) made(c step) bool {
	answer := s.settled[c.item]
	switch {
	case c.kind == Sign && c.bit == bitNone:
		return answer == bitNone || answer == 0
	case c.set:
		return answer&c.bit != 0
	default:
		return answer != 0 && answer&c.bit == 0
	}
}

// exclusive returns the options of an item that exclude all others.
func (i Item) exclusive() uint16 {
	var mask uint16
	for b, o := range i.Options {
		if o.Exclusive {
			mask |= 1 << b
		}
	}
	return mask
}

// settle finds out what is asked with the changed answers. A sign that comes
// up is absent; a screen says what its signs say.
func (s *variation) settle() {
	for n := range s.settled {
		s.settled[n] = 0
	}
	r := Response{q: s.t.q, answers: s.changed}
	for n := range s.t.q.items {
		item := &s.t.q.items[n]
		if !r.enabled(n, s.settled) {
			continue
		}
		s.settled[n] = s.changed[n]
		switch {
		case item.Kind == Screen:
			s.screen(r, n)
		case item.Kind == Sign && s.settled[n] == 0:
			s.settled[n] = bitNone
		}
	}
}

// screen settles the answer to a screen: it is "yes" once one of the signs
// that it lists is there, and "none" once a "yes" has no sign left.
func (s *variation) screen(r Response, n int) {
	before := s.settled[n]
	left := false
	for m := n + 1; m < len(s.t.q.items); m++ {
		item := &s.t.q.items[m]
		if item.Screen != s.t.q.items[n].ID || !r.listed(item, s.settled) {
			continue
		}
		left = left || s.changed[m]&^bitNone != 0
		if s.changed[m] == bitYes && s.said[m] != bitYes {
			s.settled[n] = bitYes
		}
	}
	if before == bitYes && !left {
		s.settled[n] = bitNone
	}
}

// memory returns the disposition that the history asks for.
func (s *variation) memory(r Response) Disposition {
	if s.history.Empty() {
		return SelfCare
	}
	key := [2]uint16{s.settled[s.t.q.index["area"]], s.settled[s.t.q.index["severity"]]}
	d, known := s.remembered[key]
	if !known {
		for _, f := range s.t.history().findings(r, s.history) {
			d = max(d, f.Disposition)
		}
		s.remembered[key] = d
	}
	return d
}

func (s *variation) changes(steps ...step) []Change {
	changes := make([]Change, len(steps))
	for i, c := range steps {
		item := &s.t.q.items[c.item]
		changes[i] = Change{Item: item.ID, Option: item.ids(c.bit)[0], Without: !c.set}
	}
	return changes
}
