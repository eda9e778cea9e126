package wizard

import (
	"fmt"
	"slices"
	"strings"

	"backcare/guidance"
)

// A WhyTeller puts into words why a check came to its result.
type WhyTeller struct {
	Library *guidance.Library
	// Number is the emergency number of the person's territory, or empty
	// where it is not known.
	Number string
}

// Pages returns the result of a check in a line, and why it is that: the rules
// that apply first. The history is what was remembered before the check.
func (w WhyTeller) Pages(r guidance.Response, a guidance.Assessment, h guidance.History) []Page {
	care := w.Library.Notices().CareFor(r, a, w.Number)
	head := Page{{Kind: Title, Text: care.Title}, {Kind: Paragraph, Text: care.Action}}
	if a.Disposition >= guidance.Urgent {
		head[0].Kind, head[0].Emergency = Alarm, a.Disposition == guidance.Emergency
	}
	return slices.Concat([]Page{head}, w.rules(r, a, h), w.beyondRules(r, a, h))
}

// beyondRules returns what else there is to say of why, in parts, what is most
// urgent first: what is not ruled out, what is, what would have changed the
// result, and why each step is or is not there. In an emergency that nothing is
// weighed against it comes before what was not asked.
func (w WhyTeller) beyondRules(r guidance.Response, a guidance.Assessment, h guidance.History) []Page {
	var signs []Page
	if len(r.Answers()) > 0 { // there are none after a sign of the first page
		signs = w.signs(r, a)
	}
	parts := [][]Page{signs, w.changes(r, a, h), w.plan(r, a), {{{Kind: Note, Text: w.Library.Say(phraseWhySources)}}}}
	if a.Disposition == guidance.Emergency {
		parts[0], parts[1] = parts[1], parts[0]
	}
	return slices.Concat(parts...)
}

// title says a disposition in words.
func (w WhyTeller) title(d guidance.Disposition) string {
	return w.Library.Notices().CareWords[d.String()].Title
}

// rules tells which rules apply, and the answers that made them.
func (w WhyTeller) rules(r guidance.Response, a guidance.Assessment, h guidance.History) []Page {
	number := w.Library.Triage().RuleCount(h)
	head := Page{{Kind: Heading, Text: w.Library.Say(phraseWhy)}, {Kind: Paragraph, Text: w.Library.Sayf(phraseRulesApply, number, len(a.Findings))}}
	switch {
	case len(a.Findings) == 1:
		head[1].Text = w.Library.Sayf(phraseRulesOne, number)
	case len(a.Findings) > 0:
	case a.Disposition == guidance.Emergency:
		head[1].Text = w.Library.Say(phraseFirstPage)
	default:
		head[1].Text = w.Library.Sayf(phraseRulesNone, number) + " " + w.Library.Say(nothingFound(w.Library, r))
	}
	pages := []Page{head}
	for d := guidance.Emergency; d > guidance.SelfCare; d-- {
		var lines []string
		for _, f := range a.Findings {
			if f.Disposition == d {
				lines = append(lines, w.Library.Sayf(phraseRuleLine, f.Reason, w.said(f.Answers), f.ID))
			}
		}
		if len(lines) > 0 {
			pages = append(pages, list(w.title(d), Bullets, lines))
		}
	}
	return pages
}

// said repeats answers in the words of the questionnaire.
func (w WhyTeller) said(answers []guidance.Answer) string {
	var parts []string
	for _, a := range answers {
		item, _ := w.Library.Questionnaire().Item(a.Item)
		parts = append(parts, w.Library.Sayf(phraseSaid, item.Label, optionTexts(item, a.Options)))
	}
	return strings.Join(parts, w.Library.Say(phraseSaidJoin))
}

// nothingFound says that no rule applies. Where answers contradict each other
// about a warning sign, it is not known to be absent.
func nothingFound(l *guidance.Library, r guidance.Response) string {
	if len(l.Triage().Discounted(r)) > 0 {
		return phraseAtOddsWhy
	}
	return phraseNothing
}

// contradicted tells the warning signs that one answer affirms, or leaves open,
// and another takes back.
func (w WhyTeller) contradicted(r guidance.Response) []Page {
	var lines []string
	for _, s := range w.Library.Triage().Discounted(r) {
		line := phraseAtOddsYes
		if s.Unsure {
			line = phraseAtOddsUnsure
		}
		lines = append(lines, w.Library.Sayf(line, s.Sign.Label, w.title(s.Tier)))
	}
	if len(lines) == 0 {
		return nil
	}
	return []Page{{{Kind: Heading, Text: w.Library.Say(phraseAtOddsTitle)}, {Kind: Bullets, Text: w.Library.Say(phraseAtOddsLead), Items: lines}}}
}

// signs tells the warning signs that are not ruled out, and then those that
// are: what was not asked, and what answers contradict each other about, is
// never called ruled out.
func (w WhyTeller) signs(r guidance.Response, a guidance.Assessment) []Page {
	atOdds := map[string]bool{}
	for _, s := range w.Library.Triage().Discounted(r) {
		atOdds[s.Sign.ID] = true
	}
	var notAsked []string
	labels := map[guidance.SignStatus][]string{}
	ruledOut := map[guidance.Disposition][]string{}
	for _, s := range w.Library.Triage().Signs(r) {
		if atOdds[s.Sign.ID] {
			continue
		}
		labels[s.Status] = append(labels[s.Status], s.Sign.Label)
		if s.Status == guidance.SignNotAsked { // nobody has read its question, and the label alone says too little
			notAsked = append(notAsked, s.Sign.Text)
		}
		if s.Status == guidance.SignRuledOut {
			ruledOut[s.Tier] = append(ruledOut[s.Tier], s.Sign.Label)
		}
	}
	pages := w.contradicted(r)
	if lines := labels[guidance.SignUnsure]; len(lines) > 0 {
		pages = append(pages, Page{{Kind: Heading, Text: w.Library.Say(phraseNotSureTitle)}, {Kind: Bullets, Text: w.Library.Say(phraseNotSureSigns), Items: lines}})
	}
	page := Page{{Kind: Heading, Text: w.Library.Say(phraseRuledOut)}}
	for d := guidance.Emergency; d > guidance.SelfCare; d-- {
		if lines := ruledOut[d]; len(lines) > 0 {
			page = append(page, Block{Kind: Bullets, Text: w.Library.Sayf(phraseRuledOutTier, w.title(d)), Items: lines})
		}
	}
	if len(page) > 1 {
		pages = append(pages, page)
	}
	head := Block{Kind: Heading, Text: w.Library.Say(phraseNotAskedHead)}
	switch {
	case len(notAsked) == 0:
	case a.Disposition == guidance.Emergency: // a list of all that could be would only frighten
		pages = append(pages, Page{head, {Kind: Paragraph, Text: w.Library.Say(phraseNotAskedCall)}})
	default:
		pages = append(pages, Page{head, {Kind: Bullets, Text: w.Library.Say(phraseNotAskedElse), Items: notAsked}})
	}
	return pages
}

// changes tells what would have changed the result, and first that it is no
// invitation. An emergency is not argued about.
func (w WhyTeller) changes(r guidance.Response, a guidance.Assessment, h guidance.History) []Page {
	head := Block{Kind: Heading, Text: w.Library.Say(phraseChangeTitle)}
	if a.Disposition == guidance.Emergency {
		text := w.Library.Say(phraseNoChange1)
		if len(a.Findings) == 0 {
			text = w.Library.Say(phraseNoChange3)
		}
		return []Page{{head, {Kind: Paragraph, Text: text + " " + w.Library.Say(phraseNoChange2)}}}
	}
	page := Page{head, {Kind: Paragraph, Text: w.Library.Say(phraseWaysLimit)}}
	down := false
	for _, c := range w.Library.Triage().Counterfactuals(r, h) {
		if c.Disposition > a.Disposition+1 {
			continue // the result itself says what would be more than one level up
		}
		down = down || c.Disposition < a.Disposition
		page = append(page, Block{Kind: Bullets, Text: w.Library.Sayf(phraseWays, w.title(c.Disposition)), Items: w.changeLines(r, c)})
	}
	if len(page) > 2 {
		page[1].Text += " " + w.Library.Say(phraseWaysSure)
	}
	never := Block{Kind: Paragraph, Text: w.Library.Say(phraseDownNever)}
	switch {
	case len(page) == 2: // nothing but the heading and the limit
		page = Page{head, never}
	case !down && a.Disposition > guidance.SelfCare:
		page = append(page, never)
	}
	return []Page{page}
}

// plan tells why each step is there, and what was left out.
func (w WhyTeller) plan(r guidance.Response, a guidance.Assessment) []Page {
	reasons := w.Library.PlanReasons(r, a)
	var pages []Page
	for _, phase := range guidance.Phases {
		var lines []string
		for _, s := range reasons.Steps {
			if s.Phase == phase {
				lines = append(lines, w.because(w.Library.Sayf(phraseStepLine, s.Relief.Words.Title, s.Why), s.Answers))
			}
		}
		if len(lines) > 0 {
			pages = append(pages, list(fmt.Sprintf("%s: %s", w.Library.Say(phrasePlanTitle), w.Library.PhaseName(phase)), Bullets, lines))
		}
	}
	var lines, until []string
	for _, l := range reasons.LeftOut {
		if l.Precaution == "" {
			until = append(until, l.Relief.Words.Title)
			continue
		}
		reason := w.Library.Precautions().Reason(l.Precaution)
		lines = append(lines, w.because(w.Library.Sayf(phraseLeftOutLine, l.Relief.Words.Title, reason), l.Answers))
	}
	if len(lines) > 0 {
		pages = append(pages, list(w.Library.Say(phraseLeftOutTitle), Bullets, lines))
	}
	if len(until) > 0 {
		pages = append(pages, Page{{Kind: Heading, Text: w.Library.Say(phraseLeftOutTitle)},
			{Kind: Paragraph, Text: w.Library.Sayf(phraseUntilLooked, strings.Join(until, w.Library.Say(phraseSaidJoin)))}})
	}
	return pages
}

// because ends a line with the answers behind it.
func (w WhyTeller) because(line string, answers []guidance.Answer) string {
	if len(answers) == 0 {
		return line
	}
	return line + w.Library.Sayf(phraseBecause, w.said(answers))
}
