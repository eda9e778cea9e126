package wizard_test

import (
	"fmt"
	"strings"
	"testing"

	"backcare/guidance"
	"backcare/wizard"
)

// The words by which a script goes back, or leaves.
const (
	goBack = "<back>"
	leave  = "<leave>"
)

// A person answers by a script: for each question its answers in order, the
// last of which is repeated. Several options are separated by spaces. What is
// not in the script is answered by calm, or fails the test.
type person struct {
	t      *testing.T
	script map[string][]string
	// asked are the ids of the questions so far, in order.
	asked []string
	// questions are the same in full.
	questions []wizard.Question
	// told and presented are what was shown so far.
	told, presented strings.Builder
	// fits says whether a page fits the screen, or is nil where all do.
	fits func(wizard.Page, int) bool
}

// calm are the answers of a person with an ordinary spasm.
var calm = map[string]string{
	"begin": "begin", "on": "on",
	"area": "lower", "spread": "no", "feel": "firm-contraction", "em-nerves": "none", "em-chest-belly": "none",
	"em-head-accident": "none", "severity": "5", "duration": "2-6-days", "began": "strain", "course": "better",
	"pattern": "none", "eases": "still", "urgent-illness": "none", "urgent-nerve": "none", "age": "18-49", "risks": "none",
	"review": "", "after-result": "finish", "after-emergency": "called", "step": "next",
	"heat-skin": "none", "cold-skin": "none", "painkiller-safety": "none", "massage-safety": "none",
	"floor-safety": "none", "knee-hip": "none", "unsteady": "none",
}

func (p *person) next(q wizard.Question) string {
	p.asked, p.questions = append(p.asked, q.ID), append(p.questions, q)
	if answers := p.script[q.ID]; len(answers) > 0 {
		if len(answers) > 1 {
			p.script[q.ID] = answers[1:]
		}
		return answers[0]
	}
	answer, ok := calm[q.ID]
	if !ok {
		p.t.Fatalf("question %q (%s) is not in the script", q.ID, q.Text)
	}
	return answer
}

func (p *person) choose(q wizard.Question) ([]int, error) {
	const tooMany = 500
	if len(p.asked) > tooMany {
		p.t.Fatalf("asked more than %d times, the last time %q", tooMany, q.ID)
	}
	answer := p.next(q)
	switch answer {
	case goBack:
		return nil, fmt.Errorf("script: %w", wizard.ErrBack)
	case leave:
		return nil, fmt.Errorf("script: %w", wizard.ErrLeave)
	}
	var chosen []int
	for n, c := range q.Choices {
		for _, id := range strings.Split(answer, " ") {
			if c.ID == id {
				chosen = append(chosen, n)
			}
		}
	}
	if len(chosen) == 0 {
		p.t.Fatalf("question %q has no choice %q", q.ID, answer)
	}
	return chosen, nil
}

func (p *person) ChooseOne(q wizard.Question) (int, error) {
	chosen, err := p.choose(q)
	if err != nil {
		return 0, err
	}
	return chosen[0], nil
}

func (p *person) ChooseSeveral(q wizard.Question) ([]int, error) { return p.choose(q) }

func (p *person) Tell(page wizard.Page) error    { return write(&p.told, page) }
func (p *person) Present(page wizard.Page) error { return write(&p.presented, page) }

func (p *person) Fits(page wizard.Page, choices int) bool {
	return p.fits == nil || p.fits(page, choices)
}

func write(b *strings.Builder, page wizard.Page) error {
	for _, block := range page {
		for _, line := range append([]string{block.Text}, block.Items...) {
			if line != "" {
				fmt.Fprintln(b, line)
			}
		}
	}
	return nil
}

// talk returns a conversation with a person who follows a script.
func talk(t *testing.T, script map[string][]string) (*wizard.Conversation, *person) {
	t.Helper()
	p := &person{t: t, script: script}
	return &wizard.Conversation{Prompter: p, Display: p, Library: guidance.Open("en"), Number: "112"}, p
}

// count returns how often a question was asked.
func (p *person) count(id string) int {
	n := 0
	for _, asked := range p.asked {
		if asked == id {
			n++
		}
	}
	return n
}
