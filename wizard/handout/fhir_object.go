package handout

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
)

// An object is a JSON object as it was read: which properties it has, each
// once.
type object map[string]json.RawMessage

// objectOf reads a JSON object whose text is known to be valid JSON. A
// property that stands twice is a problem: readers differ in which one they
// believe.
func (r *fhirReader) objectOf(where string, data json.RawMessage) (object, bool) {
	d := json.NewDecoder(bytes.NewReader(data))
	if first, err := d.Token(); err != nil || first != json.Delim('{') {
		r.problem(phraseWrongType, where, r.library.Say(phraseAnObject))
		return nil, false
	}
	o := object{}
	for d.More() {
		name, err := d.Token()
		var value json.RawMessage
		if err == nil {
			err = d.Decode(&value)
		}
		if err != nil {
			r.problem(phraseNotJSON, err)
			return nil, false
		}
		if _, twice := o[name.(string)]; twice {
			r.problem(phrasePropertyTwice, where, quoted(name.(string)))
			return nil, false
		}
		o[name.(string)] = value
	}
	return o, true
}

// list reads a property that is a list, and nothing where there is none.
func (r *fhirReader) list(where string, o object, name string) []json.RawMessage {
	var list []json.RawMessage
	if value, ok := o[name]; ok && (value[0] != '[' || json.Unmarshal(value, &list) != nil) {
		r.problem(phraseWrongType, r.library.Sayf(phrasePartOf, name, where), r.library.Say(phraseAList))
	}
	return list
}

// text reads a property that is a text, and "" where there is none.
func (r *fhirReader) text(where string, o object, name string) string {
	var text string
	if value, ok := o[name]; ok && (value[0] != '"' || json.Unmarshal(value, &text) != nil) {
		r.problem(phraseWrongType, r.library.Sayf(phrasePartOf, name, where), r.library.Say(phraseAText))
	}
	return text
}

// only names each property of an object that backcare does not write and that
// the standard does not let be passed over.
func (r *fhirReader) only(where string, o object, known ...string) {
	for _, name := range sortedKeys(o) {
		switch {
		case name == "modifierExtension":
			r.problem(phraseModifier, where)
		case !oneOf(name, known) && !oneOf(name, []string{"id", "extension", "fhir_comments"}) && !strings.HasPrefix(name, "_"):
			r.problem(phraseUnknownProperty, where, quoted(name))
		}
	}
}

// quoted keeps what came from a file short and free of control characters.
func quoted(s string) string {
	const longest = 80
	if len(s) > longest {
		s = strings.ToValidUTF8(s[:longest], "") + "..."
	}
	return fmt.Sprintf("%q", strings.Map(printable, s))
}

func printable(c rune) rune {
	if !unicode.IsPrint(c) {
		return ' '
	}
	return c
}
