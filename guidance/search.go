package guidance

import (
	"sort"
	"strings"
)

// A Lookup is what the words of a person led to.
type Lookup struct {
	// Signs are the warning signs that the words may be about, the most urgent
	// first. They come before any topic.
	Signs []SpokenSign
	// Topics are the topics that the words fit, the best first.
	Topics []Topic
	// Sure is true when the first topic fits so much better than all others
	// that it can be shown at once.
	Sure bool
	// Together is true when all topics are to be read, not the first alone.
	Together bool
}

// Read returns the topics that are read at once: none where one is to be chosen.
func (f Lookup) Read() []Topic {
	switch {
	case f.Together:
		return f.Topics
	case f.Sure:
		return f.Topics[:1]
	default:
		return nil
	}
}

// mostTopics is how many topics are listed at most.
const mostTopics = 5

// These shares of the score of the best topic decide whether another is listed,
// and whether the best is so far ahead that it needs no list.
const (
	worthListing = 0.4
	farBehind    = 0.75
)

// Lookup finds the topics that some words are about, however they are spelled,
// and the warning signs among them. With the id of a topic it is that one. Where
// there is a sign, what to do then comes first, and no movement is left. Where a
// sign has a topic of its own, nothing but that is left.
func (l *Library) Lookup(words string) Lookup {
	tokens := tokensOf(words)
	if t, ok := l.Topic(strings.Join(tokens, "-")); ok {
		return Lookup{Topics: []Topic{t}, Sure: true}
	}
	found := l.lookup(tokens)
	if found.Signs = l.signsIn(words); len(found.Signs) > 0 {
		found.Sure = true
		found.Topics, found.Together = l.toldAtOnce(found.Signs, found.Topics)
	}
	return found
}

// lookup finds the topics, whatever the warning signs.
func (l *Library) lookup(tokens []string) Lookup {
	s, found := l.search(), Lookup{}
	scores := s.scores(tokens)
	order := make([]int, 0, len(scores))
	for i, score := range scores {
		if score > 0 {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return scores[order[i]] > scores[order[j]] })
	for n, i := range order {
		if n >= mostTopics || scores[i] < worthListing*scores[order[0]] {
			break
		}
		found.Topics = append(found.Topics, l.Topics()[i])
	}
	found.Sure = len(order) == 1 || len(order) > 1 && scores[order[1]] < farBehind*scores[order[0]]
	return found
}
