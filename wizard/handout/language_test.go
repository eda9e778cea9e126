package handout

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"backcare/guidance"
)

// A screen reader says a page in the language of the page, and what is marked as
// another language in that: the English titles of works on a Spanish page.
func TestTitlesOfWorksAreInTheirLanguage(t *testing.T) {
	spanish := guidance.Open("es")
	marked := regexp.MustCompile(`<span lang="en">(?:<a [^>]*>)?([^<]*)`)
	for who, c := range someone(t) {
		for _, name := range []string{"sheet.html", "clinician.html"} {
			if got := write(t, name, c); strings.Count(got, " lang=") != 1 {
				t.Errorf("%s, %s: the English page marks another language", who, name)
			}
			c := c
			c.Library = spanish
			page := write(t, name, c)
			got := map[string]bool{}
			for _, m := range marked.FindAllStringSubmatch(page, -1) {
				got[html.UnescapeString(strings.TrimSuffix(m[1], " "))] = true
			}
			works := NewClinicianPage(c).Sources
			if name == "sheet.html" {
				works = NewSheet(c).Sources
			}
			for _, w := range works {
				if english := w.Kind != "document"; got[w.Title] != english {
					t.Errorf("%s, %s: %q is marked as English: %v", who, name, w.Title, got[w.Title])
				}
			}
		}
	}
}
