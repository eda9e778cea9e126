package journal

import (
	"fmt"
	"testing"
)

// A diary of a lifetime is read without being held: what is allocated grows
// with the entries and no faster, and what is in use hardly grows. The most
// that the process held is told only, because it depends on how much else the
// machine has to do.
func TestLongDiaryIsNotHeld(t *testing.T) {
	bare := measure(t, Open(t.TempDir()), "nothing")
	short, long := fill(t, 10_000), fill(t, 100_000)
	for how, want := range map[string]int{"all": 100_000, "current": 98_000} {
		little, much := measure(t, short, how), measure(t, long, how)
		if much.entries != want {
			t.Errorf("%s: got %d entries, want %d", how, much.entries, want)
		}
		if much.allocated > 11*little.allocated {
			t.Errorf("%s: ten times the entries allocate %d bytes, and a tenth %d: more than in proportion",
				how, much.allocated, little.allocated)
		}
		const room = 4 << 20 // bytes: the points of the test are nearly half of it
		if much.inUse-bare.inUse > room {
			t.Errorf("%s: %d bytes in use, want no more than %d beside the %d of a process that does nothing",
				how, much.inUse, room, bare.inUse)
		}
		t.Logf("%s: 100,000 entries: %d bytes allocated an entry, %d KiB in use, %d KiB at most held; %d KiB by a process that does nothing",
			how, much.allocated/want, much.inUse>>10, much.peak, bare.peak)
	}
}

// memory is in bytes, but for the peak in KiB.
type memory struct{ entries, allocated, inUse, peak int }

func measure(t *testing.T, j *Journal, how string) (m memory) {
	t.Helper()
	out, err := program(t, j, how).Output()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Sscan(string(out), &m.entries, &m.allocated, &m.inUse, &m.peak); err != nil {
		t.Fatalf("got %q: %v", out, err)
	}
	return m
}
