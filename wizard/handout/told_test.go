package handout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"backcare/wizard"
	"backcare/wizard/textwidth"
)

// A contradiction is told to the person where it may be more urgent than the
// sheet says, and always to a clinician.
func TestContradictionsAreTold(t *testing.T) {
	const emergency = `"em-nerves":"yes","saddle-numbness":"yes","bladder-change":"no","bowel-change":"no","sexual-change":"no","both-legs":"no","limb-weakness":"no","spreading-numbness":"no"`
	for name, test := range map[string]struct {
		answers string
		person  bool
	}{
		"calm":      {`{"em-nerves":"none","saddle-numbness":"yes"}`, true},
		"emergency": {`{` + emergency + `,"urgent-illness":"none","fever":"yes"}`, false},
		"child":     {`{"child-signs":"yes"}`, true},
	} {
		c := checked(t, answersWith(t, test.answers))
		if got := strings.Contains(write(t, "sheet.txt", c), phraseContradicted); got != test.person {
			t.Errorf("%s: got it told to the person: %v", name, got)
		}
		if got := write(t, "clinician.txt", c); !strings.Contains(got, phraseAtOdds) {
			t.Errorf("%s: got it not told to the clinician in\n%s", name, got)
		}
	}
}

// Notes of another place say which, and that there are more is told.
func TestNotesSayWhereAndHowMany(t *testing.T) {
	c := withDiary(checked(t, answersWith(t, `{}`)), "lower")
	c.Diary[4].Area = "neck"
	page := NewClinicianPage(c)
	if len(page.Notes) != 2 || !strings.Contains(page.Notes[0], "2026 (Neck): slept through") || strings.Contains(page.Notes[1], "(Lower") ||
		page.NotesTitle != phraseOwnWords {
		t.Errorf("got %s: %q", page.NotesTitle, page.Notes)
	}
	for n := range 5 {
		c.Diary = append(c.Diary, wizard.Entry{ID: fmt.Sprint("more", n), Time: c.Time.AddDate(0, 0, -1), Kind: wizard.NoteEntry, Area: "lower", Note: "again"})
	}
	if page = NewClinicianPage(c); len(page.Notes) != someNotes || !strings.HasSuffix(page.NotesTitle, "(the latest 4 of 7)") {
		t.Errorf("got %s: %q", page.NotesTitle, page.Notes)
	}
}

// Plain text keeps to the columns there are, with words of any length.
func TestTextKeepsToItsColumns(t *testing.T) {
	for who, c := range someone(t) {
		if c.Diary != nil {
			c.Diary = slices.Clone(c.Diary)
			c.Diary[4].Note = strings.Repeat("ouch", 30)
		}
		for _, columns := range []int{20, 40, 80} {
			c.Columns = columns
			for _, name := range []string{"sheet.txt", "clinician.txt"} {
				for line := range strings.SplitSeq(write(t, name, c), "\n") {
					if textwidth.Columns(line) > columns && !strings.Contains(line, "://") && !strings.Contains(line, "___") {
						t.Errorf("%s, %s: more than %d columns: %q", who, name, columns, line)
					}
				}
			}
		}
	}
}

// Who is offered nothing but comfort, or is a child, is not sent to more, and is
// told that an adult stays with them.
func TestSheetsAreForThePerson(t *testing.T) {
	for name, test := range map[string]struct {
		answers, want string
		more          bool
	}{
		"calm":         {`{}`, "If it is not easing", true},
		"child":        {`{"age":"under-16","child-signs":"no"}`, "grown-up", false},
		"teen":         {`{"age":"16-17"}`, "adult beside you", true},
		"comfort only": {`{"urgent-illness":"unsure","fever":"unsure","unwell":"no","breathless-on-effort":"no","urine-change":"no","flank-pain":"no","vomiting":"no","leg-swelling":"no"}`, "not sure about a warning sign", false},
	} {
		got := strings.Join(strings.Fields(write(t, "sheet.txt", checked(t, answersWith(t, test.answers)))), " ")
		if !strings.Contains(got, test.want) || strings.Contains(got, "How these are done") != test.more || strings.Contains(got, "--print") {
			t.Errorf("%s: got more %v, want %v, with %q, in\n%s", name, !test.more, test.more, test.want, got)
		}
	}
}

// On the telephone it is said in a breath, the signs first, however many.
func TestWhatToSayIsShort(t *testing.T) {
	for id, c := range cases(t) {
		if !NewSheet(c).Alarm {
			continue
		}
		for _, l := range NewSheet(c).Lists {
			if l.Heading == phraseSayThis && (len(l.Items) > 2 || len(strings.Join(l.Items, " ")) > 500) {
				t.Errorf("%s: got %q", id, l.Items)
			}
		}
		if first := NewSheet(c).Lists[0].Heading; first != phraseSayThis && first != phraseContradicted {
			t.Errorf("%s: got %s first", id, first)
		}
	}
}

// What has no room is named with where it is, and nothing that must be minded is
// ever left out: the alarm, the steps in full and their contraindications.
func TestFullPagesSayWhatIsLeftOut(t *testing.T) {
	all := severe(t)
	sheets, pages := 0, 0
	for id, c := range all {
		s := NewSheet(c)
		text := strings.Join(strings.Fields(write(t, "sheet.txt", c)), " ")
		for _, step := range s.Elsewhere {
			sheets++
			if !strings.Contains(text, "Not on this sheet") || !strings.Contains(text, step.Title) {
				t.Errorf("%s: does not say where %s is", id, step.Title)
			}
		}
		p := NewClinicianPage(c)
		named := len(p.Rules) + len(p.MoreRules) + p.NotNamed
		if named != len(c.Assessment.Findings) || len(p.Rules) == 0 && named > 0 {
			t.Errorf("%s: got %d of %d rules", id, named, len(c.Assessment.Findings))
		}
		if page := write(t, "clinician.txt", c); p.NotNamed > 0 {
			pages++
			if !strings.Contains(strings.Join(strings.Fields(page), " "), fmt.Sprintf("and %d more (backcare why", p.NotNamed)) {
				t.Errorf("%s: does not say that %d rules are left out", id, p.NotNamed)
			}
		}
		if _, all := c.notes(); all > len(p.Notes) && (len(p.Notes) == 0 || !strings.Contains(p.NotesTitle, fmt.Sprint("of ", all))) {
			t.Errorf("%s: got %d of %d notes under %q", id, len(p.Notes), all, p.NotesTitle)
		}
	}
	if sheets == 0 || pages == 0 {
		t.Errorf("%d sheets and %d pages leave something out: this test sees too few", sheets, pages)
	}
}
