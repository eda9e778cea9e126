// Package scripted answers questions from a map, for tests of whatever asks.
// It knows no terminal, so a test that uses it is fast and draws nothing.
package scripted

import (
	"fmt"
	"slices"

	"backcare/wizard"
)

// A Prompter gives the answers it was told, and an error to any question it
// was told nothing about. It never guesses and takes no default.
type Prompter struct {
	// Answers holds the IDs of the chosen choices by the ID of the question.
	Answers map[string][]string
	// Asked is every question so far, in order.
	Asked []wizard.Question
}

var _ wizard.Prompter = (*Prompter)(nil)

// ChooseOne implements wizard.Prompter.
func (p *Prompter) ChooseOne(q wizard.Question) (int, error) {
	chosen, err := p.choose(q)
	if err != nil {
		return 0, err
	}
	if len(chosen) != 1 {
		return 0, fmt.Errorf("question %q: %d answers in the script, want one", q.ID, len(chosen))
	}
	return chosen[0], nil
}

// ChooseSeveral implements wizard.Prompter.
func (p *Prompter) ChooseSeveral(q wizard.Question) ([]int, error) {
	chosen, err := p.choose(q)
	if err != nil {
		return nil, err
	}
	for _, i := range chosen {
		if q.Choices[i].Exclusive && len(chosen) > 1 {
			return nil, fmt.Errorf("question %q: answer %q excludes the others in the script", q.ID, q.Choices[i].ID)
		}
	}
	return chosen, nil
}

// choose finds the indexes of the scripted choices, ascending.
func (p *Prompter) choose(q wizard.Question) ([]int, error) {
	p.Asked = append(p.Asked, q)
	ids, ok := p.Answers[q.ID]
	if !ok || len(ids) == 0 {
		return nil, fmt.Errorf("question %q: no answer in the script", q.ID)
	}
	var chosen []int
	for _, id := range ids {
		i := slices.IndexFunc(q.Choices, func(c wizard.Choice) bool { return c.ID == id })
		if i < 0 {
			return nil, fmt.Errorf("question %q: no choice %q", q.ID, id)
		}
		if slices.Contains(chosen, i) {
			return nil, fmt.Errorf("question %q: answer %q twice in the script", q.ID, id)
		}
		chosen = append(chosen, i)
	}
	slices.Sort(chosen)
	return chosen, nil
}
