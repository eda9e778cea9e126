package guidance

import "strings"

// A SpokenSign is a warning sign that some words may be about.
type SpokenSign struct {
	// Item is the item of the questionnaire that asks for it.
	Item Item
	// Disposition is how urgent it is when it is there.
	Disposition Disposition
}

// A signPattern is the ways in which a warning sign is put.
type signPattern struct {
	item        string
	disposition Disposition
	// ways each are groups of alternatives, of which one of every group must
	// be said. An alternative is words in any order.
	ways [][][][]spelled
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
	} `json:"signs"`
}

func signPatterns(s speller, signs searchStructure, w searchWords) []signPattern {
	var patterns []signPattern
	for _, sign := range signs.Signs {
		p := signPattern{item: sign.Item, disposition: sign.Disposition}
		for _, way := range w.Signs[sign.Item] {
			var groups [][][]spelled
			for _, group := range way {
				var alternatives [][]spelled
				for _, alternative := range group {
					alternatives = append(alternatives, s.spell(tokensOf(alternative)))
				}
				groups = append(groups, alternatives)
			}
			p.ways = append(p.ways, groups)
		}
		patterns = append(patterns, p)
	}
	return patterns
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
			signs = append(signs, SpokenSign{Item: item, Disposition: p.disposition})
		}
	}
	return signs
}

func (p signPattern) in(said []spelled) bool {
	for _, way := range p.ways {
		met := 0
		for _, group := range way {
			if anySaid(group, said) {
				met++
			}
		}
		if met == len(way) {
			return true
		}
	}
	return false
}

// anySaid reports whether all words of one of the alternatives were said.
func anySaid(alternatives [][]spelled, said []spelled) bool {
	for _, words := range alternatives {
		missing := 0
		for _, w := range words {
			if !w.in(said) {
				missing++
			}
		}
		if missing == 0 {
			return true
		}
	}
	return false
}

// in reports whether a word was said. A slip of a letter is allowed in a long
// one. More than one is meant as that: "legs" is not "leg".
func (w spelled) in(said []spelled) bool {
	const slipFrom = 5 // letters: shorter ones are too many other words
	for _, s := range said {
		if s.term == w.term && (strings.HasSuffix(s.word, "s") || !strings.HasSuffix(w.word, "s")) {
			return true
		}
		if !s.known && len(w.word) >= slipFrom && len(s.word) >= slipFrom && editDistance(s.word, w.word) <= 1 {
			return true
		}
	}
	return false
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
