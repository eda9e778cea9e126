package journal

import (
	"fmt"
	"testing"
)

// A diary of a lifetime is read without being held: what is allocated grows
// with the entries and no faster, and the most that is held hardly grows.
func TestLongDiaryIsNotHeld(t *testing.T) {
	const budget = 16 << 10 // KiB
	_, _, bare := measure(t, Open(t.TempDir()), "nothing")
	short, long := fill(t, 10_000), fill(t, 100_000)
	for _, how := range []string{"all", "current"} {
		_, little, _ := measure(t, short, how)
		n, much, most := measure(t, long, how)
		if want := map[string]int{"all": 100_000, "current": 98_000}[how]; n != want {
			t.Errorf("%s: got %d entries, want %d", how, n, want)
		}
		if much > 11*little {
			t.Errorf("%s: ten times the entries allocate %d bytes, and a tenth %d: more than in proportion", how, much, little)
		}
		if most > budget && !underRaceDetector() {
			t.Errorf("%s: held %d KiB, want no more than %d", how, most, budget)
		}
		t.Logf("%s: 100,000 entries: %d bytes allocated an entry, %d KiB at most held, %d KiB by a process that does nothing",
			how, much/n, most, bare)
	}
}

func measure(t *testing.T, j *Journal, how string) (entries, allocated, peak int) {
	t.Helper()
	out, err := program(t, j, how).Output()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Sscan(string(out), &entries, &allocated, &peak); err != nil {
		t.Fatalf("got %q: %v", out, err)
	}
	return entries, allocated, peak
}
