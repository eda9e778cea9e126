package guidance

import "testing"

// A respondent answers as an attentive person would: from what holds for
// them. It answers screens by their signs, and whatever is not said with the
// calmest answer there is.
type respondent struct {
	t *Triage
	// calm are the answers of a person with nothing to report.
	calm []uint16
	// held is what holds for the person at hand, by item, for speed.
	held []uint16
}

func newRespondent(tb testing.TB, t *Triage) *respondent {
	tb.Helper()
	r := &respondent{t: t, calm: make([]uint16, len(t.q.items)), held: make([]uint16, len(t.q.items))}
	calm := map[string]string{"area": "lower", "spread": "no", "feel": "tight-stiff", "severity": "3",
		"duration": "2-6-days", "began": "strain", "course": "better", "pattern": "none", "eases": "still",
		"breath": "deep-only", "age": "18-49", "risks": "none", "pregnancy": "no"}
	for n, item := range t.q.items {
		option, ok := calm[item.ID]
		switch {
		case ok:
		case item.Kind == Screen:
			option = "none"
		case item.Kind == Sign:
			option = "no"
		default:
			tb.Fatalf("no calm answer to %q", item.ID)
		}
		mask, err := item.mask([]string{option})
		if err != nil {
			tb.Fatal(err)
		}
		r.calm[n] = mask
	}
	return r
}

// holds is what holds for a person: item number to options, over the calm
// answers.
type holds map[int]uint16

// respond fills out with the answers of a person for whom something holds.
func (r *respondent) respond(h holds, out []uint16) {
	const yes, unsure = 1 << 0, 1 << 1
	items := r.t.q.items
	response := Response{q: r.t.q, answers: out}
	for n := range out {
		out[n], r.held[n] = 0, 0
	}
	for n, mask := range h {
		r.held[n] = mask
	}
	for n := range items {
		if !response.enabled(n, out) {
			continue
		}
		out[n] = r.calm[n]
		if r.held[n] != 0 {
			out[n] = r.held[n]
		}
		if items[n].Kind != Screen {
			continue
		}
		for m := n + 1; m < len(items); m++ {
			if r.held[m]&(yes|unsure) == 0 || items[m].Screen != items[n].ID || !response.listed(&items[m], out) {
				continue // what is not on the list does not come to mind
			}
			if r.held[m] == yes || out[n] != yes {
				out[n] = r.held[m]
			}
		}
	}
}

// number returns the number of an item and the mask of options.
func number(tb testing.TB, q *Questionnaire, item string, options ...string) (int, uint16) {
	tb.Helper()
	n, ok := q.index[item]
	if !ok {
		tb.Fatalf("no item %q", item)
	}
	var mask uint16
	for bit, o := range q.items[n].Options {
		for _, id := range options {
			if o.ID == id {
				mask |= 1 << bit
			}
		}
	}
	if mask == 0 {
		tb.Fatalf("item %q has none of the options %q", item, options)
	}
	return n, mask
}
