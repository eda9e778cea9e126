package guidance

import (
	"reflect"
	"testing"
)

// One entry read by itself is what it is in the whole.
func TestWordsOfOneEntry(t *testing.T) {
	l := Open("en")
	for id, want := range words[map[string]ReliefWords](l, "remedies") {
		if got := entryWords[ReliefWords](l, "remedies", id); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", id, got, want)
		}
	}
	for _, bad := range []string{``, `{`, `{"a": 1}`, `{"a": [`, `{"b": "not a number"}`} {
		if got, err := entry[int]([]byte(bad), "b"); err == nil {
			t.Errorf("%q: got %d, want an error", bad, got)
		}
	}
}
