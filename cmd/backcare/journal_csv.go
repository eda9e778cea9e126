package main

import (
	"bufio"
	"encoding/csv"
	"errors"
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
	buffered := bufio.NewWriterSize(w, atOnce)
	out := csv.NewWriter(buffered)
	out.UseCRLF = true
	if err := out.Write(csvHeader); err != nil {
		return err
	}
	var row [10]string
	for k, err := range entries {
		if err != nil {
			return err
		}
		pain := ""
		if k.Pain != nil {
			pain = strconv.Itoa(*k.Pain)
		}
		row = [...]string{k.ID, k.Time.Format(time.RFC3339), string(k.Kind), k.Area, pain, strings.Join(k.Feelings, " "),
			k.Disposition, strings.Join(k.Findings, " "), performedCell(k.Done), k.Note}
		for i := range row {
			row[i] = spreadsheetCell(row[i])
		}
		if err := out.Write(row[:]); err != nil {
			return err
		}
	}
	out.Flush()
	return errors.Join(out.Error(), buffered.Flush())
}

// performedCell returns what was done, such as "heat 6>4 | walk worse 4>5", and
// "heat + walk 6>4" for what was done together.
func performedCell(done []wizard.Performed) string {
	if len(done) == 0 {
		return ""
	}
	score := func(pain *int) string {
		if pain == nil {
			return "?"
		}
		return strconv.Itoa(*pain)
	}
	var cell strings.Builder
	for group := range wizard.Groups(done) {
		for n, p := range group {
			switch {
			case n > 0:
				cell.WriteString(" + ")
			case cell.Len() > 0:
				cell.WriteString(" | ")
			}
			cell.WriteString(p.Relief)
			if p.Worse {
				cell.WriteString(" worse")
			}
		}
		if first := group[0]; first.Before != nil || first.After != nil {
			cell.WriteString(" " + score(first.Before) + ">" + score(first.After))
		}
	}
	return cell.String()
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
	if isPlainCell(text) {
		return text
	}
	return defused(harmless(text))
}

// harmless returns a text as one line that cannot steer a terminal or reorder
// what is read.
func harmless(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
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
func isPlainCell(text string) bool {
	if text == "" {
		return true
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ', c > '~', c == ',', c == ';', c == '|', c == '"', c == '\'':
			return false
		}
	}
	switch text[0] {
	case '=', '+', '-', '@', ' ':
		return false
	}
	return text[len(text)-1] != ' '
}
