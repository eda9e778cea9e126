// Package textwidth measures how many columns text takes in a terminal.
//
// A column is counted for each character that a person sees, whatever it
// consists of: a letter with its accents, or an emoji with its colour of skin.
// Most of East Asia and emoji take two. It knows fewer rules than Unicode has:
// the consonants that the scripts of India join are counted one by one, as most
// terminals show them.
//
// It must import nothing of backcare.
package textwidth

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Columns returns how many columns a text takes. Control characters take none.
func Columns(text string) int {
	n := 0
	for text != "" {
		length, width := next(text)
		text, n = text[length:], n+width
	}
	return n
}

// Painted is Columns for text with what switches colours on and off, which takes
// no room.
func Painted(text string) int {
	n := 0
	for {
		plain, paint, found := strings.Cut(text, "\x1b[")
		n += Columns(plain)
		if !found {
			return n
		}
		text = paint[strings.IndexByte(paint, 'm')+1:]
	}
}

// Cut returns as much of a text as takes no more than so many columns, with the
// tail where that is not all.
func Cut(text string, columns int, tail string) string {
	fits, n := 0, 0
	for at := 0; at < len(text); {
		length, width := next(text[at:])
		at, n = at+length, n+width
		if n > columns {
			return text[:fits] + tail
		}
		if n+Columns(tail) <= columns {
			fits = at
		}
	}
	return text
}

// Characters goes through what a person sees as one character each, with how
// many columns it takes.
func Characters(text string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for text != "" {
			length, width := next(text)
			if !yield(text[:length], width) {
				return
			}
			text = text[length:]
		}
	}
}

// next returns how many bytes the first character of a text has, and how many
// columns it takes.
func next(text string) (length, width int) {
	if c := text[0]; c >= ' ' && c <= '~' && (len(text) == 1 || text[1] < utf8.RuneSelf) {
		return 1, 1 // nothing can belong to it
	}
	first, length := utf8.DecodeRuneInString(text)
	width = widthOf(first)
	if width == 0 && !unicode.Is(unicode.M, first) {
		return length, 0
	}
	for before := first; length < len(text); {
		r, size := utf8.DecodeRuneInString(text[length:])
		if !belongs(r) && !joins(before, r) {
			break
		}
		if r == asEmoji && before == first {
			width = 2
		}
		if isFlagLetter(r) {
			before = 0 // two of them are a flag, and the next one is not of it
		} else {
			before = r
		}
		length += size
	}
	return length, width
}

const (
	joiner  = '\u200d' // between emoji
	asEmoji = '\ufe0f' // shows what stands before it as an emoji
)

func widthOf(r rune) int {
	switch {
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Mn, unicode.Me, unicode.Zl, unicode.Zp):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// belongs reports whether a rune is part of the character before it: a mark, a
// joiner, a colour of skin, or the name of a region in a flag.
func belongs(r rune) bool {
	return unicode.Is(unicode.M, r) || r == joiner || r == '\u200c' || r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0020 && r <= 0xe007f
}

// joins reports whether two runes are parts of one character: emoji behind a
// joiner, the letters of a flag, and those of a syllable in Korean.
func joins(before, r rune) bool {
	switch {
	case before == joiner:
		return unicode.In(r, unicode.So, unicode.Sm)
	case isFlagLetter(before):
		return isFlagLetter(r)
	}
	return unicode.Is(unicode.Hangul, before) && (r >= 0x1160 && r <= 0x11ff || r >= 0xd7b0 && r <= 0xd7fb)
}

func isFlagLetter(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }
