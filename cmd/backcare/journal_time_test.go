package main

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"
)

func TestPastTime(t *testing.T) {
	east := time.FixedZone("", 9*60*60)
	now := time.Date(2026, 11, 21, 9, 30, 15, 500, east)
	tests := []struct{ text, want, problem string }{
		{"2026-11-20", "2026-11-20T12:00:00+09:00", ""},
		{"2026-11-21", "2026-11-21T09:30:15+09:00", ""}, // its noon is still to come
		{"2026-11-22", "", "future"},
		{"yesterday", "2026-11-20T12:00:00+09:00", ""},
		{" yesterday ", "2026-11-20T12:00:00+09:00", ""},
		{"2026-11-20 21:30", "2026-11-20T21:30:00+09:00", ""},
		{"2026-11-20T21:30", "2026-11-20T21:30:00+09:00", ""},
		{"2026-11-20 21:30:59", "2026-11-20T21:30:59+09:00", ""},
		{"2026-11-21 09:31", "", "future"},
		{"2026-11-21T00:30:00Z", "2026-11-21T00:30:00Z", ""}, // seconds ago, elsewhere
		{"2026-11-21T01:30:00Z", "", "future"},
		{"2026-11-20T21:30:00-05:00", "", "future"},
		{"today", "2026-11-21T09:30:15+09:00", ""},
		{"today 08:15", "2026-11-21T08:15:00+09:00", ""},
		{"08:15", "2026-11-21T08:15:00+09:00", ""},
		{"08:15:30", "2026-11-21T08:15:30+09:00", ""},
		{"10:15", "", "future"},
		{"yesterday 21:30", "2026-11-20T21:30:00+09:00", ""},
		{"yesterday night", "", "is no time"},
		{"25:00", "", "is no time"},
		{"8 o'clock", "", "is no time"},
		{"2026-02-30", "", "is no time"},
		{"tomorrow", "", "is no time"},
		{"", "", "is no time"},
		{"20261120", "", "is no time"},
		{"0202-11-20", "", "too long ago"},
	}
	for _, test := range tests {
		got, err := pastTime(test.text, now)
		switch {
		case test.problem != "":
			if err == nil || !strings.Contains(err.Error(), test.problem) {
				t.Errorf("%q: got %v, %v, want a problem: %s", test.text, got, err, test.problem)
			}
		case err != nil || got.Format(time.RFC3339) != test.want:
			t.Errorf("%q: got %s, %v, want %s", test.text, got.Format(time.RFC3339), err, test.want)
		}
	}
}

// In the night in which the clocks are put forward an hour is missing.
func TestPastTimeWhenClocksChange(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 21, 9, 30, 15, 0, berlin)
	if got, err := pastTime("2026-03-29 02:30", now); err == nil || !strings.Contains(err.Error(), "put forward") {
		t.Errorf("got %v, %v, want that there was no such time", got, err)
	}
	for text, want := range map[string]string{"2026-03-29 03:30": "2026-03-29T03:30:00+02:00",
		"2026-03-29": "2026-03-29T12:00:00+02:00"} {
		if got, err := pastTime(text, now); err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%q: got %v, %v, want %s", text, got, err, want)
		}
	}
}

// Whatever a note is, its cell is one line that no spreadsheet computes, and
// comes back from the file as it was put there.
func FuzzSpreadsheetCell(f *testing.F) {
	for _, note := range []string{"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "a;=1", "\"=1", "\n-x", "＝1", "\u202e=1", "\x00=1", "\xff=1", "plain"} {
		f.Add(note)
	}
	f.Fuzz(func(t *testing.T, note string) {
		cell := spreadsheetCell(note)
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") || strings.ContainsFunc(cell, func(r rune) bool { return r < ' ' }) {
			t.Errorf("%q became %q", note, cell)
		}
		for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return strings.ContainsRune(",;|", r) }) {
			if part = strings.TrimLeft(part, ` "`); part != "" && strings.ContainsAny(part[:1], "=+-@") {
				t.Errorf("%q became %q, with a formula in %q", note, cell, part)
			}
		}
		if isPlainCell(note) && cell != note {
			t.Errorf("%q is plain and became %q", note, cell)
		}
		var row csvRow
		row.text("x")
		row.text(note)
		if got, err := csv.NewReader(bytes.NewReader(row.line())).Read(); err != nil || len(got) != 2 || got[1] != cell {
			t.Errorf("%q: got back %q, %v", cell, got, err)
		}
	})
}
