package terminal

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"backcare/guidance/figure"
)

// A moving picture goes out ten times a second, perhaps over a slow line.
func TestBytesOfAMovingPicture(t *testing.T) {
	const columns, rows, perSecond, most = 44, 16, 10, 6000
	for _, color := range []bool{false, true} {
		var table strings.Builder
		var rates []int
		for _, id := range figure.IDs() {
			f, _ := figure.Find(id)
			if f.Keyframes() < 2 {
				continue
			}
			rate := movingBytes(f, columns, rows, perSecond, color)
			rates = append(rates, rate)
			fmt.Fprintf(&table, "%6d  %s\n", rate, id)
			if rate > most {
				t.Errorf("%s takes %d bytes a second with colour %v, want at most %d", id, rate, color, most)
			}
		}
		slices.Sort(rates)
		t.Logf("measured: figure-bytes %d", rates[len(rates)-1])
		t.Logf("bytes a second while a figure of %dx%d cells moves, colour %v:\n%s%6d  median\n%6d  worst",
			columns, rows, color, &table, rates[len(rates)/2], rates[len(rates)-1])
	}
}

// movingBytes is how many bytes a second the parts of a figure's round take in
// which it moves, on average.
func movingBytes(f *figure.Figure, columns, rows, perSecond int, color bool) int {
	s := scenery{unicode: true}
	p := painter{color: color}
	frame := func(pose figure.Pose) int {
		s.grid.reset(columns, rows)
		s.picture(region{0, 0, columns, rows}, pose)
		return len(p.paint(&s.grid))
	}
	bytes, seconds := 0, 0.0
	for i := range f.Keyframes() {
		_, move := f.Timing(i)
		to := (i + 1) % f.Keyframes()
		frame(f.Key(i, false))
		n := int(move * float64(perSecond))
		for step := 1; step <= n; step++ {
			bytes += frame(f.Between(i, to, float64(step)/float64(perSecond)/move, false))
		}
		seconds += float64(n) / float64(perSecond)
	}
	if seconds == 0 {
		return 0
	}
	return int(float64(bytes) / seconds)
}

// BenchmarkScene draws and paints a moving scene.
func BenchmarkScene(b *testing.B) {
	s := scenery{unicode: true}
	p := painter{color: true}
	scene := twist()
	frame := 0
	for b.Loop() {
		scene.Picture = pose("seated-twist", float64(frame)/10)
		p.paint(s.draw(scene, 80, 24))
		frame++
	}
}
