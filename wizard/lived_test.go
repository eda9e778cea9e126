package wizard_test

import (
	"strings"
	"testing"
	"time"

	"backcare/wizard"
)

// A visit is a check on a day, with what it is to come to.
type visit struct {
	days int // after the first
	area string
	pain string
	want string   // the disposition
	why  []string // what the result says, such as dates
}

// People come back, each check is kept, and the next one knows of it: what the
// diary asks for comes when it is time, with the dates that led to it, and not
// before.
func TestLivingWithTheJournal(t *testing.T) {
	first := time.Date(2026, time.January, 5, 18, 0, 0, 0, time.UTC)
	tests := map[string][]visit{
		"improving": {{0, "lower", "6", "self-care", nil}, {2, "lower", "5", "self-care", nil}, {5, "lower", "3", "self-care", nil},
			{9, "lower", "1", "self-care", nil}},
		"worsening": {{0, "lower", "2", "self-care", nil}, {2, "lower", "3", "self-care", nil},
			{4, "lower", "4", "clinician", []string{"2, 3, 4 out of 10, on 5 January 2026, 7 January 2026, 9 January 2026."}}},
		"up and down": {{0, "lower", "4", "self-care", nil}, {2, "lower", "2", "self-care", nil}, {4, "lower", "4", "self-care", nil},
			{6, "lower", "3", "self-care", nil}},
		"seven weeks": {{0, "lower", "5", "self-care", nil}, {14, "lower", "4", "self-care", nil}, {28, "lower", "4", "self-care", nil},
			{42, "lower", "4", "self-care", nil}, {49, "lower", "3", "clinician", []string{"from 5 January 2026 to 23 February 2026"}}},
		"seven weeks, healed in between": {{0, "lower", "5", "self-care", nil}, {14, "lower", "3", "self-care", nil}, {28, "lower", "1", "self-care", nil},
			{49, "lower", "3", "self-care", nil}},
		"four bouts a year": {{0, "lower", "5", "self-care", nil}, {90, "lower", "4", "self-care", nil},
			{180, "lower", "5", "clinician", []string{"They began on 5 January 2026, 5 April 2026, 4 July 2026."}},
			{270, "lower", "4", "clinician", []string{"They began on 5 January 2026, 5 April 2026, 4 July 2026, 2 October 2026."}}},
		"a bout a year": {{0, "lower", "5", "self-care", nil}, {370, "lower", "4", "self-care", nil}, {740, "lower", "5", "self-care", nil}},
		"two areas at once": {{0, "lower", "5", "self-care", nil}, {1, "neck", "3", "self-care", nil}, {20, "lower", "4", "self-care", nil},
			{21, "neck", "3", "self-care", nil}, {40, "lower", "4", "self-care", nil}, {41, "neck", "3", "self-care", nil},
			{46, "lower", "3", "clinician", []string{"from 5 January 2026 to 20 February 2026"}},
			{47, "neck", "3", "clinician", []string{"from 6 January 2026 to 21 February 2026"}}},
	}
	checks, raised := 0, 0
	for name, visits := range tests {
		t.Run(name, func(t *testing.T) {
			s := &shelf{}
			for _, v := range visits {
				now := first.AddDate(0, 0, v.days)
				c, p, _ := remembering(t, s, wizard.KeepAlways, map[string][]string{"area": {v.area}, "severity": {v.pain}, "same": {"other"}})
				c.Memory.Now = func() time.Time { return now }
				out, err := c.Check()
				if err != nil {
					t.Fatal(err)
				}
				if got := out.Assessment.Disposition.String(); got != v.want {
					t.Errorf("day %d: got %s with %v, want %s", v.days, got, out.Assessment.Findings, v.want)
				}
				for _, why := range v.why {
					if text := strings.Join(strings.Fields(p.presented.String()), " "); !strings.Contains(text, why) {
						t.Errorf("day %d: the result does not say %q:\n%s", v.days, why, text)
					}
				}
				checks++
				if v.want != "self-care" {
					raised++
				}
			}
			if len(s.entries) != len(visits) {
				t.Errorf("kept %d entries of %d checks", len(s.entries), len(visits))
			}
		})
	}
	t.Logf("%d lives, %d checks, %d of them raised", len(tests), checks, raised)
}
