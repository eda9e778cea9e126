package terminal

import (
	"slices"
	"testing"

	"backcare/wizard/textwidth"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text  string
		columns     int
		first, rest string
		want        []string
	}{
		{"nothing", "", 20, "", "", []string{""}},
		{"fits", "one two", 20, "", "", []string{"one two"}},
		{"fits exactly", "12345 7890 2345 7890", 20, "", "", []string{"12345 7890 2345 7890"}},
		{"one too many", "12345 7890 2345 78901", 20, "", "", []string{"12345 7890 2345", "78901"}},
		{"hanging", "lie on your back and breathe", 20, "- ", "  ", []string{"- lie on your back", "  and breathe"}},
		{"numbers hang too", "lie on your back and breathe", 20, "10. ", "    ", []string{"10. lie on your back", "    and breathe"}},
		{"every line marked", "call for help right now please", 20, "!! ", "!! ", []string{"!! call for help", "!! right now please"}},
		{"spaces run together", "  one   two  ", 20, "", "", []string{"one two"}},
		{"line breaks stay", "one\ntwo", 20, "- ", "  ", []string{"- one", "  two"}},
		{"long word", "abcdefghijklmnopqrstuvwxyz", 20, "", "", []string{"abcdefghijklmnopqrst", "uvwxyz"}},
		{"long word between others", "a abcdefghijklmnopqrstuvwxyz b", 20, "", "", []string{"a", "abcdefghijklmnopqrst", "uvwxyz b"}},
		{"an address is not broken", "see https://example.org/a/long/path now", 20, "", "", []string{"see", "https://example.org/a/long/path", "now"}},
		{"no-break space", "take 400\u00a0mg of ibuprofen", 12, "", "", []string{"take 400\u00a0mg", "of ibuprofen"}},
		{"wide", "背中が痛いときは横になる", 20, "", "", []string{"背中が痛いときは横に", "なる"}},
		{"wide, odd room", "背中が痛いときは横になる", 21, "", "", []string{"背中が痛いときは横に", "なる"}},
		{"combining", "cafe\u0301 cafe\u0301 cafe\u0301 cafe\u0301 x", 20, "", "", []string{"cafe\u0301 cafe\u0301 cafe\u0301 cafe\u0301", "x"}},
		{"combining is not torn off", "abcde\u0301fghij", 5, "", "", []string{"abcde\u0301", "fghij"}},
		{"hostile", "a\x1b[2Jb", 20, "", "", []string{"a[2Jb"}},
		{"no room at all", "ab", 2, "- ", "  ", []string{"- a", "  b"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := wrap(test.text, test.columns, test.first, test.rest)
			if !slices.Equal(got, test.want) {
				t.Errorf("wrap = %q\nwant   %q", got, test.want)
			}
		})
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("lie on your back and breathe", byte(20))
	f.Add("背中が痛い\ncafe\u0301 \xff", byte(21))
	f.Fuzz(func(t *testing.T, text string, columns byte) {
		width := textWidth(int(columns))
		for _, line := range wrap(text, width, "- ", "  ") {
			if clean(line) != line {
				t.Errorf("%q is not clean", line)
			}
			if textwidth.Columns(line) > width && len(words(line, width)) > 2 {
				t.Errorf("%q is wider than %d", line, width)
			}
		}
	})
}

func TestClean(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "Lower back", "Lower back"},
		{"accents and emoji", "Rücken 🧍", "Rücken 🧍"},
		{"line break stays", "a\nb", "a\nb"},
		{"carriage return", "a\r\nb", "a\nb"},
		{"tab", "a\tb", "a b"},
		{"escape", "\x1b[31mred\x1b[0m", "[31mred[0m"},
		{"title", "\x1b]0;owned\a", "]0;owned"},
		{"null, bell, delete", "\x00a\ab\x7f", "ab"},
		{"c1", "\u009b31m\u0085x", "31mx"},
		{"bidi overrides", "a\u202eb\u202ac\u2066d\u2069", "abcd"},
		{"separators", "a\u2028b\u2029c", "a b c"},
		{"invalid", "a\xffb", "a\ufffdb"},
		{"cut short", "a\xe2\x82", "a\ufffd"},
		{"c1 as a byte", "a\x9bb", "a\ufffdb"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := clean(test.text); got != test.want {
				t.Errorf("clean = %q, want %q", got, test.want)
			}
		})
	}
}
