package guidance

import (
	"math/bits"
	"slices"
	"sync"
)

// ItemKind says how an item is asked and what its options mean.
type ItemKind string

// The kinds of items.
const (
	// Choice is an item with one answer out of its options.
	Choice ItemKind = "choice"
	// Several is an item with one answer or more out of its options.
	Several ItemKind = "several"
	// Scale is a Choice on the numeric rating scale of pain, 0 to 10.
	Scale ItemKind = "scale"
	// Screen is a Choice of three over a group of warning signs: at least one
	// ("yes"), not sure ("unsure"), none ("none"). The first two open the
	// signs one by one; only "none" clears.
	Screen ItemKind = "screen"
	// Sign is one warning sign: "yes", "unsure" or "no".
	Sign ItemKind = "sign"
)

// Questionnaire is an ordered list of items. An item may depend on earlier
// ones only, so no path through it can loop.
type Questionnaire struct {
	// items are the questions in order, without their words: to judge answers
	// takes none. Whatever leaves this package is taken from told.
	items []Item
	index map[string]int
	// told returns the same with their words.
	told func() []Item
}

// An Item is one question.
type Item struct {
	ID   string
	Kind ItemKind
	// Screen is the id of the Screen that lists this Sign, or empty.
	Screen  string
	Options []Option
	// EnableWhen says when the item is asked. Nil means always.
	EnableWhen *EnableWhen
	// Cites are the ids of the facts and sources behind the item.
	Cites []string

	// Text is the question in full.
	Text string
	// Help says why it is asked and explains its words.
	Help string
	// Label is the short line by which a Screen lists the Sign, and by which
	// any item is named where answers are reviewed.
	Label string

	enable criterion
	any    bool
}

// Multiple reports whether several options of the item may hold at once.
func (i Item) Multiple() bool { return i.Kind == Several }

// An Option is one possible answer to an Item.
type Option struct {
	ID string
	// Exclusive is true where the option excludes all others of a Several
	// item, such as "none of these".
	Exclusive bool
	// Unsure is true where a person says by it that they do not know.
	Unsure bool
	Cites  []string
	Text   string
}

// EnableWhen is the condition under which an item is asked: all or any of the
// answers to earlier items. The shape is that of a FHIR Questionnaire.
type EnableWhen struct {
	Behavior string      `json:"behavior"`
	When     []Condition `json:"when"`
}

// A Condition holds when the answer to an item is, or contains, one of the
// options. There is no condition on the absence of an answer: that is what
// keeps triage monotone, and keeps silence from being read as "no".
type Condition struct {
	Item string   `json:"item"`
	In   []string `json:"in"`
}

// Items returns the questions in the order they are asked.
func (q *Questionnaire) Items() []Item { return q.told() }

// Item returns the item with an id.
func (q *Questionnaire) Item(id string) (Item, bool) {
	i, ok := q.index[id]
	if !ok {
		return Item{}, false
	}
	return q.told()[i], true
}

// Option returns the option of an item with an id.
func (i Item) Option(id string) (Option, bool) {
	for _, o := range i.Options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// itemStructure and itemWords are an item as it stands in the content files.
type itemStructure struct {
	ID         string            `json:"id"`
	Kind       ItemKind          `json:"kind"`
	Screen     string            `json:"screen"`
	Options    []optionStructure `json:"options"`
	EnableWhen *EnableWhen       `json:"enableWhen"`
	Cites      []string          `json:"cites"`
}

type optionStructure struct {
	ID        string   `json:"id"`
	Exclusive bool     `json:"exclusive"`
	Unsure    bool     `json:"unsure"`
	LeaveOut  bool     `json:"leaveOut"`
	Recheck   bool     `json:"recheck"`
	Cites     []string `json:"cites"`
}

type itemWords struct {
	Text    string            `json:"text"`
	Help    string            `json:"help"`
	Label   string            `json:"label"`
	Options map[string]string `json:"options"`
}

func (l *Library) loadQuestionnaire() *Questionnaire {
	items := structure[[]itemStructure]("questionnaire")
	q := &Questionnaire{items: make([]Item, len(items)), index: make(map[string]int, len(items))}
	screen, sign := sharedOptions("yes", "unsure", "none"), sharedOptions("yes", "unsure", "no")
	for n, s := range items {
		item := Item{ID: s.ID, Kind: s.Kind, Screen: s.Screen, EnableWhen: s.EnableWhen, Cites: s.Cites}
		switch s.Kind {
		case Screen:
			item.Options = screen
		case Sign:
			item.Options = sign
		default:
			item.Options = make([]Option, len(s.Options))
			for i, o := range s.Options {
				item.Options[i] = Option{ID: o.ID, Exclusive: o.Exclusive, Unsure: o.Unsure, Cites: o.Cites}
			}
		}
		q.items[n], q.index[s.ID] = item, n
		if s.EnableWhen != nil {
			q.items[n].any = s.EnableWhen.Behavior == "any"
			q.items[n].enable = q.compile(s.EnableWhen.When)
		}
	}
	q.told = sync.OnceValue(func() []Item { return q.tell(words[map[string]itemWords](l, "questionnaire")) })
	return q
}

func sharedOptions(ids ...string) []Option {
	options := make([]Option, len(ids))
	for i, id := range ids {
		options[i] = Option{ID: id, Unsure: id == "unsure"}
	}
	return options
}

// tell returns the items with their words.
func (q *Questionnaire) tell(text map[string]itemWords) []Item {
	shared := text["shared"].Options
	told := slices.Clone(q.items)
	for n := range told {
		item, w := &told[n], text[told[n].ID]
		item.Text, item.Help, item.Label = w.Text, w.Help, w.Label
		options := w.Options
		if item.Kind == Screen || item.Kind == Sign {
			options = shared
		}
		item.Options = slices.Clone(item.Options)
		for i, o := range item.Options {
			item.Options[i].Text = options[o.ID]
		}
		if item.Kind == Screen {
			item.Options[0].Text = shared["at-least-one"]
		}
	}
	return told
}

// A test is a Condition against the numbers of items and options: at least
// one option of the mask is in the answer.
type test struct {
	item int
	mask uint16
}

// A criterion is a list of tests.
type criterion []test

// compile turns conditions into tests. An unknown id gives a test that never
// holds; the tests of the content find it.
func (q *Questionnaire) compile(conditions []Condition) criterion {
	tests := make(criterion, 0, len(conditions))
	for _, c := range conditions {
		n, ok := q.index[c.Item]
		if !ok {
			n = 0
		}
		t := test{item: n}
		for _, id := range c.In {
			if bit := q.items[n].bit(id); ok && bit >= 0 {
				t.mask |= 1 << bit
			}
		}
		tests = append(tests, t)
	}
	return tests
}

// bit returns the place of an option, or -1 where there is none of the id.
func (i *Item) bit(id string) int {
	for n := range i.Options {
		if i.Options[n].ID == id {
			return n
		}
	}
	return -1
}

func (c criterion) all(answers []uint16) bool {
	for _, t := range c {
		if answers[t.item]&t.mask == 0 {
			return false
		}
	}
	return true
}

func (c criterion) any(answers []uint16) bool {
	for _, t := range c {
		if answers[t.item]&t.mask != 0 {
			return true
		}
	}
	return false
}

// ids returns the ids of the options of an item that a mask holds.
func (i Item) ids(mask uint16) []string {
	ids := make([]string, 0, bits.OnesCount16(mask))
	for bit, o := range i.Options {
		if mask&(1<<bit) != 0 {
			ids = append(ids, o.ID)
		}
	}
	return ids
}
