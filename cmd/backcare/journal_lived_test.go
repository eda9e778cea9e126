//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// calm are the answers of somebody with an ordinary spasm.
const calm = `{"area": "lower", "spread": "no", "feel": ["tight-stiff"], "em-nerves": "none", "em-chest-belly": "none",
 "em-head-accident": "none", "severity": "5", "duration": "2-6-days", "began": "strain", "course": "better",
 "pattern": ["none"], "eases": "still", "urgent-illness": "none", "urgent-nerve": "none", "age": "18-49",
 "risks": ["none"]}`

// What was added on the command line, a line at a time, is what a check of the
// built program comes to, with the days it was added for.
func TestCheckOnALivedJournal(t *testing.T) {
	type entry struct {
		daysAgo, pain int
		area          string
	}
	tests := []struct {
		name    string
		entries []entry
		want    string
		dates   []int // in days ago
	}{
		{"nothing yet", nil, "You can treat this at home", nil},
		{"improving", []entry{{10, 8, "lower"}, {6, 7, "lower"}, {3, 6, "lower"}}, "You can treat this at home", nil},
		{"worsening", []entry{{10, 2, "lower"}, {6, 3, "lower"}, {3, 4, "lower"}}, "See a clinician in the next days", []int{6, 3}},
		{"seven weeks", []entry{{50, 7, "lower"}, {25, 6, "lower"}, {5, 6, "lower"}}, "See a clinician in the next days", []int{50}},
		{"four bouts", []entry{{300, 5, "lower"}, {200, 6, "lower"}, {100, 5, "lower"}}, "See a clinician in the next days", []int{300, 200, 100}},
		{"another area", []entry{{50, 7, "neck"}, {25, 6, "neck"}, {5, 6, "neck"}}, "You can treat this at home", nil},
		{"two areas", []entry{{60, 5, "neck"}, {50, 7, "lower"}, {37, 8, "neck"}, {25, 6, "lower"}, {5, 6, "lower"}}, "See a clinician in the next days", []int{50}},
	}
	answers := filepath.Join(t.TempDir(), "answers.json")
	if err := os.WriteFile(answers, []byte(calm), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data, today := t.TempDir(), time.Now().UTC()
			for _, e := range test.entries {
				at := today.AddDate(0, 0, -e.daysAgo).Format(time.DateOnly)
				if out, err := inJournal(t, data, "add", fmt.Sprint(e.pain), "--area", e.area, "--at", at).CombinedOutput(); err != nil {
					t.Fatalf("%v: %s", err, out)
				}
			}
			check := inJournal(t, data)
			check.Args = []string{check.Path, "check", "--answers", answers, "--journal"}
			out, err := check.Output()
			said := strings.Join(strings.Fields(string(out)), " ")
			if err != nil || !strings.HasPrefix(said, test.want) {
				t.Errorf("got %v, want %q:\n%s", err, test.want, out)
			}
			for _, days := range test.dates {
				if date := today.AddDate(0, 0, -days).Format("2 January 2006"); !strings.Contains(said, date) {
					t.Errorf("want %s as a reason:\n%s", date, out)
				}
			}
			for _, e := range test.entries {
				if date := today.AddDate(0, 0, -e.daysAgo).Format("2 January 2006"); e.area == "neck" && strings.Contains(said, date) {
					t.Errorf("%s is of another area:\n%s", date, out)
				}
			}
		})
	}
}
