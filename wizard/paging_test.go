package wizard

import (
	"slices"
	"strings"
	"testing"
)

// A slate is a display and a prompter on which a page has so many rows, one
// for each text, and somebody who goes on.
type slate struct {
	rows  int
	pages []Page
	asked int
}

func (s *slate) Tell(p Page) error    { s.pages = append(s.pages, p); return nil }
func (s *slate) Present(p Page) error { return s.Tell(p) }
func (s *slate) Fits(p Page, choices int) bool {
	return len(texts(p))+choices <= s.rows
}
func (s *slate) ChooseOne(Question) (int, error)       { s.asked++; return 0, nil }
func (s *slate) ChooseSeveral(Question) ([]int, error) { return nil, nil }

func texts(p Page) []string {
	var all []string
	for _, b := range p {
		if b.Text != "" {
			all = append(all, b.Text)
		}
		all = append(all, b.Items...)
	}
	return all
}

// However small the screen, nothing is lost, and no page ends with what
// introduces the next one.
func TestPagesDoNotEndWithAnIntroduction(t *testing.T) {
	parts := []Page{
		{{Kind: Title, Text: "Heat"}, {Text: "Warm, not hot."}},
		append(Page{{Text: "Take a pack."}}, list(phraseStop, Bullets, []string{"It burns.", "It stings.", "It turns white."})...),
		{{Kind: Heading, Text: phraseHow}},
		{{Kind: Steps, Items: []string{"Wrap it.", "Put it on."}}, {Text: "Call with any of these:"}, {Kind: Bullets, Items: []string{"Numb.", "Weak."}}},
	}
	var want []string
	for _, p := range parts {
		want = append(want, texts(p)...)
	}
	for rows := 1; rows <= 20; rows++ {
		for choices := 1; choices <= 4; choices++ {
			s := &slate{rows: rows}
			c := &Conversation{Library: inEnglish, Display: s, Prompter: s}
			if err := c.read(s.Tell, choices, parts...); err != nil {
				t.Fatal(err)
			}
			var got []string
			for n, p := range s.pages {
				got = append(got, texts(p)...)
				if last := p[len(p)-1]; n+1 < len(s.pages) && last.Introduces() {
					t.Errorf("%d rows: page %d ends with %q", rows, n+1, last.Text)
				}
			}
			if !slices.Equal(got, want) || s.asked != len(s.pages)-1 {
				t.Errorf("%d rows: it says\n%s\nwant\n%s", rows, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}
