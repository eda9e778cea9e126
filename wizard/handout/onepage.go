package handout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"backcare/guidance"
)

// The page of a clinician is printed on one side of a paper. A program knows
// neither the paper nor the letters of a printer, so it keeps to so many letters
// as fit on Letter, the shorter one, in a wide type; .ci/handouts prints them.
const roomOfPage = 6250

// fit leaves out of a page what is told elsewhere too, until there is room for
// all of it: first the older notes, which are in the journal, then the reasons of
// the less urgent rules, whose signs stand among the red flags. What stays says
// how much there was.
func (c Check) fit(p *ClinicianPage) {
	for p.letters(c.Library) > roomOfPage {
		switch {
		case len(p.Notes) > fewNotes:
			p.Notes = p.Notes[:len(p.Notes)-1]
		case len(p.Rules) > fewRules:
			c.rules(p, len(p.Rules)-1)
		case len(p.MoreRules) > someMore:
			p.NotNamed = len(p.MoreRules) - someMore
			p.MoreRules = p.MoreRules[:someMore]
		case len(p.Notes) > 1:
			p.Notes = p.Notes[:1]
		case len(p.Rules) > 1:
			c.rules(p, len(p.Rules)-1)
		default:
			return
		}
	}
}

// What a page is cut down to, while there is something else to leave out.
const (
	fewNotes = 2
	fewRules = 3
	someMore = 8
)

// letters returns how much room a page takes, in letters: those that are there,
// and as many as fit into what stays empty beside them.
func (p *ClinicianPage) letters(l *guidance.Library) int {
	const heading, ofLine, plot, narrow = 92, 23, 560, 2
	n := heading + utf8.RuneCountInString(p.Limits)
	for _, row := range p.Complaint {
		n += max(utf8.RuneCountInString(row.Term), narrow*utf8.RuneCountInString(row.Said)) + ofLine
	}
	if p.Plot != nil {
		n += plot
	}
	texts := slices.Concat(p.Course, p.Tried, p.Notes, ruleLines(l, *p))
	for _, list := range p.Signs {
		texts = append(texts, list.Heading+strings.Join(list.Items, "; "))
	}
	for _, text := range texts {
		n += utf8.RuneCountInString(text) + ofLine
	}
	for _, some := range [][]string{p.Course, p.Tried, p.Notes, {"signs"}, {"rules"}} {
		if len(some) > 0 {
			n += heading
		}
	}
	for _, work := range p.Sources {
		n += utf8.RuneCountInString(work.Title + work.Publisher)
	}
	return n
}
