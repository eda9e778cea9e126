package terminal

import (
	"slices"

	"backcare/wizard/textwidth"
)

// A style is how a cell is painted. Without colour all styles look alike, so
// none of them carries a meaning alone.
type style uint8

const (
	bare style = iota
	strongly
	faintly
	loudly
	inFelt
	inWarm
	inCold
	inMotion
)

// sgr are the parameters that switch a style on after all others were
// switched off. All of them read well on dark and on light backgrounds.
var sgr = [...]string{strongly: "1", faintly: "2", loudly: "1;7", inFelt: "35", inWarm: "31", inCold: "36", inMotion: "32"}

// A cell is one place on the screen. The right half of a wide character is a
// cell without text.
type cell struct {
	text  string
	style style
}

// empty is a cell that shows nothing.
var empty = cell{text: " "}

// looksLike reports whether two cells cannot be told apart. A space has no
// colour, unless it is part of something loud.
func (c cell) looksLike(d cell) bool {
	return c == d || c.text == " " && d.text == " " && c.style != loudly && d.style != loudly
}

// A grid is a screen full of cells.
type grid struct {
	columns, rows int
	cells         []cell
}

// reset makes the grid an empty one of a size.
func (g *grid) reset(columns, rows int) {
	g.columns, g.rows = columns, rows
	g.cells = slices.Grow(g.cells[:0], columns*rows)[:columns*rows]
	for i := range g.cells {
		g.cells[i] = empty
	}
}

// row returns the cells of a row.
func (g *grid) row(y int) []cell { return g.cells[y*g.columns : (y+1)*g.columns] }

// put writes text that stays on its row and within so many columns. What does
// not fit is cut off. The text must be clean.
func (g *grid) put(x, y, columns int, text string, s style) {
	end := min(x+columns, g.columns)
	if y < 0 || y >= g.rows || x < 0 {
		return
	}
	row := g.row(y)
	last := -1 // the cell that what has no width belongs to
	for one, width := range textwidth.Characters(text) {
		switch {
		case one == "\n":
			return
		case width == 0:
			if last >= 0 {
				row[last].text += one
			}
			continue
		case x+width > end:
			return
		default:
			last = x
			row[x] = cell{one, s}
			for i := 1; i < width; i++ {
				row[x+i] = cell{"", s}
			}
			x += width
		}
	}
}
