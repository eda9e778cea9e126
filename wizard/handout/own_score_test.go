package handout

import (
	"strings"
	"testing"
	"time"

	"backcare/wizard"
)

// The page says how strong the pain is now. The course ends with the same score,
// which counts once, whether the journal knows of the check or not.
func TestTheCourseEndsWithTheCheckItself(t *testing.T) {
	pain := func(n int) *int { return &n }
	c := checked(t, answersWith(t, `{}`)) // 5 of 10
	earlier := []wizard.Entry{
		{ID: "1", Time: c.Time.AddDate(0, 0, -2), Kind: wizard.NoteEntry, Area: "lower", Pain: pain(4)},
		{ID: "2", Time: c.Time.Add(-2 * time.Hour), Kind: wizard.NoteEntry, Area: "lower", Pain: pain(9)},
	}
	own := wizard.Entry{ID: "3", Time: c.Time, Kind: wizard.CheckEntry, Area: "lower", Pain: pain(5), Answers: c.Response.Answers()}
	for name, test := range map[string]struct {
		diary []wizard.Entry
		day   time.Time
		want  string
	}{
		"a file beside the journal": {earlier, c.Time, "3 entries over 3 days. It began at 4 (18 November 2026) and was 5 at last (20 November 2026). The worst was 9"},
		"a check in the journal":    {append(earlier[:2:2], own), c.Time, "3 entries over 3 days. It began at 4 (18 November 2026) and was 5 at last (20 November 2026). The worst was 9"},
		"nothing before it":         {earlier[:0], c.Time, phraseNoScores},
		"an unknown day":            {earlier, time.Time{}, "2 entries over 3 days. It began at 4 (18 November 2026) and was 9 at last"},
	} {
		c.Diary, c.Time = test.diary, test.day
		if got := strings.Join(NewClinicianPage(c).Course, " "); !strings.Contains(got, test.want) {
			t.Errorf("%s: got %s", name, got)
		}
	}
}
