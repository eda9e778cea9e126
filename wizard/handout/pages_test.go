package handout

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backcare/guidance"
	"backcare/wizard"
)

var pagesDir = flag.String("pages", "", "a `folder` to write the pages of all cases to, for .ci/handouts")

// severe are checks that fill their pages: much is wrong, much must be minded,
// and much was noted.
func severe(t testing.TB) map[string]Check {
	const (
		illness = `"urgent-illness":"yes","fever":"yes","unwell":"yes","breathless-on-effort":"yes","urine-change":"yes","flank-pain":"yes","vomiting":"yes","leg-swelling":"yes"`
		nerves  = `"urgent-nerve":"yes","one-limb-weakness":"yes","hand-clumsiness":"yes","night-pain":"yes","lump-or-shape":"yes","rash":"yes","cannot-stand":"yes","worse-coughing":"yes"`
		above   = `"not-mechanical":"yes"`
		nothing = `"em-nerves":"none","em-chest-belly":"none","em-head-accident":"none"`
		risks   = `"risks":["bones","steroids","cancer","immune","diabetes","spine-procedure","injecting","blood-thinner"],"constant-pain":"yes"`
		pattern = `"pattern":["before","often","escalating","usual-day","no-sleep","painkillers","pulls","all-over"]`
		unsure  = `"urgent-illness":"unsure","fever":"unsure","unwell":"unsure","breathless-on-effort":"unsure","urine-change":"unsure","flank-pain":"no","vomiting":"unsure","leg-swelling":"no"`
	)
	all := map[string]Check{}
	add := func(name, area, changes string) {
		c := checked(t, answersWith(t, `{"area":"`+area+`",`+changes+`}`))
		all["severe-"+name] = c
		all["severe-"+name+"-diary"] = withNotes(withDiary(c, area))
	}
	add("older", "lower", `"age":"65-plus","severity":"6","risks":["bones","steroids","diabetes","blood-thinner"],`+pattern)
	add("older-mild", "lower", `"age":"65-plus","severity":"3","eases":"curl","risks":["diabetes"]`)
	add("older-upper", "upper", `"age":"65-plus","severity":"6","duration":"under-2-days","course":"early","risks":["diabetes","immune"],"began":"strain","constant-pain":"no",`+pattern)
	add("pregnant", "lower", `"risks":["pregnancy","diabetes"],"pregnancy":"28-plus-weeks","pre-eclampsia":"no","constant-pain":"no","feel":["tingling","firm-contraction"],"spread":"leg"`)
	add("early", "neck", `"risks":["pregnancy"],"pregnancy":"under-16-weeks","pre-eclampsia":"no","ectopic":"no"`)
	add("birth", "lower", `"risks":["pregnancy"],"pregnancy":"after-birth","pre-eclampsia":"no","after-birth-signs":"no"`)
	add("comfort", "lower", unsure+`,"risks":["bones","diabetes","blood-thinner"],"constant-pain":"no","age":"65-plus","severity":"6",`+pattern)
	add("unsure-risks", "lower", `"risks":["unsure"],"pregnancy":"maybe","ectopic":"no","constant-pain":"no"`)
	add("neck", "neck", `"severity":"8","duration":"under-2-days","eases":"arch","feel":["firm-contraction","tingling","hard-knot","tight-stiff"],"spread":"arm"`)
	add("child", "lower", `"age":"under-16","child-signs":"no"`)
	add("teen", "upper", `"age":"16-17"`)
	add("fresh", "lower", `"severity":"8","duration":"under-2-days","course":"early","eases":"curl"`)
	add("arch", "lower", `"eases":"arch","severity":"4","spread":"leg","feel":["sharp-spot","travelling-ache","tight-stiff","twitch"],"urgent-nerve":"none"`)
	add("mild", "lower", `"severity":"2","eases":"curl","duration":"1-2-weeks","pattern":["before","often"]`)
	add("blades", "shoulder-blades", `"severity":"4","feel":["popping","hard-knot","travelling-ache"],"began":"posture"`)
	add("urgent", "lower", illness+","+nerves+","+risks+`,"age":"65-plus","severity":"9",`+pattern)
	add("urgent-neck", "neck", illness+","+nerves+","+above+","+risks+`,"age":"65-plus","severity":"9",`+pattern)
	add("at-odds", "neck", nothing+`,"saddle-numbness":"yes","chest-pain":"yes","stroke-signs":"yes","neck-artery":"unsure","fever":"yes","risks":["diabetes"],"constant-pain":"no"`)
	add("emergency", "neck", illness+","+nerves+","+above+","+risks+`,"age":"65-plus","severity":"9","em-nerves":"yes","saddle-numbness":"yes","bladder-change":"yes","bowel-change":"yes",
		"sexual-change":"yes","both-legs":"yes","limb-weakness":"yes","spreading-numbness":"yes","em-chest-belly":"yes","chest-pain":"yes","breathless":"yes","tearing-pain":"yes",
		"pulsing-belly":"yes","sudden-belly-pain":"yes","faint":"yes","pregnancy-danger":"yes","pregnancy-labour":"yes","em-head-accident":"yes","major-trauma":"yes","confusion":"yes",
		"stiff-neck-fever":"yes","stroke-signs":"yes","lockjaw":"yes","low-urine-fever":"yes","neck-artery":"yes",`+pattern)
	stale := all["severe-older"]
	stale.Time = stale.Time.AddDate(-1, 0, 0)
	all["severe-stale"] = stale
	chance := rand.New(rand.NewPCG(7, 7))
	for n := range 40 { // as some person might answer
		r := respond(t, chance)
		c := firstPage(t)
		c.Response, c.Assessment = r, library.Triage().Assess(r, guidance.History{Now: c.Now})
		all[fmt.Sprint("severe-person-", n)] = withNotes(withDiary(c, answerOf(r, "area")))
	}
	return all
}

// withNotes adds more and longer notes than there is room for.
func withNotes(c Check) Check {
	for n := range 6 {
		c.Diary = append(c.Diary, wizard.Entry{ID: fmt.Sprint("long", n), Time: c.Time.AddDate(0, 0, -1), Kind: wizard.NoteEntry, Area: "lower",
			Note: strings.Repeat("It took my breath away on the stairs. ", 8)})
	}
	return c
}

// Every case has its pages. With -pages they are left in a folder for programs
// of others to read: all of HTML, and Markdown with any note together with what
// a reader of it must find there.
func TestEveryCaseHasItsPages(t *testing.T) {
	dir := *pagesDir
	if dir == "" {
		dir = t.TempDir()
	}
	leave := func(name, page string) {
		if len(page) < 500 {
			t.Errorf("%s: got %d bytes, want a page", name, len(page))
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all := cases(t)
	for who, c := range someone(t) {
		all[who] = c
	}
	for who, c := range severe(t) {
		all[who] = c
	}
	for id, c := range all {
		for _, name := range []string{"sheet.html", "clinician.html"} {
			leave(id+"-"+name, write(t, name, c))
		}
	}
	for who, c := range someone(t) {
		leave(who+"-sheet.md", write(t, "sheet.md", c))
	}
	found := map[string][]string{}
	for n, note := range strangeNotes {
		c := withDiary(checked(t, answersWith(t, `{}`)), "lower")
		c.Diary = append([]wizard.Entry{}, c.Diary...)
		c.Diary[4].Note = note
		name := "note-" + string(rune('a'+n/26)) + string(rune('a'+n%26)) + ".md"
		leave(name, write(t, "clinician.md", c))
		for _, shown := range NewClinicianPage(c).Notes {
			found[name] = append(found[name], strings.Join(strings.Fields(shown), " "))
		}
	}
	want, err := json.Marshal(found)
	if err != nil {
		t.Fatal(err)
	}
	leave("notes.json", string(want))
}
