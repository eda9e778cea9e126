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
	// HowMore is true where the person may do what More names without having
	// it explained.
	HowMore bool
	// Elsewhere is what has no room at all, and what must not be done without
	// all that is said of it.
	Elsewhere []Step
	// Later are movements for when these go well.
	Later []Step
	// Remarks are what this person should know beside it.
	Remarks []string
	// Sources are the works behind the sheet.
	Sources []guidance.Source
	// Intended says what the program is for and what it is not.
	Intended string
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
	if lines := c.moreUrgent(); len(lines) > 0 {
		s.Lists = append(s.Lists, List{Heading: c.Library.Say(phraseContradicted), Items: lines, Grave: true})
	}
	if s.Alarm {
		c.alarm(&s, care)
		return s
	}
	if c.Stale() {
		s.Title, s.Old = c.Library.Say(phraseOldTitle), n.OldCheck
	}
	s.HowMore = !c.Assessment.ComfortOnly && answerOf(c.Response, "age") != "under-16"
	s.Lists = append(s.Lists, List{Heading: n.SafetyNet.Title, Items: n.SafetyNetFor(c.Response, c.Assessment, c.Number), Grave: true})
	reasons := c.reasons(reasonOf)
	s.add(c.Library.Say(phraseWhy), reasons[:min(len(reasons), someReasons)])
	s.add(c.Library.Say(phraseNotToDo), care.NotNow)
	s.Remarks = n.Remarks(c.Response, c.Assessment)
	plan := c.Library.PlanFor(c.Response, c.Assessment)
	c.plan(&s, plan)
	s.fit(c.Library)
	s.Sources = c.sources(slices.Concat(citesOf(c.Assessment.Findings), citesOfSteps(plan, &s)))
	return s
}

// moreUrgent returns the contradictions among the answers that may make it more
// urgent than the sheet says, with what to do then.
func (c Check) moreUrgent() []string {
	var lines []string
	all := c.contradictions(func(s guidance.DiscountedSign) string { return s.Sign.Label })
	for i, sign := range c.Library.Triage().Discounted(c.Response) {
		if sign.Tier > c.Assessment.Disposition {
			lines = append(lines, c.Library.Sayf(phraseIfTrue, all[i], c.Library.Notices().CareWords[sign.Tier.String()].Title))
		}
	}
	return lines
}

// alarm fills a sheet for a person who should be seen now or today: whom to
// call, what to say, and what to do until then.
func (c Check) alarm(s *Sheet, care guidance.Care) {
	s.Title = ""
	waiting, noLonger := wizard.UntilSeen(c.Library, c.Response, c.Assessment)
	if waiting == nil {
		waiting = care.WhileWaiting
	}
	s.add(c.Library.Say(phraseSayThis), c.toSay())
	s.add(c.Library.Say(phraseUntilThen), waiting)
	if len(noLonger) > 0 {
		s.Lists = append(s.Lists, List{Heading: c.Library.Say(phraseNoWaiting), Items: noLonger, Grave: true})
	}
	s.add(c.Library.Say(phraseNotToDo), care.NotNow)
	reasons := c.reasons(reasonOf)
	if len(reasons) > someReasons {
		reasons = append(reasons[:someReasons:someReasons], c.Library.Say(phraseMoreReasons))
	}
	s.add(c.Library.Say(phraseWhy), reasons)
	s.Sources = c.sources(citesOf(c.Assessment.Findings))
}

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

// someSigns is how many signs there are to say in one breath.
const someSigns = 6

// toSay returns what a person can say on the telephone: what they have, and
// then what is asked next. Who said nothing yet says that it is an emergency.
func (c Check) toSay() []string {
	var signs []string
	said := map[string]bool{}
	for _, f := range c.Assessment.Findings {
		if c.Assessment.Disposition == guidance.Emergency && f.Disposition < guidance.Emergency {
			break
		}
		for _, a := range f.Answers {
			item, _ := c.Library.Questionnaire().Item(a.Item)
			if item.Kind == guidance.Sign && !said[item.ID] {
				said[item.ID] = true
				signs = append(signs, c.sign(item, a.Options))
			}
		}
	}
	var lines []string
	if more := len(signs) - someSigns; more > 0 {
		signs = append(signs[:someSigns:someSigns], c.Library.Sayf(phraseMoreSigns, more))
	}
	if len(signs) > 0 {
		lines = append(lines, strings.Join(signs, ". ")+".")
	}
	if context := c.context(); len(context) > 0 {
		lines = append(lines, strings.Join(context, ". ")+".")
	}
	if len(lines) == 0 {
		return []string{c.Library.Say(phraseSayFirst)}
	}
	return lines
}

// sign says a warning sign, and that it is not sure.
func (c Check) sign(item guidance.Item, options []string) string {
	if slices.Equal(options, []string{"unsure"}) {
		return c.Library.Sayf(phrasePerhaps, item.Label)
	}
	return item.Label
}

// context says what whoever answers a telephone asks next: where, how bad, since
// when, how old, and what else there is.
func (c Check) context() []string {
	var parts []string
	for _, id := range []string{"area", "severity", "duration", "age", "risks", "pregnancy"} {
		item, _ := c.Library.Questionnaire().Item(id)
		ids := slices.DeleteFunc(slices.Clone(c.Response.Options(id)), func(id string) bool {
			o, _ := item.Option(id)
			return o.Exclusive || o.Unsure || id == "no" || id == "pregnancy"
		})
		if len(ids) > 0 {
			parts = append(parts, item.Label+": "+strings.Join(optionTexts(item, ids), "; "))
		}
	}
	return parts
}

// optionTexts says answers to an item in its own words.
func optionTexts(item guidance.Item, ids []string) []string {
	var texts []string
	for _, id := range ids {
		if o, ok := item.Option(id); ok {
			texts = append(texts, o.Text)
		}
	}
	return texts
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
				s.Elsewhere = append(s.Elsewhere, c.step(step))
			case wanted.phase == guidance.Today && step.Relief.Kind == guidance.Exercise:
				s.Later = append(s.Later, c.step(step))
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
