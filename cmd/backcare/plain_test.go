package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// In plain mode nothing but lines of words comes out, whatever is called: no
// byte that moves a cursor or rings, and no character that a screen reader spells
// out or a braille display shows as a riddle.
func TestPlainIsNothingButWords(t *testing.T) {
	answers := aHome(t)
	for _, call := range everyPrint(answers) {
		printed, _ := called(t, append(slices.Clone(call), "--plain")...)
		if found := noise(printed, slices.Contains(call, "--help") || slices.Contains(call, "help")); len(found) > 0 {
			t.Errorf("backcare %s --plain has %q", strings.Join(call, " "), found)
		}
	}
}

// noise returns the lines of a text with a character that is neither a letter,
// a digit nor a mark that sentences have, and that character. In code, such as
// a call to type, there are some more marks.
func noise(text string, code bool) []string {
	var found []string
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		for _, r := range line {
			switch {
			case r == ' ', unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
			case strings.ContainsRune(".,;:!?'\"()[]-/%&+¿¡–", r):
			case strings.Contains(line, "://"): // an address is spelled out anyway
			case code && r < unicode.MaxASCII && unicode.IsGraphic(r):
			default:
				found = append(found, fmt.Sprintf("%c %U in %s", r, r, line))
			}
		}
	}
	return found
}
