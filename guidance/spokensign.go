package guidance

import (
	"maps"
	"slices"
)

// A SpokenSign is a warning sign that some words may be about.
type SpokenSign struct {
	// ID is that of the question of the check that asks for it, or where none
	// does, a name of its own.
	ID string
	// Item is that question. It is the zero Item where none asks for it.
	Item Item
	// Topic is the id of the topic that says what to do about it, and is read
	// instead of the label of a question. It is empty where there is one.
	Topic string
	// Disposition is how urgent it is when it is there.
	Disposition Disposition
}

// searchStructure lists the warning signs that are looked for in what people
// type, the most urgent first.
type searchStructure struct {
	// EmergencyTopic is the topic that comes first when one of them is an
	// emergency.
	EmergencyTopic string `json:"emergencyTopic"`
	// UrgentTopic is the one that comes first when all can wait for a day.
	UrgentTopic string `json:"urgentTopic"`
	Signs       []struct {
		Item        string      `json:"item"`
		Disposition Disposition `json:"disposition"`
		// Topic says what to do about a sign that no question asks for.
		Topic string `json:"topic"`
	} `json:"signs"`
}

// signsIn returns the warning signs that words may be about, in whichever of the
// languages that there are, the most urgent first. It rather finds one too many:
// reading one more line costs little.
func (l *Library) signsIn(words string) []SpokenSign {
	known := func(token string) bool { return l.search().weights[l.search().term(token)] != nil }
	heard := l.ear().hear(words, known, false)
	own := func(token string) bool { return known(token) || len(l.ear().byWord[token]) > 0 }
	for _, foreign := range l.foreignEars() {
		maps.Copy(heard, foreign.hear(words, own, true))
	}
	var signs []SpokenSign
	for _, sign := range structure[searchStructure](searchFile).Signs {
		if heard[sign.Item] {
			item, _ := l.Questionnaire().Item(sign.Item)
			signs = append(signs, SpokenSign{ID: sign.Item, Item: item, Topic: sign.Topic, Disposition: sign.Disposition})
		}
	}
	return signs
}

// toldAtOnce returns the topics for somebody who may be in danger, the first to
// be read first. With a sign that is told by a topic it is that one, and what to
// do in an emergency of the check goes before it. With others it is when to call
// or to be seen, and whatever was asked for that is about nothing to do.
func (l *Library) toldAtOnce(signs []SpokenSign, asked []Topic) (told []Topic, only bool) {
	read := map[string]bool{}
	add := func(id string) {
		if t, ok := l.Topic(id); ok && !read[id] {
			read[id] = true
			told = append(told, t)
		}
	}
	of := structure[searchStructure](searchFile)
	only = slices.ContainsFunc(signs, func(s SpokenSign) bool { return s.Topic != "" })
	for _, s := range signs { // the most urgent first
		switch {
		case s.Topic != "":
			add(s.Topic)
		case s.Disposition == Emergency:
			add(of.EmergencyTopic)
		case !only:
			add(of.UrgentTopic)
		}
	}
	for _, t := range asked {
		if !only && l.comfortOnly(t) {
			add(t.ID)
		}
	}
	for i := range told { // to be read, not done: being seen comes before comfort
		told[i].Reliefs = nil
	}
	return told, only
}

// comfortOnly reports whether a topic is about nothing but what may be offered
// to somebody who waits to be seen.
func (l *Library) comfortOnly(t Topic) bool {
	for _, id := range t.Reliefs {
		if r, ok := l.Relief().Find(id); ok && !r.UrgentSafe {
			return false
		}
	}
	return true
}
