package handout

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"backcare/guidance"
)

// well is the QuestionnaireResponse of an emergency, as backcare writes it.
func well(t testing.TB) string {
	t.Helper()
	r := answers(t, `{"area": "lower", "spread": "no", "feel": ["tight-stiff"], "em-nerves": "yes", "saddle-numbness": "yes"}`)
	return string(encode(t, BundleOf(checkOf(r)).Entry[0].Resource))
}

func TestWrongResponsesAreNamed(t *testing.T) {
	const area = `"system": "urn:uuid:6e7b46c6-cc92-8b67-8553-1aabea1a5b98",
            "code": "area.lower",
            "display": "Lower back or buttock"`
	tests := []struct {
		name, from, to string
		want           []string
	}{
		{"no time", "2026-11-20T21:30:00+01:00", "yesterday", []string{`authored must be a time such as 2026-11-20T21:30:00Z, not "yesterday"`}},
		{"another questionnaire", "urn:uuid:159bd324-e508-8368-8653-1464638786a6|1", "http://example.org/phq|1",
			[]string{`the answers belong to another questionnaire ("http://example.org/phq")`}},
		{"a newer version", "38786a6|1", "38786a6|2",
			[]string{`the answers belong to version "2" of the questionnaire, and this backcare has version 1; get a newer backcare`}},
		{"an odd version", "38786a6|1", "38786a6|one", []string{`the answers belong to version "one" of the questionnaire, and this backcare has version 1`}},
		{"no version", "38786a6|1", "38786a6", []string{"the answers do not say to which version of the questionnaire they belong"}},
		{"no questionnaire", `"questionnaire":`, `"_questionnaire":`, []string{"the answers do not say to which questionnaire they belong"}},
		{"not finished", `"stopped"`, `"in-progress"`, []string{`the status must be completed or stopped, not "in-progress"`}},
		{"no status", `"status":`, `"_status":`, []string{"there is no status; it must be completed or stopped"}},
		{"an unknown item", `"linkId": "area"`, `"linkId": "aera"`,
			[]string{`there is no item with the linkId "aera"; did you mean "area"?`, `item "area" is missing: Where is the pain? (neck, upper, shoulder-blades, middle, lower, elsewhere)`}},
		{"no linkId", `"linkId": "area"`, `"id": "area"`,
			[]string{"item 1 of the QuestionnaireResponse has no linkId", `item "area" is missing: Where is the pain? (neck, upper, shoulder-blades, middle, lower, elsewhere)`}},
		{"a text instead of a code", `"valueCoding": {
            ` + area + `
          }`, `"valueString": "lower"`, []string{`the item "area" must be answered by a valueCoding, not by "valueString"`}},
		{"a text beside a code", `"valueCoding": {
            ` + area, `"valueString": "neck", "valueCoding": {
            ` + area, []string{`the item "area" must be answered by a valueCoding, not by "valueString"`}},
		{"another system", area, `"system": "http://snomed.info/sct", "code": "area.lower"`,
			[]string{`the item "area" is answered by a code of another system ("http://snomed.info/sct")`}},
		{"the code of another item", "area.lower", "spread.no", []string{`the item "area" is answered by the code "spread.no", which is not one of its own`}},
		{"an unknown option", "area.lower", "area.lwer", []string{`item "area" has no option "lwer"; did you mean "lower"?`}},
		{"no code", `"code": "area.lower",`, "", []string{`the item "area" has an answer without a code`}},
		{"something that changes the meaning", `"linkId": "area",`, `"linkId": "area", "modifierExtension": [],`,
			[]string{`the item "area" has a modifierExtension, which may change what it means`}},
		{"an unknown property", `"linkId": "area",`, `"linkId": "area", "negated": true,`,
			[]string{`the item "area" has "negated", which backcare does not write there`}},
		{"a property twice", `"linkId": "area",`, `"linkId": "area", "linkId": "spread",`,
			[]string{`item 1 of the QuestionnaireResponse has "linkId" twice`, `item "area" is missing: Where is the pain? (neck, upper, shoulder-blades, middle, lower, elsewhere)`}},
		{"an item twice", `"linkId": "spread"`, `"linkId": "area"`, []string{`the item "area" is answered by the code "spread.no", which is not one of its own`,
			`item "area" is answered twice`, `item "spread" is missing: Does the pain, or a tingling, spread? (no, nearby, arm, leg, front, both-legs)`}},
		{"amended", `"stopped"`, `"amended"`, []string{`the status must be completed or stopped, not "amended"`}},
		{"a list that is none", `"item": [`, `"item": "area", "text": [`, []string{`item of the QuestionnaireResponse must be a list`,
			`item "area" is missing: Where is the pain? (neck, upper, shoulder-blades, middle, lower, elsewhere)`}},
		{"another resource", `"resourceType": "QuestionnaireResponse"`, `"resourceType": "Patient"`,
			[]string{`this is a "Patient", and not the answers of a check; give a QuestionnaireResponse, or a Bundle that holds one`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := well(t)
			changed := strings.Replace(text, test.from, test.to, 1)
			if changed == text {
				t.Fatalf("there is no %q in\n%s", test.from, text)
			}
			got := problemsOf(t, changed)
			if len(got) < len(test.want) || !slices.Equal(got[:len(test.want)], test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func problemsOf(t *testing.T, text string) []string {
	t.Helper()
	if !IsFHIR([]byte(text)) {
		t.Fatalf("not taken for FHIR: %s", text)
	}
	_, err := ReadFHIR(library, []byte(text))
	var problems *guidance.AnswersError
	if !errors.As(err, &problems) {
		t.Fatalf("got error %v, want an AnswersError", err)
	}
	var texts []string
	for _, p := range problems.Problems {
		texts = append(texts, p.Error())
	}
	return texts
}

// A mistake elsewhere does not hide an emergency sign.
func TestWrongResponseStillTellsEmergencies(t *testing.T) {
	text := strings.Replace(well(t), `"stopped"`, `"draft"`, 1)
	_, err := ReadFHIR(library, []byte(text))
	var problems *guidance.AnswersError
	if !errors.As(err, &problems) || len(problems.Emergencies) == 0 {
		t.Errorf("got error %v, want the emergency named", err)
	}
}

func TestWrongBundles(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", `{"resourceType": "Bundle", "type": "collection"}`, "the Bundle holds no QuestionnaireResponse"},
		{"two", `{"resourceType": "Bundle", "entry": [{"resource": ` + well(t) + `}, {"resource": ` + well(t) + `}]}`,
			"the Bundle holds 2 QuestionnaireResponses; give one of them"},
		{"trailing", well(t) + "{}", "there is something after the answers, at byte "},
		{"cut off", strings.TrimRight(well(t), "}\n"), "not JSON: unexpected EOF"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := problemsOf(t, test.text); len(got) != 1 || !strings.HasPrefix(got[0], test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// What another system may add by the standard does no harm.
func TestAdditionsArePassedOver(t *testing.T) {
	text := strings.Replace(well(t), `"status"`, `"id": "a", "meta": {"versionId": "1"}, "subject": {"reference": "Patient/1"}, "extension": [], "status"`, 1)
	text = strings.Replace(text, `"linkId": "area"`, `"id": "b", "definition": "x", "linkId": "area"`, 1)
	bundle := "\ufeff" + `{"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Patient"}}, {}, {"resource": ` + text + `}]}`
	for _, text := range []string{text, bundle} {
		read, err := ReadFHIR(library, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := read.Response.Options("saddle-numbness"); !slices.Equal(got, []string{"yes"}) {
			t.Errorf("got %q, want yes", got)
		}
	}
}

// When it was answered comes back, however little of it another system kept.
func TestAuthoredComesBack(t *testing.T) {
	whole := well(t)
	const written = `"authored": "2026-11-20T21:30:00+01:00"`
	if !strings.Contains(whole, written) {
		t.Fatalf("got no %s in %s", written, whole)
	}
	day := func(year int, month time.Month, day int) time.Time {
		return time.Date(year, month, day, 0, 0, 0, 0, time.Local)
	}
	for text, want := range map[string]time.Time{
		written: time.Date(2026, 11, 20, 20, 30, 0, 0, time.UTC), `"authored": "2026-03-02"`: day(2026, 3, 2),
		`"authored": "2026-03"`: day(2026, 3, 1), `"authored": "2026"`: day(2026, 1, 1), `"language": "en"`: {},
	} {
		read, err := ReadFHIR(library, []byte(strings.Replace(whole, written, text, 1)))
		if text == `"language": "en"` { // it stands there already
			read, err = ReadFHIR(library, []byte(strings.Replace(whole, written+",", "", 1)))
		}
		if err != nil || !read.Authored.Equal(want) {
			t.Errorf("%s: got %v, %v, want %v", text, read.Authored, err, want)
		}
	}
}

func TestOnlyResourcesAreFHIR(t *testing.T) {
	for text, want := range map[string]bool{`{"resourceType": 1}`: true, `{"area": "lower", "resourceType": "Bundle"}`: true,
		`{"area": "lower"}`: false, `["resourceType"]`: false, `{"area": {"resourceType": "x"}}`: false, "": false, "{": false, `{"a": x`: false} {
		if got := IsFHIR([]byte(text)); got != want {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}

// Whatever is read either is refused by name, or comes to the same when it is
// written and read again.
func FuzzReadFHIR(f *testing.F) {
	f.Add(well(f))
	f.Add(`{"resourceType": "Bundle", "entry": [{"resource": ` + well(f) + `}]}`)
	f.Add(strings.Replace(well(f), "area", "\u001b[31m", 3))
	f.Add(`{"resourceType": "QuestionnaireResponse", "item": [{"linkId": "neck-artery-if-1", "item": [{}]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		read, err := ReadFHIR(library, []byte(text))
		if err != nil {
			var problems *guidance.AnswersError
			if !errors.As(err, &problems) || len(problems.Problems) == 0 {
				t.Fatalf("got error %v, want an AnswersError with problems", err)
			}
			for _, p := range problems.Problems {
				if strings.ContainsFunc(p.Error(), func(c rune) bool { return c < ' ' || c == 0x7f }) {
					t.Errorf("a control character in %q", p)
				}
			}
			return
		}
		again, err := ReadFHIR(library, encode(t, BundleOf(checkOf(read.Response))))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := encode(t, again.Response.Answers()), encode(t, read.Response.Answers()); string(got) != string(want) {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}
