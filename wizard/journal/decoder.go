package journal

import "backcare/wizard"

// A decoder reads lines. It tries them in the form in which this program
// writes them, in one pass and without reflection, because a diary of years
// should open at once. Whatever is not exactly of that form, such as an escape
// in a note, is left to encoding/json, which alone decides what is an error: a
// test holds the two against each other.
type decoder struct {
	scan
	words words
	zones zones
	// depth is how much of an entry is wanted. The rest is still read as far as
	// is needed to tell whether the line is an entry.
	depth depth
	// lends is whether what was done and how bad it was, once decoded, are valid
	// only until the next line. They are most of the memory that a line takes.
	lends bool
	lent  loan
	// id is the ID of a line of which only the head is wanted, and valid as
	// long as the line: most are compared once and never seen again.
	id []byte
}

// A loan is memory that every line takes again.
type loan struct {
	done  []wizard.Performed
	pains []int
}

// A depth is how much of an entry is wanted.
type depth int

const (
	// whole is everything.
	whole depth = iota
	// course is all but the answers of checks.
	course
	// head is what tells where an entry belongs: its time, kind, area, what it
	// corrects, and, unless it corrects or is corrected, its ID in the decoder
	// only.
	head
)

// decode puts the entry of a line into to, which is empty. After an error what
// is in it is not to be used.
func (d *decoder) decode(data []byte, to *wizard.Entry) (err error) {
	if d.fast(data, to) {
		return to.Validate()
	}
	if *to, err = decode(data); d.depth >= course {
		to.Answers = nil
	}
	d.id = []byte(to.ID)
	return err
}

// fast decodes a line of the form that encode writes, or returns false. What
// it then left in the entry is not to be used.
func (d *decoder) fast(data []byte, e *wizard.Entry) bool {
	const start = `{"v":1,`
	if len(data) < len(start) || string(data[:len(start)]) != start {
		return false
	}
	d.scan, d.id = scan{data: data, at: len(start)}, nil
	d.lent.pains = d.lent.pains[:0]
	seen := 0 // a field said twice is no form of ours
	for !d.done() {
		n, ok := d.field(e)
		if !ok || seen&(1<<n) != 0 {
			return false
		}
		seen |= 1 << n
		if d.next('}') {
			return d.done()
		}
		if !d.next(',') {
			return false
		}
	}
	return false
}

// field decodes a field with its name, and returns a number for it.
func (d *decoder) field(e *wizard.Entry) (n int, ok bool) {
	name, ok := d.text()
	if !ok || !d.next(':') {
		return 0, false
	}
	switch string(name) {
	case "id":
		if d.depth == head {
			d.id, ok = d.text()
			return 0, ok
		}
		return 0, d.string(&e.ID)
	case "time":
		return 1, d.time(&e.Time)
	case "kind":
		return 2, d.word((*string)(&e.Kind))
	case "area":
		return 3, d.word(&e.Area)
	case "pain":
		return 4, d.number(&e.Pain)
	case "feelings":
		return 5, d.list(&e.Feelings)
	case "disposition":
		return 6, d.word(&e.Disposition)
	case "findings":
		return 7, d.list(&e.Findings)
	case "answers":
		return 8, d.answers(&e.Answers)
	case "done":
		return 9, d.performed(&e.Done)
	case "note":
		if d.depth == head {
			_, ok = d.text()
			return 10, ok
		}
		return 10, d.string(&e.Note)
	case "corrects":
		return 11, d.string(&e.Corrects)
	case "retracted":
		return 12, d.yes(&e.Retracted)
	}
	return 0, false
}

// string copies a text that is likely to be the only one of its kind.
func (d *decoder) string(to *string) bool {
	text, ok := d.text()
	*to = string(text)
	return ok
}

// word is a text that is likely to come again.
func (d *decoder) word(to *string) bool {
	text, ok := d.text()
	if ok {
		*to = d.words.of(text).text
	}
	return ok
}

func (d *decoder) list(to *[]string) bool {
	if d.depth == head {
		return d.passList()
	}
	list := make([]string, 0, 2)
	ok := d.elements('[', ']', func() bool {
		var word string
		ok := d.word(&word)
		list = append(list, word)
		return ok
	})
	*to = list
	return ok
}

func (d *decoder) answers(to *map[string]any) bool {
	if d.depth >= course {
		return d.passAnswers()
	}
	const usual = 16
	answers := make(map[string]any, usual)
	*to = answers
	return d.elements('{', '}', func() bool {
		var item string
		if !d.word(&item) || !d.next(':') {
			return false
		}
		if d.peek() == '[' {
			var options []string
			ok := d.list(&options)
			answers[item] = options
			return ok
		}
		option, ok := d.text()
		if ok {
			answers[item] = d.words.of(option).answer
		}
		return ok
	})
}

// passAnswers passes over answers, and reports whether they are of the form
// that encode writes.
func (d *decoder) passAnswers() bool {
	return d.elements('{', '}', func() bool {
		if _, ok := d.text(); !ok || !d.next(':') {
			return false
		}
		if d.peek() == '[' {
			return d.passList()
		}
		_, ok := d.text()
		return ok
	})
}

// passList passes over a list of texts.
func (d *decoder) passList() bool {
	return d.elements('[', ']', func() bool {
		_, ok := d.text()
		return ok
	})
}

func (d *decoder) performed(to *[]wizard.Performed) bool {
	done := d.lent.done[:0]
	if d.depth < head && !d.lends {
		done = make([]wizard.Performed, 0, 2)
	}
	ok := d.elements('[', ']', func() bool {
		var p wizard.Performed
		seen := 0
		ok := d.elements('{', '}', func() bool {
			n, ok := d.performedField(&p)
			again := seen&(1<<n) != 0
			seen |= 1 << n
			return ok && !again
		})
		if d.depth == head {
			return ok && p.Relief != "" // else it is for Validate to see
		}
		done = append(done, p)
		return ok
	})
	if d.lends {
		d.lent.done = done
	}
	*to = done
	return ok
}

func (d *decoder) performedField(p *wizard.Performed) (n int, ok bool) {
	name, ok := d.text()
	if !ok || !d.next(':') {
		return 0, false
	}
	switch string(name) {
	case "relief":
		return 0, d.word(&p.Relief)
	case "before":
		return 1, d.number(&p.Before)
	case "after":
		return 2, d.number(&p.After)
	case "worse":
		return 3, d.yes(&p.Worse)
	case "together":
		return 4, d.yes(&p.Together)
	}
	return 0, false
}

// number is a pain: from 0 to 9, or 10.
func (d *decoder) number(to **int) bool {
	n, ok := d.digits(1)
	if ok && n == 1 && d.next('0') {
		n = 10
	}
	switch {
	case d.depth == head:
	case d.lends:
		d.lent.pains = append(d.lent.pains, n)
		*to = &d.lent.pains[len(d.lent.pains)-1]
	default:
		pain := n
		*to = &pain
	}
	return ok
}

// yes is the only truth value that is written.
func (d *decoder) yes(to *bool) bool {
	*to = d.literal("true")
	return *to
}
