package guidance

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// given is a set of answers as a caller writes them.
type given map[string]any

// calmGiven returns all answers of a person with nothing to report, changed
// by some. A nil takes an answer out.
func calmGiven(tb testing.TB, t *Triage, changes given) given {
	tb.Helper()
	person := newRespondent(tb, t)
	answers := make([]uint16, len(t.q.items))
	person.respond(holds{}, answers)
	all := given{}
	for n, item := range t.q.items {
		switch ids := item.ids(answers[n]); {
		case len(ids) == 0:
		case item.Multiple():
			all[item.ID] = ids
		default:
			all[item.ID] = ids[0]
		}
	}
	for id, answer := range changes {
		if answer == nil {
			delete(all, id)
		} else {
			all[id] = answer
		}
	}
	return all
}

func (g given) json(tb testing.TB) string {
	tb.Helper()
	data, err := json.Marshal(g)
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// Nothing is guessed: whatever is wrong is said, with what was probably
// meant, and all of it at once.
func TestParseAnswersProblems(t *testing.T) {
	triage := Open("en").Triage()
	calm := calmGiven(t, triage, nil).json(t)
	changed := func(changes given) string { return calmGiven(t, triage, changes).json(t) }
	raw := func(member string) string { return strings.TrimSuffix(calm, "}") + "," + member + "}" }
	tests := []struct {
		name, data string
		want       []string
		not        []string
	}{
		{name: "empty", data: "", want: []string{"the input is empty"}, not: []string{"missing"}},
		{name: "only space", data: " \n\t", want: []string{"the input is empty"}},
		{name: "not JSON", data: "area: lower", want: []string{"not JSON"}, not: []string{"missing"}},
		{name: "array", data: `[` + calm + `]`, want: []string{`must be one JSON object, such as {"area": "lower"}`}},
		{name: "string", data: `"lower"`, want: []string{"must be one JSON object"}},
		{name: "null", data: `null`, want: []string{"must be one JSON object"}},
		{name: "cut off", data: strings.TrimSuffix(calm, "}"), want: []string{"the object does not end"}, not: []string{"missing"}},
		{name: "cut off in a member", data: `{"area": `, want: []string{"not JSON at byte"}},
		{name: "trailing object", data: calm + "{}", want: []string{"something after the answers, at byte"}, not: []string{"missing"}},
		{name: "trailing word", data: calm + " yes", want: []string{"something after the answers"}},
		{name: "invalid UTF-8", data: strings.Replace(calm, `"lower"`, "\"lower\xff\"", 1), want: []string{"not valid UTF-8", `item "area" has no option`}},
		{name: "unknown item", data: raw(`"aera": "lower"`), want: []string{`there is no item "aera"; did you mean "area"?`}},
		{name: "item of nothing like it", data: raw(`"zzzzzzzzzz": "lower"`), want: []string{`there is no item "zzzzzzzzzz"`}, not: []string{"did you mean"}},
		{name: "empty item", data: raw(`"": "lower"`), want: []string{`there is no item ""`}},
		{name: "item in capitals", data: changed(given{"area": nil, "Area": "lower"}), want: []string{`there is no item "Area"; did you mean "area"?`, `item "area" is missing`}},
		{name: "a number off the scale", data: changed(given{"severity": "11"}), want: []string{`item "severity" has no option "11"; there are: 0, 1`}, not: []string{"did you mean"}},
		{name: "unknown option", data: changed(given{"area": "lowr"}), want: []string{`item "area" has no option "lowr"; did you mean "lower"?`}, not: []string{"missing"}},
		{name: "options are named", data: changed(given{"area": "knee-cap-left"}), want: []string{`no option "knee-cap-left"; there are: neck, upper, shoulder-blades, middle, lower, elsewhere`}},
		{name: "control characters are shown", data: changed(given{"area": "lo\x1b[2Jwer"}), want: []string{`"lo\x1b[2Jwer"`}, not: []string{"\x1b"}},
		{name: "number", data: changed(given{"area": 3}), want: []string{`item "area" takes one option id in quotes, such as "neck", not 3`}},
		{name: "number on the scale", data: changed(given{"severity": 3}), want: []string{`item "severity" takes one option id in quotes, such as "0", not 3`}},
		{name: "null answer", data: raw(`"breath": null`), want: []string{`item "breath" takes one option id in quotes, such as "any", not null`}},
		{name: "null for several", data: calmNull(calm), want: []string{`item "feel" takes a list of option ids`, "not null"}},
		{name: "object", data: changed(given{"area": given{"id": "lower"}}), want: []string{"not an object"}},
		{name: "bool", data: changed(given{"em-nerves": false}), want: []string{`item "em-nerves" takes one option id in quotes, such as "yes", not false`}},
		{name: "list for one", data: changed(given{"area": []string{"lower"}}), want: []string{`item "area" takes one option id in quotes, such as "neck", not this list`}},
		{name: "two for one", data: changed(given{"area": []string{"lower", "neck"}}), want: []string{`item "area" takes one option id in quotes`}},
		{name: "null in a list", data: changed(given{"feel": []any{"twitch", nil}}), want: []string{`item "feel" takes a list of option ids, such as ["firm-contraction"], not this list`}, not: []string{"no option"}},
		{name: "the word null in a list", data: changed(given{"feel": []string{"null"}}), want: []string{`item "feel" has no option "null"`}},
		{name: "number in a list", data: changed(given{"feel": []any{"twitch", 1}}), want: []string{"not this list"}, not: []string{"no option"}},
		{name: "list in a list", data: changed(given{"feel": []any{[]string{"twitch"}}}), want: []string{"not this list"}},
		{name: "empty list", data: changed(given{"feel": []string{}}), want: []string{`item "feel": no option chosen`}, not: []string{"missing"}},
		{name: "item twice", data: raw(`"area": "neck"`), want: []string{`item "area" is answered twice`}},
		{name: "option twice", data: changed(given{"feel": []string{"twitch", "twitch"}}), want: []string{`option "twitch" is given twice`}},
		{name: "none beside others", data: changed(given{"risks": []string{"none", "diabetes"}}), want: []string{`option "none" excludes all others`}},
		{name: "missing", data: changed(given{"area": nil, "severity": nil, "risks": nil}), want: []string{"3 problems", `item "area" is missing: Where is the pain? (neck, upper,`, `item "severity" is missing`, `item "risks" is missing`}},
		{name: "sign after a screen", data: changed(given{"urgent-nerve": "unsure"}), want: []string{`item "one-limb-weakness" is missing`, `item "cannot-stand" is missing`}},
		{name: "screen against its signs", data: changed(contradiction(triage)), want: []string{`item "em-nerves" says at least one of its signs is there, but each of them says no`}, not: []string{"missing"}},
		{name: "all at once", data: `{"aera": "lower", "feel": "twich", "severity": 3} trailing`, want: []string{`no item "aera"`, `no option "twich"; did you mean "twitch"?`, `"severity" takes`, "something after", `item "area" is missing`, `item "risks" is missing`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := triage.ParseAnswers([]byte(test.data))
			var problems *AnswersError
			if !errors.As(err, &problems) {
				t.Fatalf("got error %v, want an *AnswersError", err)
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got:\n%v\nwant in it: %s", err, want)
				}
			}
			for _, not := range test.not {
				if strings.Contains(err.Error(), not) {
					t.Errorf("got:\n%v\nwant this not in it: %q", err, not)
				}
			}
		})
	}
}

func calmNull(calm string) string {
	return strings.Replace(calm, `"feel":["tight-stiff"]`, `"feel":null`, 1)
}

// contradiction answers a screen with yes and each of its signs with no.
func contradiction(t *Triage) given {
	g := given{"em-nerves": "yes"}
	for _, item := range t.q.items {
		if item.Screen == "em-nerves" {
			g[item.ID] = "no"
		}
	}
	return g
}

// Junk and hostile files end soon, with a problem and a short message.
func TestParseAnswersJunk(t *testing.T) {
	const size = 10 << 20
	long := strings.Repeat("x", size)
	tests := map[string]string{
		"word":           long,
		"zeros":          strings.Repeat("\x00", size),
		"brackets":       strings.Repeat("[", size),
		"deep in object": `{"area":` + strings.Repeat("[", size),
		"nested objects": strings.Repeat(`{"area":`, size/8),
		"balanced":       `{"area":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "}",
		"long string":    `"` + long + `"`,
		"long item":      `{"` + long + `": "lower"}`,
		"long option":    `{"area": "` + long + `"}`,
		"long number":    `{"area": ` + strings.Repeat("9", size) + `}`,
		"invalid UTF-8":  strings.Repeat("\xff", size),
	}
	triage := Open("en").Triage()
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := triage.ParseAnswers([]byte(data))
			if err == nil {
				t.Fatal("got no error for junk")
			}
			if got, most := len(err.Error()), 20000; got > most {
				t.Errorf("got a message of %d bytes, want at most %d", got, most)
			}
			if strings.Contains(err.Error(), `did you mean`) {
				t.Errorf("got a suggestion for junk: %.300s", err)
			}
		})
	}
}

// A slip of the pen must not hide an emergency: it is said first, wherever
// it stands and whatever else is wrong.
func TestParseAnswersSaysEmergenciesFirst(t *testing.T) {
	triage := Open("en").Triage()
	tests := []struct{ name, data, want string }{
		{"among problems", `{"aera": "lower", "chest-pain": "yes", "feel": 3}`, "chest-pain"},
		{"not sure", `{"chest-pain": "unsure"}`, "chest-pain"},
		{"its screen says none", `{"em-nerves": "none", "saddle-numbness": "yes"}`, "saddle-numbness"},
		{"after trailing data", `{"saddle-numbness": "yes"} x`, "saddle-numbness"},
		{"before it breaks off", `{"saddle-numbness": "yes", "area"`, "saddle-numbness"},
		{"the second of two answers", `{"chest-pain": "no", "chest-pain": "yes"}`, "chest-pain"},
		{"the first of two answers", `{"chest-pain": "yes", "chest-pain": "no"}`, "chest-pain"},
		{"beside an unknown option", `{"risks": ["cancer", "cancre"], "one-limb-weakness": "yes"}`, "cord-cancer"},
		{"beside an option that excludes it", `{"feel": ["deep-breath", "other"], "breathless-on-effort": "yes"}`, "clot-lung"},
		{"in a list with a number", `{"feel": ["deep-breath", 3], "breathless-on-effort": "yes"}`, "clot-lung"},
		{"in a list for one", `{"chest-pain": ["yes"]}`, "chest-pain"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := triage.ParseAnswers([]byte(test.data))
			var problems *AnswersError
			if !errors.As(err, &problems) {
				t.Fatalf("got error %v, want an *AnswersError", err)
			}
			if len(problems.Emergencies) == 0 || problems.Emergencies[0].ID != test.want {
				t.Fatalf("got emergencies %v, want %s", problems.Emergencies, test.want)
			}
			want := "these answers hold an emergency sign: " + problems.Emergencies[0].Reason
			if got, _, _ := strings.Cut(err.Error(), "\n"); got != want {
				t.Errorf("got first line %q, want %q", got, want)
			}
		})
	}
	t.Run("none", func(t *testing.T) {
		_, err := triage.ParseAnswers([]byte(`{"fever": "yes", "aera": "lower"}`))
		if err == nil || strings.Contains(err.Error(), "emergency sign") {
			t.Errorf("got %v, want problems without an emergency", err)
		}
	})
}

// What is right is read as it stands.
func TestParseAnswersReads(t *testing.T) {
	triage := Open("en").Triage()
	tests := []struct {
		name       string
		changes    given
		want       Disposition
		overlooked []string
	}{
		{name: "calm", want: SelfCare},
		{name: "one string where several may hold", changes: given{"feel": "hard-knot"}, want: SelfCare},
		{name: "several", changes: given{"feel": []string{"hard-knot", "twitch"}}, want: SelfCare},
		{name: "clinician", changes: given{"course": "worse"}, want: Clinician},
		{name: "after an emergency the rest may be left out", changes: onlyUntil(triage, "saddle-numbness"), want: Emergency},
		{name: "answers that are not asked do not count, and urgent ones are told", changes: given{"breath": "any", "pregnancy": "28-plus-weeks", "fever": "yes"}, want: SelfCare, overlooked: []string{"fever"}},
		{name: "an emergency that is not asked is told", changes: given{"chest-pain": "yes", "bladder-change": "unsure"}, want: SelfCare, overlooked: []string{"bladder-change", "chest-pain"}},
		{name: "an emergency of answers that do not count together", changes: given{"risks": "cancer", "one-limb-weakness": "yes"}, want: Clinician, overlooked: []string{"cord-cancer", "one-limb-weakness"}},
	}
	calm := triage.Assess(parsed(t, triage, calmGiven(t, triage, nil)), History{})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := parsed(t, triage, calmGiven(t, triage, test.changes))
			a := triage.Assess(r, History{})
			if a.Disposition != test.want || len(a.Unanswered) > 0 {
				t.Errorf("got %v with %q unanswered, want %v", a.Disposition, a.Unanswered, test.want)
			}
			if test.want == SelfCare && !reflect.DeepEqual(a, calm) {
				t.Errorf("got %+v, want the same as without them: %+v", a, calm)
			}
			var got []string
			for _, f := range triage.Overlooked(r) {
				got = append(got, f.ID)
			}
			if !reflect.DeepEqual(got, test.overlooked) {
				t.Errorf("got overlooked %q, want %q", got, test.overlooked)
			}
		})
	}
}

func parsed(t *testing.T, triage *Triage, g given) Response {
	t.Helper()
	r, err := triage.ParseAnswers([]byte(g.json(t)))
	if err != nil {
		t.Fatalf("got error %v", err)
	}
	return r
}

// onlyUntil answers a sign of the first screen with yes and takes out all
// that comes after it.
func onlyUntil(t *Triage, sign string) given {
	item, _ := t.q.Item(sign)
	g := given{}
	for _, later := range t.q.items[t.q.index[sign]:] {
		g[later.ID] = nil
	}
	g[item.Screen], g[sign] = "yes", "yes"
	return g
}

// A response that was read and written again is the same.
func TestParseAnswersRoundTrip(t *testing.T) {
	triage := Open("en").Triage()
	want := calmGiven(t, triage, given{"feel": []string{"twitch", "hard-knot"}, "breath": "any"})
	r := parsed(t, triage, want)
	for _, item := range triage.q.items {
		var got any
		switch ids := r.Given(item.ID); {
		case len(ids) == 0:
			continue
		case item.Multiple():
			got = ids
		default:
			got = ids[0]
		}
		if !reflect.DeepEqual(got, want[item.ID]) {
			t.Errorf("%s: got %v, want %v", item.ID, got, want[item.ID])
		}
		delete(want, item.ID)
	}
	for id := range want {
		t.Errorf("%s: got nothing, want %v", id, want[id])
	}
}

// Whatever is read, the outcome is an error or a response that answers all
// that is asked.
func FuzzParseAnswers(f *testing.F) {
	triage := Open("en").Triage()
	for _, changes := range []given{nil, {"area": "neck"}, {"area": 3}, {"feel": []string{"tingling", "twitch"}},
		{"em-nerves": "unsure"}, {"em-chest-belly": "yes", "chest-pain": "yes"}, contradiction(triage), {"risks": []string{"none", "bones"}}} {
		f.Add([]byte(calmGiven(f, triage, changes).json(f)))
	}
	for _, seed := range []string{"", "null", "{}", "[]", `{"area"`, `{"area": null}`, `{"feel": []}`, `{"feel": ["null"]}`,
		`{"area": "lower", "area": "neck"} {}`, "{\"\xff\": \"\x1b\"}", `{"": ""}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := triage.ParseAnswers(data)
		a := triage.Assess(r, History{})
		var problems *AnswersError
		switch {
		case err == nil && len(a.Unanswered) > 0:
			t.Errorf("got no error, but %q are unanswered", a.Unanswered)
		case err != nil && !errors.As(err, &problems):
			t.Errorf("got error %v, want an *AnswersError", err)
		case err != nil && len(problems.Problems) == 0:
			t.Error("got an error that names no problem")
		case err != nil && strings.ContainsAny(err.Error(), "\x1b\x00\x07\r"):
			t.Errorf("got a control character in the message %q", err)
		}
		triage.Overlooked(r)
	})
}

// A file of junk gives a message of bounded size.
func TestProblemsAreBounded(t *testing.T) {
	var junk strings.Builder
	junk.WriteString("{")
	for n := range 5000 {
		fmt.Fprintf(&junk, "%q: 1, ", fmt.Sprint("junk", n))
	}
	junk.WriteString(`"chest-pain": "yes"}`)
	_, err := Open("en").Triage().ParseAnswers([]byte(junk.String()))
	var problems *AnswersError
	if !errors.As(err, &problems) {
		t.Fatalf("got %v, want problems", err)
	}
	if got := len(problems.Problems); got != mostProblems+1 || problems.Problems[mostProblems].Error() != "and more" {
		t.Errorf("got %d problems, want %d and \"and more\"", got, mostProblems)
	}
	if len(problems.Emergencies) != 1 {
		t.Errorf("got emergencies %v, want the one behind the junk", problems.Emergencies)
	}
}

// What is malformed about an emergency sign is never taken for "no".
func TestMalformedSignsAreSuspected(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"wrong type", `{"saddle-numbness": true}`, "saddle-numbness"},
		{"capitals", `{"chest-pain": "YES"}`, "chest-pain"},
		{"a screen without its signs", `{"em-nerves": "yes", "area": "lower"}`, "saddle-numbness"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Open("en").Triage().ParseAnswers([]byte(test.data))
			var problems *AnswersError
			if !errors.As(err, &problems) || len(problems.Emergencies) == 0 || problems.Emergencies[0].ID != test.want {
				t.Errorf("got %v, want the emergency %s first", err, test.want)
			}
		})
	}
	_, err := Open("en").Triage().ParseAnswers([]byte(`{"saddle-numbness": "no", "area": "bak"}`))
	var problems *AnswersError
	if !errors.As(err, &problems) || len(problems.Emergencies) > 0 {
		t.Errorf("got %v, want problems without an emergency", err)
	}
}
