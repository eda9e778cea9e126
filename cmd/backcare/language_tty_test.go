//go:build unix

package main

import (
	"strings"
	"testing"

	"backcare/guidance"
)

// In every language the first page, with the question below it, fits a screen
// of 40 columns and 20 rows: nobody in danger has to press a key to read on.
func TestFirstPageFitsASmallScreenInEveryLanguage(t *testing.T) {
	for _, language := range guidance.Languages() {
		l := guidance.Open(language)
		s := sitWith(t, 40, 20, []string{"LANG=" + language + "_GB.UTF-8"}, "check")
		s.WaitUntil("the question is there", func(screen string) bool {
			return strings.Contains(screen, "› "+l.Say("One of these is true"))
		})
		screen := s.Screen()
		for _, want := range append(l.Notices().EmergencyList.Items, l.Notices().EmergencyList.Title) {
			if !strings.Contains(screen, want) {
				t.Errorf("%s: %q is out of sight:\n%s", language, want, screen)
			}
		}
	}
}
