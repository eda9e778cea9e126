package terminal

import (
	"strconv"
	"strings"
)

// A painter turns grids into what a terminal must be told, in as few bytes as
// it can: a moving picture goes out ten times a second, perhaps over a slow
// line.
type painter struct {
	color bool
	// front is what the screen shows, if known.
	front grid
	known bool

	out []byte
	// column and row are where the cursor is; column is -1 when that is
	// unknown, as it is behind the last column.
	column, row int
	style       style
}

// forget makes the painter draw everything at the next paint.
func (p *painter) forget() { p.known = false }

// paint returns what makes the screen show a grid: nothing when it does
// already. The bytes are valid until the next paint.
func (p *painter) paint(g *grid) []byte {
	p.out = p.out[:0]
	if !p.known || p.front.columns != g.columns || p.front.rows != g.rows {
		p.front.reset(g.columns, g.rows)
		p.known, p.column, p.row, p.style = true, 0, 0, bare
		p.out = append(p.out, resetStyle+topLeft+eraseAll...)
	}
	for y := range g.rows {
		was, is := p.front.row(y), g.row(y)
		for x := range is {
			// The right half of a wide character comes with the left one.
			if is[x].text == "" || was[x].looksLike(is[x]) {
				continue
			}
			p.moveTo(x, y, is)
			p.write(is, x)
		}
	}
	p.switchTo(bare)
	copy(p.front.cells, g.cells)
	return p.out
}

// write writes a cell of a row where the cursor is.
func (p *painter) write(row []cell, x int) {
	if c := row[x]; c.text != " " || c.style == loudly || p.style == loudly {
		p.switchTo(c.style)
	}
	p.out = append(p.out, row[x].text...)
	for p.column = x + 1; p.column < len(row) && row[p.column].text == ""; {
		p.column++
	}
	if p.column >= len(row) {
		p.column = -1
	}
}

// switchTo changes the style of what is written from here on.
func (p *painter) switchTo(s style) {
	if !p.color || p.style == s {
		return
	}
	switch {
	case s == bare:
		p.out = append(p.out, resetStyle...)
	case p.style == bare || colorOnly(p.style) && colorOnly(s):
		p.out = append(p.out, "\x1b["+sgr[s]+"m"...)
	default:
		p.out = append(p.out, "\x1b[0;"+sgr[s]+"m"...)
	}
	p.style = s
}

// colorOnly reports whether a style is undone by any other colour.
func colorOnly(s style) bool { return s >= inFelt }

// moveTo brings the cursor to a place in the shortest way.
func (p *painter) moveTo(x, y int, row []cell) {
	if p.column == x && p.row == y {
		return
	}
	best := "\x1b[" + strconv.Itoa(y+1) + ";" + strconv.Itoa(x+1) + "H"
	if x == 0 {
		best = "\x1b[" + strconv.Itoa(y+1) + "H"
	}
	consider := func(way string) {
		if len(way) < len(best) {
			best = way
		}
	}
	if down := y - p.row; p.column >= 0 && down >= 0 && down < len(best) {
		// A line feed keeps the column: the terminal is in raw mode.
		feeds := strings.Repeat("\n", down)
		consider(feeds + across(p.column, x))
		consider(feeds + "\r" + across(0, x))
		if down == 0 && x > p.column {
			if text, ok := p.retrace(row[p.column:x]); ok {
				consider(text)
			}
		}
	}
	p.out = append(p.out, best...)
	p.column, p.row = x, y
}

// across moves the cursor along its row.
func across(from, to int) string {
	switch n := to - from; {
	case n == 0:
		return ""
	case n == 1:
		return "\x1b[C"
	case n > 0:
		return "\x1b[" + strconv.Itoa(n) + "C"
	case n >= -4:
		return strings.Repeat("\b", -n)
	default:
		return "\x1b[" + strconv.Itoa(-n) + "D"
	}
}

// retrace writes what is there already, where that needs no other style.
func (p *painter) retrace(cells []cell) (string, bool) {
	if len(cells) > 8 {
		return "", false
	}
	var text strings.Builder
	for _, c := range cells {
		plain := c.text == " " && c.style != loudly && p.style != loudly
		if c.text == "" || !plain && p.color && c.style != p.style {
			return "", false
		}
		text.WriteString(c.text)
	}
	return text.String(), true
}
