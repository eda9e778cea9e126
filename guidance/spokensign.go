package guidance

import (
	"slices"
	"strings"
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

// A signPattern is the ways in which a warning sign is put.
type signPattern struct {
	item, topic string
	disposition Disposition
	ways        []signWay
}

// A signWay is one way to put a sign: groups of alternatives, of which one of
// every group must be said, and none of those that mean something else.
type signWay struct {
	groups [][]saying
	unless []saying
}

// A saying is words that are said in any order, or one after the other.
type saying struct {
	words   []spelled
	inOrder bool
}

// A spelled word is a word as it is typed, and in its common form.
type spelled struct {
	word, term string
	// known is true for a word of the topics, which is no slip for another.
	known bool
}

// searchStructure lists the warning signs that are looked for in what people
// type, the most urgent first.
type searchStructure struct {
	// EmergencyTopic is the topic that comes first when one of them is an
	// emergency.
	EmergencyTopic string `json:"emergencyTopic"`
	Signs          []struct {
		Item        string      `json:"item"`
		Disposition Disposition `json:"disposition"`
		// Topic says what to do about a sign that no question asks for.
		Topic string `json:"topic"`
	} `json:"signs"`
}

func signPatterns(s speller, signs searchStructure, w searchWords) []signPattern {
	var patterns []signPattern
	for _, sign := range signs.Signs {
		p := signPattern{item: sign.Item, topic: sign.Topic, disposition: sign.Disposition}
		for _, way := range w.Signs[sign.Item] {
			p.ways = append(p.ways, s.signWay(way))
		}
		patterns = append(patterns, p)
	}
	return patterns
}

// signWay reads a way as it is written in en/search.json.
func (s speller) signWay(groups [][]string) signWay {
	const not, next = "!", "+"
	var way signWay
	for _, group := range groups {
		var alternatives []saying
		for _, text := range group {
			words, unless := strings.CutPrefix(text, not)
			saying := saying{words: s.spell(tokensOf(words)), inOrder: strings.Contains(words, next)}
			if unless {
				way.unless = append(way.unless, saying)
			} else {
				alternatives = append(alternatives, saying)
			}
		}
		if len(alternatives) > 0 {
			way.groups = append(way.groups, alternatives)
		}
	}
	return way
}

// spell brings words to their common form, and leaves none out: "no" and "not"
// say much about a warning sign.
func (s speller) spell(tokens []string) []spelled {
	words := make([]spelled, len(tokens))
	for i, t := range tokens {
		words[i] = spelled{word: t, term: s.term(t)}
	}
	return words
}

// signsIn returns the warning signs that words may be about. It rather finds
// one too many: reading one more line costs little.
func (l *Library) signsIn(tokens []string) []SpokenSign {
	said := l.search().spell(tokens)
	for i := range said {
		_, said[i].known = l.search().weights[said[i].term]
	}
	var signs []SpokenSign
	for _, p := range l.search().signs {
		if p.in(said) {
			item, _ := l.Questionnaire().Item(p.item)
			signs = append(signs, SpokenSign{ID: p.item, Item: item, Topic: p.topic, Disposition: p.disposition})
		}
	}
	return signs
}

func (p signPattern) in(said []spelled) bool {
	return slices.ContainsFunc(p.ways, func(way signWay) bool {
		return !anySaid(way.unless, said) &&
			!slices.ContainsFunc(way.groups, func(group []saying) bool { return !anySaid(group, said) })
	})
}

// anySaid reports whether one of the alternatives was said.
func anySaid(alternatives []saying, said []spelled) bool {
	return slices.ContainsFunc(alternatives, func(s saying) bool { return s.in(said) })
}

// in reports whether all the words were said.
func (s saying) in(said []spelled) bool {
	if !s.inOrder {
		return !slices.ContainsFunc(s.words, func(w spelled) bool { return !slices.ContainsFunc(said, w.saidAs) })
	}
	for i := 0; i+len(s.words) <= len(said); i++ {
		if slices.EqualFunc(s.words, said[i:i+len(s.words)], spelled.saidAs) {
			return true
		}
	}
	return false
}

// saidAs reports whether a word was said by another. A slip of a letter is
// allowed in a long one. More than one is meant as that: "legs" is not "leg".
func (w spelled) saidAs(s spelled) bool {
	const slipFrom = 5 // letters: shorter ones are too many other words
	if s.term == w.term && (strings.HasSuffix(s.word, "s") || !strings.HasSuffix(w.word, "s")) {
		return true
	}
	return !s.known && len(w.word) >= slipFrom && len(s.word) >= slipFrom && editDistance(s.word, w.word) <= 1
}

// topicsOf returns the topics that say what to do about signs that no question
// of the check asks for, and with a sign of the check that is an emergency, the
// one for that. Where no sign has a topic there are none.
func (l *Library) topicsOf(signs []SpokenSign) []Topic {
	var topics []Topic
	read := map[string]bool{}
	add := func(id string) {
		if t, ok := l.Topic(id); ok && !read[id] {
			read[id] = true
			topics = append(topics, t)
		}
	}
	for _, s := range signs {
		add(s.Topic)
	}
	if len(topics) > 0 && slices.ContainsFunc(signs, func(s SpokenSign) bool { return s.Topic == "" && s.Disposition == Emergency }) {
		add(l.search().emergencyTopic)
	}
	return topics
}

// inEmergency returns the topics for somebody who may be in danger: what to do
// then comes first, and nothing about a movement or a remedy is left.
func (l *Library) inEmergency(topics []Topic) []Topic {
	first, _ := l.Topic(l.search().emergencyTopic)
	safe := []Topic{first}
	for _, t := range topics {
		if t.ID != first.ID && l.comfortOnly(t) {
			safe = append(safe, t)
		}
	}
	return safe
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
