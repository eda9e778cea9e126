package wizard

import "errors"

// read shows the parts of a page, as many at a time as fit the screen, and
// waits in between. What comes first is seen first, and nothing scrolls away
// unread: the last of it leaves room for the question that follows, which has
// so many choices.
func (c *Conversation) read(show func(Page) error, choices int, parts ...Page) error {
	r := reader{Conversation: c, show: show}
	for n, part := range parts {
		r.choices = 1
		if n == len(parts)-1 {
			r.choices = choices
		}
		if err := r.add(part); err != nil {
			return err
		}
	}
	return show(r.page)
}

// readTopic does the same with the parts of a topic, behind which its first
// ones stand that must be read: once they are, the rest may be skipped, and the
// person may go back to choosing.
func (c *Conversation) readTopic(show func(Page) error, choices, mustRead int, parts ...Page) error {
	r := reader{Conversation: c, show: show}
	for n, part := range parts {
		r.choices, r.maySkip = 2, n >= mustRead
		if n == len(parts)-1 {
			r.choices = max(choices, r.choices)
		}
		if err := r.add(part); errors.Is(err, errSkipped) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return r.show(r.page)
}

// skipOn is the choice to skip what is left of a topic.
const skipOn = "skip"

// errSkipped ends reading before its end. Nobody outside sees it.
var errSkipped = errors.New("skipped to the end")

// A reader gathers what is shown at a time.
type reader struct {
	*Conversation
	show func(Page) error
	// choices is how many choices the question below the page has.
	choices int
	// maySkip is true where what is left need not be read.
	maySkip bool
	page    Page
}

// add puts a part on the page, or on the next one. It stays whole where a
// screen can hold it, unless that would leave more than half of the screen
// before it empty.
func (r *reader) add(part Page) error {
	if whole := append(r.page[:len(r.page):len(r.page)], part...); r.Display.Fits(whole, r.choices) {
		r.page = whole
		return nil
	}
	halfEmpty := r.Display.Fits(append(r.page[:len(r.page):len(r.page)], r.page...), 1)
	if len(r.page) > 0 && !halfEmpty && r.Display.Fits(part, r.choices) {
		if err := r.turn(); err != nil {
			return err
		}
		if len(r.page) == 0 {
			r.page = part
			return nil
		}
	}
	for _, b := range pieces(part) {
		if err := r.addPiece(b); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) addPiece(b Block) error {
	if longer := join(r.page, b); len(r.page) == 0 || r.Display.Fits(longer, r.choices) {
		r.page = longer
		return nil
	}
	if err := r.turn(); err != nil {
		return err
	}
	r.page = join(r.page, b)
	return nil
}

// turn shows the page, waits until it is read, and starts a new one with what
// would have introduced nothing at its foot.
func (r *reader) turn() error {
	foot := len(r.page)
	for foot > 0 && r.page[foot-1].Introduces() {
		foot--
	}
	if foot == 0 {
		return nil
	}
	if err := r.show(r.page[:foot]); err != nil {
		return err
	}
	r.page = r.page[foot:]
	q := Question{ID: "on", Text: r.Library.Say(phraseReadOn), Choices: []Choice{{ID: "on", Text: r.Library.Say(phraseOn)}}}
	if r.maySkip {
		q.Back = true
		q.Choices = append(q.Choices, Choice{ID: skipOn, Text: r.Library.Say(phraseSkipOn)})
	}
	choice, err := r.pick(q)
	if err == nil && choice == skipOn {
		return errSkipped
	}
	return err
}

// pieces takes a page apart, down to the items of its lists.
func pieces(p Page) []Block {
	var out []Block
	for _, b := range p {
		if len(b.Items) == 0 {
			out = append(out, b)
		}
		for n, item := range b.Items {
			out = append(out, Block{Kind: b.Kind, Items: []string{item}, From: b.From + n})
		}
	}
	return out
}

// join puts a piece behind a page, into the list that it was taken from where
// that is still open.
func join(p Page, b Block) Page {
	if n := len(p) - 1; n >= 0 && len(b.Items) > 0 && b.From > 0 && p[n].Kind == b.Kind {
		last := p[n]
		last.Items = append(last.Items[:len(last.Items):len(last.Items)], b.Items...)
		return append(p[:n:n], last)
	}
	return append(p[:len(p):len(p)], b)
}
