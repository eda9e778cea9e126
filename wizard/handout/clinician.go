package handout

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

// A ClinicianPage is what is said on the page for a doctor or a
// physiotherapist. It repeats what a person answered and which rules that met;
// it names no diagnosis.
type ClinicianPage struct {
	Title, Dated string
	// Advice is what the program told the person.
	Advice string
	// Complaint are the answers, by clinical term.
	Complaint []Row
	// Signs are the warning signs by how they were answered. What was not
	// asked, or not sure, is never among those denied.
	Signs []List
	// Course tells the pain over time, and Plot draws it; Plot is nil where
	// there are too few scores.
	Course []string
	Plot   *wizard.Plot
	// Tried is what was done and what it did.
	Tried []string
	// Rules are those that led to the advice, the most urgent first, and
	// MoreRules the ids of those that have no room.
	Rules     []RuleLine
	MoreRules []string
	// NotNamed is how many more there are.
	NotNamed int
	// NoRule says why there are none, or is empty.
	NoRule string
	// Sources are the works that the rules cite by their number, from 1.
	Sources []guidance.Source
	// Notes are the latest ones of the journal, in the person's own words, and
	// NotesTitle says of how many.
	Notes      []string
	NotesTitle string
	// Limits says what the page does not tell, and Intended what the program
	// is not.
	Limits, Intended string
}

// A Row is a term and what was said to it.
type Row struct{ Term, Said string }

// A RuleLine is one rule that fired.
type RuleLine struct {
	// ID is that of the rule, and Level how urgent it makes it.
	ID, Level string
	Reason    string
	Answers   []Row
	// Sources are the numbers of the works behind it.
	Sources []int
}

// NewClinicianPage returns what the page for a clinician says of a check.
func NewClinicianPage(c Check) ClinicianPage {
	n := c.Library.Notices()
	care := n.CareFor(c.Response, c.Assessment, c.Number)
	p := ClinicianPage{Title: c.Library.Say(phraseClinician), Dated: c.dated(),
		Advice: c.Library.Sayf(phraseAdvice, c.Assessment.Disposition.In(c.Library), care.Title), Complaint: c.complaint(), Signs: c.signs(),
		Limits: c.Library.Say(phraseLimits), Intended: n.IntendedUse}
	c.rules(&p, min(len(c.Assessment.Findings), someRules))
	if c.onFirstPage() {
		p.NoRule = c.Library.Say(phraseFirstPageRule)
	} else if len(p.Rules) == 0 {
		p.NoRule = c.Library.Say(phraseNoRule)
	}
	c.course(&p)
	var all int
	p.Notes, all = c.notes()
	c.fit(&p)
	p.NotesTitle = c.Library.Say(phraseOwnWords)
	if all > len(p.Notes) {
		p.NotesTitle = c.Library.Sayf(phraseSomeWords, len(p.Notes), all)
	}
	return p
}

// rules tells so many rules in full with their sources, and names the others.
func (c Check) rules(p *ClinicianPage, full int) {
	shown, others := c.Assessment.Findings[:full], c.Assessment.Findings[full:]
	p.Sources, p.Rules, p.MoreRules, p.NotNamed = c.sources(citesOf(shown)), nil, nil, 0
	for _, f := range shown {
		p.Rules = append(p.Rules, c.ruleLine(f, p.Sources))
	}
	for _, f := range others {
		p.MoreRules = append(p.MoreRules, f.ID)
	}
}

// someRules is how many rules are told in full, so that it stays one page.
const someRules = 5

// complaint returns the answers that are no warning signs.
func (c Check) complaint() []Row {
	var rows []Row
	for _, item := range c.Response.Asked() {
		ids := c.Response.Options(item.ID)
		if item.Kind != guidance.Sign && item.Kind != guidance.Screen && ids != nil {
			rows = append(rows, c.row(item, ids))
		}
	}
	if rows == nil {
		return []Row{{Term: c.Library.Say(phraseAnswers), Said: c.Library.Say(phraseNothingAnswered)}}
	}
	return rows
}

// onFirstPage reports whether the person said on the first page that it is an
// emergency, before any question.
func (c Check) onFirstPage() bool {
	return c.Assessment.Disposition == guidance.Emergency && len(c.Assessment.Findings) == 0
}

func (c Check) row(item guidance.Item, ids []string) Row {
	return Row{Term: c.Library.ClinicalTerm(item.ID), Said: strings.Join(optionTexts(item, ids), "; ")}
}

// signs returns the warning signs by how they were answered.
func (c Check) signs() []List {
	lists := []List{{Heading: c.Library.Say(phrasePresent), Grave: true}, {Heading: c.Library.Say(phraseUnsure), Grave: true},
		{Heading: c.Library.Say(phraseAtOdds), Grave: true, Items: c.contradictions(func(s guidance.DiscountedSign) string { return c.Library.ClinicalTerm(s.Sign.ID) })},
		{Heading: c.Library.Say(phraseDenied)}, {Heading: c.Library.Say(phraseDeniedInList)}, {Heading: c.Library.Say(phraseNotAsked)}}
	atOdds := map[string]bool{}
	for _, s := range c.Library.Triage().Discounted(c.Response) {
		atOdds[s.Sign.ID] = true
	}
	for _, report := range c.Library.Triage().Signs(c.Response) {
		if atOdds[report.Sign.ID] {
			continue
		}
		list := &lists[c.placeOf(report)]
		list.Items = append(list.Items, c.Library.ClinicalTerm(report.Sign.ID))
	}
	switch {
	case c.onFirstPage():
		lists[0].Items = []string{c.Library.Say(phraseUnnamed)}
	case len(lists[0].Items) == 0:
		lists[0].Items = []string{c.Library.Say(phraseNoSign)}
	}
	return slices.DeleteFunc(lists, func(l List) bool { return len(l.Items) == 0 })
}

// placeOf returns the list that a sign belongs to.
func (c Check) placeOf(r guidance.SignReport) int {
	switch r.Status {
	case guidance.SignPresent:
		return 0
	case guidance.SignUnsure:
		return 1
	case guidance.SignRuledOut:
		if c.Response.Options(r.Sign.ID) != nil {
			return 3
		}
		return 4
	}
	return 5
}

func (c Check) ruleLine(f guidance.Finding, works []guidance.Source) RuleLine {
	line := RuleLine{ID: f.ID, Level: f.Disposition.In(c.Library), Reason: f.Reason}
	for _, a := range f.Answers {
		item, _ := c.Library.Questionnaire().Item(a.Item)
		if item.Kind != guidance.Sign { // which stands among the red flags
			line.Answers = append(line.Answers, c.row(item, a.Options))
		}
	}
	for i, w := range works {
		if slices.ContainsFunc(f.Cites, func(id string) bool { return c.workOf(id) == w.ID }) {
			line.Sources = append(line.Sources, i+1)
		}
	}
	return line
}

// moreRules names the rules that have no room, or nothing.
func (p ClinicianPage) moreRules(l *guidance.Library) string {
	if len(p.MoreRules) == 0 {
		return ""
	}
	names := strings.Join(p.MoreRules, ", ")
	if p.NotNamed > 0 {
		names = l.Sayf(phraseNotNamed, names, p.NotNamed)
	}
	return l.Sayf(phraseMoreRules, names)
}

// lookBack is how much of the journal a page shows: an episode, and what came
// before it.
const lookBack = 90 * 24 * time.Hour

// course tells the pain over time, and what was done, from the journal.
func (c Check) course(p *ClinicianPage) {
	area := ""
	if ids := c.Response.Options("area"); len(ids) == 1 {
		area = ids[0]
	}
	if c.Diary == nil || area == "" {
		p.Course = []string{c.Library.Say(phraseNoDiary)}
		return
	}
	trend := wizard.NewTrend(slices.Values(c.Diary), area, c.At().Add(-lookBack), c.Now)
	if len(trend.Areas) == 0 {
		p.Course = []string{c.Library.Say(phraseNoScores)}
	} else {
		trend = wizard.NewTrend(slices.Values(c.withOwnScore()), area, c.At().Add(-lookBack), c.Now)
		trend.From = trend.Areas[0].First().Time() // no empty beginning
	}
	teller := wizard.TrendTeller{Library: c.Library, In: c.Now.Location()}
	for _, page := range teller.Pages(trend) {
		if page[0].Kind != wizard.Title {
			continue
		}
		for _, b := range page[1:] {
			switch b.Kind {
			case wizard.Paragraph:
				p.Course = append(p.Course, b.Text)
			case wizard.Bullets:
				p.Course = append(p.Course, b.Text+" "+strings.Join(b.Items, "; ")+".")
			case wizard.Course:
				p.Plot = b.Plot
			}
		}
	}
	changed, worse := teller.Effects(trend.Effects)
	if len(changed) > 0 {
		p.Tried = append(p.Tried, c.Library.Say(phraseChanged)+" "+strings.Join(changed, "; ")+".")
	}
	if len(worse) > 0 {
		p.Tried = append(p.Tried, c.Library.Say(phraseWorse)+" "+strings.Join(worse, "; ")+".")
	}
	if len(p.Tried) == 0 {
		p.Tried = []string{c.Library.Say(phraseNothingTried)}
	}
}

// withOwnScore returns the diary with the pain of the check itself, which counts
// once: otherwise the page would say how it is now, and end the course elsewhere.
// A check of an unknown day has no place among the others.
func (c Check) withOwnScore() []wizard.Entry {
	pain, err := strconv.Atoi(answerOf(c.Response, "severity"))
	if err != nil || c.Time.IsZero() || slices.ContainsFunc(c.Diary, c.Is) {
		return c.Diary
	}
	own := wizard.Entry{Time: c.Time, Kind: wizard.CheckEntry, Area: answerOf(c.Response, "area"), Pain: &pain}
	return append(slices.Clone(c.Diary), own)
}

// someNotes is how many notes stand on a page, and someLetters how much of one.
const (
	someNotes   = 4
	someLetters = 160
)

// notes returns the latest notes of the journal, the newest first, and how many
// there are. Those of another place say which.
func (c Check) notes() (notes []string, all int) {
	area := answerOf(c.Response, "area")
	for _, e := range slices.Backward(c.Diary) {
		note := []rune(strings.Join(strings.Fields(clean(e.Note)), " "))
		if len(note) == 0 || e.Time.Before(c.At().Add(-lookBack)) || e.Time.After(c.Now) {
			continue
		}
		if all++; all > someNotes {
			continue
		}
		if len(note) > someLetters {
			note = append(note[:someLetters], []rune("...")...)
		}
		when := c.Library.Date(guidance.DateForm, e.Time.In(c.Now.Location()))
		if e.Area != "" && e.Area != area {
			when = c.Library.Sayf(phraseElsewhere, when, c.Library.AreaTitle(e.Area))
		}
		notes = append(notes, when+": "+string(note))
	}
	return notes, all
}
