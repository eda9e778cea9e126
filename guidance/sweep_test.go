//go:build !race

package guidance

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// Random people, for what nobody thought of: whatever holds for a person,
// they are assessed without a panic, the assessment agrees with itself, and
// one more warning sign does not lower it.
func TestRandomPeople(t *testing.T) {
	const parts, people = 2, 150_000
	start := time.Now()
	triage := Open("en").Triage()
	elements := warningSigns(t, triage)
	counts := make([][Emergency + 1]int, parts)
	t.Run("parts", func(t *testing.T) {
		for part := range parts {
			t.Run(fmt.Sprint(part), func(t *testing.T) {
				t.Parallel()
				m := newMonotony(t, triage)
				random := rand.New(rand.NewPCG(2026, uint64(part)))
				for range people {
					h := m.someone(random)
					counts[part][m.sane(h)]++
					e := elements[random.IntN(len(elements))]
					before := m.disposition(h)
					undo := m.add(h, e)
					after := m.disposition(h)
					undo()
					if after < before {
						m.fault("adding %s lowers %v to %v for a person with %s", e.name, before, after, m.describe(h))
					}
				}
			})
		}
	})
	for d := SelfCare; d <= Emergency; d++ {
		got := counts[0][d] + counts[1][d]
		t.Logf("%d people are %v", got, d)
		if got < parts*people/200 {
			t.Errorf("got %d people of %d who are %v, want more: the sweep sees too little of them", got, parts*people, d)
		}
	}
	t.Logf("%d people in %v", parts*people, time.Since(start).Round(time.Millisecond))
}

// someone returns what holds for a random person. Warning signs are rare for
// some and common for others, so that every disposition comes up.
func (m *monotony) someone(random *rand.Rand) holds {
	h := holds{}
	signs := []float64{0, 0, 0, 0.01, 0.05, 0.3}[random.IntN(6)]
	others := []float64{0.2, 0.5, 1}[random.IntN(3)]
	for n, item := range m.triage.q.items {
		rate := others
		if item.Kind == Sign || item.ID == "risks" || item.ID == "pattern" {
			rate = signs
		}
		if item.Kind != Screen && random.Float64() < rate {
			h[n] = m.possible[n][random.IntN(len(m.possible[n]))]
		}
	}
	return h
}

// sane assesses a person and checks that the parts of the assessment agree.
func (m *monotony) sane(h holds) Disposition {
	m.person.respond(h, m.answer)
	response := Response{q: m.triage.q, answers: m.answer}
	a := m.triage.Assess(response, History{})
	highest := SelfCare
	for i, f := range a.Findings {
		highest = max(highest, f.Disposition)
		if i > 0 && f.Disposition > a.Findings[i-1].Disposition || len(f.Answers) == 0 || f.Reason == "" {
			m.fault("finding %s is out of order, or has no answers or no reason, for a person with %s", f.ID, m.describe(h))
		}
	}
	if a.Disposition != highest || a.Disposition != m.triage.disposition(m.answer) || len(a.Unanswered) > 0 {
		m.fault("got %v with findings up to %v and %q unanswered for a person with %s", a.Disposition, highest, a.Unanswered, m.describe(h))
	}
	if a.Routine && a.Disposition != Clinician {
		m.fault("got %v as a routine for a person with %s", a.Disposition, m.describe(h))
	}
	return a.Disposition
}

// Silence is never a "no". Without the answer to an item that was asked, the
// disposition is at least Urgent and no precaution is lifted. An answer that
// was not asked for, or came after an emergency was decided, does not matter.
func TestSilenceNeverReassures(t *testing.T) {
	const parts, people = 2, 1000
	start := time.Now()
	l := Open("en")
	removed := make([]int, parts)
	t.Run("parts", func(t *testing.T) {
		for part := range parts {
			t.Run(fmt.Sprint(part), func(t *testing.T) {
				t.Parallel()
				m := newMonotony(t, l.Triage())
				random := rand.New(rand.NewPCG(7, uint64(part)))
				for range people {
					removed[part] += m.silence(l.Precautions(), m.someone(random))
				}
			})
		}
	})
	t.Logf("%d answers removed from %d people, in %v", removed[0]+removed[1], parts*people, time.Since(start).Round(time.Millisecond))
}

// silence removes each answer of a person in turn, and returns how many.
func (m *monotony) silence(p *Precautions, h holds) int {
	m.person.respond(h, m.answer)
	response := Response{q: m.triage.q, answers: m.answer}
	decided, full, holding := m.triage.decided(m.answer), m.triage.Assess(response, History{}), p.Holding(response)
	for n, item := range m.triage.q.items {
		silent := response.Without(item.ID)
		a := m.triage.Assess(silent, History{})
		switch matters := m.answer[n] != 0 && n <= decided; {
		case matters && a.Disposition < Urgent:
			m.fault("without %q: got %v, want at least urgent, for a person with %s", item.ID, a.Disposition, m.describe(h))
		case matters && a.Disposition < Emergency && len(a.Unanswered) == 0:
			m.fault("without %q: nothing is unanswered, for a person with %s", item.ID, m.describe(h))
		case !matters && a.Disposition != full.Disposition:
			m.fault("without %q, which is not asked: got %v, want %v, for a person with %s", item.ID, a.Disposition, full.Disposition, m.describe(h))
		}
		still := p.Holding(silent)
		for id := range holding {
			if !still[id] {
				m.fault("without %q the precaution %q is lifted, for a person with %s", item.ID, id, m.describe(h))
			}
		}
	}
	return len(m.triage.q.items)
}
