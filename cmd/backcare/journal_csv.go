package main

import (
	"bufio"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"backcare/wizard"
	"backcare/wizard/journal"
)

var csvHeader = []string{"id", "time", "kind", "area", "pain", "feelings", "disposition", "findings", "done", "note"}

// writeCSV writes entries as RFC 4180 wants them, one a line. The answers of a
// check are left out: they are in the JSON.
func writeCSV(w io.Writer, entries iter.Seq2[journal.Kept, error]) error {
	const atOnce = 64 << 10
	out := bufio.NewWriterSize(w, atOnce)
	var row csvRow
	for _, name := range csvHeader {
		row.text(name)
	}
	if _, err := out.Write(row.line()); err != nil {
		return err
	}
	for k, err := range entries {
		if err != nil {
			return err
		}
		row.entry(k.Entry)
		if _, err := out.Write(row.line()); err != nil {
			return err
		}
	}
	return out.Flush()
}

// A csvRow is a row of a file of comma-separated values, each with a comma
// behind it. It writes straight into one piece of memory, because a diary of
// years has a million cells.
type csvRow []byte

// line returns the row with the end of a line in place of the last comma. It is
// valid until the next cell, which begins another row.
func (r *csvRow) line() []byte {
	line := append((*r)[:len(*r)-1], "\r\n"...)
	*r = line[:0]
	return line
}

// entry adds the cells of an entry, in the order of csvHeader.
func (r *csvRow) entry(e wizard.Entry) {
	r.text(e.ID)
	*r = append(e.Time.AppendFormat(*r, time.RFC3339), ',')
	r.text(string(e.Kind))
	r.text(e.Area)
	if e.Pain != nil {
		*r = strconv.AppendInt(*r, int64(*e.Pain), 10)
	}
	*r = append(*r, ',')
	r.text(strings.Join(e.Feelings, " "))
	r.text(e.Disposition)
	r.text(strings.Join(e.Findings, " "))
	r.performed(e.Done)
	r.text(e.Note)
}

// text adds a cell with a text as spreadsheetCell makes it, in quotes where it
// needs them.
func (r *csvRow) text(text string) {
	plain := isPlainCell(text)
	if !plain {
		text = spreadsheetCell(text)
	}
	if plain || !strings.ContainsAny(text, `,"`) {
		*r = append(append(*r, text...), ',')
		return
	}
	*r = append(*r, '"')
	for part := range strings.SplitAfterSeq(text, `"`) {
		if *r = append(*r, part...); strings.HasSuffix(part, `"`) {
			*r = append(*r, '"')
		}
	}
	*r = append(*r, `",`...)
}

// performed adds a cell with what was done.
func (r *csvRow) performed(done []wizard.Performed) {
	start := len(*r)
	*r = appendPerformed(*r, done)
	if cell := []byte((*r)[start:]); !isPlainCell(cell) {
		text := string(cell)
		*r = (*r)[:start]
		r.text(text)
		return
	}
	*r = append(*r, ',')
}

// appendPerformed appends what was done, such as "heat 6>4 | walk worse 4>5",
// and "heat + walk 6>4" for what was done together.
func appendPerformed(to []byte, done []wizard.Performed) []byte {
	start := len(to)
	for group := range wizard.Groups(done) {
		for n, p := range group {
			switch {
			case n > 0:
				to = append(to, " + "...)
			case len(to) > start:
				to = append(to, " | "...)
			}
			if to = append(to, p.Relief...); p.Worse {
				to = append(to, " worse"...)
			}
		}
		if first := group[0]; first.Before != nil || first.After != nil {
			to = appendScore(append(to, ' '), first.Before)
			to = appendScore(append(to, '>'), first.After)
		}
	}
	return to
}

// appendScore appends a pain, or a question mark where nobody said.
func appendScore(to []byte, pain *int) []byte {
	if pain == nil {
		return append(to, '?')
	}
	return strconv.AppendInt(to, int64(*pain), 10)
}

// defused returns a text with an apostrophe wherever a spreadsheet would begin
// to compute: at the start of a cell, and behind what some take for the start
// of another one, for not all spreadsheets split at commas alone. Wide forms of
// the signs count in Japan.
func defused(text string) string {
	var cell strings.Builder
	done := 0
	starts := true // a cell, but for spaces and quotes
	for at, r := range text {
		switch r {
		case ',', ';', '|':
			starts = true
		case ' ', '"', '\'':
		case '=', '+', '-', '@', '＝', '＋', '－', '＠':
			if starts {
				cell.WriteString(text[done:at] + "'")
				done = at
			}
			starts = false
		default:
			starts = false
		}
	}
	if done == 0 && cell.Len() == 0 {
		return text // as nearly all are
	}
	return cell.String() + text[done:]
}

// spreadsheetCell returns a text as one line of a spreadsheet that is never
// computed. An apostrophe in front says so to the spreadsheet; no number of
// ours is below 0, so none is taken for a formula. The JSON has the text as it
// was.
func spreadsheetCell(text string) string {
	return defused(harmless(text))
}

// harmless returns a text as one line that cannot steer a terminal or reorder
// what is read.
func harmless(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r >= ' ' && r <= '~': // as nearly all are
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, string(utf8.RuneError))))
}

// isPlainCell reports whether a text can stay as it is without a closer look,
// as nearly all can: it is printable ASCII, and nothing in it begins a cell but
// its first character.
func isPlainCell[text string | []byte](cell text) bool {
	if len(cell) == 0 {
		return true
	}
	for i := range len(cell) {
		switch c := cell[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c < ' ', c > '~', c == ',', c == ';', c == '|', c == '"', c == '\'':
			return false
		}
	}
	switch cell[0] {
	case '=', '+', '-', '@', ' ':
		return false
	}
	return cell[len(cell)-1] != ' '
}
