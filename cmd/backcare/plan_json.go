package main

import (
	"bytes"
	"time"

	"backcare/guidance"
	"backcare/wizard"
	"backcare/wizard/handout"
)

// planJSON is a week plan as scripts see it. Its names and shape are relied
// on. Where somebody should look first there are no activities.
type planJSON struct {
	Disposition guidance.Disposition `json:"disposition"`
	Care        careJSON             `json:"care"`
	// From is the first day, and Days how many there are.
	From       string         `json:"from"`
	Days       int            `json:"days"`
	Activities []activityJSON `json:"activities"`
	Reliefs    []reliefInPlan `json:"reliefs"`
	Rules      []string       `json:"rules"`
	Cites      []string       `json:"cites"`
	SafetyNet  []string       `json:"safetyNet"`
}

// activityJSON is one thing to do. Its times are those of the clock where the
// person is.
type activityJSON struct {
	ID      string   `json:"id"`
	Date    string   `json:"date"`
	Time    string   `json:"time"`
	Minutes int      `json:"minutes"`
	Reliefs []string `json:"reliefs"`
	Title   string   `json:"title"`
	// Discreet is the title that tells nothing about health.
	Discreet string   `json:"discreet"`
	Text     string   `json:"text"`
	Cites    []string `json:"cites"`
}

type reliefInPlan struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	Dose       string   `json:"dose"`
	Cautions   []string `json:"cautions"`
	LeaveOutIf []string `json:"leaveOutIf"`
	Stop       []string `json:"stop"`
}

func newPlanJSON(l *guidance.Library, c handout.Check, p guidance.WeekPlan) planJSON {
	assessment := newAssessmentJSON(l, c.Response, c.Assessment, c.Number)
	out := planJSON{Disposition: assessment.Disposition, Care: assessment.Care, Days: p.Days, Activities: []activityJSON{},
		Reliefs: []reliefInPlan{}, Rules: list(p.Rules), Cites: list(p.Cites), SafetyNet: assessment.SafetyNet}
	if p.Days > 0 {
		out.From = p.From.Format(time.DateOnly)
	}
	for _, a := range p.Activities {
		out.Activities = append(out.Activities, activityJSON{ID: a.ID, Date: p.Date(a).Format(time.DateOnly), Time: wizard.ClockOf(a.Start),
			Minutes: a.Minutes, Reliefs: list(a.Reliefs), Title: a.Title, Discreet: a.Discreet, Text: a.Text, Cites: a.Cites})
	}
	for _, s := range p.Steps {
		out.Reliefs = append(out.Reliefs, reliefInPlan{ID: s.Relief.ID, Title: s.Relief.Words.Title, Dose: s.Relief.Words.Dose,
			Cautions: list(s.Cautions), LeaveOutIf: list(p.LeaveOut[s.Relief.ID]), Stop: s.Relief.Words.Stop})
	}
	return out
}

// list is never null.
func list(texts []string) []string { return append([]string{}, texts...) }

// indentedJSON returns a value as writeJSON writes it.
func indentedJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	err := writeJSON(&b, v)
	return b.Bytes(), err
}
