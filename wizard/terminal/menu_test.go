package terminal

import (
	"bytes"
	"strings"
	"testing"
)

// newMenu returns a menu over five choices of one line, the third of two, of
// which so many are shown at once, and what it writes.
func newMenu(page int, chunks ...string) (*menu, *bytes.Buffer) {
	var written bytes.Buffer
	g := guardOne(chunks...)
	g.ticked = make([]bool, 5)
	return &menu{
		w: &written, guard: g, ink: newInk(false), marks: marksFor(true),
		list: list{hint: []string{"Arrows move"}, options: []string{"a", "b", "c\n  and more", "d", "e"}, page: page},
	}, &written
}

func TestMenuShowsThePageOfTheHighlight(t *testing.T) {
	for at, want := range []string{
		"Arrows move|› a|  b|  c|  and more",
		"Arrows move|  a|› b|  c|  and more",
		"Arrows move|  b|› c|  and more|  d",
		"Arrows move|  c|  and more|› d|  e",
		"Arrows move|  c|  and more|  d|› e",
	} {
		m, _ := newMenu(3)
		m.guard.at = at
		lines, highlighted := m.lines()
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("with the highlight on %d: got %q, want %q", at, got, want)
		}
		if !strings.HasPrefix(lines[highlighted], "›") {
			t.Errorf("with the highlight on %d: the cursor is led to %q", at, lines[highlighted])
		}
	}
}

func TestMenuTicks(t *testing.T) {
	m, _ := newMenu(5)
	m.guard.several, m.guard.at, m.guard.ticked[0], m.guard.ticked[2] = true, 2, true, true
	lines, _ := m.lines()
	const want = "Arrows move|  [x] a|  [ ] b|› [x] c|  and more|  [ ] d|  [ ] e"
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A key that changes nothing on the screen sends nothing down a slow line.
func TestMenuDrawsOnlyWhatChanged(t *testing.T) {
	m, written := newMenu(5, "y", "\x1b[C", "\x1b", "", "\r")
	if err := m.run(); err != nil || m.guard.ending != strayed {
		t.Fatalf("ending %v, error %v; want %v after a letter", m.guard.ending, err, strayed)
	}
	if n := strings.Count(written.String(), "Arrows move"); n != 1 {
		t.Errorf("drawn %d times, want once:\n%q", n, written)
	}

	m, written = newMenu(5, "\x1b[B\x1b[B", "\x1b[A", "\r")
	if err := m.run(); err != nil || m.guard.ending != answered || m.guard.at != 1 {
		t.Errorf("ending %v on %d, error %v; want the choice 1", m.guard.ending, m.guard.at, err)
	}
	if n := strings.Count(written.String(), "Arrows move"); n != 3 {
		t.Errorf("drawn %d times, want once and after each of two gestures:\n%q", n, written)
	}
}
