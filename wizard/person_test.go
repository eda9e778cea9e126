package wizard_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
	"backcare/wizard"
	"backcare/wizard/terminal/scripted"
)

const (
	goBack = scripted.Back
	leave  = scripted.Leave
)

// A person answers by a script, calmly where it says nothing, and keeps what
// was shown.
type person struct {
	*scripted.Prompter
	// told and presented are what was shown so far.
	told, presented strings.Builder
	// fits says whether a page fits the screen, or is nil where all do.
	fits func(wizard.Page, int) bool
}

// calm are the answers of a person with an ordinary spasm.
var calm = map[string]string{
	"begin": "begin", "on": "on", "ready": "ready", "what-is-left": "",
	"area": "lower", "spread": "no", "feel": "firm-contraction", "em-nerves": "none", "em-chest-belly": "none",
	"em-head-accident": "none", "severity": "5", "duration": "2-6-days", "began": "strain", "course": "better",
	"pattern": "none", "eases": "still", "urgent-illness": "none", "urgent-nerve": "none", "age": "18-49", "risks": "none",
	"review": "", "after-result": "finish", "after-emergency": "called", "step": "next", "worse": "next",
	"sleep-habit": "side", "heat-skin": "none", "cold-skin": "none", "painkiller-safety": "none", "massage-safety": "none",
	"floor-safety": "none", "knee-hip": "none", "unsteady": "none",
}

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
	p := &person{Prompter: &scripted.Prompter{Script: script, Otherwise: calm}}
	return &wizard.Conversation{Prompter: p, Display: p, Library: guidance.Open("en"), Number: "112"}, p
}

// ids are the ids of the questions so far.
func (p *person) ids() []string {
	ids := make([]string, len(p.Asked))
	for i, q := range p.Asked {
		ids[i] = q.ID
	}
	return ids
}

// question returns the last question with an id.
func (p *person) question(id string) wizard.Question {
	for _, q := range slices.Backward(p.Asked) {
		if q.ID == id {
			return q
		}
	}
	return wizard.Question{}
}
