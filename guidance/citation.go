package guidance

import (
	"slices"
	"strings"
)

// A CitingKind says what sort of content cites.
type CitingKind string

// The kinds of content that cites, each with the file that it stands in.
const (
	CitingRule       CitingKind = "rule"       // triage.json
	CitingHistory    CitingKind = "history"    // history.json
	CitingQuestion   CitingKind = "question"   // questionnaire.json
	CitingScreening  CitingKind = "screening"  // screening.json
	CitingPrecaution CitingKind = "precaution" // precautions.json
	CitingLine       CitingKind = "plan"       // plan.json
	CitingExercise   CitingKind = "exercise"   // exercises.json
	CitingPosition   CitingKind = "position"   // positions.json
	CitingRemedy     CitingKind = "remedy"     // remedies.json
	CitingRoutine    CitingKind = "routine"    // routines.json
	CitingHabit      CitingKind = "habit"      // sleep-habit.json
	CitingTopic      CitingKind = "topic"      // topics.json
	CitingNotice     CitingKind = "notice"     // notices.json
	// CitingContradiction is where a web page and guidance differ:
	// contradictions.json.
	CitingContradiction CitingKind = "contradiction"
	CitingNumbers       CitingKind = "numbers" // emergency-numbers.json
	CitingWeek          CitingKind = "week"    // weekplan.json
)

// A Citing is a piece of content that cites facts or sources.
type Citing struct {
	Kind CitingKind
	// ID is the id of the content in its file.
	ID string
	// Part names the part of it that cites, such as an option of a question,
	// or is empty where all of it does.
	Part string
	// Text is what it says, or its title, in a line. A name in brackets stands
	// for what depends on the person. The table of emergency numbers has none.
	Text string
	// Cites are the ids of the facts and sources.
	Cites []string
}

// Citing returns all content that cites, in the order of its kinds and files.
func (l *Library) Citing() []Citing {
	return slices.Concat(l.citingRules(), l.citingQuestions(), l.citingScreening(), l.citingPlan(), l.citingRelief(), l.citingWeek(),
		l.citingReading(), l.citingNotices())
}

func (l *Library) citingRules() []Citing {
	var all []Citing
	for _, r := range l.Triage().Rules {
		all = append(all, Citing{Kind: CitingRule, ID: r.ID, Text: l.Triage().Reason(r.ID), Cites: r.Cites})
	}
	history := l.loadHistory()
	for _, r := range history.rules {
		all = append(all, Citing{Kind: CitingHistory, ID: r.ID, Text: filled(history.words.Reasons[r.ID], blank), Cites: r.Cites})
	}
	for _, p := range l.Precautions().All {
		all = append(all, Citing{Kind: CitingPrecaution, ID: p.ID, Text: p.Reason, Cites: p.Cites})
	}
	return all
}

// citingItem returns an item, and those of its options that cite.
func citingItem(kind CitingKind, item Item) []Citing {
	all := []Citing{{Kind: kind, ID: item.ID, Text: item.Text, Cites: item.Cites}}
	for _, o := range item.Options {
		if o.Cites != nil {
			all = append(all, Citing{Kind: kind, ID: item.ID, Part: o.ID, Text: o.Text, Cites: o.Cites})
		}
	}
	return all
}

func (l *Library) citingQuestions() []Citing {
	var all []Citing
	for _, item := range l.Questionnaire().Items() {
		all = append(all, citingItem(CitingQuestion, item)...)
	}
	return all
}

func (l *Library) citingScreening() []Citing {
	var all []Citing
	for _, item := range l.Relief().Screening() {
		all = append(all, citingItem(CitingScreening, item.Item)...)
	}
	return append(all, citingItem(CitingHabit, l.SleepHabit().Item)...)
}

func (l *Library) citingPlan() []Citing {
	var all []Citing
	book := l.plans()
	for _, e := range book.entries {
		all = append(all, Citing{Kind: CitingLine, ID: e.ID, Text: filled(book.words.Whys[e.ID], l.unanswered), Cites: e.Cites})
	}
	return all
}

func (l *Library) citingRelief() []Citing {
	var all []Citing
	kinds := map[ReliefKind]CitingKind{Exercise: CitingExercise, Position: CitingPosition, Remedy: CitingRemedy}
	for _, r := range l.Relief().All() {
		all = append(all, Citing{Kind: kinds[r.Kind], ID: r.ID, Text: r.Words.Title, Cites: r.Cites})
	}
	for _, r := range l.Routines() {
		all = append(all, Citing{Kind: CitingRoutine, ID: r.ID, Text: r.Words.Title, Cites: r.Cites})
	}
	return all
}

func (l *Library) citingWeek() []Citing {
	s, w := structure[weekStructure]("weekplan"), words[weekWords](l, "weekplan")
	all := []Citing{{Kind: CitingWeek, ID: "week-rules", Text: w.Rules[0], Cites: s.Rules.Cites}}
	for _, a := range s.Activities {
		all = append(all, Citing{Kind: CitingWeek, ID: "week-" + a.ID, Text: w.Texts[a.ID], Cites: a.Cites})
	}
	for _, r := range s.Reviews {
		all = append(all, Citing{Kind: CitingWeek, ID: "week-" + r.ID, Text: w.Texts[r.ID], Cites: r.Cites})
	}
	return all
}

func (l *Library) citingReading() []Citing {
	var all []Citing
	for _, t := range l.Topics() {
		for _, line := range t.lines() {
			all = append(all, Citing{Kind: CitingTopic, ID: t.ID, Part: line.part, Text: line.Text, Cites: line.Cites})
		}
	}
	for _, c := range l.contradictions() {
		all = append(all, Citing{Kind: CitingContradiction, ID: c.ID, Part: "page", Text: c.Page.Text, Cites: c.Page.Cites},
			Citing{Kind: CitingContradiction, ID: c.ID, Part: "guidance", Text: c.Guidance.Text, Cites: c.Guidance.Cites})
	}
	return all
}

func (l *Library) citingNotices() []Citing {
	n, s := l.Notices(), structure[noticesStructure]("notices")
	all := []Citing{
		{Kind: CitingNotice, ID: "intended-use", Text: n.IntendedUse, Cites: s.IntendedUse},
		{Kind: CitingNotice, ID: "emergency-list", Text: n.EmergencyList.Title, Cites: s.EmergencyList},
		{Kind: CitingNotice, ID: "old-check", Text: n.OldCheck, Cites: s.OldCheck},
		{Kind: CitingNotice, ID: "whom-to-ask", Text: n.WhomToAsk.Title, Cites: s.WhomToAsk},
		{Kind: CitingNotice, ID: "while-waiting", Text: n.WhileWaiting[Emergency.String()][0], Cites: s.WhileWaiting},
	}
	for _, line := range s.SafetyNet {
		all = append(all, Citing{Kind: CitingNotice, ID: "safety-net", Part: line.ID, Text: n.WithNumber(n.SafetyNet.Lines[line.ID], ""), Cites: line.Cites})
	}
	for _, w := range s.Waiting {
		all = append(all, Citing{Kind: CitingNotice, ID: w.ID, Text: n.WhileWaiting[w.ID][0], Cites: w.Cites})
	}
	for _, r := range s.Remarks {
		all = append(all, Citing{Kind: CitingNotice, ID: r.ID, Text: n.RemarkWords[r.ID], Cites: r.Cites})
	}
	return append(all, Citing{Kind: CitingNumbers, ID: "emergency-numbers", Cites: l.EmergencyNumbers().Cites})
}

// blank stands for what a journal would say.
func blank(string) string { return "..." }

// unanswered says which answer belongs where nobody was asked. A bare id would
// be taken for something that went wrong.
func (l *Library) unanswered(id string) string {
	item, _ := l.Questionnaire().Item(id)
	return strings.ReplaceAll(l.plans().words.Unanswered, "{label}", item.Label)
}

// CitedBy returns the content that cites a fact or a source itself.
func (l *Library) CitedBy(id string) []Citing {
	return slices.DeleteFunc(l.Citing(), func(c Citing) bool { return !slices.Contains(c.Cites, id) })
}

// Fact returns the fact with an id, and false where there is none.
func (l *Library) Fact(id string) (Fact, bool) {
	i := slices.IndexFunc(l.Facts(), func(f Fact) bool { return f.ID == id })
	if i < 0 {
		return Fact{}, false
	}
	return l.Facts()[i], true
}

// Source returns the source with an id, and false where there is none.
func (l *Library) Source(id string) (Source, bool) {
	i := slices.IndexFunc(l.Sources(), func(s Source) bool { return s.ID == id })
	if i < 0 {
		return Source{}, false
	}
	return l.Sources()[i], true
}
