package figure

import (
	"slices"
	"sync"
	"unicode/utf8"
)

// A Canvas is a picture of dots, two across and four down in each cell of a
// terminal. One canvas can be drawn on again and again, and then needs no more
// memory than for one picture.
type Canvas struct {
	// Width and Height are in cells.
	Width, Height int
	// dots hold the ink of each dot, row by row.
	dots []Ink
	// wide and high are the size in dots.
	wide, high int
	// arrows are the heads that have been drawn.
	arrows []arrowhead
	// owner is the number of the shape that each dot was drawn by, from 1.
	owner []uint8
	// drawing has what was drawn last.
	drawing drawing
	// enlarged is where a magnifier draws, if there is one.
	enlarged *Canvas
}

// The dots of a cell.
const (
	dotsAcross = 2
	dotsDown   = 4
)

func newCanvas(width, height int) *Canvas {
	var c Canvas
	c.reset(width, height)
	return &c
}

// reset makes the canvas an empty one of a size.
func (c *Canvas) reset(width, height int) {
	c.Width, c.Height = max(width, 1), max(height, 1)
	c.wide, c.high = c.Width*dotsAcross, c.Height*dotsDown
	n := c.wide * c.high
	c.dots, c.owner = slices.Grow(c.dots[:0], n)[:n], slices.Grow(c.owner[:0], n)[:n]
	clear(c.dots)
	clear(c.owner)
	c.arrows = c.arrows[:0]
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

// brailleLength is how many bytes a braille pattern takes.
const brailleLength = len("\u2800")

// braille has the patterns for the dots of a cell, which braille counts down
// the columns, and those of the last row at the end.
var braille = sync.OnceValue(func() string {
	var patterns []byte
	for bits := range 256 {
		p := rune(0)
		for i, to := range [8]uint8{0, 3, 1, 4, 2, 5, 6, 7} {
			p |= rune(bits >> i & 1 << to)
		}
		patterns = utf8.AppendRune(patterns, '\u2800'+p)
	}
	return string(patterns)
})

// Braille returns the picture as lines of braille patterns.
func (c *Canvas) Braille() []string {
	lines := make([]string, c.Height)
	line := make([]byte, 0, c.Width*brailleLength)
	for row := range lines {
		line = line[:0]
		for column := range c.Width {
			line = append(line, c.BrailleCell(column, row)...)
		}
		lines[row] = string(line)
	}
	return lines
}

// BrailleCell returns the braille pattern of a cell. It allocates nothing.
func (c *Canvas) BrailleCell(column, row int) string {
	at := int(c.bits(column, row)) * brailleLength
	return braille()[at : at+brailleLength]
}
