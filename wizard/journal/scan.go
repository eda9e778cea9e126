package journal

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

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

// digits returns the number of so many digits that comes next.
func (s *scan) digits(count int) (n int, ok bool) {
	if s.at+count > len(s.data) {
		return 0, false
	}
	for _, c := range s.data[s.at : s.at+count] {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	s.at += count
	return n, true
}

// text returns the text in quotes that comes next, if it is of UTF-8.
func (s *scan) text() ([]byte, bool) {
	if !s.next('"') {
		return nil, false
	}
	rest, ascii := s.data[s.at:], true
	for n, c := range rest {
		if c-']' < utf8.RuneSelf-']' || c-'#' < '\\'-'#' {
			continue // a letter, a digit and most marks, told by two comparisons
		}
		switch {
		case c == '"':
			s.at += n + 1
			return rest[:n], ascii || utf8.Valid(rest[:n])
		case c == '\\':
			return s.escaped()
		case c < ' ':
			return nil, false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return nil, false
}

// escaped is text for one with an escape in it, such as a note with a quote or
// with two lines. Only such a text is left to encoding/json, not the line.
func (s *scan) escaped() ([]byte, bool) {
	rest := s.data[s.at:]
	for n := 0; n < len(rest); n++ {
		switch rest[n] {
		case '\\':
			n++
		case '"':
			var text string
			if json.Unmarshal(s.data[s.at-1:s.at+n+1], &text) != nil || strings.ContainsRune(text, utf8.RuneError) {
				return nil, false // it may be no text at all
			}
			s.at += n + 1
			return []byte(text), true
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
