package terminal

import "backcare/wizard"

// A styledLine is one line of a page on a grid.
type styledLine struct {
	text  string
	style style
	// heads is whether the line means little without the one below it.
	heads bool
}

// pagesOf lays text out and turns it into as many pages as it takes to show
// it in a region. Where there is more than one, the last row is kept for the
// number of the page, unless there are too few rows. There are no pages where
// there is no room.
func pagesOf(t tongue, text wizard.Page, a region) [][]styledLine {
	lines := textLines(t, text, min(a.w, widest))
	if a.h < 1 || len(lines) == 0 {
		return nil
	}
	if len(lines) <= a.h {
		return [][]styledLine{lines}
	}
	rows := a.h
	if rows >= numberedRows {
		rows--
	}
	return paginate(lines, rows)
}

// numberedRows is from how many rows on a page has its number.
const numberedRows = 4

// paginate turns lines into pages of at most so many rows. No page begins with
// an empty line, and none ends with one or with a line that heads the next,
// where a page can hold both.
func paginate(lines []styledLine, rows int) [][]styledLine {
	var pages [][]styledLine
	for len(lines) > 0 {
		if lines[0].text == "" {
			lines = lines[1:]
			continue
		}
		n := min(rows, len(lines))
		if foot := footOf(lines, n); n < len(lines) && foot > 0 {
			n = foot
		}
		page := lines[:n]
		for page[len(page)-1].text == "" {
			page = page[:len(page)-1]
		}
		pages, lines = append(pages, page), lines[n:]
	}
	return pages
}

// footOf returns how many of the first n lines make a page that ends with
// something to read. It is 0 where none do.
func footOf(lines []styledLine, n int) int {
	for n > 0 && (lines[n-1].heads || lines[n-1].text == "") {
		n--
	}
	return n
}

// textLines lays a page out as a sheet does, with a style for each line in
// place of its paint. A picture in it is left out: the scene has its own.
func textLines(t tongue, text wizard.Page, columns int) []styledLine {
	s := &sheet{tongue: t, ink: newInk(false)}
	var lines []styledLine
	headed := true
	for n, b := range text {
		if b.Kind == wizard.Picture {
			continue
		}
		if !headed {
			lines = append(lines, styledLine{heads: len(lines) > 0 && lines[len(lines)-1].heads})
		}
		headed = b.Kind == wizard.Heading
		block := s.block(b, columns)
		for i, line := range block {
			last := n+1 == len(text) && i+1 == len(block)
			lines = append(lines, styledLine{line, styleOf(b.Kind), !last && needsNext(b, block, i)})
		}
	}
	return lines
}

// styleOf is how a block is painted on a grid.
func styleOf(k wizard.BlockKind) style {
	switch k {
	case wizard.Title, wizard.Heading, wizard.Alarm:
		return strongly
	case wizard.Note:
		return faintly
	default:
		return bare
	}
}
