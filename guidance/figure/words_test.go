package figure

import (
	"strings"
	"testing"

	"backcare/guidance"
)

// Everything that a person moves or lies in has a figure, and every figure
// belongs to something and is told in one to three sentences.
func TestEveryMovementAndPositionHasAFigureAndWords(t *testing.T) {
	drawn := map[string]bool{"breathing": true, "heat": true, "ice": true}
	for _, r := range guidance.Open("en").Relief().All() {
		if r.Kind != guidance.Remedy {
			drawn[r.ID] = true
		} else if _, ok := Find(r.ID); ok {
			drawn[r.ID] = true
		}
	}
	for id := range drawn {
		f, ok := Find(id)
		if !ok {
			t.Errorf("figures.json: no figure for %q", id)
			continue
		}
		words := guidance.Open("en").PictureWords(f.ID)
		if n := strings.Count(words+" ", ". "); n < 1 || n > 3 || !strings.HasSuffix(words, ".") {
			t.Errorf("en/figures.json: %s: got %d sentences, want 1 to 3: %q", id, n, words)
		}
	}
	for _, id := range IDs() {
		if !drawn[id] {
			t.Errorf("figures.json: %s: there is no such movement, position or remedy", id)
		}
	}
	if f, ok := Find("nothing"); ok {
		t.Errorf("got figure %q for an unknown id", f.ID)
	}
}
