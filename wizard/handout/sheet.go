package handout

import (
	"slices"
	"strings"

	"backcare/guidance"
	"backcare/guidance/figure"
	"backcare/wizard"
)

// A Sheet is what is said on the hand-out, in the order in which it is read,
// free of any format. What is empty is left out.
type Sheet struct {
	// Title says what the sheet is, and Dated of which day.
	Title, Dated string
	// Old warns where the check is too old to go by, or is empty.
	Old string
	// Alarm is true where somebody should look the same day or now. There is
	// then no movement on the sheet.
	Alarm bool
	// Verdict is how urgent it is in a few words, and Action what to do.
	Verdict, Action string
	// Number is the emergency number to call where it is an emergency.
	Number string
	Lists  []List
	// Parts are the plan by time of day, explained in full with pictures.
	Parts []Part
	// More is what else is in the plan, and has no room for that.
	More []Step
	// Later are the titles of movements for when these go well.
	Later []string
	// Remarks are what this person should know beside it.
	Remarks []string
	// Sources are the works behind the sheet.
	Sources []guidance.Source
	// Intended says what the program is for and what it is not.
	Intended string
}

// later says which movements there are for when these go well, or nothing.
func (s *Sheet) later(l *guidance.Library) string {
	if len(s.Later) == 0 {
		return ""
	}
	return l.Sayf(phraseLater, strings.Join(s.Later, ", "))
}

// A List is lines under a heading.
type List struct {
	Heading string
	Items   []string
	// Grave is true for the signs that call for help.
	Grave bool
}

// A Part is what is for one time of day.
type Part struct {
	Heading string
	Steps   []Step
}

// A Step is one relief on the sheet.
type Step struct {
	// ID is that of the relief.
	ID    string
	Title string
	// Dose says how much, and Times how often a day, 0 where it is not said.
	Dose  string
	Times int
	How   []string
	Stop  []string
	// TakeCare says what to change for this person.
	TakeCare []string
	// LeaveOut are the states in which it must be left out. They are those
	// that are asked just before it in a conversation.
	LeaveOut []string
	// Figure shows it, or is nil.
	Figure *figure.Figure
}

// NewSheet returns what the hand-out of a check says.
func NewSheet(c Check) Sheet {
	n := c.Library.Notices()
	care := n.CareFor(c.Response, c.Assessment, c.Number)
	s := Sheet{Title: c.Library.Say(phraseSheet), Dated: c.dated(), Verdict: care.Title, Action: care.Action,
		Number: care.Number, Alarm: c.Assessment.Disposition >= guidance.Urgent, Intended: n.IntendedUse}
	if lines := c.contradictions(func(s guidance.DiscountedSign) string { return s.Sign.Label }); len(lines) > 0 {
		for i, sign := range c.Library.Triage().Discounted(c.Response) {
			title := n.CareWords[sign.Tier.String()].Title
			lines[i] = c.Library.Sayf(phraseIfTrue, lines[i], title)
		}
		s.Lists = append(s.Lists, List{Heading: c.Library.Say(phraseContradicted), Items: lines, Grave: true})
	}
	if s.Alarm {
		c.alarm(&s, care)
		return s
	}
	if c.Stale() {
		s.Title, s.Old = c.Library.Say(phraseOldTitle), n.OldCheck
	}
	s.Lists = append(s.Lists, List{Heading: n.SafetyNet.Title, Items: n.SafetyNetFor(c.Response, c.Assessment, c.Number), Grave: true})
	reasons := c.reasons(reasonOf)
	s.add(c.Library.Say(phraseWhy), reasons[:min(len(reasons), someReasons)])
	s.add(c.Library.Say(phraseNotToDo), care.NotNow)
	s.Remarks = n.Remarks(c.Response, c.Assessment)
	plan := c.Library.PlanFor(c.Response, c.Assessment)
	c.plan(&s, plan)
	s.Sources = c.sources(slices.Concat(citesOf(c.Assessment.Findings), citesOfSteps(plan, &s)))
	return s
}

// alarm fills a sheet for a person who should be seen now or today: whom to
// call, what to say, and what to do until then.
func (c Check) alarm(s *Sheet, care guidance.Care) {
	s.Title = ""
	waiting, noLonger := care.WhileWaiting, []string(nil)
	for _, step := range c.Library.PlanFor(c.Response, c.Assessment) {
		if step.Relief.ID == untilSeen {
			waiting = slices.Concat(step.Cautions, step.Relief.Words.How)
			noLonger = step.Relief.Words.Stop
		}
	}
	s.add(c.Library.Say(phraseUntilThen), waiting)
	if len(noLonger) > 0 {
		s.Lists = append(s.Lists, List{Heading: c.Library.Say(phraseNoWaiting), Items: noLonger, Grave: true})
	}
	s.add(c.Library.Say(phraseNotToDo), care.NotNow)
	s.add(c.Library.Say(phraseSayThis), c.reasons(c.reasonAndAnswers))
	s.Sources = c.sources(citesOf(c.Assessment.Findings))
}

// untilSeen is the relief that says what to do until somebody has looked.
const untilSeen = "until-seen"

func (s *Sheet) add(heading string, items []string) {
	if len(items) > 0 {
		s.Lists = append(s.Lists, List{Heading: heading, Items: items})
	}
}

// someReasons is how many reasons stand on a sheet without an alarm; the most
// urgent ones come first. The page for the doctor has all of them.
const someReasons = 3

// reasons says why it came to this, each finding in the words of tell.
func (c Check) reasons(tell func(guidance.Finding) string) []string {
	var reasons []string
	for _, f := range c.Assessment.Findings {
		// On an emergency only what makes it one: there is no time for more.
		if c.Assessment.Disposition == guidance.Emergency && f.Disposition < guidance.Emergency {
			break
		}
		reasons = append(reasons, tell(f))
	}
	switch {
	case len(reasons) > 0:
		return reasons
	case c.Assessment.Disposition == guidance.Emergency:
		return []string{c.Library.Say(phraseFirstPage)}
	}
	if len(c.Library.Triage().Discounted(c.Response)) > 0 {
		return nil // there is one, or there is not
	}
	return []string{c.Library.Say(phraseNone)}
}

func reasonOf(f guidance.Finding) string { return f.Reason }

// reasonAndAnswers says what a person on the phone is asked next as well.
func (c Check) reasonAndAnswers(f guidance.Finding) string { return f.Reason + " (" + c.said(f) + ")" }

// said repeats the answers behind a finding.
func (c Check) said(f guidance.Finding) string {
	var parts []string
	for _, answer := range f.Answers {
		item, _ := c.Library.Questionnaire().Item(answer.Item)
		parts = append(parts, item.Label+": "+optionTexts(item, answer.Options))
	}
	return strings.Join(parts, "; ")
}

// optionTexts says answers to an item in its own words.
func optionTexts(item guidance.Item, ids []string) string {
	var texts []string
	for _, id := range ids {
		if o, ok := item.Option(id); ok {
			texts = append(texts, o.Text)
		}
	}
	return strings.Join(texts, ", ")
}

// inFull is how many steps of each phase are explained in full, so that all of
// it fits on two pages. What belongs to other days is no plan for today.
var inFull = []struct {
	phase guidance.Phase
	steps int
}{{guidance.Now, 2}, {guidance.Today, 2}, {guidance.Tonight, 1}}

// plan fills in the plan for the day. A relief that stands in several phases
// is told once.
func (c Check) plan(s *Sheet, plan []guidance.Step) {
	told := map[string]bool{}
	onSkin := false
	for _, wanted := range inFull {
		steps := slices.DeleteFunc(ofPhase(plan, wanted.phase), func(s guidance.Step) bool { return told[s.Relief.ID] })
		full := explained(steps, wanted.steps, !onSkin)
		part := Part{Heading: c.Library.PhaseName(wanted.phase)}
		for _, step := range steps {
			told[step.Relief.ID] = true
			switch {
			case full[step.Relief.ID]:
				part.Steps = append(part.Steps, c.step(step))
				onSkin = onSkin || liesOnSkin(step.Relief)
			case liesOnSkin(step.Relief): // which must not be done without its explanation
			case wanted.phase == guidance.Today && step.Relief.Kind == guidance.Exercise:
				s.Later = append(s.Later, step.Relief.Words.Title)
			default:
				s.More = append(s.More, c.step(step))
			}
		}
		if len(part.Steps) > 0 {
			s.Parts = append(s.Parts, part)
		}
	}
}

func ofPhase(plan []guidance.Step, phase guidance.Phase) []guidance.Step {
	var steps []guidance.Step
	for _, s := range plan {
		if s.Phase == phase {
			steps = append(steps, s)
		}
	}
	return steps
}

// explained returns the ids of the steps of a phase to explain in full: one
// position, then what lies on the skin where that is wanted, because it harms
// when it is done wrong, then whatever else has a picture, in the order of the
// plan.
func explained(steps []guidance.Step, most int, skin bool) map[string]bool {
	chosen := map[string]bool{}
	choose := func(limit int, fits func(guidance.Relief) bool) {
		for _, s := range steps {
			_, pictured := wizard.FigureOf(s.Relief)
			if limit > 0 && len(chosen) < most && pictured && !chosen[s.Relief.ID] && fits(s.Relief) {
				chosen[s.Relief.ID] = true
				limit--
			}
		}
	}
	choose(1, func(r guidance.Relief) bool { return r.Kind == guidance.Position })
	if skin {
		choose(1, liesOnSkin)
	}
	choose(most, func(r guidance.Relief) bool { return !liesOnSkin(r) && r.Kind != guidance.Remedy })
	choose(most, func(r guidance.Relief) bool { return !liesOnSkin(r) })
	return chosen
}

// liesOnSkin reports whether a relief is heat or cold.
func liesOnSkin(r guidance.Relief) bool { return r.Dose.SkinCheckMinutes > 0 || len(r.Parts) > 0 }

func (c Check) step(s guidance.Step) Step {
	w := s.Relief.Words
	step := Step{ID: s.Relief.ID, Title: w.Title, Dose: w.Dose, Times: s.Relief.Dose.TimesPerDay, How: w.How, Stop: w.Stop, TakeCare: s.Cautions,
		LeaveOut: c.Library.ScreenedOut(s.Relief)}
	if f, ok := wizard.FigureOf(s.Relief); ok {
		step.Figure = f
	}
	return step
}
