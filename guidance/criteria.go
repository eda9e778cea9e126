package guidance

import (
	"slices"
	"sort"
)

// A Criteria is a list of alternatives, each a list of conditions: it holds
// when all conditions of at least one alternative hold. It has no "not".
type Criteria [][]Condition

// compiled is a Criteria against the numbers of items and options.
type compiled []criterion

func (q *Questionnaire) compileAll(c Criteria) compiled {
	out := make(compiled, len(c))
	for i, alternative := range c {
		out[i] = q.compile(alternative)
	}
	return out
}

func (c compiled) holds(answers []uint16) bool {
	for _, alternative := range c {
		if alternative.all(answers) {
			return true
		}
	}
	return false
}

// decided returns the number of the item whose answer makes c hold for the
// first time when items are answered in order, or -1 when it does not hold.
func (c compiled) decided(answers []uint16) int {
	first := -1
	for _, alternative := range c {
		if !alternative.all(answers) {
			continue
		}
		last := 0
		for _, t := range alternative {
			last = max(last, t.item)
		}
		if first < 0 || last < first {
			first = last
		}
	}
	return first
}

// matched returns the answers that make c hold: the items, in order, each
// with the options that count. It appends to out, which saves memory where
// there are many findings.
func (c compiled) matched(answers []uint16, out []test) []test {
	for _, alternative := range c {
		if !alternative.all(answers) {
			continue
		}
		for _, t := range alternative {
			said := test{t.item, answers[t.item] & t.mask}
			if i := slices.IndexFunc(out, func(o test) bool { return o.item == t.item }); i >= 0 {
				out[i].mask |= said.mask
			} else {
				out = append(out, said)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].item < out[j].item })
	return out
}
