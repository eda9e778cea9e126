package terminal

import (
	"strings"

	"backcare/wizard"
	"backcare/wizard/textwidth"
)

const (
	columnGap = 2
	// longestCell is the most of a text that is shown, in columns. What is
	// longer belongs in a file.
	longestCell = 160
	// longestCellBytes keeps a text that takes no room, such as a letter with
	// ten thousand accents, from taking time and making a mess.
	longestCellBytes = 8 * longestCell
)

// table lays a table out: in columns where they fit, as a list where they do
// not, and row by row where a person listens.
func (s *sheet) table(t *wizard.Table, columns int) []string {
	if t == nil {
		return nil
	}
	cells := cellsOf(t)
	if s.plain {
		return told(t, cells, columns, "")
	}
	widths, fit := columnWidths(t, cells, columns)
	if !fit {
		return told(t, cells, columns, "- ")
	}
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	lines := []string{s.ink.strong(row(t, heads, widths))}
	for _, texts := range cells {
		lines = append(lines, row(t, texts, widths))
	}
	return lines
}

// tableWidth is how wide a table may be: lines of columns can be read on a
// screen that is too wide for running text.
func (s *sheet) tableWidth(columns int) int {
	if s.whole == nil {
		return columns
	}
	return max(columns, s.whole())
}

// cellsOf returns what is shown of the texts of a table.
func cellsOf(t *wizard.Table) [][]string {
	cells := make([][]string, len(t.Rows))
	for n, texts := range t.Rows {
		cells[n] = make([]string, len(t.Columns))
		for i := range t.Columns {
			cells[n][i] = wizard.UnknownCell
			if i < len(texts) && texts[i] != "" {
				cells[n][i] = short(texts[i])
			}
		}
	}
	return cells
}

// short returns what is shown of a text: one line that is not too long.
func short(text string) string {
	if len(text) <= longestCellBytes {
		return ellipsis(oneLine(text), longestCell)
	}
	begin := oneLine(strings.ToValidUTF8(text[:longestCellBytes], ""))
	return textwidth.Cut(begin, longestCell-len("..."), "") + "..."
}

// columnWidths returns how wide each column is, and whether all fit. As long
// as they do not, the widest column that may be cut gives way.
func columnWidths(t *wizard.Table, cells [][]string, columns int) (widths []int, fit bool) {
	widths = make([]int, len(t.Columns))
	sum := columnGap * (len(widths) - 1)
	for i, c := range t.Columns {
		widths[i] = textwidth.Columns(c.Head)
		for _, texts := range cells {
			widths[i] = max(widths[i], textwidth.Columns(texts[i]))
		}
		sum += widths[i]
	}
	for ; sum > columns; sum-- {
		widest := -1
		for i, c := range t.Columns {
			if c.Least > 0 && widths[i] > max(c.Least, textwidth.Columns(c.Head)) && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return nil, false
		}
		widths[widest]--
	}
	return widths, true
}

// row returns texts side by side, each cut to its column.
func row(t *wizard.Table, texts []string, widths []int) string {
	var b strings.Builder
	for i, text := range texts {
		text = ellipsis(text, widths[i])
		rest := strings.Repeat(" ", widths[i]-textwidth.Columns(text))
		if t.Columns[i].Number {
			text, rest = rest+text, ""
		}
		b.WriteString(text + rest + strings.Repeat(" ", columnGap))
	}
	return strings.TrimRight(b.String(), " ")
}

// told returns each row as words behind a mark, on as many lines as they need.
func told(t *wizard.Table, cells [][]string, columns int, mark string) []string {
	var lines []string
	for _, texts := range cells {
		var parts []string
		for i, text := range texts {
			switch {
			case text == wizard.UnknownCell:
			case t.Columns[i].Named:
				parts = append(parts, t.Columns[i].Head+" "+text)
			default:
				parts = append(parts, text)
			}
		}
		lines = append(lines, wrap(strings.Join(parts, ", "), columns, mark, "  ")...)
	}
	return lines
}
