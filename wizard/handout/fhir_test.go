package handout

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

var library = guidance.Open("en")

// calm are the answers of a person with nothing to report, where they are not
// the last option.
var calm = map[string]string{"area": "lower", "spread": "no", "feel": "tight-stiff", "severity": "3", "duration": "2-6-days",
	"began": "strain", "course": "better", "pattern": "none", "eases": "still", "breath": "deep-only", "age": "18-49",
	"risks": "none", "pregnancy": "no"}

// respond answers as some person might, until nothing is left to ask. Some
// have nothing to report, and some have nearly everything.
func respond(t testing.TB, chance *rand.Rand) guidance.Response {
	t.Helper()
	r := library.Questionnaire().NewResponse()
	calmness := chance.IntN(21) // of twenty answers
	for item, ok := library.Triage().Next(r); ok; item, ok = library.Triage().Next(r) {
		var err error
		if r, err = r.With(item.ID, choose(chance, item, calmness)...); err != nil {
			t.Fatal(err)
		}
		if contradicted := r.Contradicted(); len(contradicted) > 0 {
			r, _ = r.With(contradicted[0], "none")
		}
	}
	return r
}

func choose(chance *rand.Rand, item guidance.Item, calmness int) []string {
	if chance.IntN(20) < calmness {
		if id, ok := calm[item.ID]; ok {
			return []string{id}
		}
		return []string{item.Options[len(item.Options)-1].ID}
	}
	ids := []string{item.Options[chance.IntN(len(item.Options))].ID}
	if !item.Multiple() {
		return ids
	}
	for _, o := range item.Options {
		first, _ := item.Option(ids[0])
		if o.ID != ids[0] && !o.Exclusive && !first.Exclusive && chance.IntN(4) == 0 {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

func encode(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

func checkOf(r guidance.Response) Check {
	return Check{Library: library, Response: r, Assessment: library.Triage().Assess(r, guidance.History{}),
		Time: time.Date(2026, 11, 20, 21, 30, 0, 0, time.FixedZone("", 3600))}
}

// What backcare writes for other systems it reads back, with the same meaning,
// whether or not the response stands in its Bundle.
func TestEveryResponseComesBack(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	seen, dispositions := map[string]bool{}, map[guidance.Disposition]int{}
	const people = 1000
	for range people {
		want := respond(t, chance)
		c := checkOf(want)
		bundle := BundleOf(c)
		dispositions[c.Assessment.Disposition]++
		for _, v := range []any{bundle, bundle.Entry[0].Resource} {
			got, err := ReadFHIR(library, encode(t, v))
			if err != nil {
				t.Fatalf("%v: %v", want.Answers(), err)
			}
			if !reflect.DeepEqual(got.Response.Answers(), want.Answers()) || !got.Authored.Equal(c.Time) {
				t.Fatalf("got %v of %v, want %v of %v", got.Response.Answers(), got.Authored, want.Answers(), c.Time)
			}
			if a := library.Triage().Assess(got.Response, guidance.History{}); !reflect.DeepEqual(a, c.Assessment) {
				t.Fatalf("%v: got %v, want %v", want.Answers(), a, c.Assessment)
			}
		}
		for item := range want.Answers() {
			seen[item] = true
		}
		checkResponse(t, bundle.Entry[0].Resource.(QuestionnaireResponse), want)
	}
	for _, item := range library.Questionnaire().Items() {
		if !seen[item.ID] {
			t.Errorf("nobody answered %q: this test misses it", item.ID)
		}
	}
	if len(dispositions) != 4 {
		t.Errorf("got dispositions %v, want all four: this test misses some", dispositions)
	}
	t.Logf("%d people, %v", people, dispositions)
}

// checkResponse checks the invariants of a QuestionnaireResponse: an item has
// items of its own or its answer has (qrs-1), only questions that are asked are
// answered, and it is completed where all of them are.
func checkResponse(t *testing.T, qr QuestionnaireResponse, r guidance.Response) {
	t.Helper()
	asked, answered := map[string]bool{}, map[string]bool{}
	for _, item := range r.Asked() {
		asked[item.ID] = true
	}
	var walk func(items []ResponseItem)
	walk = func(items []ResponseItem) {
		for _, item := range items {
			if len(item.Item) > 0 && len(item.Answer) > 0 {
				t.Errorf("qrs-1: %q has both items and an answer", item.LinkID)
			}
			if len(item.Answer) > 0 {
				answered[item.LinkID] = true
			}
			if len(item.Answer) > 0 && !asked[item.LinkID] {
				t.Errorf("%q is answered, but not asked", item.LinkID)
			}
			walk(item.Item)
		}
	}
	walk(qr.Item)
	want := "stopped"
	if len(answered) == len(asked) {
		want = "completed"
	}
	if qr.Status != want {
		t.Errorf("got status %q with %d of %d answered, want %q", qr.Status, len(answered), len(asked), want)
	}
	if qr.Subject != nil {
		t.Errorf("got subject %v, want none: nobody gave one", qr.Subject)
	}
}

// The invariants que-1 to que-13 of FHIR R4, as far as what backcare can write
// could break them.
func TestQuestionnaireKeepsTheInvariants(t *testing.T) {
	q := QuestionnaireOf(library)
	options, earlier := map[string]map[string]bool{}, map[string]bool{}
	count := 0
	var walk func(items []QuestionnaireItem)
	walk = func(items []QuestionnaireItem) {
		for _, item := range items {
			count++
			fault := func(invariant, what string) { t.Errorf("%s: %q %s", invariant, item.LinkID, what) }
			switch {
			case item.Type == "group" && len(item.Item) == 0:
				fault("que-1", "is a group without items")
			case item.Type == "display" && len(item.Item) > 0:
				fault("que-1", "is a text with items")
			case item.Type == "display" && len(item.Code) > 0:
				fault("que-3", "is a text with a code")
			case item.Type == "display" && (item.Required || item.Repeats):
				fault("que-6", "is a text that is required or repeats")
			case item.Type != "choice" && len(item.AnswerOption) > 0:
				fault("que-5", "has options, but is no choice")
			case item.Type == "choice" && len(item.AnswerOption) == 0:
				fault("item", "is a choice without options")
			case item.Type != "group" && item.Text == "":
				fault("item", "says nothing")
			}
			if earlier[item.LinkID] {
				fault("que-2", "stands twice")
			}
			if many := len(item.EnableWhen) > 1; many != (item.EnableBehavior != "") {
				fault("que-12", "has conditions, but not how they go together, or the other way round")
			}
			for _, when := range item.EnableWhen {
				// que-7 is about the operator exists, which is not used.
				if when.Operator != "=" || !options[when.Question][when.AnswerCoding.Code] {
					fault("que-7", "depends on what is no option of an earlier question")
				}
			}
			earlier[item.LinkID] = true
			options[item.LinkID] = map[string]bool{}
			for _, o := range item.AnswerOption {
				options[item.LinkID][o.ValueCoding.Code] = true
			}
			walk(item.Item)
		}
	}
	walk(q.Item)
	for _, item := range library.Questionnaire().Items() {
		if !earlier[item.ID] {
			t.Errorf("the questionnaire does not ask %q", item.ID)
		}
	}
	t.Logf("%d items", count)
	// que-4, que-8 to que-11 and que-13 are about value sets, initial values,
	// read-only items and lengths, for which there is no field at all.
	for _, field := range []string{"answerValueSet", "initial", "readOnly", "maxLength"} {
		if bytes.Contains(encode(t, q), []byte(`"`+field+`"`)) {
			t.Errorf("there is a field %q now: check its invariants", field)
		}
	}
}

// The conditions in FHIR mean what they mean here: whoever follows them asks
// exactly what backcare asks.
func TestConditionsMeanTheSame(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 4))
	q := QuestionnaireOf(library)
	const people = 1000
	for range people {
		r := respond(t, chance)
		given := map[string]bool{}
		for _, item := range library.Questionnaire().Items() {
			for _, id := range r.Options(item.ID) {
				given[answerCode(item.ID, id)] = true
			}
		}
		enabled := map[string]bool{}
		enable(q.Item, given, enabled)
		for _, item := range r.Asked() {
			if !enabled[item.ID] {
				t.Fatalf("%v: FHIR does not ask %q", r.Answers(), item.ID)
			}
			delete(enabled, item.ID)
		}
		for id := range enabled {
			t.Fatalf("%v: FHIR asks %q", r.Answers(), id)
		}
	}
}

// enable finds the questions that are asked, as the standard says it.
func enable(items []QuestionnaireItem, given, enabled map[string]bool) {
	for _, item := range items {
		holding := 0
		for _, when := range item.EnableWhen {
			if given[when.AnswerCoding.Code] {
				holding++
			}
		}
		switch {
		case len(item.EnableWhen) == 0:
		case item.EnableBehavior == "all" && holding < len(item.EnableWhen), holding == 0:
			continue
		}
		if item.Type == "choice" {
			enabled[item.LinkID] = true
		}
		enable(item.Item, given, enabled)
	}
}

// An answer means what it was given for, so a questionnaire that asks something
// else has another version.
func TestVersionCountsUp(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "questionnaire.json"))
	if err != nil {
		t.Fatal(err)
	}
	var before Questionnaire
	if err := json.Unmarshal(data, &before); err != nil {
		t.Fatal(err)
	}
	now := QuestionnaireOf(library)
	if before.Version == now.Version && bones(before.Item) != bones(now.Item) {
		t.Errorf("the questionnaire asks something else than in testdata/questionnaire.json, so its version must be another than %s", now.Version)
	}
}

func TestFHIRFiles(t *testing.T) {
	r := answers(t, `{"area": "lower", "spread": "no", "feel": ["tight-stiff"], "em-nerves": "none", "em-chest-belly": "none",
		"em-head-accident": "none", "severity": "5", "duration": "2-6-days", "began": "strain", "course": "better", "pattern": ["none"],
		"eases": "still", "urgent-illness": "none", "urgent-nerve": "none", "age": "18-49", "risks": ["none"]}`)
	c := checkOf(r)
	seven, four := 7, 4
	c.Diary = []wizard.Entry{
		{Time: c.Time.AddDate(0, 0, -1), Kind: wizard.NoteEntry, Area: "lower", Pain: &seven, Note: "<b>private</b>"},
		{Time: c.Time.AddDate(0, 0, 1), Kind: wizard.RoutineEntry, Pain: &four},
	}
	golden(t, "questionnaire.json", encode(t, QuestionnaireOf(library)))
	golden(t, "bundle.json", encode(t, BundleOf(c)))
	stopped := answers(t, `{"area": "neck", "spread": "no", "feel": ["tight-stiff"], "em-nerves": "none", "em-chest-belly": "none",
		"em-head-accident": "yes", "neck-artery": "yes", "major-trauma": "no", "confusion": "no", "stiff-neck-fever": "no",
		"stroke-signs": "no", "lockjaw": "no", "low-urine-fever": "no"}`)
	named := checkOf(stopped)
	named.Subject = "R. Example"
	golden(t, "bundle-stopped.json", encode(t, BundleOf(named)))
}

func answers(t testing.TB, text string) guidance.Response {
	t.Helper()
	r, err := library.Triage().ParseAnswers([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// golden compares with a file under testdata. UPDATE=1 go test
// ./wizard/handout writes all files anew.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; write it anew with UPDATE=1 and read the difference. Got:\n%s", file, got)
	}
}

// bones returns the ids, options and conditions of items without their words.
func bones(items []QuestionnaireItem) string {
	var b strings.Builder
	for _, item := range items {
		b.WriteString(item.LinkID + item.Type + item.EnableBehavior)
		for _, o := range item.AnswerOption {
			b.WriteString(" " + o.ValueCoding.Code)
		}
		for _, w := range item.EnableWhen {
			b.WriteString(" " + w.AnswerCoding.Code)
		}
		b.WriteString("\n" + bones(item.Item))
	}
	return b.String()
}
