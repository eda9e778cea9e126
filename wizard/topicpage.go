package wizard

import (
	"fmt"
	"strings"

	"backcare/guidance"
)

// TopicPages returns a topic in parts, in the order in which it is read: the
// question, what to do, what is known, how sure that is, and where web pages
// say otherwise. With cites each line names what it stands on.
func (c *Conversation) TopicPages(t guidance.Topic, cites bool) []Page {
	say := func(line guidance.CitedLine) string {
		if !cites {
			return line.Text
		}
		return line.Text + " [" + strings.Join(line.Cites, ", ") + "]"
	}
	var do []string
	for _, line := range t.Do {
		do = append(do, say(line))
	}
	pages := []Page{append(Page{{Kind: Title, Text: t.Question}}, list(phraseToDo, Bullets, do)...)}
	for n, line := range t.Paragraphs {
		page := Page{{Kind: Paragraph, Text: say(line)}}
		if n == 0 {
			page = append(Page{{Kind: Heading, Text: phraseKnown}}, page...)
		}
		pages = append(pages, page)
	}
	if sure := c.evidence(t, say); len(sure) > 0 {
		pages = append(pages, list(phraseEvidence, Bullets, sure))
	}
	return append(pages, contradictionPages(t.Contradictions, say)...)
}

// evidence returns how sure a topic is, and how sure the reliefs are that it
// is about.
func (c *Conversation) evidence(t guidance.Topic, say func(guidance.CitedLine) string) []string {
	var lines []string
	if t.Evidence.Text != "" {
		lines = append(lines, say(t.Evidence))
	}
	for _, id := range t.Reliefs {
		if r, ok := c.Library.Relief().Find(id); ok {
			lines = append(lines, r.Words.Title+": "+say(guidance.CitedLine{Text: r.Words.Evidence, Cites: r.Cites}))
		}
	}
	return lines
}

// contradictionPages puts what a web page says beside what guidance says, and
// what follows from it here.
func contradictionPages(contradictions []guidance.Contradiction, say func(guidance.CitedLine) string) []Page {
	var pages []Page
	for n, c := range contradictions {
		page := Page{{Kind: Bullets, Items: []string{
			fmt.Sprintf(phrasePageSays, say(c.Page)),
			fmt.Sprintf(phraseGuidanceSays, say(c.Guidance)),
			fmt.Sprintf(phraseSoHere, c.Here),
		}}}
		if n == 0 {
			page = append(Page{{Kind: Heading, Text: phraseMayHaveRead}}, page...)
		}
		pages = append(pages, page)
	}
	return pages
}
