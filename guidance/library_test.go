package guidance

import (
	"reflect"
	"testing"
)

// One entry read by itself is what it is in the whole.
func TestWordsOfOneEntry(t *testing.T) {
	l := Open("en")
	for id, want := range words[map[string]ReliefWords](l, "remedies") {
		if got := member[ReliefWords](l.wordsFile("remedies"), id); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", id, got, want)
		}
	}
}
