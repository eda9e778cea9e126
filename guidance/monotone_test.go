//go:build !race

package guidance

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// One more warning sign never lowers the disposition, in any context.
//
// Triage is the maximum over the alternatives of all rules. Adding a sign to
// a person changes the answers to a few items: its own, its screen, and those
// that are asked because of it. An alternative that asks about none of these
// is a constant c beside the others, x, and max(c, x) is monotone in x. So
// only the alternatives that do ask about them count, and they see no more of
// the person than the items that they mention and the items that decide
// whether those are asked. The context of a sign is the product over these
// items, and of answers that none of these conditions tells apart one is
// taken; all else is the calmest there is, so that c hides nothing.
//
// Pairs need no more than that, because a person with the first sign is a
// context of the second. They are run all the same, so that this argument has
// a witness: over the contexts of both, or where these are more than
// pairLimit, over those of the alternatives that see both.
const pairLimit = 1000

func TestAddingAWarningSignNeverLowers(t *testing.T) {
	start := time.Now()
	triage := Open("en").Triage()
	elements := warningSigns(t, triage)
	if want := 90; len(elements) < want {
		t.Fatalf("got %d warning signs, want at least %d: the list is broken", len(elements), want)
	}
	const parts = 2
	counts := make([]struct{ contexts, pairs, pairContexts int }, parts)
	t.Run("parts", func(t *testing.T) {
		for part := range parts {
			t.Run(fmt.Sprint(part), func(t *testing.T) {
				t.Parallel()
				m := newMonotony(t, triage)
				for i, e := range elements {
					if i%parts == part {
						counts[part].contexts += m.single(e)
					}
					for _, other := range elements[:i] {
						if (i+other.item)%parts == part && (e.item != other.item || m.several(e)) {
							counts[part].pairs++
							counts[part].pairContexts += m.pair(e, other)
						}
					}
				}
			})
		}
	})
	sum := counts[0]
	for _, c := range counts[1:] {
		sum.contexts, sum.pairs, sum.pairContexts = sum.contexts+c.contexts, sum.pairs+c.pairs, sum.pairContexts+c.pairContexts
	}
	t.Logf("%d warning signs in %d contexts, %d pairs in %d contexts, in %v", len(elements), sum.contexts, sum.pairs,
		sum.pairContexts, time.Since(start).Round(time.Millisecond))
}

// An element is a warning sign that may be added: an option of an item.
type element struct {
	item int
	bit  uint16
	name string
}

// warningSigns returns every sign as "yes" and as "not sure", and the options
// of the other items that stand for trouble.
func warningSigns(tb testing.TB, t *Triage) []element {
	tb.Helper()
	var elements []element
	add := func(item string, options ...string) {
		for _, o := range options {
			n, mask := number(tb, t.q, item, o)
			elements = append(elements, element{n, mask, item + "=" + o})
		}
	}
	for _, item := range t.q.items {
		switch {
		case item.Kind == Sign:
			add(item.ID, "yes", "unsure")
		case item.ID == "risks" || item.ID == "pattern":
			for _, o := range item.Options {
				if !o.Exclusive {
					add(item.ID, o.ID)
				}
			}
		}
	}
	add("feel", "deep-breath", "swelling", "tingling", "twitch")
	add("eases", "nothing")
	add("course", "worse")
	add("spread", "both-legs", "front")
	return elements
}

// with returns the answer to the item of e, with e added to what holds: one
// more option where several may hold, and a sign is only ever raised. Of the
// ways in which pain spreads a person is asked for the lowest line that fits.
func (e element) with(item *Item, have uint16) uint16 {
	switch {
	case item.Kind == Sign:
		return min(have, e.bit) // "yes" before "not sure" before "no"
	case item.ID == "spread":
		return max(have, e.bit)
	case !item.Multiple():
		return e.bit
	}
	for bit, o := range item.Options {
		if o.Exclusive {
			have &^= 1 << bit
		}
	}
	return have | e.bit
}

type monotony struct {
	*testing.T
	triage *Triage
	person *respondent
	answer []uint16
	// possible are the answers that each item accepts.
	possible [][]uint16
	faults   int
}

func newMonotony(t *testing.T, triage *Triage) *monotony {
	m := &monotony{T: t, triage: triage, person: newRespondent(t, triage), answer: make([]uint16, len(triage.q.items))}
	for _, item := range triage.q.items {
		m.possible = append(m.possible, possible(item))
	}
	return m
}

func (m *monotony) several(e element) bool { return m.triage.q.items[e.item].Multiple() }

func (m *monotony) disposition(h holds) Disposition {
	m.person.respond(h, m.answer)
	return m.triage.disposition(m.answer)
}

// fault reports a fault, and stops when there are so many that they must have
// one cause.
func (m *monotony) fault(format string, args ...any) {
	m.Helper()
	m.Errorf(format, args...)
	if m.faults++; m.faults >= 5 {
		m.Fatal("and perhaps more: stopped here")
	}
}

// single checks e over all its contexts and returns how many there are.
func (m *monotony) single(e element) int {
	touched := m.touched(e)
	return m.each(m.context(touched, e), func(h holds) {
		before := m.disposition(h)
		undo := m.add(h, e)
		after := m.disposition(h)
		undo()
		if after < before {
			m.fault("adding %s lowers %v to %v for a person with %s; make its rules hold wherever those of the answer it replaces do",
				e.name, before, after, m.describe(h))
		}
	})
}

// pair checks e after other, and other after e, and returns in how many
// contexts.
func (m *monotony) pair(e, other element) int {
	mine, theirs := m.touched(e), m.touched(other)
	either, both := slices.Clone(mine), slices.Clone(mine)
	for i := range mine {
		if mine[i] == nil {
			either[i] = theirs[i]
		} else if theirs[i] == nil {
			both[i] = nil
		}
	}
	context, size := m.context(either, e, other), 1
	for _, v := range context {
		size *= len(v.classes)
	}
	if size > pairLimit {
		context = m.context(both, e, other)
	}
	return m.each(context, func(h holds) {
		first := m.add(h, e)
		one := m.disposition(h)
		second := m.add(h, other)
		two := m.disposition(h)
		second()
		first()
		undo := m.add(h, other)
		alone := m.disposition(h)
		undo()
		if two < one || two < alone {
			m.fault("%s (%v) and %s (%v) together give %v for a person with %s", e.name, one, other.name, alone, two, m.describe(h))
		}
	})
}

// add adds e to what holds, and returns what takes it away again.
func (m *monotony) add(h holds, e element) func() {
	have, had := h[e.item]
	if !had {
		have = m.person.calm[e.item]
	}
	before := h[e.item]
	h[e.item] = e.with(&m.triage.q.items[e.item], have)
	return func() {
		if had {
			h[e.item] = before
		} else {
			delete(h, e.item)
		}
	}
}

// touched returns the alternatives of all rules, in order, with nil for those
// that cannot see that e is added.
func (m *monotony) touched(e element) [][]test {
	reach := m.reach(e)
	var out [][]test
	for i := range m.triage.Rules {
		for _, alternative := range m.triage.Rules[i].when {
			seen := slices.ContainsFunc(alternative, func(t test) bool { return t.mask&reach[t.item] != 0 })
			if !seen {
				alternative = nil
			}
			out = append(out, alternative)
		}
	}
	return out
}

// reach returns the options that may appear or vanish when e is added.
func (m *monotony) reach(e element) []uint16 {
	const every, no = ^uint16(0), 1 << 2
	items := m.triage.q.items
	reach := make([]uint16, len(items))
	reach[e.item] = every
	if items[e.item].Multiple() {
		reach[e.item] = e.bit
		for bit, o := range items[e.item].Options {
			if o.Exclusive {
				reach[e.item] |= 1 << bit
			}
		}
	}
	for range 2 { // once for what opens, once for what a screen opens with it
		for n := range items {
			for _, t := range items[n].enable {
				switch {
				case t.mask&reach[t.item] == 0:
				case items[t.item].ID == items[n].Screen:
					// The screen opens, and what is asked because of it is
					// answered "no": otherwise it would have been open.
					reach[n] |= no
				default:
					reach[n] |= every
				}
			}
			if reach[n] != 0 && items[n].Screen != "" {
				reach[m.triage.q.index[items[n].Screen]] = every
			}
		}
	}
	return reach
}

// A variable is an item of a context with the answers to run through.
type variable struct {
	item    int
	classes []uint16
}

// context returns the items that alternatives mention, and those that decide
// whether these are asked, with their classes. The items of the elements are
// among them, without the elements: a sign that was "no" or "not sure", other
// risks, a choice that is replaced.
func (m *monotony) context(alternatives [][]test, elements ...element) []variable {
	items := m.triage.q.items
	mentioned := make([]bool, len(items))
	var tests []criterion
	for _, alternative := range alternatives {
		for _, t := range alternative {
			mentioned[t.item] = true
		}
		if alternative != nil {
			tests = append(tests, alternative)
		}
	}
	for n := len(items) - 1; n >= 0; n-- {
		if !mentioned[n] {
			continue
		}
		for _, t := range items[n].enable {
			mentioned[t.item] = true
		}
		if items[n].enable != nil {
			tests = append(tests, items[n].enable)
		}
	}
	var context []variable
	for n := range items {
		if !mentioned[n] || items[n].Kind == Screen {
			continue // the respondent answers screens by their signs
		}
		taken := uint16(0)
		for _, e := range elements {
			if e.item == n && items[n].Kind != Choice {
				taken |= e.bit
			}
		}
		if classes := m.classes(n, taken, tests); len(classes) > 1 || taken != 0 {
			context = append(context, variable{n, classes})
		}
	}
	return context
}

// classes returns one answer to item n for each way in which tests see the
// answers, of those that hold none of the options of a mask.
func (m *monotony) classes(n int, taken uint16, tests []criterion) []uint16 {
	var masks []uint16
	for _, c := range tests {
		for _, t := range c {
			if t.item == n && !slices.Contains(masks, t.mask) {
				masks = append(masks, t.mask)
			}
		}
	}
	seen := map[string]bool{}
	var classes []uint16
	key := make([]byte, len(masks))
	for _, mask := range m.possible[n] {
		if mask&taken != 0 {
			continue
		}
		for i, seen := range masks {
			key[i] = "01"[min(1, seen&mask)]
		}
		if !seen[string(key)] {
			seen[string(key)] = true
			classes = append(classes, mask)
		}
	}
	return classes
}

// each calls f with every combination and returns how many there are.
func (m *monotony) each(context []variable, f func(h holds)) int {
	h, count := holds{}, 0
	var vary func(i int)
	vary = func(i int) {
		if i == len(context) {
			count++
			f(h)
			return
		}
		for _, mask := range context[i].classes {
			h[context[i].item] = mask
			vary(i + 1)
		}
		delete(h, context[i].item)
	}
	vary(0)
	return count
}

// describe says what holds, in the order of the items.
func (m *monotony) describe(h holds) string {
	var said []string
	for n, item := range m.triage.q.items {
		if mask, ok := h[n]; ok {
			said = append(said, item.ID+"="+strings.Join(item.ids(mask), "+"))
		}
	}
	return strings.Join(said, " ")
}
