package guidance

import "strings"

// A Phase is the time that a step of a plan is for.
type Phase string

// The phases, in order.
const (
	Now      Phase = "now"
	Today    Phase = "today"
	Tonight  Phase = "tonight"
	ThisWeek Phase = "this-week"
)

// Phases are all phases in order.
var Phases = []Phase{Now, Today, Tonight, ThisWeek}

// A Step is one relief in a plan.
type Step struct {
	Phase  Phase
	Relief Relief
	// Why says which answers make it fit.
	Why string
	// Cautions say what to change in it for this person.
	Cautions []string
	// Cites are the ids of the facts and sources behind the step.
	Cites []string
}

type planEntry struct {
	ID     string        `json:"id"`
	Phase  Phase         `json:"phase"`
	Relief string        `json:"relief"`
	When   Criteria      `json:"when"`
	For    []Disposition `json:"for"`
	// Contraindications are precautions under which the relief is left out
	// in this phase only.
	Contraindications []string `json:"contraindications"`
	Cites             []string `json:"cites"`
}

type planWords struct {
	// Whys are the reasons by entry. A name of an item in braces stands for
	// the person's answer to it.
	Whys map[string]string `json:"whys"`
	// Phrases say an answer within a sentence, by item and option.
	Phrases map[string]map[string]string `json:"phrases"`
	// Unanswered stands for the answer to an item where nobody was asked.
	Unanswered string `json:"unanswered"`
	// Substituted says that a step stands in for another.
	Substituted string           `json:"substituted"`
	Phases      map[Phase]string `json:"phases"`
}

type planBook struct {
	entries []planEntry
	when    []compiled
	words   planWords
}

func (l *Library) loadPlans() *planBook {
	b := &planBook{entries: structure[[]planEntry]("plan"), words: words[planWords](l, "plan")}
	for _, e := range b.entries {
		b.when = append(b.when, l.Questionnaire().compileAll(e.When))
	}
	return b
}

// PhaseName returns the name of a phase in the language of the library.
func (l *Library) PhaseName(p Phase) string { return l.plans().words.Phases[p] }

// PlanFor returns the steps of relief that fit the answers, by phase. A step
// that a precaution forbids is replaced or left out. An emergency has no
// plan, whatever the answers; an urgent assessment has comfort only.
func (l *Library) PlanFor(r Response, a Assessment) []Step {
	if a.Disposition >= Emergency {
		return nil
	}
	p := l.newPlanner(r, a)
	for _, phase := range Phases {
		p.plan(phase)
	}
	return p.steps
}

// Tonight returns the steps for the night alone, for a person who asks only
// how to sleep.
func (l *Library) Tonight(r Response, a Assessment) []Step {
	p := l.newPlanner(r, a)
	p.plan(Tonight)
	return p.steps
}

type planner struct {
	*Library
	response   Response
	answers    []uint16
	assessment Assessment
	holding    map[string]bool
	seen       map[Phase]map[string]bool
	steps      []Step
	// reasons is where to note why steps were taken or left out. It is nil
	// where nobody asks.
	reasons *PlanReasons
}

func (l *Library) newPlanner(r Response, a Assessment) *planner {
	return &planner{Library: l, response: r, answers: r.effective(), assessment: a,
		holding: l.Precautions().Holding(r), seen: map[Phase]map[string]bool{}}
}

// area returns the area of the pain, or "" where it is not answered.
func (p *planner) area() string {
	if ids := p.response.Options("area"); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// plan appends the steps of one phase.
func (p *planner) plan(phase Phase) {
	book := p.plans()
	p.seen[phase] = map[string]bool{}
	for i, e := range book.entries {
		if e.Phase == phase && p.fits(e, book.when[i]) {
			p.add(e, book.when[i])
		}
	}
}

// fits reports whether an entry is for these answers and this disposition.
func (p *planner) fits(e planEntry, when compiled) bool {
	if len(e.When) > 0 && !when.holds(p.answers) {
		return false
	}
	if len(e.For) == 0 {
		return true
	}
	for _, d := range e.For {
		if d == p.assessment.Disposition {
			return true
		}
	}
	return false
}

// add appends the step of an entry, or what stands in for it, unless the
// phase has that relief already.
func (p *planner) add(e planEntry, when compiled) {
	relief, ok := p.Relief().Find(e.Relief)
	if !ok || !relief.For(p.area()) {
		return
	}
	if !p.assessment.Allows(relief) {
		p.leaveOut(e, relief, "")
		return
	}
	if id, forbidden := firstHolding(e.Contraindications, p.holding); forbidden {
		p.leaveOut(e, relief, id)
		return
	}
	why := p.why(e)
	if id, forbidden := relief.Contraindicated(p.holding); forbidden {
		p.leaveOut(e, relief, id)
		other, found := p.Relief().Substitute(relief, p.area(), p.holding, nil)
		if !found || id == childPrecaution || p.planned(other.ID) || !p.assessment.Allows(other) {
			return
		}
		why = strings.NewReplacer("{title}", relief.Words.Title, "{reason}", p.Precautions().Reason(id)).
			Replace(p.plans().words.Substituted)
		relief = other
	}
	if p.seen[e.Phase][relief.ID] {
		return
	}
	p.seen[e.Phase][relief.ID] = true
	p.steps = append(p.steps, Step{Phase: e.Phase, Relief: relief.Adapted(p.holding), Why: why,
		Cautions: relief.Cautions(p.holding), Cites: e.Cites})
	p.take(e, when)
}

// childPrecaution is the precaution of a person under 16, who is offered
// nothing in place of what is for adults: they should be seen instead.
const childPrecaution = "child"

// planned reports whether a relief stands in the plan already. What stands in
// for another is not worth saying twice.
func (p *planner) planned(id string) bool {
	for _, s := range p.steps {
		if s.Relief.ID == id {
			return true
		}
	}
	return false
}

// why returns the reason of an entry with the person's answers filled in.
func (p *planner) why(e planEntry) string {
	return filled(p.plans().words.Whys[e.ID], func(item string) string { return p.phrase(e, item) })
}

// filled returns a reason with something said in place of each item.
func filled(why string, say func(item string) string) string {
	for strings.Contains(why, "{") {
		before, rest, _ := strings.Cut(why, "{")
		item, after, _ := strings.Cut(rest, "}")
		why = before + say(item) + after
	}
	return why
}

// phrase says the answers to an item within a sentence: those that the entry
// asks for, or all of them where it asks for none.
func (p *planner) phrase(e planEntry, item string) string {
	phrases := p.plans().words.Phrases[item]
	var said []string
	for _, id := range p.response.Options(item) {
		if !e.wants(item, id) {
			continue
		}
		text, ok := phrases[id]
		if !ok {
			text = id
		}
		said = append(said, text)
	}
	return strings.Join(said, ", ")
}

func (e planEntry) wants(item, option string) bool {
	mentioned := false
	for _, alternative := range e.When {
		for _, c := range alternative {
			if c.Item != item {
				continue
			}
			mentioned = true
			for _, id := range c.In {
				if id == option {
					return true
				}
			}
		}
	}
	return !mentioned
}
