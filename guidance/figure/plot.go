package figure

import "math"

// A Plot is a course over time as a curve of dots. It knows neither what is
// counted nor when: whoever shows it writes the axes.
type Plot struct {
	// Runs are points in order. Those of one run are joined by a line.
	Runs [][]PlotPoint
}

// A PlotPoint is a place in a plot: the share of the way from the left and
// from the bottom, each from 0 to 1.
type PlotPoint struct{ X, Y float64 }

// Render draws the plot on so many cells. The lowest value is in the middle of
// the lowest row and the highest in the middle of the highest one, so that
// labels beside the rows stand where they belong. Points have the ink Felt and
// the lines between them the ink Prop.
func (p Plot) Render(width, height int) *Canvas {
	c := newCanvas(width, height)
	for _, run := range p.Runs {
		for i := 1; i < len(run); i++ {
			c.join(c.spot(run[i-1]), c.spot(run[i]))
		}
	}
	for _, run := range p.Runs {
		for _, point := range run {
			c.blob(c.spot(point))
		}
	}
	return c
}

// A spot is the top left dot of a point.
type spot struct{ x, y int }

// spot returns where a point is drawn. It keeps to whole cells from left to
// right, so that the same point is one character in ASCII.
func (c *Canvas) spot(p PlotPoint) spot {
	column := math.Round(within01(p.X) * float64(c.Width-1))
	middle := dotsDown/2 - 1
	down := math.Round((1 - within01(p.Y)) * float64((c.Height-1)*dotsDown))
	return spot{int(column) * dotsAcross, middle + int(down)}
}

// within01 keeps a share from leaving the picture.
func within01(share float64) float64 {
	if math.IsNaN(share) {
		return 0
	}
	return max(0, min(share, 1))
}

// blob draws a point: two dots by two.
func (c *Canvas) blob(at spot) {
	for y := at.y; y < at.y+2; y++ {
		for x := at.x; x < at.x+2; x++ {
			c.dots[y*c.wide+x] = Felt
		}
	}
}

// join draws a line from one point to another.
func (c *Canvas) join(from, to spot) {
	steps := max(abs(to.x-from.x), abs(to.y-from.y))
	for i := range steps {
		share := float64(i) / float64(steps)
		x := from.x + int(math.Round(share*float64(to.x-from.x)))
		y := from.y + int(math.Round(share*float64(to.y-from.y)))
		c.dots[y*c.wide+x] = Prop
	}
}

func abs(n int) int { return max(n, -n) }
