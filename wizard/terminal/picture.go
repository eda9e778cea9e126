package terminal

import (
	"slices"
	"strconv"
	"strings"

	"backcare/guidance/figure"
	"backcare/wizard"
)

// The size of pictures on a page, in cells.
const (
	keyWidth, keyHeight     = 38, 11 // one of several
	aloneWidth, aloneHeight = 60, 14
	leastWidth, leastHeight = 18, 5
	keyGap                  = 2
	mostKeys                = 6
	unlimited               = 1 << 16
	sameDots                = .02 // two drawings that differ by less look the same
)

// picture lays the keyframes of a figure out, side by side as far as there is
// room, with a number below each. In plain lines its words stand in for it.
func (s *sheet) picture(b wizard.Block, columns int) []string {
	f := b.Figure
	if f == nil {
		return nil
	}
	if s.plain {
		return wrap(s.sayf(phrasePicture, b.Text), columns, "", "")
	}
	keys := distinctKeys(f)
	a, fits := arrange(keys, columns, s.height())
	for !fits && len(keys) > 1 {
		// How it begins and how it ends tells the most.
		keys = slices.Delete(keys, len(keys)/2, len(keys)/2+1)
		a, fits = arrange(keys, columns, s.height())
	}
	var lines []string
	for first := 0; first < len(keys); first += a.across {
		lines = append(lines, s.strip(keys, first, a)...)
	}
	return lines
}

// height is how many rows the screen has.
func (s *sheet) height() int {
	if s.rows == nil {
		return unlimited
	}
	return s.rows()
}

// distinctKeys returns the keyframes that can be told apart when drawn.
func distinctKeys(f *figure.Figure) []figure.Pose {
	var keys []figure.Pose
	var seen []*figure.Canvas
next:
	for i := range f.Keyframes() {
		pose := f.Key(i, false)
		drawing := figure.Render(pose, keyWidth, keyHeight)
		for _, other := range seen {
			if alike(drawing, other) {
				continue next
			}
		}
		keys, seen = append(keys, pose), append(seen, drawing)
		if len(keys) == mostKeys {
			break
		}
	}
	return keys
}

// alike reports whether two drawings of the same size look the same.
func alike(a, b *figure.Canvas) bool {
	differ, all := 0, 0
	eachDot(a, func(x, y int) {
		if drawnA, drawnB := a.Dot(x, y) != figure.None, b.Dot(x, y) != figure.None; drawnA || drawnB {
			all++
			if drawnA != drawnB {
				differ++
			}
		}
	})
	return float64(differ) <= sameDots*float64(all)
}

// eachDot calls do for every dot of a drawing.
func eachDot(c *figure.Canvas, do func(x, y int)) {
	const across, down = 2, 4 // dots in a cell
	for y := range c.Height * down {
		for x := range c.Width * across {
			do(x, y)
		}
	}
}

// An arrangement is how many drawings stand side by side, and their size.
type arrangement struct{ across, width, height int }

// arrange finds the arrangement that shows the most of a figure in a width and
// about half of a screen, if there is one.
func arrange(keys []figure.Pose, columns, rows int) (best arrangement, fits bool) {
	if len(keys) == 1 {
		return arrangement{1, min(aloneWidth, columns), max(leastHeight, min(aloneHeight, rows/2))}, true
	}
	most, before := -1, unlimited
	for across := 1; across <= len(keys); across++ {
		strips := (len(keys) + across - 1) / across
		a := arrangement{
			across: across,
			width:  min(keyWidth, (columns-(across-1)*keyGap)/across),
			height: min(keyHeight, rows*6/10/strips-1),
		}
		if strips == before || a.height < leastHeight || across > 1 && a.width < leastWidth {
			continue
		}
		before = strips
		if n := dots(figure.Render(keys[0], a.width, a.height)); n >= most {
			best, most = a, n
		}
	}
	return best, most >= 0
}

// dots counts what is drawn.
func dots(c *figure.Canvas) int {
	n := 0
	eachDot(c, func(x, y int) {
		if c.Dot(x, y) != figure.None {
			n++
		}
	})
	return n
}

// strip lays out the drawings that stand side by side, without the rows that
// are empty in all of them, and numbers them where there are several.
func (s *sheet) strip(keys []figure.Pose, first int, a arrangement) []string {
	last := min(first+a.across, len(keys))
	columns := (last-first)*(a.width+keyGap) - keyGap
	drawer := scenery{unicode: s.unicode}
	drawer.grid.reset(columns, a.height)
	numbers := ""
	for i := first; i < last; i++ {
		from := (i - first) * (a.width + keyGap)
		drawer.picture(region{from, 0, a.width, a.height}, keys[i])
		number := strconv.Itoa(i + 1)
		numbers += strings.Repeat(" ", from+(a.width-1)/2-len(numbers)) + number
	}
	var lines []string
	for y := range a.height {
		lines = append(lines, s.ink.row(drawer.grid.row(y)))
	}
	lines = trimEmpty(lines)
	if len(keys) > 1 {
		lines = append(lines, numbers)
	}
	return lines
}

// trimEmpty leaves out empty lines at the beginning and at the end.
func trimEmpty(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
