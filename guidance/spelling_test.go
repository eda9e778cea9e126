package guidance

import "testing"

// Where two words have one root, a word as it is written is still its own, and
// the root is that of the same one each time.
func TestWordsOfOneRoot(t *testing.T) {
	for range 50 { // maps have no order
		s := newSpeller(searchWords{Endings: []string{"ido", "ir"}, Same: map[string][]string{"dormir": {"duermo"}, "entumecido": {"dormido"}}})
		for word, want := range map[string]string{"dormir": "dorm", "duermo": "dorm", "dorm": "dorm", "dormido": "entumec"} {
			if got := s.term(word); got != want {
				t.Fatalf("%s: got %q, want %q", word, got, want)
			}
		}
	}
}
