// Package scripted answers questions from a script, for tests of whatever
// asks. It knows no terminal, so a test that uses it is fast and draws
// nothing.
package scripted

import (
	"fmt"
	"slices"
	"strings"

	"backcare/wizard"
)

// The answers by which a script goes back, or leaves.
const (
	Back  = "<back>"
	Leave = "<leave>"
)

// A Prompter gives the answers it was told, and an error to any question it
// was told nothing about. It never guesses and takes no default.
type Prompter struct {
	// Script holds the answers to a question by its ID, in order; the last
	// one is repeated. An answer is the ID of a choice, several of them with
	// spaces in between, Back or Leave.
	Script map[string][]string
	// Otherwise holds the answer to a question that is not in the script.
	Otherwise map[string]string
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

// Count returns how often a question was asked.
func (p *Prompter) Count(id string) int {
	n := 0
	for _, q := range p.Asked {
		if q.ID == id {
			n++
		}
	}
	return n
}

// choose finds the indexes of the scripted choices, ascending.
func (p *Prompter) choose(q wizard.Question) ([]int, error) {
	answer, ok := p.next(q)
	switch {
	case !ok:
		return nil, fmt.Errorf("question %q (%s): no answer in the script", q.ID, q.Text)
	case answer == Back:
		return nil, fmt.Errorf("question %q: %w", q.ID, wizard.ErrBack)
	case answer == Leave:
		return nil, fmt.Errorf("question %q: %w", q.ID, wizard.ErrLeave)
	}
	var chosen []int
	for _, id := range strings.Split(answer, " ") {
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

// tooMany is the number of questions after which a script answers no more, so
// that a conversation that goes round in circles ends with an error.
const tooMany = 1000

// next takes the next answer to a question.
func (p *Prompter) next(q wizard.Question) (string, bool) {
	p.Asked = append(p.Asked, q)
	if len(p.Asked) > tooMany {
		return "", false
	}
	answers := p.Script[q.ID]
	if len(answers) == 0 {
		answer, ok := p.Otherwise[q.ID]
		return answer, ok
	}
	if len(answers) > 1 {
		p.Script[q.ID] = answers[1:]
	}
	return answers[0], true
}
