package main

import (
	"backcare/guidance"
	"backcare/wizard"
)

// learnJSON is what words led to, as scripts see it. Signs come first, because
// they matter more than any topic.
type learnJSON struct {
	Words string `json:"words"`
	// Signs are warning signs that the words may be about.
	Signs []spokenSignJSON `json:"signs"`
	// Topics are those that fit, the best first, or all where there are no
	// words.
	Topics []topicJSON `json:"topics"`
	// Reviewed is the day on which the topics were last compared with their
	// sources.
	Reviewed string `json:"reviewed"`
}

type spokenSignJSON struct {
	// Item is the id of the question of the check that asks for it, or a name
	// of its own where none does.
	Item string `json:"item"`
	// Topic is the id of the topic that says what to do about it, or empty.
	Topic       string               `json:"topic"`
	Text        string               `json:"text"`
	Disposition guidance.Disposition `json:"disposition"`
	// Action is what to do, as the page says it: with a topic for an emergency,
	// the first thing there.
	Action string `json:"action"`
}

type topicJSON struct {
	ID             string                `json:"id"`
	Group          string                `json:"group"`
	Title          string                `json:"title"`
	Question       string                `json:"question"`
	Do             []guidance.CitedLine  `json:"do"`
	Paragraphs     []guidance.CitedLine  `json:"paragraphs"`
	Evidence       []guidance.CitedLine  `json:"evidence"`
	Contradictions []contradictionJSON   `json:"contradictions"`
	Actions        []wizard.TopicCommand `json:"actions"`
	Related        []string              `json:"related"`
	// Check is true where the check should be done when in doubt.
	Check bool `json:"check"`
}

type contradictionJSON struct {
	ID       string             `json:"id"`
	Page     guidance.CitedLine `json:"page"`
	Guidance guidance.CitedLine `json:"guidance"`
	Here     string             `json:"here"`
}

func newLearnJSON(a *app, words string, found guidance.Lookup) learnJSON {
	out := learnJSON{Words: words, Signs: []spokenSignJSON{}, Topics: []topicJSON{}, Reviewed: a.library.Reviewed()["topics.json"]}
	notices := a.library.Notices()
	for _, s := range found.Signs {
		action := notices.WithNumber(notices.CareWords[s.Disposition.String()].Action, a.emergencyNumber())
		text := s.Item.Text
		if t, ok := a.library.Topic(s.Topic); ok {
			text = t.Question
			if s.Disposition == guidance.Emergency {
				action = t.Do[0].Text // which tells when it is one
			}
		}
		out.Signs = append(out.Signs, spokenSignJSON{Item: s.ID, Topic: s.Topic, Text: text, Disposition: s.Disposition, Action: action})
	}
	c := wizard.Conversation{Library: a.library}
	for _, t := range found.Topics {
		j := topicJSON{ID: t.ID, Group: t.Group, Title: t.Title, Question: t.Question, Do: t.Do, Paragraphs: t.Paragraphs,
			Evidence: c.Evidence(t), Contradictions: []contradictionJSON{}, Actions: c.TopicCommands(t), Related: t.Related, Check: t.Check}
		for _, contradiction := range t.Contradictions {
			j.Contradictions = append(j.Contradictions, contradictionJSON(contradiction))
		}
		out.Topics = append(out.Topics, j)
	}
	return out
}
