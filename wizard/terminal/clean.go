package terminal

import (
	"strings"
	"unicode/utf8"
)

// clean returns text that cannot steer a terminal or reorder what is read:
// without control characters other than line breaks, without the marks that
// override or isolate the direction of writing, and with invalid UTF-8
// replaced. Separators become spaces so that words do not run together.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t', r == '\u2028', r == '\u2029':
			return ' '
		case r < 0x20, r >= 0x7f && r <= 0x9f:
			return -1
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, string(utf8.RuneError)))
}
