package guidance

import (
	"reflect"
	"strings"
	"testing"
)

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

// Words lead to the same, whether their accents are typed, left out, or come as
// characters of their own.
func TestAccentsMayBeLeftOut(t *testing.T) {
	l := Open("es")
	left := strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u")
	apart := strings.NewReplacer("á", "a\u0301", "é", "e\u0301", "í", "i\u0301", "ó", "o\u0301", "ú", "u\u0301", "ü", "u\u0308", "ñ", "n\u0303")
	if found := l.Lookup("colchon"); len(found.Topics) == 0 {
		t.Error("colchon finds nothing")
	}
	said := []string{"colchón", "visión doble", "me golpeó un camión"}
	for _, topic := range l.Topics() {
		said = append(append(said, topic.Keywords...), topic.Question)
	}
	for _, words := range said {
		want := l.Lookup(words)
		for _, typed := range []string{left.Replace(words), apart.Replace(words), strings.ToUpper(words)} {
			if got := l.Lookup(typed); !reflect.DeepEqual(got, want) {
				t.Errorf("%q: got %s, want %s as for %q", typed, topicIDs(got.Topics), topicIDs(want.Topics), words)
			}
		}
	}
}
