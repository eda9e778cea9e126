package figure

import "slices"

// A Canvas is a picture of dots, two across and four down in each cell of a
// terminal.
type Canvas struct {
	// Width and Height are in cells.
	Width, Height int
	// dots hold the ink of each dot, row by row.
	dots []Ink
	// wide and high are the size in dots.
	wide, high int
}

// The dots of a cell.
const (
	dotsAcross = 2
	dotsDown   = 4
)

func newCanvas(width, height int) *Canvas {
	width, height = max(width, 1), max(height, 1)
	c := &Canvas{Width: width, Height: height, wide: width * dotsAcross, high: height * dotsDown}
	c.dots = make([]Ink, c.wide*c.high)
	return c
}

// Dot returns the ink of a dot, counted from the top left, in dots.
func (c *Canvas) Dot(x, y int) Ink { return c.dots[y*c.wide+x] }

// Cell returns the attribute of a cell: the most telling ink in it.
func (c *Canvas) Cell(column, row int) Ink {
	most := None
	for y := row * dotsDown; y < (row+1)*dotsDown; y++ {
		for x := column * dotsAcross; x < (column+1)*dotsAcross; x++ {
			most = max(most, c.dots[y*c.wide+x])
		}
	}
	return most
}

// flip turns the picture left to right.
func (c *Canvas) flip() {
	for y := range c.high {
		slices.Reverse(c.dots[y*c.wide : (y+1)*c.wide])
	}
}

// bits returns the dots of a cell as a bit each, row by row.
func (c *Canvas) bits(column, row int) uint8 {
	var bits uint8
	for i := range dotsAcross * dotsDown {
		if c.dots[(row*dotsDown+i/dotsAcross)*c.wide+column*dotsAcross+i%dotsAcross] != None {
			bits |= 1 << i
		}
	}
	return bits
}

// brailleOrder is the bit of the braille pattern for each dot, row by row.
var brailleOrder = [8]uint8{0, 3, 1, 4, 2, 5, 6, 7}

// Braille returns the picture as lines of braille patterns.
func (c *Canvas) Braille() []string {
	const blank = 0x2800
	lines := make([]string, c.Height)
	line := make([]rune, c.Width)
	for row := range lines {
		for column := range line {
			bits, pattern := c.bits(column, row), rune(0)
			for i, to := range brailleOrder {
				pattern |= rune(bits>>i&1) << to
			}
			line[column] = blank + pattern
		}
		lines[row] = string(line)
	}
	return lines
}
