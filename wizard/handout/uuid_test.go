package handout

import (
	"fmt"
	"regexp"
	"testing"
)

func TestIdentifiersAreUUIDs(t *testing.T) {
	uuid := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	seen := map[string]bool{}
	for n := range 10_000 {
		id := identifier("event", fmt.Sprint(n))
		if !uuid.MatchString(id) {
			t.Fatalf("got %q, want a UUID of version 8", id)
		}
		if seen[id] {
			t.Fatalf("%q stands for two texts", id)
		}
		seen[id] = true
	}
	// It must not change, or calendars show everything twice.
	if got, want := identifier("event", "walk"), "429455f4-608a-8900-a460-d4b3516afaec"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if identifier("ab", "c") == identifier("a", "bc") {
		t.Error("where one text ends does not matter, but should")
	}
}
