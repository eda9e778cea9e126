package handout

import (
	"strconv"
	"strings"

	"backcare/guidance"
)

// sources returns the works that ids of sources and facts lead to, each once
// and in the order of the library.
func (c Check) sources(cites []string) []guidance.Source {
	cited := map[string]bool{}
	for _, id := range cites {
		cited[c.workOf(id)] = true
	}
	var works []guidance.Source
	for _, work := range c.Library.Sources() {
		if cited[work.ID] {
			works = append(works, work)
		}
	}
	return works
}

// workOf returns the id of the work that a citation belongs to: itself, or for
// a fact the document that says it.
func (c Check) workOf(cite string) string {
	if fact, ok := c.Library.Fact(cite); ok {
		return fact.Document
	}
	return cite
}

func citesOf(findings []guidance.Finding) []string {
	var cites []string
	for _, f := range findings {
		cites = append(cites, f.Cites...)
	}
	return cites
}

// citesOfSteps returns what is behind the steps that a sheet explains.
func citesOfSteps(plan []guidance.Step, sheet *Sheet) []string {
	shown := map[string]bool{}
	for _, p := range sheet.Parts {
		for _, s := range p.Steps {
			shown[s.ID] = true
		}
	}
	var cites []string
	for _, s := range plan {
		if shown[s.Relief.ID] {
			cites = append(append(cites, s.Cites...), s.Relief.Cites...)
		}
	}
	return cites
}

// sourceIDs names works by their ids, by which backcare finds them: on paper
// there is no room for more.
func sourceIDs(works []guidance.Source) string {
	var ids []string
	for _, w := range works {
		ids = append(ids, w.ID)
	}
	return strings.Join(ids, ", ") + "."
}

// publisher says who published a work, and when, as far as that is known.
func publisher(s guidance.Source) string {
	if s.Year > 0 {
		return s.Publisher + ", " + strconv.Itoa(s.Year)
	}
	return s.Publisher
}
