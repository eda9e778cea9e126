package wizard

import (
	"fmt"

	"backcare/guidance"
)

// reliefPages returns a relief in parts: what and why, how much and when to
// stop, and last how, so that the steps stand nearest to what is asked next.
func reliefPages(l *guidance.Library, r guidance.Relief, place, why string, cautions []string) []Page {
	w := r.Words
	title := w.Title
	if place != "" {
		title = w.Title + " (" + place + ")"
	}
	head := Page{{Kind: Title, Text: title}, {Kind: Paragraph, Text: why}}
	if why == "" {
		head[1].Text = w.Aim
	}
	if len(cautions) > 0 {
		head = append(head, list(l.Say(phraseTakeCare), Bullets, cautions)...)
	}
	amount := Page{}
	if w.Dose != "" {
		amount = append(amount, Block{Kind: Paragraph, Text: l.Say(phraseDose) + ": " + w.Dose})
	}
	if w.Felt != "" {
		amount = append(amount, Block{Kind: Paragraph, Text: l.Say(phraseFelt) + ": " + w.Felt})
	}
	pages := []Page{head}
	if b, ok := pictureOf(l, r); ok {
		pages = append(pages, Page{b})
	}
	return append(pages, amount, list(l.Say(phraseStop), Bullets, w.Stop), list(l.Say(phraseHow), Steps, w.How))
}

// easierPage says how to do a relief with less, unless a precaution that holds
// forbids that, and how sure we are of it.
func easierPage(l *guidance.Library, r guidance.Relief, holding map[string]bool) Page {
	var page Page
	if easier := r.EasierFor(holding); easier != "" {
		page = append(page, Block{Kind: Paragraph, Text: l.Say(phraseEasier) + ": " + easier})
	}
	return append(page, Block{Kind: Paragraph, Text: l.Say(phraseEvidence) + ": " + r.Words.Evidence})
}

// ReliefPages returns a relief for reading without questions: with what would
// forbid it, and all else that the questions would have settled.
func (c *Conversation) ReliefPages(r guidance.Relief) []Page {
	pages := reliefPages(c.Library, r, "", r.Words.Aim, nil)
	unless := c.Library.LeaveOutIf(r)
	var cautions []string
	for _, id := range r.Precautions {
		cautions = append(cautions, fmt.Sprintf("%s: %s", c.Library.Precautions().Reason(id), r.Words.Cautions[id]))
	}
	if len(unless) > 0 {
		pages = append(pages, list(c.Library.Say(phraseLeaveOutIf), Bullets, unless))
	}
	if len(cautions) > 0 {
		pages = append(pages, list(c.Library.Say(phraseTakeCare), Bullets, cautions))
	}
	var notEasier []string
	for _, id := range r.EasierContraindications {
		notEasier = append(notEasier, c.Library.Precautions().Reason(id))
	}
	pages = append(pages, easierPage(c.Library, r, nil))
	if len(notEasier) > 0 {
		pages = append(pages, list(c.Library.Say(phraseEasierUnless), Bullets, notEasier))
	}
	return pages
}
