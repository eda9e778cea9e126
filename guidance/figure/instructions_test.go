package figure

import (
	"flag"
	"fmt"
	"strings"
	"testing"
)

var (
	drawnID     = flag.String("draw", "", "figure to draw the -frames of")
	drawnFrames = flag.Int("frames", 0, "how many frames to draw, for .ci/figure-instructions to count what one costs")
)

// TestFrames draws frames and does nothing else, so that what two runs with
// different counts differ by is what the frames cost.
func TestFrames(t *testing.T) {
	if *drawnID == "" {
		t.Skip("no -draw ID")
	}
	f, ok := Find(*drawnID)
	if !ok {
		t.Fatalf("no figure %q", *drawnID)
	}
	dots := 0
	var c Canvas
	for i := range *drawnFrames {
		// Ten frames a second, all through the movement again and again.
		dots += paintedCells(&c, f.Frame(float64(i)/10, false))
	}
	if *drawnFrames > 0 && dots == 0 {
		t.Error("nothing was drawn")
	}
}

// paintedCells does what a terminal does with a frame: it asks for the text and
// for the colour of each cell.
func paintedCells(c *Canvas, p Pose) (painted int) {
	c.Draw(p, 44, 16)
	for row := range c.Height {
		for column := range c.Width {
			painted += len(c.BrailleCell(column, row))
			if c.Cell(column, row) != None {
				painted++
			}
		}
	}
	return painted
}

// TestMoving prints the figures that move, for .ci/figure-instructions.
func TestMoving(t *testing.T) {
	var moving []string
	for _, id := range IDs() {
		if f, _ := Find(id); f.Keyframes() > 1 {
			moving = append(moving, id)
		}
	}
	if len(moving) == 0 {
		t.Error("no figure moves")
	}
	if testing.Verbose() {
		fmt.Println("moving:", strings.Join(moving, " "))
	}
}
