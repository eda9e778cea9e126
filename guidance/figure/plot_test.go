package figure

import (
	"math"
	"strings"
	"testing"
)

// The same course in both alphabets: from 10 at the left down to 0 at the
// right, and one point by itself.
func TestPlot(t *testing.T) {
	p := Plot{Runs: [][]PlotPoint{{{0, 1}, {.5, .5}, {1, 0}}, {{1, 1}}}}
	c := p.Render(9, 3)
	for name, test := range map[string]struct{ got, want []string }{
		"braille": {c.Braille(), plotBraille},
		"ASCII":   {c.ASCII(), plotASCII},
	} {
		if got, want := strings.Join(test.got, "\n"), strings.Join(test.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// Whatever the numbers and the size, it is drawn inside the picture.
func TestPlotStaysInside(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 0, .3, 1, 2}
	var run []PlotPoint
	for _, x := range odd {
		for _, y := range odd {
			run = append(run, PlotPoint{x, y})
		}
	}
	for width := range 20 {
		for height := range 8 {
			c := Plot{Runs: [][]PlotPoint{run, nil, {}}}.Render(width, height)
			if len(c.ASCII()) != max(height, 1) {
				t.Errorf("%d by %d: got %d rows", width, height, len(c.ASCII()))
			}
		}
	}
}

// A score stands in the row of its label.
func TestPlotRows(t *testing.T) {
	const rows = 6
	for score := 0; score <= 10; score += 2 {
		lines := Plot{Runs: [][]PlotPoint{{{0, float64(score) / 10}}}}.Render(1, rows).ASCII()
		for row, line := range lines {
			if want := row == (10-score)/2; strings.Contains(line, "x") != want {
				t.Errorf("score %d, row %d: got %q", score, row, line)
			}
		}
	}
}

var (
	plotBraille = []string{
		"⠶⢄⡀⠀⠀⠀⠀⠀⠶",
		"⠀⠀⠈⠑⠶⢄⡀⠀⠀",
		"⠀⠀⠀⠀⠀⠀⠈⠑⠶",
	}
	plotASCII = []string{
		"x..     x",
		"  ''x..  ",
		"      ''x",
	}
)
