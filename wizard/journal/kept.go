package journal

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"backcare/wizard"
)

// Kept is an entry as an Index reads it: without the answers of a check, but
// with the line from which JSON has everything.
type Kept struct {
	wizard.Entry

	line []byte
	// usual is true for a line of the form that this program writes.
	usual bool
}

// Whole returns the entry with everything in it.
func (k Kept) Whole() (wizard.Entry, error) { return decode(k.line) }

// JSON appends the entry to a text, as JSON with everything in it. It may well
// be a terminal that it is written to, so what JSON lets pass and a terminal
// obeys is written as an escape, which means the same to a script.
func (k Kept) JSON(to []byte) ([]byte, error) {
	const version = `{"v":1,` // of a line of the usual form
	if k.usual && len(k.line) > len(version) {
		return EscapeUnsafe(append(to, '{'), k.line[len(version):]), nil
	}
	e, err := decode(k.line)
	if err != nil {
		return to, err
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		return to, err
	}
	return EscapeUnsafe(to, bytes.TrimSuffix(out.Bytes(), []byte("\n"))), nil
}

// EscapeUnsafe appends JSON, with control characters and the marks that reorder
// what is read as escapes. All of them can only stand in strings.
func EscapeUnsafe(to, text []byte) []byte {
	const delete = 0x7f
	for len(text) > 0 {
		plain := 0
		for plain < len(text) && text[plain] < delete {
			plain++
		}
		to = append(to, text[:plain]...)
		if text = text[plain:]; len(text) == 0 {
			break
		}
		r, size := utf8.DecodeRune(text)
		if unsafe(r) {
			const digits = "0123456789abcdef"
			to = append(to, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
		} else {
			to = append(to, text[:size]...)
		}
		text = text[size:]
	}
	return to
}

// unsafe reports whether a terminal may obey a character that JSON lets pass,
// or reorder what is read because of it.
func unsafe(r rune) bool {
	return r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
