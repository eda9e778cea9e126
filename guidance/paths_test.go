package guidance

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"
)

// Every path of the questionnaire ends, asks no item twice and leaves nobody
// without a next question or a result.
//
// A path is a sequence of items asked; answers that no later question and no
// emergency rule tells apart are one. Two beginnings that agree on all that
// can still matter have the same continuations, so these are walked once and
// counted as often as they occur.
func TestEveryPathEnds(t *testing.T) {
	start := time.Now()
	w := newWalker(t, Open("en").Triage())
	paths := w.walk(0, make([]uint16, len(w.t.q.items)))
	t.Logf("%s paths over %d states, %d assessed to the end, in %v", paths.paths, len(w.seen), w.ends, time.Since(start).Round(time.Millisecond))
	t.Logf("at most %d items are asked", paths.longest)
	if paths.paths.Cmp(big.NewInt(1000)) < 0 {
		t.Errorf("got %s paths, want many: the walk is broken", paths.paths)
	}
}

// The healthy path asks at most eighteen times, with the review.
func TestHealthyPathIsShort(t *testing.T) {
	w := newWalker(t, Open("en").Triage())
	const most, review = 18, 1
	got := w.calmLongest() + review
	t.Logf("at most %d prompts on the healthy path", got)
	if got > most {
		t.Errorf("got %d prompts on the healthy path, want at most %d", got, most)
	}
}

type walked struct {
	paths   *big.Int
	longest int
}

type walker struct {
	testing.TB
	t    *Triage
	seen map[string]walked
	// classes are for each item the masks that stand for the answers that can
	// be told apart.
	classes [][]uint16
	// tests are the conditions of the items askedBy, then those of the
	// emergency rules.
	tests   []criterion
	askedBy []int
	ends    int
}

func newWalker(tb testing.TB, t *Triage) *walker {
	w := &walker{TB: tb, t: t, seen: map[string]walked{}}
	for n, item := range t.q.items {
		if item.EnableWhen != nil {
			w.tests, w.askedBy = append(w.tests, item.enable), append(w.askedBy, n)
		}
	}
	for _, rule := range t.Rules {
		if rule.Disposition == Emergency {
			w.tests = append(w.tests, rule.when...)
		}
	}
	w.classes = make([][]uint16, len(t.q.items))
	for n := range t.q.items {
		w.classes[n] = classesOf(t.q.items[n], n, w.tests)
	}
	return w
}

// classesOf returns one answer for each way in which tests see the answers to
// an item.
func classesOf(item Item, n int, tests []criterion) []uint16 {
	seen := map[string]bool{}
	var classes []uint16
	for _, mask := range possible(item) {
		var key strings.Builder
		if item.Kind == Screen || item.Kind == Sign {
			fmt.Fprint(&key, mask) // "yes" and "not sure" contradict differently
		}
		for _, c := range tests {
			for _, t := range c {
				if t.item == n && t.mask&mask != 0 {
					key.WriteByte('1')
				} else {
					key.WriteByte('0')
				}
			}
		}
		if !seen[key.String()] {
			seen[key.String()] = true
			classes = append(classes, mask)
		}
	}
	return classes
}

// possible returns every answer that With accepts.
func possible(item Item) []uint16 {
	var masks []uint16
	if !item.Multiple() {
		for bit := range item.Options {
			masks = append(masks, 1<<bit)
		}
		return masks
	}
	for mask := uint16(1); mask < 1<<len(item.Options); mask++ {
		if _, err := item.mask(item.ids(mask)); err == nil {
			masks = append(masks, mask)
		}
	}
	return masks
}

// walk counts the paths that go on from item n with some answers, and checks
// at each question that the program asks just that one.
func (w *walker) walk(n int, answers []uint16) walked {
	response := Response{q: w.t.q, answers: answers}
	next, more := w.t.Next(response)
	if !more {
		w.end(response)
		return walked{paths: big.NewInt(1)}
	}
	m := w.t.q.index[next.ID]
	if m < n {
		if next.Kind != Screen {
			w.Fatalf("item %q is asked twice", next.ID)
		}
		// A screen whose signs all say no is asked again. Nothing is
		// concluded on this branch, so it is no path.
		return walked{paths: new(big.Int)}
	}
	key := w.key(m, answers)
	if known, ok := w.seen[key]; ok {
		return known
	}
	sum := walked{paths: new(big.Int)}
	for _, mask := range w.classes[m] {
		answers[m] = mask
		on := w.walk(m+1, answers)
		sum.paths.Add(sum.paths, on.paths)
		sum.longest = max(sum.longest, on.longest+1)
	}
	answers[m] = 0
	w.seen[key] = sum
	return sum
}

// end checks what is said at the end of a path.
func (w *walker) end(r Response) {
	w.ends++
	a := w.t.Assess(r, History{})
	if len(a.Unanswered) > 0 {
		w.Errorf("a path ends with %q unanswered", a.Unanswered)
	}
	if a.Disposition > SelfCare && len(a.Findings) == 0 {
		w.Errorf("a path ends with %v and no finding", a.Disposition)
	}
}

// key says all that can still matter before item m: which tests have been
// passed, for the tests that are not settled yet.
func (w *walker) key(m int, answers []uint16) string {
	key := []byte{byte(m)}
	for _, c := range w.tests {
		for _, t := range c {
			if t.item < m && answers[t.item]&t.mask != 0 {
				key = append(key, '1')
			} else {
				key = append(key, '0')
			}
		}
	}
	for n, item := range w.t.q.items[:m] {
		if item.Kind == Screen && answers[n]&1 != 0 && w.open(n, m, answers) {
			key = append(key, byte(n))
		}
	}
	return string(w.settle(m, key, answers))
}

// open reports whether a "yes" of screen n still waits for a sign.
func (w *walker) open(n, m int, answers []uint16) bool {
	for k := n + 1; k < m; k++ {
		if w.t.q.items[k].Screen == w.t.q.items[n].ID && answers[k]&^4 != 0 {
			return false
		}
	}
	return true
}

// settle blanks the tests that cannot matter any more: those whose criterion
// is about nothing after m, or has failed already.
func (w *walker) settle(m int, key []byte, answers []uint16) []byte {
	position := 1
	for i, c := range w.tests {
		dead, failed := true, false
		for _, t := range c {
			dead = dead && t.item < m
			failed = failed || t.item < m && answers[t.item]&t.mask == 0
		}
		if i < len(w.askedBy) {
			// The condition of an item matters until the item is asked; one
			// that needs all its tests fails with the first of them.
			item := w.askedBy[i]
			dead, failed = item < m, failed && !w.t.q.items[item].any
		}
		for range c {
			if dead || failed {
				key[position] = '-'
			}
			if failed && !dead && i < len(w.askedBy) {
				key[position] = 'x'
			}
			position++
		}
	}
	return key
}

// calmLongest returns how many items are asked at most of a person who ends
// in self-care, whatever the area, the feeling and the history, when nothing
// that they say is itself a warning sign.
func (w *walker) calmLongest() int {
	person := newRespondent(w, w.t)
	answers := make([]uint16, len(w.t.q.items))
	free := []string{"area", "feel", "duration", "began", "course", "pattern", "age"}
	longest := 0
	var vary func(i int, h holds)
	vary = func(i int, h holds) {
		if i == len(free) {
			person.respond(h, answers)
			if w.t.disposition(answers) == SelfCare {
				longest = max(longest, asked(answers))
			}
			return
		}
		n := w.t.q.index[free[i]]
		for bit := range w.t.q.items[n].Options {
			h[n] = 1 << bit
			vary(i+1, h)
		}
		delete(h, n)
	}
	vary(0, holds{})
	return longest
}

func asked(answers []uint16) int {
	count := 0
	for _, mask := range answers {
		if mask != 0 {
			count++
		}
	}
	return count
}
