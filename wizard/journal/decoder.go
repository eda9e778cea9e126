package journal

import (
	"time"
	"unicode/utf8"

	"backcare/wizard"
)

// A decoder reads lines. It tries them in the form in which this program
// writes them, in one pass and without reflection, because a diary of years
// should open at once. Whatever is not exactly of that form, such as an escape
// in a note, is left to encoding/json, which alone decides what is an error: a
// test holds the two against each other.
type decoder struct {
	scan
	zones map[int]*time.Location
	// words are the ids seen so far. There are few, and each entry repeats
	// some, so that they need not be copied for each.
	words map[string]string
}

// decode returns the entry in a line.
func (d *decoder) decode(data []byte) (wizard.Entry, error) {
	var e wizard.Entry
	if d.fast(data, &e) {
		return e, e.Validate()
	}
	return decode(data)
}

// fast decodes a line of the form that encode writes, or returns false. What
// it then left in the entry is not to be used.
func (d *decoder) fast(data []byte, e *wizard.Entry) bool {
	const start = `{"v":1,`
	if len(data) < len(start) || string(data[:len(start)]) != start {
		return false
	}
	d.scan = scan{data: data, at: len(start)}
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
		return 0, d.string(&e.ID)
	case "time":
		return 1, d.time(&e.Time)
	case "kind":
		ok := d.word((*string)(&e.Kind))
		return 2, ok
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
	const few, short = 1000, 64
	text, ok := d.text()
	if !ok {
		return false
	}
	if known, ok := d.words[string(text)]; ok {
		*to = known
		return true
	}
	*to = string(text)
	if len(text) <= short && len(d.words) < few { // whatever the file holds
		if d.words == nil {
			d.words = map[string]string{}
		}
		d.words[*to] = *to
	}
	return true
}

func (d *decoder) list(to *[]string) bool {
	words := make([]string, 0, 4)
	ok := d.elements('[', ']', func() bool {
		var word string
		ok := d.word(&word)
		words = append(words, word)
		return ok
	})
	*to = words
	return ok
}

func (d *decoder) answers(to *map[string]any) bool {
	const usual = 16
	answers := make(map[string]any, usual)
	*to = answers
	return d.elements('{', '}', func() bool {
		var item, option string
		if !d.word(&item) || !d.next(':') {
			return false
		}
		if d.peek() == '[' {
			var options []string
			ok := d.list(&options)
			answers[item] = options
			return ok
		}
		ok := d.word(&option)
		answers[item] = option
		return ok
	})
}

func (d *decoder) performed(to *[]wizard.Performed) bool {
	done := make([]wizard.Performed, 0, 4)
	ok := d.elements('[', ']', func() bool {
		var p wizard.Performed
		seen := 0
		ok := d.elements('{', '}', func() bool {
			n, ok := d.performedField(&p)
			again := seen&(1<<n) != 0
			seen |= 1 << n
			return ok && !again
		})
		done = append(done, p)
		return ok
	})
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
	}
	return 0, false
}

// number is one of one or two digits; a pain has no more.
func (d *decoder) number(to **int) bool {
	n, digits := d.digits()
	if digits == 0 || digits > 2 || digits == 2 && n < 10 {
		return false
	}
	*to = &n
	return true
}

// yes is the only truth value that is written.
func (d *decoder) yes(to *bool) bool {
	*to = d.literal("true")
	return *to
}

// time is one of RFC 3339 in whole seconds.
func (d *decoder) time(to *time.Time) bool {
	text, ok := d.text()
	const local = len("2006-01-02T15:04:05")
	if !ok || len(text) < local+1 {
		return false
	}
	clock, err := time.Parse("2006-01-02T15:04:05", string(text[:local]))
	if err != nil {
		return false
	}
	zone, ok := d.zone(text[local:])
	if !ok {
		return false
	}
	_, offset := clock.In(zone).Zone()
	*to = clock.Add(-time.Duration(offset) * time.Second).In(zone)
	return true
}

// zone returns the location of an offset such as Z or +02:00, the same one for
// the same offset. It is never that of this machine, which would have to be
// read from a file.
func (d *decoder) zone(text []byte) (*time.Location, bool) {
	if string(text) == "Z" {
		return time.UTC, true
	}
	if len(text) != len("+02:00") || text[0] != '+' && text[0] != '-' {
		return nil, false
	}
	hours := scan{data: text[1:3]}
	minutes := scan{data: text[4:6]}
	h, ok := hours.digits()
	m, ok2 := minutes.digits()
	if ok != 2 || ok2 != 2 || text[3] != ':' || h > 23 || m > 59 {
		return nil, false
	}
	offset := h*60*60 + m*60
	if text[0] == '-' {
		offset = -offset
	}
	zone, known := d.zones[offset]
	if !known {
		if d.zones == nil {
			d.zones = map[int]*time.Location{}
		}
		zone = time.FixedZone("", offset)
		d.zones[offset] = zone
	}
	return zone, true
}

// scan is a place in a line.
type scan struct {
	data []byte
	at   int
}

func (s *scan) done() bool { return s.at >= len(s.data) }

// peek returns the byte that comes next, or 0.
func (s *scan) peek() byte {
	if s.done() {
		return 0
	}
	return s.data[s.at]
}

// next passes over a byte, if it is the one that comes.
func (s *scan) next(c byte) bool {
	if s.done() || s.data[s.at] != c {
		return false
	}
	s.at++
	return true
}

// literal passes over a word, if it is the one that comes.
func (s *scan) literal(word string) bool {
	end := s.at + len(word)
	if end > len(s.data) || string(s.data[s.at:end]) != word {
		return false
	}
	s.at = end
	return true
}

// digits returns the number that comes next, and how many digits it has; four
// at most are read.
func (s *scan) digits() (n, count int) {
	for count < 4 && !s.done() && s.data[s.at] >= '0' && s.data[s.at] <= '9' {
		n = n*10 + int(s.data[s.at]-'0')
		s.at++
		count++
	}
	return n, count
}

// text returns the text in quotes that comes next, if it is the same in the
// file as in memory: without an escape, and of UTF-8.
func (s *scan) text() ([]byte, bool) {
	if !s.next('"') {
		return nil, false
	}
	start, ascii := s.at, true
	for ; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; {
		case c == '"':
			text := s.data[start:s.at]
			s.at++
			return text, ascii || utf8.Valid(text)
		case c == '\\' || c < ' ':
			return nil, false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return nil, false
}

// elements passes over a list or an object, and calls element for each thing
// in it. An empty one is not written.
func (s *scan) elements(open, end byte, element func() bool) bool {
	if !s.next(open) {
		return false
	}
	for {
		if !element() {
			return false
		}
		if s.next(end) {
			return true
		}
		if !s.next(',') {
			return false
		}
	}
}
