package figure

import (
	"slices"
	"testing"
)

// Whatever was on a canvas before, what is drawn on it looks as on a new one.
func TestDrawingOverAnotherPicture(t *testing.T) {
	var used Canvas
	for i, id := range IDs() {
		f, _ := Find(id)
		for n, pose := range []Pose{f.Key(0, false), f.Frame(1.3, true)} {
			width, height := 20+7*(i%5), 8+5*((i+n)%4)
			used.Draw(pose, width, height)
			fresh := Render(pose, width, height)
			if !slices.Equal(used.dots, fresh.dots) {
				t.Errorf("%s is drawn otherwise where there was another picture:\n%q\n%q", id, used.Braille(), fresh.Braille())
			}
			if !slices.Equal(used.ASCII(), fresh.ASCII()) {
				t.Errorf("%s has other arrows where there was another picture:\n%q\n%q", id, used.ASCII(), fresh.ASCII())
			}
		}
	}
}

// A figure moves for minutes. What a frame leaves behind has to be cleaned up
// meanwhile, so it leaves next to nothing.
func TestFramesLeaveLittleBehind(t *testing.T) {
	const most = 30 // allocations
	for _, id := range IDs() {
		f, _ := Find(id)
		if f.Keyframes() < 2 {
			continue
		}
		var c Canvas
		frame := 0.0
		allocations := testing.AllocsPerRun(20, func() {
			paintedCells(&c, f.Frame(frame, false))
			frame += .1
		})
		t.Logf("%3.0f  %s", allocations, id)
		if allocations > most {
			t.Errorf("a frame of %s takes %.0f allocations, want at most %d", id, allocations, most)
		}
	}
}
