package figure

import (
	"math"
	"math/bits"
	"sync"
)

// glyphs are characters with the dots that they darken, row by row, two a
// row. What has no likeness here is shaded by how dark it is.
var glyphs = []struct {
	character byte
	dots      uint8
}{
	{' ', 0}, {'.', 1 << 6}, {'.', 1 << 7}, {'.', 1<<6 | 1<<7}, {'_', 1<<6 | 1<<7}, {',', 1<<4 | 1<<6}, {',', 1<<5 | 1<<7},
	{'\'', 1 << 0}, {'\'', 1 << 1}, {'\'', 1<<0 | 1<<2}, {'\'', 1<<1 | 1<<3}, {'"', 0b00000011}, {'"', 0b00001111},
	{'-', 0b00001100}, {'-', 0b00110000}, {'=', 0b00110011}, {'=', 0b11001100}, {'=', 0b00111100}, {':', 0b00100100}, {':', 0b00011000},
	{'|', 0b01010101}, {'|', 0b10101010}, {'/', 0b01011010}, {'/', 0b00010110}, {'/', 0b01101000}, {'\\', 0b10100101}, {'\\', 0b10010100}, {'\\', 0b00101001},
	{'(', 0b10010110}, {')', 0b01101001}, {'<', 0b00011000}, {'L', 0b11010101}, {'J', 0b11101010}, {'J', 0b11111010},
	{'7', 0b10101011}, {'r', 0b01010111}, {'F', 0b01011111}, {'7', 0b10101111},
	{'o', 0b11110000}, {'o', 0b11111100}, {'*', 0b00111111}, {'"', 0b00001111},
	{'b', 0b11110101}, {'b', 0b11111101}, {'d', 0b11111010}, {'d', 0b11111110}, {'P', 0b01011111}, {'P', 0b01111111}, {'q', 0b10111111}, {'9', 0b10101111},
	{'#', 0b11111111}, {'8', 0b11101111}, {'8', 0b11011111},
}

// likeness is the best character for each pattern of dots.
var likeness = sync.OnceValue(func() *[256]byte {
	var table [256]byte
	for pattern := range table {
		best := 99
		for _, g := range glyphs {
			if d := bits.OnesCount8(uint8(pattern) ^ g.dots); d < best {
				best, table[pattern] = d, g.character
			}
		}
	}
	return &table
})

// ASCII returns the picture as lines of ASCII characters. What is felt is
// drawn with x, heat with ~ and cold with :, and arrows end in ^ v < or >.
func (c *Canvas) ASCII() []string {
	table := likeness()
	grid := make([][]byte, c.Height)
	for row := range grid {
		grid[row] = make([]byte, c.Width)
		for column := range grid[row] {
			grid[row][column] = table[c.bits(column, row)]
			switch c.Cell(column, row) {
			case Felt:
				grid[row][column] = 'x'
			case Warm:
				grid[row][column] = '~'
			case Cold:
				grid[row][column] = ':'
			}
		}
	}
	for i := range c.arrows {
		c.point(grid, &c.arrows[i])
	}
	lines := make([]string, c.Height)
	for row := range lines {
		lines[row] = string(grid[row])
	}
	return lines
}

// An arrowhead is the end of an arrow, in dots: its tip, where the last part of
// its shaft begins, and how long its barbs are.
type arrowhead struct {
	tip, from Vector
	barb      float64
}

// head finds the head of an arrow.
func (r *raster) head(parts []capsule) arrowhead {
	shaft, barb := r.toDots(parts[len(parts)-3]), r.toDots(parts[len(parts)-1])
	return arrowhead{Vector{X: shaft.x1, Y: shaft.y1}, Vector{X: shaft.x0, Y: shaft.y0}, math.Hypot(barb.x1-barb.x0, barb.y1-barb.y0)}
}

func (a *arrowhead) flip(wide float64) { a.tip.X, a.from.X = wide-a.tip.X, wide-a.from.X }

// point puts a character where an arrow ends, in place of barbs, which are too
// small to be drawn with characters.
func (c *Canvas) point(grid [][]byte, a *arrowhead) {
	cell := func(v Vector) (column, row int) {
		return int(math.Floor(v.X / dotsAcross)), int(math.Floor(v.Y / dotsDown))
	}
	way := a.tip.minus(a.from)
	left, top := cell(a.tip.minus(Vector{X: a.barb, Y: a.barb}))
	right, bottom := cell(a.tip.plus(Vector{X: a.barb, Y: a.barb}))
	onShaft := func(column, row int) bool {
		middle := Vector{X: (float64(column) + .5) * dotsAcross, Y: (float64(row) + .5) * dotsDown}
		along := way.unit(Vector{X: 1})
		off := middle.minus(a.tip)
		return off.dot(along) <= 0 && math.Abs(off.X*along.Y-off.Y*along.X) <= 1.5
	}
	for row := max(0, top); row <= min(c.Height-1, bottom); row++ {
		for column := max(0, left); column <= min(c.Width-1, right); column++ {
			if c.only(Motion, column, row) && !onShaft(column, row) {
				grid[row][column] = ' '
			}
		}
	}
	column, row := cell(a.tip)
	column, row = max(0, min(c.Width-1, column)), max(0, min(c.Height-1, row))
	switch {
	case way.X > math.Abs(way.Y):
		grid[row][column] = '>'
	case -way.X > math.Abs(way.Y):
		grid[row][column] = '<'
	case way.Y < 0:
		grid[row][column] = '^'
	default:
		grid[row][column] = 'v'
	}
}

// only tells whether a cell has dots of no other ink.
func (c *Canvas) only(ink Ink, column, row int) bool {
	for y := row * dotsDown; y < (row+1)*dotsDown; y++ {
		for x := column * dotsAcross; x < (column+1)*dotsAcross; x++ {
			if i := c.Dot(x, y); i != None && i != ink {
				return false
			}
		}
	}
	return true
}
