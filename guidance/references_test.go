package guidance

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every id is unique in its file and easy to type.
func TestIDs(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	check := func(file string, ids []string) {
		seen := map[string]bool{}
		for _, id := range ids {
			if !kebab.MatchString(id) {
				t.Errorf("%s: got id %q, want lower-case words with hyphens", file, id)
			}
			if seen[id] {
				t.Errorf("%s: the id %q stands twice", file, id)
			}
			seen[id] = true
		}
	}
	item := func(i itemStructure) string { return i.ID }
	relief := func(r Relief) string { return r.ID }
	option := func(o optionStructure) string { return o.ID }
	check("history.json and triage.json", slices.Concat(ids(structure[[]historyRule]("history"), func(r historyRule) string { return r.ID }),
		ids(structure[[]ruleStructure]("triage"), func(r ruleStructure) string { return r.ID })))
	check("precautions.json", ids(structure[[]precautionStructure]("precautions"), func(p precautionStructure) string { return p.ID }))
	check("plan.json", ids(structure[[]planEntry]("plan"), func(e planEntry) string { return e.ID }))
	check("topics.json", ids(structure[[]topicStructure]("topics"), func(s topicStructure) string { return s.ID }))
	check("contradictions.json", ids(structure[[]contradictionStructure]("contradictions"), func(s contradictionStructure) string { return s.ID }))
	check("facts.json", ids(structure[[]Fact]("facts"), func(f Fact) string { return strings.ToLower(f.ID) }))
	check("sources.json", ids(structure[[]Source]("sources"), func(s Source) string { return s.ID }))
	check("routines.json", ids(structure[[]routineStructure]("routines"), func(r routineStructure) string { return r.ID }))
	check("exercises.json, positions.json and remedies.json", slices.Concat(ids(structure[[]Relief]("exercises"), relief),
		ids(structure[[]Relief]("positions"), relief), ids(structure[[]Relief]("remedies"), relief)))
	check("questionnaire.json and screening.json", slices.Concat(ids(structure[[]itemStructure]("questionnaire"), item),
		ids(structure[[]itemStructure]("screening"), item)))
	for _, file := range []string{"questionnaire", "screening"} {
		for _, s := range structure[[]itemStructure](file) {
			check(file+".json: "+s.ID, ids(s.Options, option))
			if const16 := 16; len(s.Options) > const16 {
				t.Errorf("%s.json: %s: got %d options, want at most %d: an answer is sixteen bits", file, s.ID, len(s.Options), const16)
			}
		}
	}
}

// Items depend on earlier items only, so no path can loop, and each sign of
// a screen is asked when that screen does not clear it.
func TestItemsDependOnEarlierOnes(t *testing.T) {
	kinds := []ItemKind{Choice, Several, Scale, Screen, Sign}
	earlier := map[string]Item{}
	q := Open("en").Questionnaire()
	for _, item := range q.Items() {
		where := "questionnaire.json: " + item.ID
		if !slices.Contains(kinds, item.Kind) {
			t.Errorf("%s: got kind %q, want one of %q", where, item.Kind, kinds)
		}
		if item.EnableWhen != nil {
			if b := item.EnableWhen.Behavior; b != "all" && b != "any" {
				t.Errorf("%s: got behavior %q, want all or any", where, b)
			}
			checkConditions(t, where+".enableWhen", item.EnableWhen.When, earlier)
		}
		if item.Screen != "" {
			checkScreen(t, where, item, earlier)
		}
		if item.Screen != "" && item.Kind != Sign {
			t.Errorf("%s: got a screen on a %s, want it on signs only", where, item.Kind)
		}
		for _, o := range item.Options {
			if o.Exclusive && item.Kind != Several {
				t.Errorf("%s: option %q is exclusive where only one can be chosen", where, o.ID)
			}
		}
		earlier[item.ID] = item
	}
	for _, s := range structure[[]itemStructure]("questionnaire") {
		for _, o := range s.Options {
			if o.LeaveOut {
				t.Errorf("questionnaire.json: %s: option %q has leaveOut, which belongs to screening.json", s.ID, o.ID)
			}
		}
	}
	for _, s := range structure[[]itemStructure]("screening") {
		if s.EnableWhen != nil || s.Screen != "" || s.Kind != Several {
			t.Errorf("screening.json: %s: want a several without enableWhen and screen: the loader passes over them", s.ID)
		}
	}
}

func checkScreen(t *testing.T, where string, item Item, earlier map[string]Item) {
	t.Helper()
	if earlier[item.Screen].Kind != Screen {
		t.Errorf("%s: its screen %q is no earlier screen", where, item.Screen)
	}
	for _, c := range item.EnableWhen.When {
		if c.Item == item.Screen && slices.Equal(c.In, []string{"yes", "unsure"}) {
			return
		}
	}
	t.Errorf(`%s: want it to be asked when %q is ["yes", "unsure"]`, where, item.Screen)
}

// checkConditions checks that conditions name items and options that exist,
// and that none of them can never hold.
func checkConditions(t *testing.T, where string, conditions []Condition, items map[string]Item) {
	t.Helper()
	if len(conditions) == 0 {
		t.Errorf("%s: no condition; leave it out where it should always hold", where)
	}
	for _, c := range conditions {
		item, ok := items[c.Item]
		if !ok {
			t.Errorf("%s: there is no item %q, or none before this one", where, c.Item)
			continue
		}
		if len(c.In) == 0 {
			t.Errorf("%s: the condition on %q lists no option, so it never holds", where, c.Item)
		}
		for i, id := range c.In {
			if _, ok := item.Option(id); !ok {
				t.Errorf("%s: item %q has no option %q, only %q", where, c.Item, id, optionIDs(item))
			}
			if slices.Contains(c.In[:i], id) {
				t.Errorf("%s: the condition on %q lists %q twice", where, c.Item, id)
			}
		}
	}
}

func TestCriteriaNameItemsAndOptions(t *testing.T) {
	items := map[string]Item{}
	for _, item := range Open("en").Questionnaire().Items() {
		items[item.ID] = item
	}
	count := 0
	check := func(where string, c Criteria) {
		for i, alternative := range c {
			count++
			checkConditions(t, fmt.Sprintf("%s: alternative %d", where, i), alternative, items)
		}
	}
	for _, r := range structure[[]ruleStructure]("triage") {
		check("triage.json: "+r.ID, r.When)
		if len(r.When) == 0 {
			t.Errorf("triage.json: %s: no alternative, so it never fires", r.ID)
		}
		if r.Disposition == SelfCare || r.Routine && r.Disposition != Clinician {
			t.Errorf("triage.json: %s: got %v, routine %v; a rule raises the disposition, and only a clinician can be routine", r.ID, r.Disposition, r.Routine)
		}
	}
	for _, p := range structure[[]precautionStructure]("precautions") {
		check("precautions.json: "+p.ID, p.When)
		if len(p.When) == 0 {
			t.Errorf("precautions.json: %s: no alternative, so it never holds", p.ID)
		}
	}
	for _, e := range structure[[]planEntry]("plan") {
		check("plan.json: "+e.ID, e.When)
	}
	for _, w := range structure[noticesStructure]("notices").Waiting {
		check("notices.json: "+w.ID, w.When)
	}
	week := structure[weekStructure]("weekplan")
	for i, s := range week.Levels {
		check(fmt.Sprintf("weekplan.json: level %d", i), s.When)
	}
	for _, s := range week.Reviews {
		check("weekplan.json: "+s.ID, s.When)
	}
	t.Logf("%d alternatives name items and options that exist", count)
}

// place says where a piece of content stands, for whoever has to mend it.
func place(c Citing) string {
	files := map[CitingKind]string{CitingRule: "triage", CitingHistory: "history", CitingQuestion: "questionnaire",
		CitingScreening: "screening", CitingPrecaution: "precautions", CitingLine: "plan", CitingExercise: "exercises",
		CitingPosition: "positions", CitingRemedy: "remedies", CitingRoutine: "routines", CitingHabit: "sleep-habit",
		CitingTopic: "topics", CitingContradiction: "contradictions", CitingNotice: "notices", CitingNumbers: "emergency-numbers",
		CitingWeek: "weekplan"}
	where := files[c.Kind] + ".json: " + c.ID
	if c.Part != "" {
		where += "." + c.Part
	}
	return where
}

// What cites what is told whole: every "cites" of the content files, and each
// with words that a reader knows it by.
func TestCitingIsAllThatCites(t *testing.T) {
	l := Open("en")
	told := map[string]int{}
	for _, c := range l.Citing() {
		told[strings.Join(c.Cites, " ")]++
		if c.Text == "" && c.Kind != CitingNumbers || strings.ContainsAny(c.Text, "{}") || bareID(l, c.Text) {
			t.Errorf("%s: got the words %q", place(c), c.Text)
		}
	}
	for _, file := range wordFiles(t) {
		for _, cites := range citesIn(t, file) {
			if told[cites]--; told[cites] < 0 {
				t.Errorf("%s: no Citing has these cites, or one too few: %s", file, cites)
			}
		}
	}
	for cites, n := range told {
		if n > 0 {
			t.Errorf("%d Citing too many have the cites %s", n, cites)
		}
	}
}

// citesIn returns each list of cites in a content file, put together.
func citesIn(t *testing.T, file string) []string {
	t.Helper()
	lists := map[string][]string{}
	for _, s := range stringsOf(t, file) {
		path := regexp.MustCompile(`\[\d+\]$`).ReplaceAllString(s.path, "")
		if holdsCites(file, path) {
			lists[path] = append(lists[path], s.text)
		}
	}
	var all []string
	for _, cites := range lists {
		all = append(all, strings.Join(cites, " "))
	}
	return all
}

// holdsCites reports whether a list in a content file is one of cites. Most are
// called that; the groups of the notices, and the lines of the topics, are
// lists of cites themselves.
func holdsCites(file, path string) bool {
	switch file {
	case "notices.json":
		return strings.HasSuffix(path, "cites") || !strings.Contains(path, ".") && path != ""
	case "topics.json":
		return regexp.MustCompile(`\.(do|paragraphs)\[\d+\]$|\.evidence$`).MatchString(path)
	case "contradictions.json":
		return regexp.MustCompile(`\.(page|guidance)$`).MatchString(path)
	default:
		return strings.HasSuffix(path, "cites")
	}
}

// bareID reports whether a text shows an id where an answer, or a day of the
// journal, belongs: nobody but an author can read that.
func bareID(l *Library, text string) bool {
	blanks := []string{"first", "last", "pain", "dates", "relief"}
	for _, item := range l.Questionnaire().Items() {
		blanks = append(blanks, item.ID)
	}
	return slices.ContainsFunc(blanks, func(id string) bool { return strings.Contains(text, "("+id+")") })
}

// What a fact or a source is cited by are those that cite it themselves.
func TestCitedBy(t *testing.T) {
	l := Open("en")
	tests := []struct {
		id   string
		want string
		not  string
	}{
		{"A19", "exercises.json: shoulder-raises", "triage.json: fever"},
		{"nhs-back-pain", "triage.json: fever", "exercises.json: shoulder-raises"},
		{"document-b", "topics.json: not-helpful.paragraph-2", "exercises.json: shoulder-raises"},
		{"A11", "questionnaire.json: area.upper", "questionnaire.json: area.lower"},
	}
	for _, test := range tests {
		got := map[string]bool{}
		for _, c := range l.CitedBy(test.id) {
			got[place(c)] = true
		}
		if !got[test.want] || got[test.not] {
			t.Errorf("%s: got %v for %s and %v for %s, want only the first", test.id, got[test.want], test.want, got[test.not], test.not)
		}
	}
	if got := l.CitedBy("nothing"); len(got) > 0 {
		t.Errorf("got %v for an unknown id", got)
	}
}

// Every line is cited, no citation dangles, and nothing that was gathered is
// left unused.
func TestEverythingIsCited(t *testing.T) {
	l := Open("en")
	known, unused := map[string]bool{}, map[string]bool{}
	for _, f := range l.Facts() {
		known[f.ID], unused[f.ID] = true, true
		if _, ok := l.Source(f.Document); !ok {
			t.Errorf("facts.json: %s: its document %q is not in sources.json", f.ID, f.Document)
		}
	}
	for _, s := range l.Sources() {
		known[s.ID], unused[s.ID] = true, true
	}
	all := l.Citing()
	for _, c := range all {
		if len(c.Cites) == 0 {
			t.Errorf("%s: cites nothing; name its facts or sources", place(c))
		}
		for i, id := range c.Cites {
			if !known[id] {
				t.Errorf("%s: cites %q, which is neither in facts.json nor in sources.json", place(c), id)
			}
			if slices.Contains(c.Cites[:i], id) {
				t.Errorf("%s: cites %q twice", place(c), id)
			}
			delete(unused, id)
		}
	}
	if len(unused) > 0 {
		t.Errorf("cited nowhere: %q; cite them where they belong, or take the sources out of sources.json", keys(unused))
	}
	t.Logf("%d content items cite %d facts and %d sources", len(all), len(l.Facts()), len(l.Sources()))
}

// What the documents say against current guidance may be told, as reading,
// but never justify a step.
func TestContradictedFactsAreNoSteps(t *testing.T) {
	l := Open("en")
	contradicted := 0
	for _, f := range l.Facts() {
		switch f.Status {
		case FactContradicted:
			contradicted++
			for _, c := range l.CitedBy(f.ID) {
				told := c.Kind == CitingTopic && !strings.HasPrefix(c.Part, "do-") || c.Kind == CitingContradiction || c.Kind == CitingNotice
				if !told {
					t.Errorf("%s: cites %s, which guidance contradicts; only what is known may, and never what to do", place(c), f.ID)
				}
			}
		case FactUsed, FactLimited:
		default:
			t.Errorf("facts.json: %s: got status %q", f.ID, f.Status)
		}
	}
	if contradicted == 0 {
		t.Error("no fact is contradicted: facts.json is read wrongly")
	}
}
