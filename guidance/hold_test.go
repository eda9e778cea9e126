package guidance

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// Whatever hold is chosen, the dose and the words say the same, and no brace is
// left over in anything that a person reads.
func TestWordsFollowTheHold(t *testing.T) {
	holds := 0
	for _, r := range Open("en").Relief().All() {
		shortest, longest := r.Dose.HoldLimits()
		for seconds := shortest; seconds <= longest; seconds++ {
			changed := r.WithHold(seconds)
			all, err := json.Marshal(changed.Words)
			if err != nil {
				t.Fatal(err)
			}
			if strings.ContainsAny(strings.Trim(string(all), "{}"), "{") && strings.Contains(string(all), "{hold}") {
				t.Errorf("%s: a place for the hold is left open: %s", r.ID, all)
			}
			if changed.Dose.HoldSeconds != seconds {
				t.Errorf("%s: got a hold of %d seconds, want %d", r.ID, changed.Dose.HoldSeconds, seconds)
			}
			if seconds == 0 {
				continue
			}
			holds++
			if want := fmt.Sprintf("Hold %d seconds each", seconds); !strings.Contains(changed.Words.Dose, want) {
				t.Errorf("%s: want %q in %q", r.ID, want, changed.Words.Dose)
			}
			if want := fmt.Sprintf(" %d seconds", seconds); !strings.Contains(strings.Join(changed.Words.How, " "), want) {
				t.Errorf("%s: the steps do not say%s: %q", r.ID, want, changed.Words.How)
			}
		}
		if again := r.WithHold(longest).WithHold(r.Dose.HoldSeconds); fmt.Sprint(again.Words) != fmt.Sprint(r.Words) {
			t.Errorf("%s: changing the hold and back changes the words", r.ID)
		}
	}
	t.Logf("%d holds", holds)
}

func TestHoldLimits(t *testing.T) {
	for _, test := range []struct{ prescribed, shortest, longest int }{
		{0, 0, 0}, {1, 1, 2}, {2, 2, 4}, {5, 2, 10}, {8, 2, 10}, {20, 2, 20},
	} {
		shortest, longest := Dose{HoldSeconds: test.prescribed}.HoldLimits()
		if shortest != test.shortest || longest != test.longest {
			t.Errorf("%d seconds: got %d to %d, want %d to %d", test.prescribed, shortest, longest, test.shortest, test.longest)
		}
	}
}
