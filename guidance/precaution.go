package guidance

// Precautions are states of a person that change or forbid a relief, such as
// a pregnancy or weak bones.
type Precautions struct {
	// All are the precautions, in order.
	All []Precaution
	q   *Questionnaire
}

// A Precaution is one such state.
type Precaution struct {
	ID   string
	When Criteria
	// Cites are the ids of the facts and sources behind it.
	Cites []string
	// Reason ends a sentence that begins with "because", such as "you are or
	// may be pregnant".
	Reason string

	when compiled
}

type precautionStructure struct {
	ID    string   `json:"id"`
	When  Criteria `json:"when"`
	Cites []string `json:"cites"`
}

func (l *Library) loadPrecautions() *Precautions {
	q := l.Questionnaire()
	reasons := words[map[string]string](l, "precautions")
	p := &Precautions{q: q}
	for _, s := range structure[[]precautionStructure]("precautions") {
		p.All = append(p.All, Precaution{ID: s.ID, When: s.When, Cites: s.Cites, Reason: reasons[s.ID], when: q.compileAll(s.When)})
	}
	return p
}

// Reason returns the reason of the precaution with an id.
func (p *Precautions) Reason(id string) string {
	for _, c := range p.All {
		if c.ID == id {
			return c.Reason
		}
	}
	return ""
}

// Holding returns the ids of the precautions that hold. One that hangs on an
// item without an answer holds, because silence is never a "no".
func (p *Precautions) Holding(r Response) map[string]bool { return p.over(p.pessimistic(r)) }

// Stated returns the ids of the precautions that hold by what was answered.
func (p *Precautions) Stated(r Response) map[string]bool { return p.over(r.effective()) }

func (p *Precautions) over(answers []uint16) map[string]bool {
	holding := map[string]bool{}
	for i := range p.All {
		if p.All[i].when.holds(answers) {
			holding[p.All[i].ID] = true
		}
	}
	return holding
}

// pessimistic returns the answers that count, with every option set on items
// that have none but are asked, or may be asked once the items that they
// depend on are answered.
func (p *Precautions) pessimistic(r Response) []uint16 {
	const every = ^uint16(0)
	answers := r.effective()
	open := make([]uint16, len(answers))
	for n := range answers {
		open[n] = answers[n]
		if answers[n] == 0 && r.enabled(n, open) {
			open[n] = every
		}
	}
	return open
}

// Inputs returns the ids of the items whose answers decide whether the named
// precautions hold, with the items that those depend on, in order.
func (p *Precautions) Inputs(ids ...string) []string {
	wanted := map[int]bool{}
	for _, id := range ids {
		for i := range p.All {
			if p.All[i].ID == id {
				p.mark(wanted, p.All[i].when)
			}
		}
	}
	for n := len(p.q.items) - 1; n >= 0; n-- {
		if wanted[n] && p.q.items[n].EnableWhen != nil {
			p.mark(wanted, compiled{p.q.items[n].enable})
		}
	}
	var items []string
	for n := range p.q.items {
		if wanted[n] {
			items = append(items, p.q.items[n].ID)
		}
	}
	return items
}

func (p *Precautions) mark(wanted map[int]bool, c compiled) {
	for _, alternative := range c {
		for _, t := range alternative {
			wanted[t.item] = true
		}
	}
}
