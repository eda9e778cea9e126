package main

import (
	"strings"

	"backcare/guidance"
)

// assessmentJSON is the outcome of a check as scripts see it. Its names and
// shape are relied on.
type assessmentJSON struct {
	Disposition guidance.Disposition `json:"disposition"`
	Care        careJSON             `json:"care"`
	Findings    []findingJSON        `json:"findings"`
	Plan        []stepJSON           `json:"plan"`
	SafetyNet   []string             `json:"safetyNet"`
	// Explanation is an explanationJSON, with --explain only. It is any so that
	// who asks for none need not wait until encoding/json has looked at all of
	// its types.
	Explanation any `json:"explanation,omitempty"`
}

type careJSON struct {
	Action       string `json:"action"`
	Number       string `json:"number"`
	WhileWaiting string `json:"whileWaiting"`
}

type findingJSON struct {
	ID          string               `json:"id"`
	Disposition guidance.Disposition `json:"disposition"`
	Reason      string               `json:"reason"`
	// Answers maps items to the options that made the finding.
	Answers map[string][]string `json:"answers"`
	Cites   []string            `json:"cites"`
}

type stepJSON struct {
	Phase guidance.Phase      `json:"phase"`
	Kind  guidance.ReliefKind `json:"kind"`
	ID    string              `json:"id"`
	Title string              `json:"title"`
	Why   string              `json:"why"`
}

func newAssessmentJSON(l *guidance.Library, r guidance.Response, a guidance.Assessment, number string) assessmentJSON {
	notices := l.Notices()
	care := notices.CareFor(r, a, number)
	out := assessmentJSON{
		Disposition: a.Disposition,
		Care:        careJSON{Action: care.Action, Number: care.Number, WhileWaiting: strings.Join(care.WhileWaiting, " ")},
		Findings:    findingsJSON(a.Findings),
		Plan:        []stepJSON{},
		SafetyNet:   notices.SafetyNetFor(r, a, number),
	}
	for _, s := range l.PlanFor(r, a) {
		out.Plan = append(out.Plan, newStepJSON(s))
	}
	return out
}

func newStepJSON(s guidance.Step) stepJSON {
	return stepJSON{Phase: s.Phase, Kind: s.Relief.Kind, ID: s.Relief.ID, Title: s.Relief.Words.Title, Why: s.Why}
}

func findingsJSON(findings []guidance.Finding) []findingJSON {
	out := make([]findingJSON, len(findings))
	for i, f := range findings {
		out[i] = findingJSON{ID: f.ID, Disposition: f.Disposition, Reason: f.Reason, Answers: answersJSON(f.Answers), Cites: f.Cites}
	}
	return out
}

func answersJSON(answers []guidance.Answer) map[string][]string {
	out := map[string][]string{}
	for _, a := range answers {
		out[a.Item] = a.Options
	}
	return out
}
