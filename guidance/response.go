package guidance

import "backcare/guidance/message"

// A Response holds the answers of one person to a Questionnaire. It keeps
// what was said even when a later change of mind means that the question is
// no longer asked; only answers to items that are enabled now ever count.
//
// A Response is a value: With and Without return a changed copy.
type Response struct {
	q       *Questionnaire
	answers []uint16
}

// NewResponse returns a response without answers.
func (q *Questionnaire) NewResponse() Response {
	return Response{q: q, answers: make([]uint16, len(q.items))}
}

// With returns the response with an item answered by options. It fails for an
// unknown item or option, for no option at all, for several options where one
// is asked for, and for an exclusive option beside others.
func (r Response) With(item string, options ...string) (Response, error) {
	n, ok := r.q.index[item]
	if !ok {
		return r, message.Errorf("unknown item %q", item)
	}
	mask, err := r.q.items[n].mask(options)
	if err != nil {
		return r, message.Errorf("item %q: %w", item, err)
	}
	c := Response{q: r.q, answers: append([]uint16(nil), r.answers...)}
	c.answers[n] = mask
	return c, nil
}

// Without returns the response with an item unanswered.
func (r Response) Without(item string) Response {
	c := Response{q: r.q, answers: append([]uint16(nil), r.answers...)}
	if n, ok := r.q.index[item]; ok {
		c.answers[n] = 0
	}
	return c
}

// mask returns options as bits, or what is wrong with them.
func (i Item) mask(options []string) (uint16, error) {
	if len(options) == 0 {
		return 0, message.New("no option chosen")
	}
	if len(options) > 1 && !i.Multiple() {
		return 0, message.Errorf("takes one option, not %d", len(options))
	}
	var mask uint16
	exclusive := ""
	for _, id := range options {
		bit := i.bit(id)
		if bit < 0 {
			return 0, message.Errorf("unknown option %q", id)
		}
		if i.Options[bit].Exclusive {
			exclusive = id
		}
		if mask&(1<<bit) != 0 {
			return 0, message.Errorf("option %q is given twice", id)
		}
		mask |= 1 << bit
	}
	if exclusive != "" && len(options) > 1 {
		return 0, message.Errorf("option %q excludes all others", exclusive)
	}
	return mask, nil
}

// Options returns the ids of the options that answer an item, or nil where
// the item is unanswered or not asked.
func (r Response) Options(item string) []string {
	n, ok := r.q.index[item]
	if !ok {
		return nil
	}
	if mask := r.effective()[n]; mask != 0 {
		return r.q.items[n].ids(mask)
	}
	return nil
}

// Given returns the ids of the options stored for an item, whether or not the
// item is asked now. It serves to show an earlier answer when a question
// comes up again.
func (r Response) Given(item string) []string {
	n, ok := r.q.index[item]
	if !ok || r.answers[n] == 0 {
		return nil
	}
	return r.q.items[n].ids(r.answers[n])
}

// enabled reports whether item n is asked, given effective answers.
func (r Response) enabled(n int, effective []uint16) bool {
	item := &r.q.items[n]
	switch {
	case item.EnableWhen == nil:
		return true
	case item.any:
		return item.enable.any(effective)
	default:
		return item.enable.all(effective)
	}
}

// effective returns the answers that count: those of enabled items. An item
// depends on earlier ones only, so one pass in order suffices, and an answer
// that hangs on one that no longer counts does not count either.
func (r Response) effective() []uint16 {
	out := make([]uint16, len(r.answers))
	r.effectiveInto(out)
	return out
}

func (r Response) effectiveInto(out []uint16) {
	for n := range out {
		out[n] = 0
	}
	for n, mask := range r.answers {
		if mask != 0 && r.enabled(n, out) {
			out[n] = mask
		}
	}
}

// Listed returns the signs that a screen lists: those not asked on their own
// because of an earlier answer, and not ruled out by one.
func (r Response) Listed(screen string) []Item {
	effective := r.effective()
	var signs []Item
	for n := range r.q.items {
		item := &r.q.items[n]
		if item.Screen == screen && r.listed(item, effective) {
			signs = append(signs, r.q.told()[n])
		}
	}
	return signs
}

func (r Response) listed(item *Item, effective []uint16) bool {
	for i, c := range item.EnableWhen.When {
		if c.Item == item.Screen {
			continue
		}
		if holds := effective[item.enable[i].item]&item.enable[i].mask != 0; holds == item.any {
			return false
		}
	}
	return true
}

// Contradicted returns the screens that were answered "yes" although each of
// their signs was then answered "no". They have to be asked again: one of the
// two answers is a mistake, and it is not for the program to say which.
func (r Response) Contradicted() []string {
	effective := r.effective()
	var screens []string
	for n := range r.q.items {
		if r.q.items[n].Kind == Screen && r.contradicted(n, effective) {
			screens = append(screens, r.q.items[n].ID)
		}
	}
	return screens
}

func (r Response) contradicted(n int, effective []uint16) bool {
	const yes, no = 1 << 0, 1 << 2
	if effective[n] != yes {
		return false
	}
	asked := 0
	for m := n + 1; m < len(r.q.items); m++ {
		item := &r.q.items[m]
		if item.Screen != r.q.items[n].ID || !r.enabled(m, effective) {
			continue
		}
		if effective[m] != no {
			return false
		}
		asked++
	}
	return asked > 0
}

// Asked returns the items that are asked given the answers so far, in order,
// with those not answered yet.
func (r Response) Asked() []Item {
	effective := r.effective()
	var items []Item
	for n := range r.q.items {
		if r.enabled(n, effective) {
			items = append(items, r.q.told()[n])
		}
	}
	return items
}

// Answers returns the answers that count in the form that ParseAnswers reads:
// an item's id leads to the id of an option, or to a list of them where
// several may hold.
func (r Response) Answers() map[string]any { return r.Counted().AllAnswers() }

// Counted returns the response with nothing but the answers that count.
func (r Response) Counted() Response { return Response{q: r.q, answers: r.effective()} }

// AllAnswers is Answers with those that do not count, because their question is
// not asked.
func (r Response) AllAnswers() map[string]any {
	answers := map[string]any{}
	for _, item := range r.q.Items() {
		ids := r.Given(item.ID)
		switch {
		case ids == nil:
		case item.Multiple():
			answers[item.ID] = ids
		default:
			answers[item.ID] = ids[0]
		}
	}
	return answers
}
