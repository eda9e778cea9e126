package terminal

import (
	"math"
	"strings"

	"backcare/wizard"
	"backcare/wizard/textwidth"
)

// leastCourse is the fewest columns in which a curve can be seen.
const leastCourse = 10

// course lays a plot out: labels at the left, the curve, the marked spans
// below it, and what its ends are. In plain lines there is nothing: what it
// shows is said in words beside it.
func (s *sheet) course(p *wizard.Plot, columns int) []string {
	if p == nil || s.plain {
		return nil
	}
	left := 0
	for _, label := range p.Labels {
		left = max(left, textwidth.Columns(oneLine(label)))
	}
	width := columns - left - len(" |")
	if width < leastCourse {
		return nil
	}
	lines := s.curve(p, left, width)
	margin := strings.Repeat(" ", left+1)
	lines = append(lines, margin+"+"+strings.Repeat("-", width))
	lines = append(lines, s.ends(oneLine(p.From), oneLine(p.To), margin+" ", width)...)
	if len(p.Spans) > 0 {
		lines = append(lines, strings.TrimRight(margin+" "+spans(p.Spans, width), " "))
		lines = append(lines, wrap(p.Legend, columns, margin+" ", margin+" ")...)
	}
	return lines
}

// curve draws the dots, with a label beside each row.
func (s *sheet) curve(p *wizard.Plot, left, width int) []string {
	canvas := p.Render(width, len(p.Labels))
	dots := grid{}
	dots.reset(width, canvas.Height)
	for y, line := range drawn(canvas, s.unicode) {
		x := 0
		for _, r := range line {
			if text := string(r); text != blankBraille {
				dots.row(y)[x] = cell{text, inkStyle(canvas.Cell(x, y))}
			}
			x++
		}
	}
	var lines []string
	for y := range p.Labels {
		label := oneLine(p.Labels[len(p.Labels)-1-y])
		pad := strings.Repeat(" ", left-textwidth.Columns(label))
		lines = append(lines, pad+label+" |"+s.ink.row(dots.row(y)))
	}
	return lines
}

// ends writes what the two ends of an axis are: on one line where there is
// room for both.
func (s *sheet) ends(from, to, margin string, width int) []string {
	gap := width - textwidth.Columns(from) - textwidth.Columns(to)
	if gap < columnGap {
		return wrap(s.sayf(phraseFromTo, from, to), len(margin)+width, margin, margin)
	}
	return []string{margin + from + strings.Repeat(" ", gap) + to}
}

// spans marks parts of an axis: from [ to ], or to > where one goes on.
func spans(all []wizard.Span, width int) string {
	marks := []byte(strings.Repeat(" ", width))
	column := func(share float64) int {
		return int(math.Round(max(0, min(share, 1)) * float64(width-1)))
	}
	for _, span := range all {
		from, to := column(span.From), column(span.To)
		for x := from; x <= to; x++ {
			marks[x] = '='
		}
		switch {
		case span.Open:
			marks[to] = '>'
		case from == to:
			marks[to] = '#'
		default:
			marks[to] = ']'
		}
		if from < to {
			marks[from] = '['
		}
	}
	return string(marks)
}
