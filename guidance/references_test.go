package guidance

import (
	"bufio"
	"fmt"
	"os"
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
	for _, item := range q.Items {
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
	for _, item := range Open("en").Questionnaire().Items {
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
	t.Logf("%d alternatives name items and options that exist", count)
}

// A cited is a content item with what it cites.
type cited struct {
	where string
	cites []string
	// step is true for what a person is told to do.
	step bool
}

func allCited() []cited {
	var all []cited
	add := func(file, id string, cites []string) {
		all = append(all, cited{where: file + ".json: " + id, cites: cites})
	}
	for _, file := range []string{"questionnaire", "screening"} {
		for _, s := range structure[[]itemStructure](file) {
			add(file, s.ID, s.Cites)
			for _, o := range s.Options {
				if o.Cites != nil {
					add(file, s.ID+"."+o.ID, o.Cites)
				}
			}
		}
	}
	for _, r := range structure[[]ruleStructure]("triage") {
		add("triage", r.ID, r.Cites)
	}
	for _, r := range structure[[]historyRule]("history") {
		add("history", r.ID, r.Cites)
	}
	for _, p := range structure[[]precautionStructure]("precautions") {
		add("precautions", p.ID, p.Cites)
	}
	for _, s := range structure[[]topicStructure]("topics") {
		add("topics", s.ID, s.Cites)
	}
	n := structure[noticesStructure]("notices")
	add("notices", "intendedUse", n.IntendedUse)
	add("notices", "emergencyList", n.EmergencyList)
	add("notices", "safetyNet", n.SafetyNet)
	add("notices", "whileWaiting", n.WhileWaiting)
	for _, w := range n.Waiting {
		add("notices", w.ID, w.Cites)
	}
	add("emergency-numbers", "cites", structure[EmergencyNumbers]("emergency-numbers").Cites)
	steps := len(all)
	for _, e := range structure[[]planEntry]("plan") {
		add("plan", e.ID, e.Cites)
	}
	for _, r := range structure[[]routineStructure]("routines") {
		add("routines", r.ID, r.Cites)
	}
	habit := structure[sleepHabitStructure]("sleep-habit")
	add("sleep-habit", habit.ID, habit.Cites)
	for _, o := range habit.Options {
		add("sleep-habit", habit.ID+"."+o.ID, o.Cites)
	}
	for _, file := range []string{"exercises", "positions", "remedies"} {
		for _, r := range structure[[]Relief](file) {
			add(file, r.ID, r.Cites)
		}
	}
	for i := range all[steps:] {
		all[steps+i].step = true
	}
	return all
}

// Every line is cited, no citation dangles, and nothing that was gathered is
// left unused.
func TestEverythingIsCited(t *testing.T) {
	facts := factStatuses(t)
	unused := map[string]bool{}
	for id := range facts {
		unused[id] = true
	}
	sources := map[string]bool{}
	for _, s := range structure[[]Source]("sources") {
		sources[s.ID], unused[s.ID] = true, true
	}
	all := allCited()
	for _, c := range all {
		if len(c.cites) == 0 {
			t.Errorf("%s: cites nothing; name its facts or sources", c.where)
		}
		for i, id := range c.cites {
			_, fact := facts[id]
			if !fact && !sources[id] {
				t.Errorf("%s: cites %q, which is neither a fact of facts.tsv nor in sources.json", c.where, id)
			}
			if slices.Contains(c.cites[:i], id) {
				t.Errorf("%s: cites %q twice", c.where, id)
			}
			delete(unused, id)
		}
	}
	if len(unused) > 0 {
		t.Errorf("cited nowhere: %q; cite them where they belong, or take the sources out of sources.json", keys(unused))
	}
	t.Logf("%d content items cite %d facts and %d sources", len(all), len(facts), len(sources))
}

// What the documents say against current guidance may be told, as reading,
// but never justify a step.
func TestContradictedFactsAreNoSteps(t *testing.T) {
	facts := factStatuses(t)
	contradicted := 0
	for _, status := range facts {
		if status == "contradicted" {
			contradicted++
		}
	}
	for _, c := range allCited() {
		for _, id := range c.cites {
			reading := strings.HasPrefix(c.where, "topics.json") || strings.HasPrefix(c.where, "notices.json")
			if facts[id] == "contradicted" && !reading {
				t.Errorf("%s: cites %s, which guidance contradicts; only topics and notices may", c.where, id)
			}
		}
	}
	if contradicted == 0 {
		t.Error("no fact is contradicted: facts.tsv is read wrongly")
	}
}

// factStatuses returns the status of each fact of the ledger.
func factStatuses(t *testing.T) map[string]string {
	t.Helper()
	f, err := os.Open("testdata/facts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	facts := map[string]string{}
	lines := bufio.NewScanner(f)
	lines.Scan() // the heading
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 5 || facts[fields[0]] != "" || !slices.Contains([]string{"use", "caution", "contradicted"}, fields[3]) {
			t.Fatalf("facts.tsv: not a fact: %q", lines.Text())
		}
		facts[fields[0]] = fields[3]
	}
	return facts
}
