package guidance

import (
	"sort"
	"sync"
)

// Triage holds the rules that tell how urgent a person's answers are.
//
// A rule is positive conditions only, and the outcome is the most urgent rule
// that fires. So one more warning sign can fire more rules but never fewer:
// it cannot lower the urgency.
type Triage struct {
	// Rules are the rules, the most urgent first.
	Rules []Rule
	q     *Questionnaire
	// reasons are the reasons by rule, decoded when a rule fires.
	reasons func() map[string]string
	// history holds the rules about a history, decoded when there is one.
	history func() *historyBook
}

// A Rule tells what disposition some answers ask for, and why.
type Rule struct {
	ID          string
	Disposition Disposition
	When        Criteria
	// Routine is true where a clinician should look, but without hurry.
	Routine bool
	// ComfortOnly is true where nothing but comfort is to be offered until a
	// clinician has looked, although it is not urgent.
	ComfortOnly bool
	// Codes name the red flags that the rule stands for, in the vocabulary of
	// the clinical reference that the rules were built from.
	Codes []string
	Cites []string

	when compiled
}

type ruleStructure struct {
	ID          string      `json:"id"`
	Disposition Disposition `json:"disposition"`
	When        Criteria    `json:"when"`
	Routine     bool        `json:"routine"`
	ComfortOnly bool        `json:"comfortOnly"`
	Codes       []string    `json:"codes"`
	Cites       []string    `json:"cites"`
}

func (l *Library) loadTriage() *Triage {
	q := l.Questionnaire()
	rules := structure[[]ruleStructure]("triage")
	t := &Triage{q: q, Rules: make([]Rule, 0, len(rules)),
		reasons: sync.OnceValue(func() map[string]string { return words[map[string]string](l, "triage") }), history: sync.OnceValue(l.loadHistory)}
	for d := Emergency; d > SelfCare; d-- {
		for _, s := range rules {
			if s.Disposition == d {
				t.Rules = append(t.Rules, Rule{ID: s.ID, Disposition: d, When: s.When, Routine: s.Routine, ComfortOnly: s.ComfortOnly,
					Codes: s.Codes, Cites: s.Cites, when: q.compileAll(s.When)})
			}
		}
	}
	return t
}

// Reason says in plain words why the answers that fire a rule ask for what it
// says.
func (t *Triage) Reason(rule string) string { return t.reasons()[rule] }

// RuleCount returns how many rules there are, with those about a history where
// there is one.
func (t *Triage) RuleCount(h History) int {
	if h.Empty() {
		return len(t.Rules)
	}
	return len(t.Rules) + len(t.history().rules)
}

// An Answer is the options that answer an item.
type Answer struct {
	Item    string
	Options []string
}

// A Finding is a rule that fired, with the answers that made it.
type Finding struct {
	ID          string
	Disposition Disposition
	Routine     bool
	ComfortOnly bool
	Reason      string
	Answers     []Answer
	Cites       []string
}

// An Assessment is what the answers mean.
type Assessment struct {
	Disposition Disposition
	// Routine is true when a clinician should look, but every finding that
	// says so can wait for a routine appointment.
	Routine bool
	// ComfortOnly is true when nothing but comfort is to be offered until
	// somebody has looked, although that need not be the same day.
	ComfortOnly bool
	// Findings are the rules that fired, the most urgent first.
	Findings []Finding
	// Unanswered are the items that are asked and have no answer yet, in
	// order. With any, the assessment is never below Urgent.
	Unanswered []string
}

// Findings returns the rules that fire on the answers that count, the most
// urgent first. It concludes nothing from what is unanswered.
func (t *Triage) Findings(r Response) []Finding { return t.findings(r.effective()) }

func (t *Triage) findings(answers []uint16) []Finding {
	var findings []Finding
	var matched []test
	for i := range t.Rules {
		rule := &t.Rules[i]
		if !rule.when.holds(answers) {
			continue
		}
		if findings == nil {
			findings = make([]Finding, 0, 8)
		}
		matched = rule.when.matched(answers, matched[:0])
		findings = append(findings, Finding{ID: rule.ID, Disposition: rule.Disposition, Routine: rule.Routine,
			ComfortOnly: rule.ComfortOnly, Reason: t.Reason(rule.ID), Answers: t.answers(matched), Cites: rule.Cites})
	}
	return findings
}

func (t *Triage) answers(matched []test) []Answer {
	out := make([]Answer, len(matched))
	for i, m := range matched {
		item := &t.q.items[m.item]
		out[i] = Answer{Item: item.ID, Options: item.ids(m.mask)}
	}
	return out
}

// Assess tells what the answers mean, and what was remembered before. It is
// total: whatever is answered, it returns an assessment. Where an item that is
// asked has no answer, the disposition is at least Urgent, because silence is
// never a "no". A history only ever adds findings.
func (t *Triage) Assess(r Response, h History) Assessment {
	answers := r.effective()
	findings := t.findings(answers)
	if !h.Empty() {
		findings = append(findings, t.history().findings(r, h)...)
		sort.SliceStable(findings, func(i, j int) bool { return findings[i].Disposition > findings[j].Disposition })
	}
	a := conclude(findings)
	if a.Unanswered = t.unanswered(r, answers); len(a.Unanswered) > 0 {
		a.Disposition = max(a.Disposition, Urgent)
	}
	a.Routine = a.Routine && a.Disposition == Clinician
	return a
}

// Provisional tells what the answers so far ask for, for a conversation that
// asks only some of the items. It concludes nothing from what is unanswered,
// so it must not be read as more than it says.
func (t *Triage) Provisional(r Response) Assessment { return conclude(t.Findings(r)) }

// disposition returns that of the most urgent rule that fires: what Assess
// says of complete answers, without the rest.
func (t *Triage) disposition(answers []uint16) Disposition {
	for i := range t.Rules {
		if t.Rules[i].when.holds(answers) {
			return t.Rules[i].Disposition
		}
	}
	return SelfCare
}

// conclude returns what findings ask for together.
func conclude(findings []Finding) Assessment {
	a := Assessment{Findings: findings, Routine: true}
	for i := range findings {
		a.Disposition = max(a.Disposition, findings[i].Disposition)
		a.Routine = a.Routine && findings[i].Routine
		a.ComfortOnly = a.ComfortOnly || findings[i].ComfortOnly
	}
	a.Routine = a.Routine && a.Disposition == Clinician
	return a
}

// Allows reports whether a relief may be offered at all: none in an emergency,
// and comfort only to whoever is to be seen the same day or is not sure about
// a warning sign.
func (a Assessment) Allows(r Relief) bool {
	switch {
	case a.Disposition >= Emergency:
		return false
	case a.Disposition == Urgent, a.ComfortOnly:
		return r.UrgentSafe
	default:
		return true
	}
}

// Unanswered returns the ids of the items that are asked and still need an
// answer, in order. Items after an answer that decides an emergency are not
// asked. A screen that its own signs contradict needs another answer.
func (t *Triage) Unanswered(r Response) []string { return t.unanswered(r, r.effective()) }

func (t *Triage) unanswered(r Response, answers []uint16) []string {
	end := t.decided(answers)
	var ids []string
	for n := range t.q.items {
		if n > end {
			break
		}
		item := &t.q.items[n]
		missing := answers[n] == 0 && r.enabled(n, answers)
		if missing || item.Kind == Screen && r.contradicted(n, answers) {
			ids = append(ids, item.ID)
		}
	}
	return ids
}

// decided returns the number of the item whose answer decides an emergency,
// or the number of items when none does.
func (t *Triage) decided(answers []uint16) int {
	end := len(t.q.items)
	for i := range t.Rules {
		if t.Rules[i].Disposition < Emergency {
			break
		}
		if n := t.Rules[i].when.decided(answers); n >= 0 && n < end {
			end = n
		}
	}
	return end
}

// Next returns the item to ask next, and false when there is none left: all
// that is asked is answered, or an answer decided an emergency.
func (t *Triage) Next(r Response) (Item, bool) {
	if ids := t.Unanswered(r); len(ids) > 0 {
		return t.q.Item(ids[0])
	}
	return Item{}, false
}
