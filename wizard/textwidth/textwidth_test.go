package textwidth

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// Package displaywidth knows all of Unicode, in tables that were a sixtieth of
// the program. What people write here has to be measured as it measures it.
func TestEveryRuneIsMeasuredAsUnicodeSays(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r >= 0xd800 && r < 0xe000 || r == 0xfffe || r == 0xffff {
			continue // they are no characters
		}
		if got, want := Columns(string(r)), displaywidth.Rune(r); got != want {
			t.Errorf("%U %c takes %d columns, want %d", r, r, got, want)
		}
	}
}

func TestCharactersThatConsistOfMore(t *testing.T) {
	for text, want := range map[string]int{
		"e\u0301":            1, // é
		"👍🏽":                 2,
		"👩‍👩‍👧‍👦":            2,
		"🧑🏿‍⚕️":              2,
		"🙂‍↔️":               2,
		"❤️":                 2,
		"❤":                  1,
		"1️⃣":                2,
		"🇨🇭":                 2,
		"🇨🇭🇦🇹":               4,
		"🏴󠁧󠁢󠁥󠁮󠁧󠁿":            2,
		"\u1112\u1161\u11ab": 2, // 한
		"腰痛":                 4,
		"\r\n":               0,
		"a\tb":               2,
		"a\u200bb":           2,
		"مرحبا":              5,
		"नमस्ते":             4, // a package with all rules says 3
	} {
		if got := Columns(text); got != want {
			t.Errorf("%q takes %d columns, want %d", text, got, want)
		}
	}
}

// parts are put together at random below, in ways that nobody writes too.
var parts = strings.Fields("a B 7 ~ é ñ ü ß ø e\u0301 o\u0308 — … ’ € ½ ⣿ █ █▌ 腰 痛 カ ｶ ， 한 \u1112\u1161\u11ab ж Ω א ع ا " +
	"😀 👍 👍🏽 ❤ ❤️ ☎ ☎️ ✅ 🇨🇭 🇪🇸 👩‍👧 🧑🏿‍⚕️ 1️⃣ © ™ ← → ↔ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 \u200b \u00ad \u202e")

func TestTextIsMeasuredAndCutAsUnicodeSays(t *testing.T) {
	source := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range 1 + source.IntN(8) {
			b.WriteString(parts[source.IntN(len(parts))])
			if source.IntN(4) == 0 {
				b.WriteString(" ")
			}
		}
		text, columns := b.String(), source.IntN(10)
		if got, want := Columns(text), displaywidth.String(text); got != want {
			t.Fatalf("%q takes %d columns, want %d", text, got, want)
		}
		for _, tail := range []string{"", "...", "…"} {
			if got, want := Cut(text, columns, tail), displaywidth.TruncateString(text, columns, tail); got != want {
				t.Fatalf("%q cut to %d columns with %q: got %q, want %q", text, columns, tail, got, want)
			}
		}
		var all strings.Builder
		n := 0
		for character, width := range Characters(text) {
			all.WriteString(character)
			n += width
		}
		if all.String() != text || n != Columns(text) {
			t.Fatalf("%q goes through as %q with %d columns", text, all.String(), n)
		}
	}
}

func TestPaintTakesNoRoom(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "plain": 5, "\x1b[1;31mred\x1b[0m": 3, "a\x1b[1mb\x1b[0mc 腰": 6, "\x1b[": 0,
	} {
		if got := Painted(text); got != want {
			t.Errorf("%q takes %d columns, want %d", text, got, want)
		}
	}
}

func FuzzNothingIsLost(f *testing.F) {
	for _, part := range parts {
		f.Add(part)
	}
	f.Add("\xff\xfe\x1b[")
	f.Fuzz(func(t *testing.T, text string) {
		var all strings.Builder
		for character := range Characters(text) {
			all.WriteString(character)
		}
		if all.String() != text {
			t.Errorf("%q goes through as %q", text, all.String())
		}
		Painted(text)
		for columns := range 5 {
			if n := Columns(Cut(text, columns, "…")); n > max(1, columns) {
				t.Errorf("%q cut to %d columns takes %d", text, columns, n)
			}
		}
	})
}
