package wizard

import (
	"fmt"
	"strings"

	"backcare/guidance"
)

// ResultPages returns the result of a check in parts, in the order in which
// they must be read: how urgent and what to do, why, how to wait, what not to
// do, and what would change it.
func (c *Conversation) ResultPages(r guidance.Response, a guidance.Assessment) []Page {
	return c.resultPages(r, a, []Page{c.reasons(r, a)})
}

// ExplainedPages returns the result of a check as ResultPages does, with the
// rules in the place of the reasons and all else that WhyTeller tells behind
// it. The history is what was remembered before the check.
func (c *Conversation) ExplainedPages(r guidance.Response, a guidance.Assessment, h guidance.History) []Page {
	w := WhyTeller{Library: c.Library, Number: c.Number}
	return append(c.resultPages(r, a, w.rules(r, a, h)), w.beyondRules(r, a, h)...)
}

// resultPages returns the result with why it is that as given.
func (c *Conversation) resultPages(r guidance.Response, a guidance.Assessment, why []Page) []Page {
	care := c.Library.Notices().CareFor(r, a, c.Number)
	head := Page{{Kind: Title, Text: care.Title}, {Kind: Paragraph, Text: care.Action}}
	if a.Disposition >= guidance.Urgent {
		head = Page{{Kind: Alarm, Emergency: a.Disposition == guidance.Emergency, Text: care.Title}, {Kind: Paragraph, Text: care.Action}}
	}
	pages := append([]Page{head}, why...)
	if len(care.WhileWaiting) > 0 {
		pages = append(pages, list(c.Library.Say(phraseWaiting), Bullets, care.WhileWaiting))
	}
	if len(care.NotNow) > 0 {
		pages = append(pages, list(c.Library.Say(phraseNotToDo), Bullets, care.NotNow))
	}
	if a.Disposition < guidance.Emergency {
		net := c.Library.Notices().SafetyNet.Title
		pages = append(pages, list(net, Bullets, c.Library.Notices().SafetyNetFor(r, a, c.Number)))
		var remarks Page
		for _, text := range c.Library.Notices().Remarks(r, a) {
			remarks = append(remarks, Block{Kind: Paragraph, Text: text})
		}
		if len(remarks) > 0 {
			pages = append(pages, remarks)
		}
	}
	return pages
}

func list(heading string, kind BlockKind, items []string) Page {
	return Page{{Kind: Heading, Text: heading}, {Kind: kind, Items: items}}
}

// reasons says which answers led to the result.
func (c *Conversation) reasons(r guidance.Response, a guidance.Assessment) Page {
	page := Page{{Kind: Heading, Text: c.Library.Say(phraseWhy)}}
	if len(a.Findings) == 0 {
		text := c.Library.Say(nothingFound(c.Library, r))
		if a.Disposition == guidance.Emergency {
			text = c.Library.Say(phraseFirstPage)
		}
		return append(page, Block{Kind: Paragraph, Text: text})
	}
	for _, f := range a.Findings {
		// On an emergency only what makes it one: there is no time for more.
		if a.Disposition == guidance.Emergency && f.Disposition < guidance.Emergency {
			break
		}
		page = append(page, Block{Kind: Bullets, Items: []string{f.Reason + " (" + c.said(f) + ")"}})
	}
	return page
}

// said repeats the answers behind a finding.
func (c *Conversation) said(f guidance.Finding) string {
	var parts []string
	for _, answer := range f.Answers {
		item, _ := c.Library.Questionnaire().Item(answer.Item)
		parts = append(parts, item.Label+": "+optionTexts(item, answer.Options))
	}
	return strings.Join(parts, "; ")
}

// optionTexts says the answers to an item in its own words.
func optionTexts(item guidance.Item, ids []string) string {
	texts := make([]string, 0, len(ids))
	for _, id := range ids {
		if o, ok := item.Option(id); ok {
			texts = append(texts, o.Text)
		}
	}
	return strings.Join(texts, ", ")
}

func one(r guidance.Response, item string) string {
	if ids := r.Options(item); len(ids) == 1 {
		return ids[0]
	}
	return ""
}

// PlanPages returns the steps of a plan in parts, a phase each.
func (c *Conversation) PlanPages(steps []guidance.Step) []Page {
	var pages []Page
	for _, phase := range guidance.Phases {
		var lines []string
		for _, s := range steps {
			if s.Phase == phase {
				lines = append(lines, strings.Join(append([]string{s.Relief.Words.Title + ".", s.Why}, s.Cautions...), " "))
			}
		}
		if len(lines) > 0 {
			pages = append(pages, list(fmt.Sprintf("%s: %s", c.Library.Say(phrasePlanTitle), c.Library.PhaseName(phase)), Bullets, lines))
		}
	}
	return pages
}

// EmergencyList returns the page that comes before everything else.
func (c *Conversation) EmergencyList() Page {
	n := c.Library.Notices()
	return Page{
		{Kind: Alarm, Emergency: true, Text: n.EmergencyList.Title},
		{Kind: Heading, Text: n.WithNumber(n.EmergencyList.Lead, c.Number)},
		{Kind: Bullets, Items: n.EmergencyList.Items},
	}
}
