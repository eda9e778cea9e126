package wizard

import (
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
	pages := []Page{append(Page{{Kind: Title, Text: t.Question}}, list(c.Library.Say(phraseToDo), Bullets, do)...)}
	known := Page{{Kind: Heading, Text: c.Library.Say(phraseKnown)}}
	for _, line := range t.Paragraphs {
		known = append(known, Block{Kind: Paragraph, Text: say(line)})
	}
	pages = append(pages, known)
	var sure []string
	for _, line := range c.Evidence(t) {
		sure = append(sure, say(line))
	}
	if len(sure) > 0 {
		pages = append(pages, list(c.Library.Say(phraseEvidence), Bullets, sure))
	}
	return append(pages, contradictionPages(c.Library, t.Contradictions, say)...)
}

// PrintedTopic returns a topic for reading without questions: with the commands
// that lead on.
func (c *Conversation) PrintedTopic(t guidance.Topic, cites bool) []Page {
	pages := c.TopicPages(t, cites)
	var deeds, related []string
	for _, d := range c.TopicCommands(t) {
		deeds = append(deeds, c.Library.Sayf(phraseCommandDoes, d.Title, d.Command))
	}
	if len(deeds) > 0 {
		pages = append(pages, list(c.Library.Say(phraseToDoIt), Bullets, deeds))
	}
	for _, id := range t.Related {
		if other, ok := c.Library.Topic(id); ok {
			related = append(related, c.Library.Sayf(phraseCommandDoes, other.Title, commandLearn+id))
		}
	}
	pages = append(pages, list(c.Library.Say(phraseReadOnWith), Bullets, related))
	if t.Check {
		pages = append(pages, Page{{Kind: Paragraph, Text: c.Library.Sayf(phraseUnsureCheck, commandCheck)}})
	}
	note := c.Library.Say(phraseCited)
	if !cites {
		note = c.Library.Sayf(phraseCompared, dayOf(c.Library, c.Library.Reviewed()["topics.json"]))
	}
	return append(pages, Page{{Kind: Note, Text: note}})
}

// A TopicCommand is a command that does something that a topic is about.
type TopicCommand struct {
	Title   string `json:"title"`
	Command string `json:"command"`
}

// TopicCommands returns the commands that do what a topic is about.
func (c *Conversation) TopicCommands(t guidance.Topic) []TopicCommand {
	commands := []TopicCommand{}
	for _, d := range c.deeds(t) {
		commands = append(commands, TopicCommand{d.title, d.command})
	}
	return commands
}

// FoundPages returns what some words led to, for reading without questions:
// warning signs first, then the topic, or a list of topics.
func (c *Conversation) FoundPages(found guidance.Lookup, cites bool) []Page {
	var pages []Page
	if page := c.signPage(found.Signs); len(page) > 0 {
		pages = append(pages, page)
	}
	if len(found.Topics) == 0 {
		return pages
	}
	if found.Sure {
		for _, t := range found.Read() {
			pages = append(pages, c.PrintedTopic(t, cites)...)
		}
		return pages
	}
	var lines []string
	for _, t := range found.Topics {
		lines = append(lines, c.Library.Sayf(phraseTopicIs, t.ID, t.Question))
	}
	lead := c.Library.Sayf(phraseFoundLead, found.Topics[0].ID)
	return append(pages, Page{{Kind: Paragraph, Text: lead}, {Kind: Bullets, Items: lines}, c.unsure()})
}

// unsure says what to do for somebody whose words told nothing of how they are.
func (c *Conversation) unsure() Block {
	return Block{Kind: Paragraph, Text: c.Library.Sayf(phraseUnsureCall, commandCheck, c.number())}
}

// TopicList returns the list of all topics, by group.
func (c *Conversation) TopicList() []Page {
	var pages []Page
	for _, g := range c.Library.TopicGroups() {
		var lines []string
		for _, t := range g.Topics {
			lines = append(lines, c.Library.Sayf(phraseTopicIs, t.ID, t.Question))
		}
		pages = append(pages, list(g.Title, Bullets, lines))
	}
	return pages
}

// Evidence returns how sure a topic is, and how sure the reliefs are that it is
// about, each by its name.
func (c *Conversation) Evidence(t guidance.Topic) []guidance.CitedLine {
	lines := []guidance.CitedLine{}
	if t.Evidence.Text != "" {
		lines = append(lines, t.Evidence)
	}
	for _, id := range t.Reliefs {
		if r, ok := c.Library.Relief().Find(id); ok {
			text := c.Library.Sayf(phraseEvidenceFor, r.Words.Title, r.Words.Evidence)
			lines = append(lines, guidance.CitedLine{Text: text, Cites: r.Cites})
		}
	}
	return lines
}

// contradictionPages puts what a web page says beside what guidance says, and
// what follows from it here.
func contradictionPages(l *guidance.Library, contradictions []guidance.Contradiction, say func(guidance.CitedLine) string) []Page {
	var pages []Page
	for n, c := range contradictions {
		page := Page{{Kind: Bullets, Items: []string{
			l.Sayf(phrasePageSays, say(c.Page)),
			l.Sayf(phraseGuidanceSays, say(c.Guidance)),
			l.Sayf(phraseSoHere, c.Here),
		}}}
		if n == 0 {
			page = append(Page{{Kind: Heading, Text: l.Say(phraseMayHaveRead)}}, page...)
		}
		pages = append(pages, page)
	}
	return pages
}
