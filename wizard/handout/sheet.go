package handout

import (
	"fmt"
	"slices"
	"strings"

	"backcare/guidance"
	"backcare/guidance/figure"
	"backcare/wizard"
)

// A Sheet is what is said on the hand-out, in the order in which it is read,
// free of any format. What is empty is left out.
type Sheet struct {
	// Title says what the sheet is, and Dated of which day.
	Title, Dated string
	// Alarm is true where somebody should look the same day or now. There is
	// then no movement on the sheet.
	Alarm bool
	// Verdict is how urgent it is in a few words, and Action what to do.
	Verdict, Action string
	// Number is the emergency number to call where it is an emergency.
	Number string
	Lists  []List
	// Parts are the plan, by time of day.
	Parts []Part
	// Remarks are what this person should know beside it.
	Remarks []string
	// Sources are the works behind the sheet.
	Sources []guidance.Source
	// Intended says what the program is for and what it is not.
	Intended string
}

// A List is lines under a heading.
type List struct {
	Heading string
	Items   []string
	// Grave is true for the signs that call for help.
	Grave bool
}

// A Part is what is for one time of day.
type Part struct {
	Heading string
	// Steps are explained in full, and More in a line or two.
	Steps, More []Step
}

// A Step is one relief on the sheet.
type Step struct {
	// ID is that of the relief.
	ID    string
	Title string
	// Dose says how much.
	Dose string
	How  []string
	Stop []string
	// TakeCare says what to change for this person.
	TakeCare []string
	// LeaveOut are the states in which it must be left out. They are those
	// that are asked just before it in a conversation.
	LeaveOut []string
	// Figure shows it, or is nil.
	Figure *figure.Figure
}

// NewSheet returns what the hand-out of a check says.
func NewSheet(c Check) Sheet {
	n := c.Library.Notices()
	care := n.CareFor(c.Response, c.Assessment, c.Number)
	s := Sheet{Title: phraseSheet, Dated: fmt.Sprintf(phraseOfCheck, c.Time.Format(dateForm)), Verdict: care.Title, Action: care.Action,
		Number: care.Number, Alarm: c.Assessment.Disposition >= guidance.Urgent, Intended: n.IntendedUse}
	if s.Alarm {
		c.alarm(&s, care)
		return s
	}
	s.Lists = append(s.Lists, List{Heading: n.SafetyNet.Title, Items: n.SafetyNetFor(c.Number), Grave: true})
	s.add(phraseWhy, c.reasons())
	s.add(phraseNotToDo, care.NotNow)
	s.Remarks = n.Remarks(c.Response, c.Assessment)
	plan := c.Library.PlanFor(c.Response, c.Assessment)
	s.Parts = c.parts(plan)
	s.Sources = c.sources(slices.Concat(citesOf(c.Assessment.Findings), citesOfSteps(plan, s.Parts)))
	return s
}

// alarm fills a sheet for a person who should be seen now or today: whom to
// call, what to say, and what to do until then.
func (c Check) alarm(s *Sheet, care guidance.Care) {
	s.Title = ""
	waiting, noLonger := care.WhileWaiting, []string(nil)
	for _, step := range c.Library.PlanFor(c.Response, c.Assessment) {
		if step.Relief.ID == untilSeen {
			waiting = slices.Concat(step.Cautions, step.Relief.Words.How)
			noLonger = step.Relief.Words.Stop
		}
	}
	s.add(phraseUntilThen, waiting)
	if len(noLonger) > 0 {
		s.Lists = append(s.Lists, List{Heading: phraseNoWaiting, Items: noLonger, Grave: true})
	}
	s.add(phraseNotToDo, care.NotNow)
	s.add(phraseSayThis, c.reasons())
	s.Sources = c.sources(citesOf(c.Assessment.Findings))
}

// untilSeen is the relief that says what to do until somebody has looked.
const untilSeen = "until-seen"

func (s *Sheet) add(heading string, items []string) {
	if len(items) > 0 {
		s.Lists = append(s.Lists, List{Heading: heading, Items: items})
	}
}

// reasons says which answers led here: on an emergency those that make it one.
func (c Check) reasons() []string {
	var reasons []string
	for _, f := range c.Assessment.Findings {
		if c.Assessment.Disposition == guidance.Emergency && f.Disposition < guidance.Emergency {
			break
		}
		reasons = append(reasons, f.Reason+" ("+c.said(f)+")")
	}
	switch {
	case len(reasons) > 0:
		return reasons
	case c.Assessment.Disposition == guidance.Emergency:
		return []string{phraseFirstPage}
	}
	return []string{phraseNone}
}

// said repeats the answers behind a finding.
func (c Check) said(f guidance.Finding) string {
	var parts []string
	for _, answer := range f.Answers {
		item, _ := c.Library.Questionnaire().Item(answer.Item)
		parts = append(parts, item.Label+": "+optionTexts(item, answer.Options))
	}
	return strings.Join(parts, "; ")
}

// optionTexts says answers to an item in its own words.
func optionTexts(item guidance.Item, ids []string) string {
	var texts []string
	for _, id := range ids {
		if o, ok := item.Option(id); ok {
			texts = append(texts, o.Text)
		}
	}
	return strings.Join(texts, ", ")
}

// inFull is how many steps of each phase are explained in full. The first ones
// fit best, and all of it has to fit on two pages. What belongs to other days
// is no plan for today.
var inFull = []struct {
	phase guidance.Phase
	steps int
}{{guidance.Now, 3}, {guidance.Today, 2}, {guidance.Tonight, 1}}

// parts returns the plan for the day. A relief that stands in several phases
// is explained once.
func (c Check) parts(plan []guidance.Step) []Part {
	var parts []Part
	told := map[string]bool{}
	for _, wanted := range inFull {
		part := Part{Heading: c.Library.PhaseName(wanted.phase)}
		for _, s := range plan {
			if s.Phase != wanted.phase || told[s.Relief.ID] {
				continue
			}
			told[s.Relief.ID] = true
			step := c.step(s)
			if step.Figure != nil && len(part.Steps) < wanted.steps {
				part.Steps = append(part.Steps, step)
			} else {
				part.More = append(part.More, step)
			}
		}
		if len(part.Steps)+len(part.More) > 0 {
			parts = append(parts, part)
		}
	}
	return parts
}

func (c Check) step(s guidance.Step) Step {
	w := s.Relief.Words
	step := Step{ID: s.Relief.ID, Title: w.Title, Dose: w.Dose, How: w.How, Stop: w.Stop, TakeCare: s.Cautions,
		LeaveOut: c.Library.ScreenedOut(s.Relief)}
	if f, ok := wizard.FigureOf(s.Relief); ok {
		step.Figure = f
	}
	return step
}
