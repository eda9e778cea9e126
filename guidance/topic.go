package guidance

import (
	"fmt"
	"slices"
)

// A Topic is a piece of background reading: an answer to one question that
// people ask.
type Topic struct {
	ID string
	// Group is the id of the group of topics that it stands in.
	Group string
	Title string
	// Question is the question that it answers, in one sentence.
	Question string
	// Do is what to do about it, and is read first.
	Do []CitedLine
	// Paragraphs say what is known.
	Paragraphs []CitedLine
	// Evidence says how sure that is, where no relief says it already. Its Text
	// may be empty.
	Evidence CitedLine
	// Contradictions are where web pages and guidance differ on it.
	Contradictions []Contradiction
	// Related are the ids of the topics to read next.
	Related []string
	// Reliefs are the ids of the reliefs that it is about.
	Reliefs []string
	// Check is true when it leads to the check, because it may be about a
	// warning sign or about something that is not safe for everybody.
	Check bool
	// Keywords are words and phrases by which people look for it.
	Keywords []string
}

// A CitedLine is a piece of text with the ids of the facts and sources behind
// it.
type CitedLine struct {
	Text  string   `json:"text"`
	Cites []string `json:"cites"`
}

// A Contradiction is something that web pages say and guidance does not, side
// by side.
type Contradiction struct {
	ID string
	// Page is what a web page says, in short, and Guidance what guidance says.
	Page, Guidance CitedLine
	// Here is what follows from it in this program.
	Here string
}

// A TopicGroup is a part of the list of topics.
type TopicGroup struct {
	ID, Title string
	Topics    []Topic
}

// A topicStructure is what stands behind the words of a topic. Do and
// Paragraphs are the cites of each line, in the order of the lines.
type topicStructure struct {
	ID             string     `json:"id"`
	Group          string     `json:"group"`
	Do             [][]string `json:"do"`
	Paragraphs     [][]string `json:"paragraphs"`
	Evidence       []string   `json:"evidence"`
	Contradictions []string   `json:"contradictions"`
	Related        []string   `json:"related"`
	Reliefs        []string   `json:"reliefs"`
	Check          bool       `json:"check"`
}

type topicsWords struct {
	Groups map[string]string     `json:"groups"`
	Topics map[string]topicWords `json:"topics"`
}

type topicWords struct {
	Title      string   `json:"title"`
	Question   string   `json:"question"`
	Do         []string `json:"do"`
	Paragraphs []string `json:"paragraphs"`
	Evidence   string   `json:"evidence"`
	Keywords   []string `json:"keywords"`
}

type contradictionStructure struct {
	ID       string   `json:"id"`
	Page     []string `json:"page"`
	Guidance []string `json:"guidance"`
}

type contradictionWords struct {
	Page     string `json:"page"`
	Guidance string `json:"guidance"`
	Here     string `json:"here"`
}

// A topicShelf holds all topics, by group.
type topicShelf struct {
	groups []TopicGroup
	all    []Topic
	index  map[string]int
}

// Topics returns the background reading, in order.
func (l *Library) Topics() []Topic { return l.topics().all }

// TopicGroups returns the same in groups.
func (l *Library) TopicGroups() []TopicGroup { return l.topics().groups }

// Topic returns the topic with an id, and false where there is none.
func (l *Library) Topic(id string) (Topic, bool) {
	i, ok := l.topics().index[id]
	if !ok {
		return Topic{}, false
	}
	return l.topics().all[i], true
}

// A topicLine is a line of a topic with the name of its part, such as "do-1".
type topicLine struct {
	CitedLine
	part string
}

// lines returns all lines of the topic itself, in order.
func (t Topic) lines() []topicLine {
	var lines []topicLine
	for i, line := range t.Do {
		lines = append(lines, topicLine{line, fmt.Sprintf("do-%d", i+1)})
	}
	for i, line := range t.Paragraphs {
		lines = append(lines, topicLine{line, fmt.Sprintf("paragraph-%d", i+1)})
	}
	if t.Evidence.Text != "" {
		lines = append(lines, topicLine{t.Evidence, "evidence"})
	}
	return lines
}

// Cites returns the ids of all facts and sources behind the topic, each once.
func (t Topic) Cites() []string {
	lists := [][]string{}
	for _, line := range t.lines() {
		lists = append(lists, line.Cites)
	}
	for _, c := range t.Contradictions {
		lists = append(lists, c.Page.Cites, c.Guidance.Cites)
	}
	var ids []string
	seen := map[string]bool{}
	for _, id := range slices.Concat(lists...) {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

func (l *Library) loadTopics() *topicShelf {
	text := words[topicsWords](l, "topics")
	contradictions := map[string]Contradiction{}
	for _, c := range l.contradictions() {
		contradictions[c.ID] = c
	}
	shelf := &topicShelf{index: map[string]int{}}
	for _, s := range structure[[]topicStructure]("topics") {
		t := newTopic(s, text.Topics[s.ID])
		for _, id := range s.Contradictions {
			t.Contradictions = append(t.Contradictions, contradictions[id])
		}
		shelf.index[t.ID] = len(shelf.all)
		shelf.all = append(shelf.all, t)
		last := len(shelf.groups) - 1
		if last < 0 || shelf.groups[last].ID != t.Group {
			shelf.groups = append(shelf.groups, TopicGroup{ID: t.Group, Title: text.Groups[t.Group]})
			last++
		}
		shelf.groups[last].Topics = append(shelf.groups[last].Topics, t)
	}
	return shelf
}

func newTopic(s topicStructure, w topicWords) Topic {
	return Topic{ID: s.ID, Group: s.Group, Title: w.Title, Question: w.Question,
		Do: citedLines(w.Do, s.Do), Paragraphs: citedLines(w.Paragraphs, s.Paragraphs),
		Evidence: CitedLine{Text: w.Evidence, Cites: s.Evidence},
		Related:  s.Related, Reliefs: s.Reliefs, Check: s.Check, Keywords: w.Keywords}
}

// citedLines puts texts and their cites together. A test makes sure that there
// are as many of one as of the other.
func citedLines(texts []string, cites [][]string) []CitedLine {
	lines := make([]CitedLine, 0, len(texts))
	for i, text := range texts {
		line := CitedLine{Text: text}
		if i < len(cites) {
			line.Cites = cites[i]
		}
		lines = append(lines, line)
	}
	return lines
}

// contradictions returns where web pages and guidance differ, in order.
func (l *Library) contradictions() []Contradiction {
	text := words[map[string]contradictionWords](l, "contradictions")
	var all []Contradiction
	for _, s := range structure[[]contradictionStructure]("contradictions") {
		w := text[s.ID]
		all = append(all, Contradiction{ID: s.ID, Page: CitedLine{Text: w.Page, Cites: s.Page},
			Guidance: CitedLine{Text: w.Guidance, Cites: s.Guidance}, Here: w.Here})
	}
	return all
}
