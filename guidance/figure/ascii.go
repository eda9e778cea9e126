package figure

import (
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
// drawn with x, heat with ~ and cold with :.
func (c *Canvas) ASCII() []string {
	table := likeness()
	lines := make([]string, c.Height)
	line := make([]byte, c.Width)
	for row := range lines {
		for column := range line {
			line[column] = table[c.bits(column, row)]
			switch c.Cell(column, row) {
			case Felt:
				line[column] = 'x'
			case Warm:
				line[column] = '~'
			case Cold:
				line[column] = ':'
			}
		}
		lines[row] = string(line)
	}
	return lines
}
