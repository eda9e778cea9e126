package terminal

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hinshun/vt10x"

	"backcare/guidance/figure"
)

// seen is what a terminal shows after all that was painted on it.
func seen(screen vt10x.Terminal) string {
	var b strings.Builder
	for line := range strings.SplitSeq(screen.String(), "\n") {
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// Whatever is painted in whatever order, the screen shows the last of it.
func TestPainterShowsWhatItIsGiven(t *testing.T) {
	const columns, rows = 30, 8
	random := rand.New(rand.NewPCG(1, 2))
	for _, color := range []bool{false, true} {
		screen := vt10x.New(vt10x.WithSize(columns, rows))
		p := painter{color: color}
		var g grid
		g.reset(columns, rows)
		for round := range 2000 {
			for range random.IntN(40) {
				i := random.IntN(len(g.cells))
				g.cells[i] = cell{string([]rune(" ab⣿█")[random.IntN(5)]), style(random.IntN(len(sgr)))}
			}
			if round%50 == 0 {
				p.forget()
			}
			if _, err := screen.Write(p.paint(&g)); err != nil {
				t.Fatal(err)
			}
			if got, want := seen(screen), strings.TrimRight(g.String(), "\n"); got != want {
				t.Fatalf("round %d: the screen shows\n%s\nwant\n%s", round, got, want)
			}
		}
	}
}

func TestPainterPaintsColour(t *testing.T) {
	screen := vt10x.New(vt10x.WithSize(44, 16))
	p := painter{color: true}
	s := scenery{unicode: true}
	for step := range 40 {
		f, _ := figure.Find("seated-twist")
		s.grid.reset(44, 16)
		s.picture(region{0, 0, 44, 16}, f.Frame(float64(step)/10, false))
		_, _ = screen.Write(p.paint(&s.grid))
		for y := range 16 {
			for x, c := range s.grid.row(y) {
				want := vt10x.DefaultFG
				switch c.style {
				case inMotion:
					want = vt10x.Green
				case inFelt:
					want = vt10x.Magenta
				}
				if got := screen.Cell(x, y); c.text != " " && got.FG != want {
					t.Fatalf("step %d: the cell at %d, %d has colour %v, want %v", step, x, y, got.FG, want)
				}
			}
		}
	}
}

func TestPainterIsSilentWhenNothingChanges(t *testing.T) {
	s := &scenery{unicode: true}
	p := painter{color: true}
	p.paint(s.draw(twist(), 80, 24))
	if again := p.paint(s.draw(twist(), 80, 24)); len(again) > 0 {
		t.Errorf("the same scene again takes %q", again)
	}
	if resized := p.paint(s.draw(twist(), 81, 24)); !strings.HasPrefix(string(resized), resetStyle+topLeft+eraseAll) {
		t.Errorf("another size begins with %q", resized[:10])
	}
}

func TestPainterWithoutColour(t *testing.T) {
	s := &scenery{unicode: true}
	p := painter{}
	out := string(p.paint(s.draw(heat(), 80, 24)))
	if strings.Contains(strings.TrimPrefix(out, resetStyle), "m\x1b") || strings.Contains(out, "\x1b[1m") || strings.Contains(out, "\x1b[2m") {
		t.Errorf("without colour there is a style in %q", out)
	}
}
