package handout

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

// writers are all pages in all formats, by the name of a file.
var writers = map[string]func(io.Writer, Check) error{
	"sheet.html": WriteHTML, "sheet.md": WriteMarkdown, "sheet.txt": WriteText,
	"clinician.html": WriteClinicianHTML, "clinician.md": WriteClinicianMarkdown, "clinician.txt": WriteClinicianText,
}

// checked returns the check with these answers.
func checked(t testing.TB, answers string) Check {
	t.Helper()
	r, err := library.Triage().ParseAnswers([]byte(answers))
	if err != nil {
		t.Fatalf("%s: %v", answers, err)
	}
	at := time.Date(2026, 11, 20, 21, 30, 0, 0, time.UTC)
	return Check{Library: library, Number: "999", Time: at, Now: at, Response: r, Assessment: library.Triage().Assess(r, guidance.History{Now: at})}
}

// answersWith returns the answers of an ordinary spasm with some changed.
func answersWith(t testing.TB, changes string) string {
	t.Helper()
	answers := map[string]any{}
	for _, text := range []string{`{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"none","em-chest-belly":"none",
		"em-head-accident":"none","severity":"5","duration":"2-6-days","began":"strain","course":"better","pattern":["before"],"eases":"still",
		"urgent-illness":"none","urgent-nerve":"none","age":"18-49","risks":["none"]}`, changes} {
		if err := json.Unmarshal([]byte(text), &answers); err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// someone are checks that differ in what their pages say.
func someone(t testing.TB) map[string]Check {
	return map[string]Check{
		"self-care": checked(t, answersWith(t, `{}`)),
		"clinician": withDiary(checked(t, answersWith(t, `{"area":"upper","severity":"4","age":"65-plus","course":"same","risks":["diabetes"]}`)), "upper"),
		"urgent": withDiary(checked(t, answersWith(t, `{"urgent-illness":"yes","fever":"yes","unwell":"no","breathless-on-effort":"no","urine-change":"no",
			"flank-pain":"no","vomiting":"no","leg-swelling":"unsure","risks":["blood-thinner"]}`)), "lower"),
		"emergency":  checked(t, `{"area":"lower","spread":"leg","feel":["tingling"],"em-nerves":"yes","saddle-numbness":"yes","bladder-change":"unsure"}`),
		"first-page": firstPage(t),
	}
}

// firstPage is a check in which the very first page said that it is one of the
// emergencies.
func firstPage(t testing.TB) Check {
	c := checked(t, answersWith(t, `{}`))
	c.Response, c.Assessment = library.Questionnaire().NewResponse(), guidance.Assessment{Disposition: guidance.Emergency}
	return c
}

func withDiary(c Check, area string) Check {
	pain := func(n int) *int { return &n }
	at := func(days int) time.Time { return c.Time.AddDate(0, 0, -days) }
	c.Diary = []wizard.Entry{
		{ID: "1", Time: at(9), Kind: wizard.NoteEntry, Area: area, Pain: pain(7), Note: "moved <b>boxes</b> & *more* [boxes](x)\n# 3"},
		{ID: "2", Time: at(7), Kind: wizard.RoutineEntry, Area: area, Done: []wizard.Performed{{Relief: "heat", Before: pain(7), After: pain(5)}}},
		{ID: "3", Time: at(5), Kind: wizard.RoutineEntry, Area: area, Done: []wizard.Performed{{Relief: "heat", Before: pain(6), After: pain(5)}}},
		{ID: "4", Time: at(3), Kind: wizard.RoutineEntry, Area: area, Done: []wizard.Performed{
			{Relief: "heat", Before: pain(5), After: pain(5)}, {Relief: "seated-twist", Worse: true}}},
		{ID: "5", Time: at(2), Kind: wizard.NoteEntry, Area: area, Pain: pain(4), Note: "slept through"},
	}
	return c
}

func write(t testing.TB, name string, c Check) string {
	t.Helper()
	var b bytes.Buffer
	if err := writers[name](&b, c); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b.String()
}

// Every page of every check is as in testdata, where the style of HTML, which
// is page.css, is left out.
func TestPages(t *testing.T) {
	for who, c := range someone(t) {
		for name := range writers {
			page := strings.NewReplacer(pageStyle, "", styleHash, "").Replace(write(t, name, c))
			golden(t, who+"-"+name, []byte(page))
		}
	}
}
