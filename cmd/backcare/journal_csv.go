package main

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"backcare/wizard"
)

var csvHeader = []string{"id", "time", "kind", "area", "pain", "feelings", "disposition", "findings", "done", "note"}

// writeCSV writes entries as RFC 4180 wants them, one a line. The answers of a
// check are left out: they are in the JSON.
func writeCSV(w io.Writer, entries []wizard.Entry) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{csvHeader}
	for _, e := range entries {
		pain := ""
		if e.Pain != nil {
			pain = strconv.Itoa(*e.Pain)
		}
		rows = append(rows, []string{e.ID, e.Time.Format(time.RFC3339), string(e.Kind), e.Area, pain, strings.Join(e.Feelings, " "),
			e.Disposition, strings.Join(e.Findings, " "), performedCell(e.Done), e.Note})
	}
	for _, row := range rows {
		for i := range row {
			row[i] = spreadsheetCell(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// performedCell returns what was done, such as "heat 6>4 | walk 4>5 worse".
func performedCell(done []wizard.Performed) string {
	score := func(pain *int) string {
		if pain == nil {
			return "?"
		}
		return strconv.Itoa(*pain)
	}
	var parts []string
	for _, p := range done {
		text := p.Relief
		if p.Before != nil || p.After != nil {
			text += " " + score(p.Before) + ">" + score(p.After)
		}
		if p.Worse {
			text += " worse"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " | ")
}

// formula finds where a spreadsheet would begin to compute: at the start of a
// cell, and behind what some take for the start of another one, for not all
// spreadsheets split at commas alone. Wide forms of the signs count in Japan.
var formula = regexp.MustCompile(`(^|[,;|])([\s"']*)([=+\-@＝＋－＠])`)

// spreadsheetCell returns a text as one line of a spreadsheet that is never
// computed. An apostrophe in front says so to the spreadsheet; no number of
// ours is below 0, so none is taken for a formula. The JSON has the text as it
// was.
func spreadsheetCell(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1 // it could steer a terminal, or reorder what is read
		}
		return r
	}, strings.ToValidUTF8(text, string(utf8.RuneError)))
	return formula.ReplaceAllString(strings.TrimSpace(text), "$1$2'$3")
}
