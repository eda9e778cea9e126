package handout

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"backcare/guidance"
)

// factID is the id of a fact of one of the documents that the content was
// written from, by its letter.
var factID = regexp.MustCompile(`^([A-Z])[0-9]+$`)

// sources returns the works that ids of sources and facts lead to, each once
// and in the order of the library.
func (c Check) sources(cites []string) []guidance.Source {
	var works []guidance.Source
	for _, work := range c.Library.Sources() {
		if slices.ContainsFunc(cites, func(id string) bool { return workOf(id) == work.ID }) {
			works = append(works, work)
		}
	}
	return works
}

// workOf returns the id of the work that a citation belongs to.
func workOf(cite string) string {
	if fact := factID.FindStringSubmatch(cite); fact != nil {
		return "document-" + strings.ToLower(fact[1])
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

// citesOfSteps returns what is behind the steps that stand on a sheet.
func citesOfSteps(plan []guidance.Step, parts []Part) []string {
	shown := map[string]bool{}
	for _, p := range parts {
		for _, s := range slices.Concat(p.Steps, p.More) {
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

// sourceWords names a work in a line.
func sourceWords(s guidance.Source) string {
	text := s.Title
	if s.Publisher != "" {
		text += ". " + s.Publisher
	}
	if s.Year > 0 {
		text += ", " + strconv.Itoa(s.Year)
	}
	return text + "."
}
