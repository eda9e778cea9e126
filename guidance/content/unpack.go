package content

import (
	"encoding/binary"
	"slices"
	"strings"
)

// unpack returns what compress/gzip has packed, without a name or a comment.
// It trusts that it was: with anything else it panics, or returns something
// else.
//
// Package compress/gzip would do it too, but it reads from streams and trusts
// nobody: a check would take a tenth longer, and the program be 49 kB larger.
func unpack(file []byte) string {
	const head, size = 10, 4
	u := unpacker{packed: file[head:]}
	u.text.Grow(int(binary.LittleEndian.Uint32(file[len(file)-size:])))
	for last := false; !last; {
		last = u.number(1) == 1
		switch u.number(2) {
		case 0:
			u.plain()
		case 1:
			u.fixedCodes()
			u.coded()
		default:
			u.codes()
			u.coded()
		}
	}
	return u.text.String()
}

// An unpacker reads the format DEFLATE, as RFC 1951 describes it: blocks of
// symbols, each a byte or how much of what came before to take again. Frequent
// symbols have short numbers.
type unpacker struct {
	packed []byte
	at     int // the next byte to be read
	ahead  ahead
	text   strings.Builder
	// symbols and distances are the codes of a block.
	symbols, distances code
}

// ahead are bits that were read and are left, the next one lowest.
type ahead struct {
	bits uint64
	left uint
}

func (a ahead) first(length uint) int  { return int(a.bits & (1<<length - 1)) }
func (a ahead) skip(length uint) ahead { return ahead{a.bits >> length, a.left - length} }

// enough are the bits of a length, a distance and what belongs to them.
const enough = 48

// more reads on, so that enough is ahead.
func (u *unpacker) more(a ahead) ahead {
	const word = 8
	if len(u.packed)-u.at < word { // the end is near, and zeros follow it
		u.packed, u.at = append(slices.Clone(u.packed[u.at:]), make([]byte, word)...), 0
	}
	a.bits |= binary.LittleEndian.Uint64(u.packed[u.at:]) << a.left
	whole := (8*word - 1 - a.left) / 8
	u.at += int(whole)
	a.left += 8 * whole
	return a
}

// number reads a number of so many bits, 16 at most.
func (u *unpacker) number(length uint) int {
	if u.ahead.left < enough {
		u.ahead = u.more(u.ahead)
	}
	n := u.ahead.first(length)
	u.ahead = u.ahead.skip(length)
	return n
}

// symbol reads one symbol.
func (u *unpacker) symbol(c *code) int {
	u.number(0)
	e := c.first(u.ahead)
	u.ahead = u.ahead.skip(e.length())
	return e.symbol()
}

// plain reads a block that was not worth packing. It begins with a whole byte,
// and has its length twice.
func (u *unpacker) plain() {
	u.number(u.ahead.left % 8)
	length := u.number(16)
	u.number(16)
	for ; length > 0 && u.ahead.left > 0; length-- {
		u.text.WriteByte(byte(u.ahead.first(8)))
		u.ahead = u.ahead.skip(8)
	}
	if length == 0 {
		return
	}
	u.text.Write(u.packed[u.at : u.at+length])
	u.at, u.ahead = u.at+length, ahead{}
}

// coded reads a block in the codes that are set. This is where the time goes:
// what is ahead is in a variable, because that is kept in registers.
func (u *unpacker) coded() {
	const end = 256
	a := u.ahead
	for {
		if a.left < enough {
			a = u.more(a)
		}
		e := u.symbols.first(a)
		a = a.skip(e.length())
		symbol := e.symbol()
		if symbol < end {
			u.text.WriteByte(byte(symbol))
			continue
		}
		if symbol == end {
			u.ahead = a
			return
		}
		length, used := scaled(symbol-end-1, 2, a)
		if symbol == end+1+28 { // the longest has a symbol of its own
			length, used = 255, 0
		}
		a = a.skip(used)
		e = u.distances.first(a)
		a = a.skip(e.length())
		distance, used := scaled(e.symbol(), 1, a)
		a = a.skip(used)
		u.repeat(3+length, 1+distance)
	}
}

// scaled returns the number that a symbol begins, and how many bits ahead belong
// to it. The symbol has the size, and so many digits behind the highest.
func scaled(symbol int, digits uint, a ahead) (n int, used uint) {
	if symbol < 2<<digits {
		return symbol, 0
	}
	used = uint(symbol)>>digits - 1
	return (1<<digits|symbol&(1<<digits-1))<<used + a.first(used), used
}

// repeat writes again what began so many bytes ago. It may reach into itself.
func (u *unpacker) repeat(length, distance int) {
	for length > 0 {
		text := u.text.String()
		text = text[len(text)-distance:]
		text = text[:min(length, len(text))]
		u.text.WriteString(text)
		length -= len(text)
	}
}

// order is that in which the lengths of the code for lengths stand.
var order = [...]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// codes sets the codes of a block that brings its own: how long the number of
// each symbol is, which is coded too.
func (u *unpacker) codes() {
	symbols, distances := 257+u.number(5), 1+u.number(5)
	var short [len(order)]uint8
	for _, i := range order[:4+u.number(4)] {
		short[i] = uint8(u.number(3))
	}
	u.symbols.set(short[:])
	var lengths [mostSymbols + mostDistances]uint8
	for n := 0; n < symbols+distances; {
		symbol := u.symbol(&u.symbols)
		length, times := uint8(symbol), 1
		switch symbol {
		case 16:
			length, times = lengths[n-1], 3+u.number(2)
		case 17:
			length, times = 0, 3+u.number(3)
		case 18:
			length, times = 0, 11+u.number(7)
		}
		for range times {
			lengths[n] = length
			n++
		}
	}
	u.symbols.set(lengths[:symbols])
	u.distances.set(lengths[symbols : symbols+distances])
}

// fixedCodes sets those of a block that brings none.
func (u *unpacker) fixedCodes() {
	var lengths [mostSymbols]uint8
	for symbol := range lengths {
		switch {
		case symbol < 144 || symbol >= 280:
			lengths[symbol] = 8
		case symbol < 256:
			lengths[symbol] = 9
		default:
			lengths[symbol] = 7
		}
	}
	u.symbols.set(lengths[:])
	for symbol := range lengths[:mostDistances] {
		lengths[symbol] = 5
	}
	u.distances.set(lengths[:mostDistances])
}
