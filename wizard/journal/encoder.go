package journal

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"backcare/guidance/message"
	"backcare/wizard"
)

// encode returns the line for an entry that is valid, with the newline at its
// end. Bytes that are not UTF-8 become U+FFFD.
//
// The line is what encoding/json would write: a test holds the two against each
// other. Most programs save once, and getting to know the types once would take
// encoding/json a third of the time of the flush to the disk.
func encode(e wizard.Entry) ([]byte, error) {
	const usual = 512
	o := make(object, 0, usual)
	o.whole("v", version)
	o.said("id", e.ID)
	o.name("time")
	o = append(o, '"')
	o, err := e.Time.AppendText(o)
	if err != nil {
		return nil, err
	}
	o = append(o, '"')
	o.name("kind")
	o.quoted(string(e.Kind))
	o.said("area", e.Area)
	o.pain("pain", e.Pain)
	o.list("feelings", e.Feelings)
	o.said("disposition", e.Disposition)
	o.list("findings", e.Findings)
	o.answers("answers", e.Answers)
	o.performed("done", e.Done)
	o.said("note", e.Note)
	o.said("corrects", e.Corrects)
	o.yes("retracted", e.Retracted)
	o = append(o, '}', '\n')
	if len(o) > maxLine {
		return nil, message.Errorf("%w: %d bytes, and %d are possible", errTooLong, len(o), maxLine)
	}
	return o, nil
}

// An object is the beginning of an object of JSON. What is empty gets no field.
type object []byte

// name begins a field, and the object with the first.
func (o *object) name(name string) {
	mark := byte(',')
	if n := len(*o); n == 0 || strings.IndexByte("[,:", (*o)[n-1]) >= 0 {
		mark = '{'
	}
	*o = append(*o, mark)
	o.quoted(name)
	*o = append(*o, ':')
}

func (o *object) said(name, text string) {
	if text != "" {
		o.name(name)
		o.quoted(text)
	}
}

func (o *object) whole(name string, n int) {
	o.name(name)
	*o = strconv.AppendInt(*o, int64(n), 10)
}

func (o *object) pain(name string, pain *int) {
	if pain != nil {
		o.whole(name, *pain)
	}
}

func (o *object) yes(name string, yes bool) {
	if yes {
		o.name(name)
		*o = append(*o, "true"...)
	}
}

func (o *object) list(name string, all []string) {
	if len(all) > 0 {
		o.name(name)
		o.texts(all)
	}
}

// answers adds answers in the order of their items.
func (o *object) answers(name string, answers map[string]any) {
	if len(answers) == 0 {
		return
	}
	o.name(name)
	for _, item := range slices.Sorted(maps.Keys(answers)) {
		o.name(item)
		switch answer := answers[item].(type) { // others are not valid
		case string:
			o.quoted(answer)
		case []string:
			o.texts(answer)
		}
	}
	*o = append(*o, '}')
}

func (o *object) performed(name string, done []wizard.Performed) {
	if len(done) == 0 {
		return
	}
	o.name(name)
	*o = append(*o, '[')
	for n, p := range done {
		if n > 0 {
			*o = append(*o, ',')
		}
		o.name("relief")
		o.quoted(p.Relief)
		o.yes("together", p.Together)
		o.pain("before", p.Before)
		o.pain("after", p.After)
		o.yes("worse", p.Worse)
		*o = append(*o, '}')
	}
	*o = append(*o, ']')
}

// texts adds a list of texts.
func (o *object) texts(all []string) {
	*o = append(*o, '[')
	for n, text := range all {
		if n > 0 {
			*o = append(*o, ',')
		}
		o.quoted(text)
	}
	*o = append(*o, ']')
}

// quoted adds a text in quotes. What needs more than quotes is left to
// encoding/json.
func (o *object) quoted(text string) {
	if isPlain(text) {
		*o = append(append(append(*o, '"'), text...), '"')
		return
	}
	var escaped bytes.Buffer
	enc := json.NewEncoder(&escaped)
	enc.SetEscapeHTML(false) // its owner should be able to read it
	_ = enc.Encode(text)     // a text has no part that could fail
	*o = append(*o, bytes.TrimSuffix(escaped.Bytes(), []byte("\n"))...)
}

// isPlain reports whether a text is printable ASCII of which JSON escapes
// nothing.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}
