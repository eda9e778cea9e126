package main

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"backcare/wizard/textwidth"
)

// Whatever is printed keeps to its columns, from 20 to 200, with pictures and
// tables and without. Only what could not be followed or copied any more is
// left whole: an address, the name of a file, a command.
func TestEveryCommandKeepsToItsColumns(t *testing.T) {
	answers := aHome(t)
	lines := 0
	for _, columns := range []int{20, 24, 40, 80, 200} {
		t.Setenv("COLUMNS", strconv.Itoa(columns))
		for _, call := range everyPrint(answers) {
			for _, manner := range []string{"", "--plain", "--lang=es"} {
				args := call
				if manner != "" {
					args = append(append([]string{}, call...), manner)
				}
				printed, _ := called(t, args...)
				for line := range strings.Lines(printed) {
					lines++
					line = strings.TrimRight(line, "\n")
					if wide := textwidth.Columns(line); wide > columns && !unbreakable(line) {
						t.Errorf("%d columns: backcare %s: %d wide: %q", columns, strings.Join(args, " "), wide, line)
					}
				}
			}
		}
	}
	t.Logf("%d lines", lines)
}

// unbreakable reports whether a line is nothing but what is not to be broken: an
// address, a path, or a command to copy.
func unbreakable(line string) bool {
	if strings.HasPrefix(strings.TrimSpace(line), "backcare ") {
		return true
	}
	words := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "- "))
	return len(words) == 1 && (strings.Contains(words[0], "://") || strings.HasPrefix(words[0], "/"))
}

// Where the locale is not UTF-8, whatever draws is of ASCII. The letters of a
// name, or of what a person wrote, stay what they are.
func TestASCIIWithoutUTF8(t *testing.T) {
	answers := aHome(t)
	for _, locale := range []string{"C", "en_GB.ISO-8859-1", ""} {
		t.Setenv("LANG", locale)
		for _, call := range everyPrint(answers) {
			printed, _ := called(t, call...)
			for _, r := range printed {
				if r > unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsMark(r) {
					t.Errorf("LANG=%s backcare %s has %c %U", locale, strings.Join(call, " "), r, r)
				}
			}
		}
	}
}
