package handout

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backcare/wizard"
)

var pagesDir = flag.String("pages", "", "a `folder` to write the pages of all cases to, for .ci/handouts")

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
