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
	// arrows are the heads that have been drawn.
	arrows []arrowhead
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

// all is the whole canvas.
func (c *Canvas) all() window { return window{0, 0, c.wide - 1, c.high - 1} }

// Dot returns the ink of a dot, counted from the top left, in dots.
func (c *Canvas) Dot(x, y int) Ink { return c.dots[y*c.wide+x] }

// Cell returns the attribute of a cell: the most telling ink in it.
func (c *Canvas) Cell(column, row int) Ink {
	most := None
	for i := row*dotsDown*c.wide + column*dotsAcross; i < (row+1)*dotsDown*c.wide; i += c.wide {
		two := c.dots[i : i+dotsAcross]
		most = max(most, two[0], two[1])
	}
	return most
}

// flip turns the picture left to right.
func (c *Canvas) flip() {
	for y := range c.high {
		slices.Reverse(c.dots[y*c.wide : (y+1)*c.wide])
	}
	for i := range c.arrows {
		c.arrows[i].flip(float64(c.wide))
	}
}

// bits returns the dots of a cell as a bit each, row by row.
func (c *Canvas) bits(column, row int) uint8 {
	var bits uint8
	i := row*dotsDown*c.wide + column*dotsAcross
	for bit := uint8(1); bit != 0; bit <<= dotsAcross {
		two := c.dots[i : i+dotsAcross]
		if two[0] != None {
			bits |= bit
		}
		if two[1] != None {
			bits |= bit << 1
		}
		i += c.wide
	}
	return bits
}

// braille is the pattern for the dots of a cell, which braille counts down
// the columns, and those of the last row at the end.
var braille = func() (patterns [256]uint8) {
	order := [8]uint8{0, 3, 1, 4, 2, 5, 6, 7}
	for bits := range patterns {
		for i, to := range order {
			patterns[bits] |= uint8(bits>>i&1) << to
		}
	}
	return patterns
}()

// Braille returns the picture as lines of braille patterns.
func (c *Canvas) Braille() []string {
	lines := make([]string, c.Height)
	line := make([]byte, 0, c.Width*len("\u2800"))
	for row := range lines {
		line = line[:0]
		for column := range c.Width {
			p := braille[c.bits(column, row)]
			line = append(line, 0xE2, 0xA0|p>>6, 0x80|p&0x3F) // U+2800 and p, in UTF-8
		}
		lines[row] = string(line)
	}
	return lines
}
