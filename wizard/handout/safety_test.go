package handout

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
)

// cases are the written cases of guidance.
func cases(t *testing.T) map[string]Check {
	t.Helper()
	all := map[string]Check{}
	for _, file := range []string{"vignettes", "cases-first", "cases-second", "cases-third"} {
		data, err := os.ReadFile("../../guidance/testdata/" + file + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var list []struct {
			ID      string          `json:"id"`
			Answers json.RawMessage `json:"answers"`
		}
		if err := json.Unmarshal(data, &list); err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			all[c.ID] = checked(t, string(c.Answers))
		}
	}
	return all
}

// Whoever should be seen now or today finds whom to call and how to wait, and
// nothing to do that moves the back: no movement, no picture, no box to tick.
// This holds for every written case in every format.
func TestNoAlarmShowsAMovement(t *testing.T) {
	all := cases(t)
	for who, c := range someone(t) {
		all[who] = c
	}
	chance := rand.New(rand.NewPCG(1, 2))
	for n := range 300 { // as some person might answer
		r := respond(t, chance)
		c := firstPage(t)
		c.Response, c.Assessment = r, library.Triage().Assess(r, guidance.History{Now: c.Now})
		all[fmt.Sprint("person ", n)] = c
	}
	for id := range all { // each emergency sign on its own as well
		if all[id].Assessment.Disposition == guidance.Emergency {
			c := all[id]
			c.Assessment.Findings = nil
			all[id+" without a reason"] = c
		}
	}
	shown := map[string]*regexp.Regexp{} // a title as words of its own
	for _, r := range library.Relief().All() {
		if r.ID != "until-seen" {
			shown[r.Words.Title] = regexp.MustCompile(`(^|[>*\]] ?|☐ )` + regexp.QuoteMeta(r.Words.Title) + `[.<*]`)
		}
	}
	count := map[guidance.Disposition]int{}
	for id, c := range all {
		count[c.Assessment.Disposition]++
		for _, name := range []string{"sheet.html", "sheet.md", "sheet.txt"} {
			got := write(t, name, c)
			title := library.Notices().CareFor(c.Response, c.Assessment, c.Number).Title
			if !strings.Contains(strings.ToLower(got), strings.ToLower(title)) {
				t.Errorf("%s, %s: does not say %q", id, name, title)
			}
			if c.Assessment.Disposition < guidance.Urgent {
				continue
			}
			if c.Assessment.Disposition == guidance.Emergency && !strings.Contains(got, "Call 999") {
				t.Errorf("%s, %s: does not say to call", id, name)
			}
			for title, words := range shown {
				if strings.Contains(got, title) && words.MatchString(got) {
					t.Errorf("%s, %s: shows %q although it is %v", id, name, title, c.Assessment.Disposition)
				}
			}
			if strings.Contains(got, "<svg") || strings.Contains(got, "checkbox") || strings.Contains(got, "[ ]") || strings.Contains(got, "☐") {
				t.Errorf("%s, %s: shows something to do although it is %v", id, name, c.Assessment.Disposition)
			}
		}
	}
	for d := guidance.SelfCare; d <= guidance.Emergency; d++ {
		if count[d] < 20 {
			t.Errorf("got %d cases of %v, want at least 20", count[d], d)
		}
	}
	t.Logf("%d checks in 3 formats", len(all))
}

// What lies on the skin is on the sheet only with its steps and with what
// forbids it, and every step says when to stop.
func TestStepsAreExplained(t *testing.T) {
	for id, c := range cases(t) {
		s := NewSheet(c)
		for _, p := range s.Parts {
			for _, step := range p.Steps {
				if len(step.How) == 0 || len(step.Stop) == 0 || step.Figure == nil {
					t.Errorf("%s: %s lacks its steps, when to stop, or its picture", id, step.ID)
				}
				if (step.ID == "heat" || step.ID == "ice") && len(step.LeaveOut) == 0 {
					t.Errorf("%s: %s does not say what forbids it", id, step.ID)
				}
			}
		}
		for _, step := range s.More {
			if step.ID == "heat" || step.ID == "ice" || step.ID == "alternating" {
				t.Errorf("%s: %s is named without its steps", id, step.ID)
			}
		}
	}
}

// What was said on the first page is no silence: the page for a clinician says
// that a sign is there, and which one nobody knows.
func TestFirstPageIsToldToClinician(t *testing.T) {
	got := write(t, "clinician.txt", firstPage(t))
	for _, want := range []string{"emergency (Call for help now)", "Reported as present: at least one emergency sign", "Which one was not asked"} {
		if !strings.Contains(strings.Join(strings.Fields(got), " "), want) {
			t.Errorf("got no %q in\n%s", want, got)
		}
	}
}

// A sign is among those denied only where it was denied.
func TestSignsAreToldAsAnswered(t *testing.T) {
	for id, c := range cases(t) {
		told := map[string]string{}
		for _, l := range NewClinicianPage(c).Signs {
			for _, item := range l.Items {
				if before, twice := told[item]; twice {
					t.Errorf("%s: %q stands under %q and %q", id, item, before, l.Heading)
				}
				told[item] = l.Heading
			}
		}
		for _, item := range library.Questionnaire().Items() {
			if item.Kind != guidance.Sign {
				continue
			}
			heading, answer := told[library.ClinicalTerm(item.ID)], c.Response.Options(item.ID)
			denied := heading == phraseDenied || heading == phraseDeniedInList
			switch {
			case slices.Equal(answer, []string{"no"}) != (heading == phraseDenied),
				slices.Equal(answer, []string{"yes"}) != (heading == phrasePresent),
				slices.Equal(answer, []string{"unsure"}) != (heading == phraseUnsure),
				denied && answer == nil && !slices.Equal(c.Response.Options(item.Screen), []string{"none"}):
				t.Errorf("%s: %s was answered %q and stands under %q", id, item.ID, answer, heading)
			}
		}
	}
}
