//go:build !race

package guidance

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// A forced finds counterfactuals by trying everything on a person who answers
// from what holds for them, as a respondent does, rather than by changing
// answers. It knows no calm answer, so that nothing is made up.
type forced struct {
	t      *Triage
	person *respondent
	out    []uint16
}

func newForced(tb testing.TB, t *Triage) *forced {
	f := &forced{t: t, person: newRespondent(tb, t), out: make([]uint16, len(t.q.items))}
	for n, item := range t.q.items {
		if item.Kind != Screen && item.Kind != Sign {
			f.person.calm[n] = 0
		}
	}
	return f
}

// a force is one thing about a person, otherwise than they said.
type force struct {
	item int
	bit  uint16
	kind ItemKind
	// there is whether the bit holds after it.
	there bool
}

func (f *forced) all(said []uint16) []force {
	var all []force
	for n, item := range f.t.q.items {
		for b, o := range item.Options {
			bit := uint16(1) << b
			there := said[n]&bit != 0
			unknown := o.ID == "unsure" || o.ID == "unknown" || o.ID == "early"
			switch item.Kind {
			case Screen:
			case Several:
				if !o.Exclusive && (there || !unknown) {
					all = append(all, force{n, bit, item.Kind, !there})
				}
			case Sign:
				present := said[n]&3 != 0
				if o.ID == "yes" && !there || o.ID == "no" && present {
					all = append(all, force{n, bit, item.Kind, true})
				}
			default:
				if !there && !unknown {
					all = append(all, force{n, bit, item.Kind, true})
				}
			}
		}
	}
	return all
}

// disposition returns that of a person with other things about them, and false
// where there is no such person.
func (f *forced) disposition(said []uint16, changes ...force) (Disposition, bool) {
	h := holds{}
	for n, mask := range said {
		if mask != 0 && f.t.q.items[n].Kind != Screen {
			h[n] = mask
		}
	}
	for _, c := range changes {
		if c.kind != Several {
			h[c.item] = c.bit
			continue
		}
		none := f.t.q.items[c.item].exclusive()
		if c.there {
			h[c.item] = h[c.item]&^none | c.bit
		} else if h[c.item] &^= c.bit; h[c.item] == 0 {
			h[c.item] = none
		}
	}
	f.person.respond(h, f.out)
	for _, c := range changes {
		absent := c.kind == Sign && c.bit == 4
		if got := f.out[c.item]&c.bit != 0; got != c.there && !(absent && f.out[c.item] == 0) {
			return 0, false // the question does not come up
		}
		if !c.there && f.out[c.item] == 0 {
			return 0, false
		}
	}
	r := Response{q: f.t.q, answers: f.out}
	return f.t.disposition(f.out), len(f.t.Unanswered(r)) == 0
}

// name names changes as the counterfactuals do.
func (f *forced) name(changes ...force) string {
	var parts []string
	for _, c := range changes {
		item := f.t.q.items[c.item]
		parts = append(parts, fmt.Sprint(Change{Item: item.ID, Option: item.ids(c.bit)[0], Without: !c.there}))
	}
	return strings.Join(parts, " ")
}

// sets returns by disposition the smallest sets of one or two changes that
// lead to it.
func (f *forced) sets(said []uint16, now Disposition) map[Disposition][]string {
	sets := map[Disposition][]string{}
	all := f.all(said)
	for _, c := range all {
		if d, ok := f.disposition(said, c); ok && d != now {
			sets[d] = append(sets[d], f.name(c))
		}
	}
	reached := map[Disposition]bool{now: true}
	for d := range sets {
		reached[d] = true
	}
	if len(reached) == len(dispositionNames) {
		return sets
	}
	for i, c := range all {
		for _, other := range all[i+1:] {
			if c.item == other.item && c.kind != Several {
				continue
			}
			if d, ok := f.disposition(said, c, other); ok && !reached[d] {
				sets[d] = append(sets[d], f.name(c, other))
			}
		}
	}
	return sets
}

// Whatever somebody answers, the changes that are told are the smallest there
// are, all of them, and they really lead where they are said to lead.
func TestCounterfactualsAreTheSmallest(t *testing.T) {
	triage := Open("en").Triage()
	people := writtenPeople(t, triage)
	m := newMonotony(t, triage)
	random := rand.New(rand.NewPCG(4, 11))
	const strangers = 60
	for range strangers {
		m.person.respond(m.someone(random), m.answer)
		people = append(people, Response{q: triage.q, answers: slices.Clone(m.answer)})
	}
	start, told := time.Now(), make([]int, 2)
	t.Run("parts", func(t *testing.T) {
		for part := range told {
			t.Run(fmt.Sprint(part), func(t *testing.T) {
				t.Parallel()
				f := newForced(t, triage)
				for n := part; n < len(people); n += len(told) {
					told[part] += checkCounterfactuals(t, f, people[n])
				}
			})
		}
	})
	t.Logf("%d sets of changes for %d people, in %v", told[0]+told[1], len(people), time.Since(start).Round(time.Millisecond))
}

// checkCounterfactuals compares those of a person with what force finds, and
// returns how many sets there are.
func checkCounterfactuals(t *testing.T, f *forced, r Response) int {
	t.Helper()
	a := f.t.Assess(r, History{})
	found := f.t.Counterfactuals(r, History{})
	if a.Disposition == Emergency {
		if len(found) > 0 {
			t.Errorf("an emergency is talked down: %v", found)
		}
		return 0
	}
	want := f.sets(r.effective(), a.Disposition)
	got, count := map[Disposition][]string{}, 0
	for i, c := range found {
		if i > 0 && c.Disposition >= found[i-1].Disposition {
			t.Errorf("%v stands after %v", c.Disposition, found[i-1].Disposition)
		}
		for _, set := range c.Sets {
			var parts []string
			for _, change := range set {
				parts = append(parts, fmt.Sprint(change))
			}
			got[c.Disposition] = append(got[c.Disposition], strings.Join(parts, " "))
			count++
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("for %v:\ngot  %v\nwant %v", r.Answers(), got, want)
	}
	return count
}

// Each way up is open to whoever is not in an emergency: a warning sign more.
// A way down may need more than two changes.
func TestCounterfactualsLeadUp(t *testing.T) {
	triage := Open("en").Triage()
	down := 0
	people := writtenPeople(t, triage)
	for _, r := range people {
		a := triage.Assess(r, History{})
		ways := map[Disposition]int{}
		for _, c := range triage.Counterfactuals(r, History{}) {
			ways[c.Disposition] = len(c.Sets[0])
		}
		for d := a.Disposition + 1; a.Disposition < Emergency && d <= Emergency; d++ {
			if ways[d] != 1 {
				t.Errorf("from %v to %v: got a change of %d, want one warning sign, for %v", a.Disposition, d, ways[d], r.Answers())
			}
		}
		if ways[SelfCare] > 0 {
			down++
		}
	}
	t.Logf("%d of %d would have been self-care with one or two answers otherwise", down, len(people))
	if down == 0 {
		t.Error("nobody's way down was found")
	}
}

// What is remembered counts for the changed answers as well: a history that
// asks for a clinician cannot be answered away, except by another place.
func TestCounterfactualsMindTheHistory(t *testing.T) {
	triage := Open("en").Triage()
	r := calmResponse(t, triage)
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	h := History{Now: now}
	for days := 70; days > 0; days -= 14 {
		h.Add(Remembered{Time: now.Add(-time.Duration(days) * day), Area: "lower", Pain: 4})
	}
	if got := triage.Assess(r, h).Disposition; got != Clinician {
		t.Fatalf("got %v with ten weeks of pain, want clinician", got)
	}
	found := triage.Counterfactuals(r, h)
	last := found[len(found)-1]
	if last.Disposition != SelfCare {
		t.Fatalf("got %v, want a way to self-care", last.Disposition)
	}
	for _, set := range last.Sets {
		if len(set) != 1 || set[0].Item != "area" && set[0].Item != "severity" {
			t.Errorf("got %v, want nothing but the place or the pain", set)
		}
	}
}

func BenchmarkCounterfactuals(b *testing.B) {
	triage := Open("en").Triage()
	data := `{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"none","em-chest-belly":"none","em-head-accident":"none","severity":"8","duration":"2-6-days","began":"strain","course":"worse","pattern":["no-sleep"],"eases":"still","urgent-illness":"yes","fever":"yes","unwell":"yes","breathless-on-effort":"no","urine-change":"no","flank-pain":"no","vomiting":"no","leg-swelling":"no","urgent-nerve":"none","age":"65-plus","risks":["cancer"]}`
	r, err := triage.ParseAnswers([]byte(data))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		triage.Counterfactuals(r, History{})
	}
}
