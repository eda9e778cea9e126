package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"backcare/guidance"
)

// In plain mode nothing but lines of words comes out, whatever is called: no
// byte that moves a cursor or rings, and no character that a screen reader spells
// out or a braille display shows as a riddle.
func TestPlainIsNothingButWords(t *testing.T) {
	answers := aHome(t)
	reports := [][]string{{"report", "--answers", answers["self-care"]}, {"report", "--answers", answers["emergency"]}, {"report", "--for", "clinician", "--answers", answers["self-care"]}}
	for _, call := range append(reports, everyPrint(answers)...) {
		for _, language := range guidance.Languages() {
			printed, _ := called(t, append(slices.Clone(call), "--plain", "--lang", language)...)
			if found := noise(printed, slices.Contains(call, "--help") || slices.Contains(call, "help")); len(found) > 0 {
				t.Errorf("backcare %s --plain --lang %s has %q", strings.Join(call, " "), language, found)
			}
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
			case strings.ContainsRune(".,;:!?'\"()[]-/%&+¿¡", r):
			case strings.Contains(line, "://"): // an address is spelled out anyway
			case code && r < unicode.MaxASCII && unicode.IsGraphic(r):
			default:
				found = append(found, fmt.Sprintf("%c %U in %s", r, r, line))
			}
		}
	}
	return found
}

// The whole sessions that are kept as transcripts are nothing but words, too.
func TestPlainSessionsAreNothingButWords(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/script/plain_sessions.txtar")
	if err != nil {
		t.Fatal(err)
	}
	heard := 0
	for _, f := range archive.Files {
		if !strings.HasSuffix(f.Name, ".heard") {
			continue
		}
		heard++
		if found := noise(string(f.Data), false); len(found) > 0 || len(f.Data) == 0 {
			t.Errorf("%s has %q in %d bytes", f.Name, found, len(f.Data))
		}
	}
	if heard < 10 {
		t.Errorf("there are %d transcripts, want 10", heard)
	}
}
