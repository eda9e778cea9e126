package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"backcare/wizard"
)

// FuzzSettings is any file. Only a line that says so keeps checks or forbids
// it, a change counts whatever was there before, and no other line is lost.
func FuzzSettings(f *testing.F) {
	for _, text := range []string{
		"", "journal = yes\n", "# mine\n\n  journal=no   # for now\n", "journal = no\njournal = yes\n", "journal = yes\njournal = maybe",
		"jurnal = yes\nwhat\n", "=\n = = \n", "journal\n", "journal = YES", "journal = yes\r\njournal = ask\r\n", "\xff\xfejournal = yes", "journal\x00= yes",
		"journal = yes # = no", "#journal = yes", strings.Repeat("x", 70_000) + "\njournal = no\n", "\n\n\n",
	} {
		for _, value := range Values(english, "journal") {
			f.Add(text, value)
		}
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text, value string) {
		path := filepath.Join(dir, fileName)
		write := func() {
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		write()
		before, _ := Decide(english, Read(path), nothing, nil)
		if before.Journal() != wizard.KeepAsk && !says(text, string(before.Journal())) {
			t.Errorf("%q is taken for %q", text, before.Journal())
		}
		written, err := Set(english, path, Journal, value)
		if err != nil {
			if Takes(english, "journal", value) {
				t.Errorf("%q is refused: %v", value, err)
			}
			if data, _ := os.ReadFile(path); string(data) != text {
				t.Errorf("a refused change made %q of %q", data, text)
			}
			return
		}
		if after, _ := Decide(english, Read(path), nothing, nil); string(after.Journal()) != written {
			t.Errorf("%q was changed to %q, and is %q", text, value, after.Journal())
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		old, now := split([]byte(text)), split(data)
		if len(now) == len(old) { // a line was changed, and it was about this
			for n, line := range old {
				if name, _, _ := parse(line); line != now[n] && name == "journal" {
					old[n] = now[n]
					break
				}
			}
		}
		if len(now) < len(old) || !slices.Equal(old, now[:len(old)]) || len(now) > len(old)+1 {
			t.Errorf("%q became %q", text, data)
		}
	})
}

// says reports whether a line of a text gives the journal a value.
func says(text, value string) bool {
	for line := range strings.Lines(text) {
		code, _, _ := strings.Cut(line, "#")
		if fields := strings.FieldsFunc(code, func(r rune) bool { return r == '=' }); len(fields) == 2 &&
			strings.TrimSpace(fields[0]) == Journal && (strings.EqualFold(strings.TrimSpace(fields[1]), value) || synonyms[strings.ToLower(strings.TrimSpace(fields[1]))] == value) {
			return true
		}
	}
	return false
}
