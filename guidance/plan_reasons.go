package guidance

import "slices"

// PlanReasons say why a plan is as it is.
type PlanReasons struct {
	// Steps are those of PlanFor, in the same order.
	Steps []StepReason
	// LeftOut are the reliefs that would have fitted, in the order of the
	// plan, each once.
	LeftOut []LeftOut
}

// A StepReason is a step with the answers that led to it.
type StepReason struct {
	Step
	// Line is the id of the line of the plan that it comes from.
	Line string
	// Answers are empty where it is for everybody with this area or this
	// disposition.
	Answers []Answer
}

// A LeftOut is a relief that would have fitted, but was left out.
type LeftOut struct {
	Relief Relief
	// Line is the id of the line of the plan that it comes from.
	Line string
	// Precaution is the id of the precaution that forbids it, or empty where
	// it is left out until a clinician has looked.
	Precaution string
	// Answers are those that the precaution comes from. They are empty where
	// it comes from an answer that is missing.
	Answers []Answer
}

// PlanReasons returns why PlanFor plans as it does.
func (l *Library) PlanReasons(r Response, a Assessment) PlanReasons {
	var reasons PlanReasons
	if a.Disposition >= Emergency {
		return reasons
	}
	p := l.newPlanner(r, a)
	p.reasons = &reasons
	for _, phase := range Phases {
		p.plan(phase)
	}
	reasons.dropDone()
	return reasons
}

// take notes why the last step was taken.
func (p *planner) take(e planEntry, when compiled) {
	if p.reasons == nil {
		return
	}
	p.reasons.Steps = append(p.reasons.Steps, StepReason{Step: p.steps[len(p.steps)-1], Line: e.ID, Answers: p.answersTo(when)})
}

// leaveOut notes that a relief was left out because of a precaution, or, with
// none, until a clinician has looked.
func (p *planner) leaveOut(e planEntry, r Relief, precaution string) {
	if p.reasons == nil {
		return
	}
	l := LeftOut{Relief: r, Line: e.ID, Precaution: precaution}
	for i, c := range p.Precautions().All {
		if c.ID == precaution {
			l.Answers = p.answersTo(p.Precautions().All[i].when)
		}
	}
	p.reasons.LeftOut = append(p.reasons.LeftOut, l)
}

// answersTo returns the answers that make criteria hold.
func (p *planner) answersTo(when compiled) []Answer {
	return p.Triage().answers(when.matched(p.answers, nil))
}

// dropDone drops what was left out in one place but is done in another, and
// what was left out more than once.
func (r *PlanReasons) dropDone() {
	seen := map[string]bool{}
	for _, s := range r.Steps {
		seen[s.Relief.ID] = true
	}
	r.LeftOut = slices.DeleteFunc(r.LeftOut, func(l LeftOut) bool {
		again := seen[l.Relief.ID]
		seen[l.Relief.ID] = true
		return again
	})
}
