package guidance

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// A vignette is a written case with the disposition that the criteria give,
// and the answers that an attentive person would give to the questionnaire.
type vignette struct {
	ID         string          `json:"id"`
	Narrative  string          `json:"narrative"`
	Expected   Disposition     `json:"expected"`
	Acceptable []Disposition   `json:"acceptable"`
	Criterion  string          `json:"criterion"`
	Answers    json.RawMessage `json:"answers"`
}

// The answers were written without sight of the rules. The published
// yardsticks for cases of this kind: symptom checkers 57 % right, lay people
// 74 %, physicians 91 %.
func TestVignettes(t *testing.T) {
	for _, name := range []string{"vignettes", "cases-first", "cases-second", "cases-third"} {
		t.Run(name, func(t *testing.T) { agree(t, readVignettes(t, name)) })
	}
}

func readVignettes(t *testing.T, name string) []vignette {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var vignettes []vignette
	if err := json.Unmarshal(data, &vignettes); err != nil {
		t.Fatal(err)
	}
	return vignettes
}

// agree compares each vignette with its level and prints the table.
func agree(t *testing.T, vignettes []vignette) {
	triage := Open("en").Triage()
	type count struct{ all, exact, acceptable int }
	byLevel := map[Disposition]*count{}
	table := &strings.Builder{}
	for _, v := range vignettes {
		response, err := triage.ParseAnswers(v.Answers)
		if err != nil {
			t.Errorf("%s: %v", v.ID, err)
			continue
		}
		a := triage.Assess(response, History{})
		c := byLevel[v.Expected]
		if c == nil {
			c = &count{}
			byLevel[v.Expected] = c
		}
		c.all++
		mark := "right"
		switch {
		case a.Disposition == v.Expected:
			c.exact++
		case slices.Contains(v.Acceptable, a.Disposition):
			c.acceptable++
			mark = "acceptable"
		default:
			mark = "WRONG"
			t.Errorf("%s: got %v, want %v (%s): %s", v.ID, a.Disposition, v.Expected, v.Criterion, v.Narrative)
		}
		fmt.Fprintf(table, "%-4s %-10s expected %-10s got %s\n", v.ID, mark, v.Expected, a.Disposition)
	}
	total := count{}
	for d := Emergency; d >= SelfCare; d-- {
		if c := byLevel[d]; c != nil {
			fmt.Fprintf(table, "%-10v %d of %d right, %d more acceptable\n", d, c.exact, c.all, c.acceptable)
			total.all, total.exact, total.acceptable = total.all+c.all, total.exact+c.exact, total.acceptable+c.acceptable
		}
	}
	t.Logf("\n%sin all: %d of %d right, %d more acceptable", table, total.exact, total.all, total.acceptable)
}
