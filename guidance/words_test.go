package guidance

import (
	"encoding/json"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Everything with an id has words, and all words belong to an id: a person
// never reads an empty line, and a translator never translates a dead one.
func TestStructureAndWordsMatch(t *testing.T) {
	l := Open("en")
	reliefs := map[string]string{"exercises": "exercises", "positions": "positions", "remedies": "remedies"}
	for name := range reliefs {
		same(t, "en/"+name+".json", ids(structure[[]Relief](name), func(r Relief) string { return r.ID }),
			keys(words[map[string]ReliefWords](l, name)))
	}
	same(t, "en/triage.json", ids(structure[[]ruleStructure]("triage"), func(r ruleStructure) string { return r.ID }),
		keys(words[map[string]string](l, "triage")))
	same(t, "en/precautions.json", ids(structure[[]precautionStructure]("precautions"), func(p precautionStructure) string { return p.ID }),
		keys(words[map[string]string](l, "precautions")))
	same(t, "en/topics.json", ids(structure[[]topicStructure]("topics"), func(s topicStructure) string { return s.ID }),
		keys(words[topicsWords](l, "topics").Topics))
	same(t, "en/contradictions.json", ids(structure[[]contradictionStructure]("contradictions"), func(s contradictionStructure) string { return s.ID }),
		keys(words[map[string]contradictionWords](l, "contradictions")))
	same(t, "en/facts.json", ids(structure[[]Fact]("facts"), func(f Fact) string { return f.ID }), keys(words[map[string]string](l, "facts")))
	plan := words[planWords](l, "plan")
	same(t, "en/plan.json: whys", ids(structure[[]planEntry]("plan"), func(e planEntry) string { return e.ID }), keys(plan.Whys))
	same(t, "en/plan.json: phases", Phases, keys(plan.Phases))
	same(t, "en/screening.json", ids(structure[[]itemStructure]("screening"), func(i itemStructure) string { return i.ID }),
		keys(words[map[string]screeningWords](l, "screening")))
	same(t, "en/figures.json", keys(structure[map[string]json.RawMessage]("figures")), keys(words[map[string]string](l, "figures")))
	same(t, "en/questionnaire.json", append(ids(structure[[]itemStructure]("questionnaire"), func(i itemStructure) string { return i.ID }), "shared"),
		keys(words[map[string]itemWords](l, "questionnaire")))
	same(t, "en/clinical-terms.json", ids(structure[[]itemStructure]("questionnaire"), func(i itemStructure) string { return i.ID }),
		keys(words[map[string]string](l, "clinical-terms")))
}

func TestItemsHaveTheirWords(t *testing.T) {
	l := Open("en")
	text := words[map[string]itemWords](l, "questionnaire")
	same(t, "en/questionnaire.json: shared.options", []string{"yes", "unsure", "no", "none", "at-least-one"}, keys(text["shared"].Options))
	for _, s := range structure[[]itemStructure]("questionnaire") {
		w, where := text[s.ID], "en/questionnaire.json: "+s.ID
		if w.Text == "" || w.Help == "" || w.Label == "" {
			t.Errorf("%s: text, help or label is missing", where)
		}
		same(t, where+".options", ids(s.Options, func(o optionStructure) string { return o.ID }), keys(w.Options))
		if shared := s.Kind == Screen || s.Kind == Sign; shared == (len(s.Options) > 0) {
			t.Errorf("questionnaire.json: %s: got %d options of its own; screens and signs share theirs, all others need some", s.ID, len(s.Options))
		}
	}
	screening := words[map[string]screeningWords](l, "screening")
	for _, s := range structure[[]itemStructure]("screening") {
		w, where := screening[s.ID], "en/screening.json: "+s.ID
		if w.Text == "" || w.Help == "" || w.Label != "" {
			t.Errorf("%s: needs text and help, and no label", where)
		}
		same(t, where+".options", ids(s.Options, func(o optionStructure) string { return o.ID }), keys(w.Options))
		var telling []string // "none of these" has no consequence to tell
		for _, o := range s.Options {
			if !o.Exclusive {
				telling = append(telling, o.ID)
			}
		}
		same(t, where+".because", telling, keys(w.Because))
	}
}

func TestNoticesAreComplete(t *testing.T) {
	n := Open("en").Notices()
	var waits []string
	for _, w := range n.waiting {
		waits = append(waits, w.ID)
	}
	same(t, "en/notices.json: care", append(dispositionNames[:], "routine"), keys(n.CareWords))
	same(t, "en/notices.json: whileWaiting", append(dispositionNames[:], waits...), keys(n.WhileWaiting))
	for d := range n.NotNow {
		if new(Disposition).UnmarshalText([]byte(d)) != nil {
			t.Errorf("en/notices.json: notNow.%s: that is no disposition, so nobody reads it", d)
		}
	}
	var remarks []string
	for _, r := range n.remarks {
		remarks = append(remarks, r.ID)
	}
	same(t, "en/notices.json: remarks", remarks, keys(n.RemarkWords))
	same(t, "en/notices.json: safetyNet.lines", ids(n.net, func(s remarkStructure) string { return s.ID }), keys(n.SafetyNet.Lines))
	for name, text := range map[string]string{"number.known": n.Number.Known, "emergencyList.lead": n.EmergencyList.Lead,
		"care.emergency.action": n.CareWords["emergency"].Action, "safetyNet.lines.call": n.SafetyNet.Lines["call"]} {
		if !strings.Contains(text, "{number}") {
			t.Errorf("en/notices.json: %s: got %q, want {number} in it", name, text)
		}
	}
}

// Each placeholder in a reason is an item, and each answer to that item can
// be said within a sentence.
func TestPlaceholdersAreItems(t *testing.T) {
	l := Open("en")
	w := words[planWords](l, "plan")
	placeholder := regexp.MustCompile(`\{([^}]*)\}`)
	for id, why := range w.Whys {
		for _, m := range placeholder.FindAllStringSubmatch(why, -1) {
			item, ok := l.Questionnaire().Item(m[1])
			if !ok {
				t.Errorf("en/plan.json: whys.%s: {%s} is no item of the questionnaire", id, m[1])
				continue
			}
			if item.Kind == Scale {
				continue // a number says itself
			}
			same(t, "en/plan.json: phrases."+item.ID, optionIDs(item), keys(w.Phrases[item.ID]))
		}
		if rest := placeholder.ReplaceAllString(why, ""); strings.ContainsAny(rest, "{}") {
			t.Errorf("en/plan.json: whys.%s: a brace is not closed in %q", id, why)
		}
	}
	for item, phrases := range w.Phrases {
		if !strings.Contains(fmt.Sprint(w.Whys), "{"+item+"}") {
			t.Errorf("en/plan.json: phrases.%s: no reason says {%s}", item, item)
		}
		for option, phrase := range phrases {
			if strings.ContainsAny(phrase, "{}") {
				t.Errorf("en/plan.json: phrases.%s.%s: a brace in %q would never be filled in", item, option, phrase)
			}
		}
	}
	if !strings.Contains(w.Unanswered, "{label}") {
		t.Errorf("en/plan.json: unanswered: got %q, want {label} in it", w.Unanswered)
	}
	for _, p := range []string{"{title}", "{reason}"} {
		if !strings.Contains(w.Substituted, p) {
			t.Errorf("en/plan.json: substituted: got %q, want %s in it", w.Substituted, p)
		}
	}
}

// The words go to terminals, HTML and calendars alike, so they are plain
// text: no Markdown, no control characters, only straight quotes.
func TestWordsArePlainText(t *testing.T) {
	markdown := regexp.MustCompile("[*_`#|<>~\\[\\]\\\\]|^[-+] |^[0-9]+[.)] |https?:")
	count := 0
	for _, file := range wordFiles(t) {
		inWords := strings.Contains(file, "/")
		for _, s := range stringsOf(t, file) {
			count++
			switch {
			case strings.TrimSpace(s.text) != s.text || s.text == "" && inWords:
				t.Errorf("%s: %s: got %q, want some text without space around it", file, s.path, s.text)
			case strings.IndexFunc(s.text, unprintable) >= 0:
				t.Errorf("%s: %s: a control character in %q", file, s.path, s.text)
			case strings.ContainsAny(s.text, "\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u2032\u2033\u00b4"):
				t.Errorf("%s: %s: write ' and \" in %q", file, s.path, s.text)
			case inWords && markdown.MatchString(s.text):
				t.Errorf("%s: %s: Markdown or an address (%q) in %q", file, s.path, markdown.FindString(s.text), s.text)
			case strings.Contains(s.text, "  ") && !strings.Contains(s.path, "severity.options"):
				t.Errorf("%s: %s: two spaces in %q", file, s.path, s.text)
			}
		}
	}
	t.Logf("%d texts are plain", count)
}

// unprintable holds for control and invisible characters, the no-break space
// among them, and for what is no character at all.
func unprintable(r rune) bool { return !unicode.IsPrint(r) || r == utf8.RuneError }

// The shortest screen is 40 columns wide, and a line of a list has a marker.
func TestLinesAreShort(t *testing.T) {
	const line, title = 38, 34
	l := Open("en")
	for _, item := range l.Questionnaire().Items() {
		if n := utf8.RuneCountInString(item.Label); n > line {
			t.Errorf("en/questionnaire.json: %s.label: got %d characters, want at most %d: %q", item.ID, n, line, item.Label)
		}
		for _, o := range item.Options {
			if n := utf8.RuneCountInString(o.Text); n > line {
				t.Errorf("en/questionnaire.json: %s.options.%s: got %d characters, want at most %d: %q", item.ID, o.ID, n, line, o.Text)
			}
		}
	}
	for _, r := range l.Relief().All() {
		if n := utf8.RuneCountInString(r.Words.Title); n > title {
			t.Errorf("en: %s.title: got %d characters, want at most %d: %q", r.ID, n, title, r.Words.Title)
		}
	}
	long := 0
	for _, s := range l.Relief().Screening() {
		for _, o := range s.Options {
			if utf8.RuneCountInString(o.Text) > line {
				long++
			}
		}
	}
	t.Logf("%d options of the screening items are longer than %d characters: they have to be wrapped", long, line)
}

// same reports the ids that only one of two lists has.
func same[A, B ~string](t *testing.T, where string, structure []A, words []B) {
	t.Helper()
	has := map[string]bool{}
	for _, id := range structure {
		has[string(id)] = true
	}
	for _, id := range words {
		if !has[string(id)] {
			t.Errorf("%s: words for %q, which the structure does not have: delete them", where, id)
		}
		delete(has, string(id))
	}
	for id := range has {
		t.Errorf("%s: no words for %q: write them", where, id)
	}
}

func ids[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = id(v)
	}
	return out
}

func keys[K ~string, V any](m map[K]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, string(k))
	}
	sort.Strings(out)
	return out
}

// A placed is a text with its place in a content file.
type placed struct{ path, text string }

func stringsOf(t *testing.T, file string) []placed {
	t.Helper()
	return collect(jsonOf(t, file), "", nil)
}

func collect(v any, path string, out []placed) []placed {
	switch v := v.(type) {
	case string:
		out = append(out, placed{path, v})
	case []any:
		for i, e := range v {
			out = collect(e, fmt.Sprintf("%s[%d]", path, i), out)
		}
	case map[string]any:
		for _, k := range keys(v) {
			out = collect(v[k], strings.TrimPrefix(path+"."+k, "."), out)
		}
	}
	return out
}
