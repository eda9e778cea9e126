package terminal

import "backcare/wizard"

// A styledLine is one line of a page on a grid.
type styledLine struct {
	text  string
	style style
}

// pagesOf lays text out and turns it into as many pages as it takes to show
// it in a region. The last row is kept for the number of the page where there
// is more than one. There are no pages where there is no room.
func pagesOf(text wizard.Page, a region) [][]styledLine {
	lines := textLines(text, min(a.w, widest))
	if a.h < 1 || len(lines) == 0 {
		return nil
	}
	if len(lines) <= a.h {
		return [][]styledLine{lines}
	}
	rows := max(1, a.h-1)
	var pages [][]styledLine
	for len(lines) > 0 {
		if lines[0].text == "" {
			lines = lines[1:]
			continue
		}
		n := min(rows, len(lines))
		pages = append(pages, lines[:n])
		lines = lines[n:]
	}
	return pages
}

// textLines lays a page out as a sheet does, with a style for each line in
// place of its paint. A picture in it is left out: the scene has its own.
func textLines(text wizard.Page, columns int) []styledLine {
	s := &sheet{ink: newInk(false)}
	var lines []styledLine
	headed := true
	for _, b := range text {
		if b.Kind == wizard.Picture {
			continue
		}
		if !headed {
			lines = append(lines, styledLine{})
		}
		headed = b.Kind == wizard.Heading
		for _, line := range s.block(b, columns) {
			lines = append(lines, styledLine{line, styleOf(b.Kind)})
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
