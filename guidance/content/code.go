package content

import "math/bits"

const (
	longest       = 15
	quick         = 9
	mostSymbols   = 288
	mostDistances = 32
)

// A code has a number of 1 to 15 bits for each symbol, none of which begins with
// another. As fractions, the longer ones are the higher ones.
type code struct {
	// quick has what is ahead for each 9 bits, or 0 where its number is longer.
	quick [1 << quick]entry
	// symbols are in the order of their numbers.
	symbols [mostSymbols]uint16
	// end is where the numbers of a length end, as if they had 16 bits, and
	// shift leads from one of them to its place in symbols, modulo 1<<16.
	end   [longest + 1]uint32
	shift [longest + 1]uint16
}

// An entry is a symbol, and in the lowest 4 bits how long its number is.
type entry uint16

func entryOf(symbol uint16, length int) entry { return entry(symbol<<4 | uint16(length)) }
func (e entry) symbol() int                   { return int(e >> 4) }
func (e entry) length() uint                  { return uint(e & 15) }

// first returns the symbol that is ahead.
func (c *code) first(a ahead) entry {
	if e := c.quick[a.bits&(1<<quick-1)]; e != 0 {
		return e
	}
	return c.find(a)
}

// find is first for long numbers. Apart it leaves first small enough to be
// inlined, which is worth a tenth of the instructions.
//
//go:noinline
func (c *code) find(a ahead) entry {
	number := bits.Reverse16(uint16(a.bits)) // it begins with the highest bit
	length := quick + 1
	for uint32(number) >= c.end[length] {
		length++
	}
	return entryOf(c.symbols[number>>(16-length)+c.shift[length]], length)
}

// set makes it the code in which the numbers of symbols have these lengths, or
// those with 0 have none.
func (c *code) set(lengths []uint8) {
	var next [longest + 1]uint16 // places
	c.measure(lengths, &next)
	clear(c.quick[:])
	for symbol, length := range lengths {
		if length == 0 {
			continue
		}
		place := next[length]
		next[length]++
		c.symbols[place] = uint16(symbol)
		if length > quick {
			continue
		}
		number := bits.Reverse16((place - c.shift[length]) << (16 - length))
		for i := int(number); i < len(c.quick); i += 1 << length {
			c.quick[i] = entryOf(uint16(symbol), int(length))
		}
	}
}

// measure finds out where the numbers of each length begin and end.
func (c *code) measure(lengths []uint8, first *[longest + 1]uint16) {
	var count [longest + 1]uint16
	for _, length := range lengths {
		count[length]++
	}
	var number, place uint16
	for length := 1; length <= longest; length++ {
		number <<= 1
		first[length] = place
		c.shift[length] = place - number
		number += count[length]
		place += count[length]
		c.end[length] = uint32(number) << (16 - length)
	}
}
