//go:build unix

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"backcare/wizard/textwidth"
)

// What explains and cites can be read on a narrow terminal, and with no colour
// where none is wanted. An address is the one thing that is not broken.
func TestExplanationsOnANarrowTerminal(t *testing.T) {
	const columns, rows = 40, 2000 // with room for the longest, so that nothing waits
	answers := filepath.Join(t.TempDir(), "answers.json")
	if err := os.WriteFile(answers, []byte(`{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"unsure","saddle-numbness":"yes"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	escape := regexp.MustCompile("\x1b\\[[0-9;?]*[a-zA-Z]")
	colour := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"why", "--answers", answers}, "Numbness between the legs"},
		{[]string{"check", "--explain", "--answers", answers}, "Numbness between the legs"},
		{[]string{"sources", "A19"}, "Shoulder raises"},
		{[]string{"sources"}, "nhs-back-pain"},
		{[]string{"learn", "--list"}, "heat-or-ice"},
	} {
		t.Run(strings.Join(c.args[:1], " "), func(t *testing.T) {
			s := sitWith(t, columns, rows, []string{"NO_COLOR=1"}, c.args...)
			if code := s.Wait(); code != 0 {
				t.Fatalf("got exit code %d", code)
			}
			out := s.Output()
			if found := colour.FindString(out); found != "" {
				t.Errorf("got %q, want no colour", found)
			}
			plain := strings.ReplaceAll(escape.ReplaceAllString(out, ""), "\r", "")
			for line := range strings.Lines(plain) {
				line = strings.TrimRight(line, "\n")
				if textwidth.Columns(line) > columns && !strings.Contains(line, "://") {
					t.Errorf("a line is wider than %d columns: %q", columns, line)
				}
			}
			if !strings.Contains(flat(plain), c.want) {
				t.Errorf("got\n%s\nwant in it %q", plain, c.want)
			}
		})
	}
}
