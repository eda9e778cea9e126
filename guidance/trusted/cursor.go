package trusted

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A cursor goes through a JSON text. Where the text is not what is asked for,
// it stops by a panic, which stopped turns into an error.
type cursor struct {
	text string
	at   int
	// escapes is whether there is a backslash anywhere in the text, which is
	// rare: without one a text ends at the next quote.
	escapes bool
}

func over(text string) cursor {
	return cursor{text: text, escapes: strings.IndexByte(text, '\\') >= 0}
}

// A stop is why a cursor stopped, and before which byte.
type stop struct {
	at  int
	why string
}

func (s *stop) Error() string { return fmt.Sprintf("at byte %d: %s", s.at, s.why) }

func (c *cursor) stop(why string) { panic(&stop{c.at, why}) }

// stopped is deferred by whoever uses a cursor, and sets the error where it
// stopped.
func stopped(err *error) {
	switch why := recover().(type) {
	case nil:
	case *stop:
		*err = why
	default:
		panic(why)
	}
}

// peek passes over white space, and returns the byte after it, or 0 at the
// end.
func (c *cursor) peek() byte {
	text, at := c.text, c.at
	for at < len(text) && text[at] <= ' ' {
		at++
	}
	c.at = at
	if at == len(text) {
		return 0
	}
	return text[at]
}

func (c *cursor) expect(b byte) {
	if c.at < len(c.text) && c.text[c.at] == b { // most often there is no white space
		c.at++
		return
	}
	if c.peek() != b {
		c.stop(fmt.Sprintf("there should be %q", b))
	}
	c.at++
}

// end makes sure that nothing follows.
func (c *cursor) end() {
	c.peek()
	if c.at < len(c.text) {
		c.stop("there should be no more")
	}
}

// list goes through a list: each time the cursor is before an element, which
// has to be read.
func (c *cursor) list(yield func() bool) {
	c.expect('[')
	if c.peek() == ']' {
		c.at++
		return
	}
	for yield() && c.more(']') {
	}
}

// object goes through an object in the same way, with the name of each member.
func (c *cursor) object(yield func(name string) bool) {
	c.expect('{')
	if c.peek() == '}' {
		c.at++
		return
	}
	for {
		name := c.string()
		c.expect(':')
		if !yield(name) || !c.more('}') {
			return
		}
	}
}

// more reads what separates elements, or what ends them.
func (c *cursor) more(end byte) bool {
	switch b := c.peek(); b {
	case ',', end:
		c.at++
		return b == ','
	}
	c.stop(fmt.Sprintf("there should be a comma or %q", end))
	return false
}

// string reads a text. Without an escape it is a part of the JSON text, and
// nothing is copied.
func (c *cursor) string() string {
	c.expect('"')
	start := c.at
	c.closeString()
	text := c.text[start : c.at-1]
	if !c.escapes || strings.IndexByte(text, '\\') < 0 {
		return text
	}
	return c.unescaped(c.text[start-1 : c.at])
}

func (c *cursor) unescaped(quoted string) (text string) {
	if err := json.Unmarshal([]byte(quoted), &text); err != nil {
		c.stop(err.Error())
	}
	return text
}

// closeString passes over the rest of a text and its closing quote.
func (c *cursor) closeString() {
	for {
		n := strings.IndexByte(c.text[c.at:], '"')
		if n < 0 {
			c.stop("the text does not end")
		}
		start := c.at
		c.at += n + 1
		if !c.escapes || !escaped(c.text[start:c.at-1]) {
			return
		}
	}
}

// escaped reports whether what follows a piece of text is escaped: by an odd
// number of backslashes.
func escaped(text string) bool {
	return (len(text)-len(strings.TrimRight(text, `\`)))%2 == 1
}

// word reads a number or a truth value.
func (c *cursor) word() string {
	c.peek()
	start := c.at
	for c.at < len(c.text) && !strings.ContainsRune(" \n\t\r,]}:\"", rune(c.text[c.at])) {
		c.at++
	}
	return c.text[start:c.at]
}

// raw passes over a value, and returns it as it is written. What is inside of
// it need not be right, so long as it ends.
func (c *cursor) raw() string {
	c.peek()
	start := c.at
	for depth := 0; ; {
		switch b := c.peek(); {
		case b == '"':
			c.at++
			c.closeString()
		case b == '{' || b == '[':
			c.at++
			depth++
		case depth > 0 && (b == '}' || b == ']'):
			c.at++
			depth--
		case depth > 0 && (b == ',' || b == ':'):
			c.at++
		case c.word() == "":
			c.stop("there should be a value")
		}
		if depth == 0 {
			return c.text[start:c.at]
		}
	}
}
