package guidance

import (
	"math"
	"slices"
	"strings"
)

// How much a word counts by where a topic has it. A keyword is what people say;
// a word in the text may stand there for any reason.
const (
	inKeyword  = 5.0
	inQuestion = 3.0
	inText     = 1.0
	inID       = 5.0
	// wholeKeyword is added for a keyword of several words that is said as a
	// whole, for each of its words.
	wholeKeyword = 2.0
	// commonWord is what a word counts in it that says nothing by itself, as in
	// "what can I do".
	commonWord = 1.0
)

// A searchIndex is what is known about the words of the topics.
type searchIndex struct {
	speller
	// weights are how much a word counts for each topic that has it.
	weights map[string]map[int]float64
	// rarity tells how much a word says: the fewer topics have it, the more.
	rarity map[string]float64
	// phrases are the keywords of several words, by topic.
	phrases [][]phrase
	topics  int
	signs   []signPattern
	// emergencyTopic is the id of the topic for an emergency.
	emergencyTopic string
}

func (l *Library) loadSearch() *searchIndex {
	w := words[searchWords](l, "search")
	s := &searchIndex{speller: newSpeller(w), weights: map[string]map[int]float64{}, rarity: map[string]float64{}, topics: len(l.Topics())}
	signs := structure[searchStructure]("search")
	s.signs, s.emergencyTopic = signPatterns(s.speller, signs, w), signs.EmergencyTopic
	for i, t := range l.Topics() {
		s.learn(i, t)
	}
	for term, weights := range s.weights {
		sum := 0.0
		for _, w := range weights {
			sum += w / inKeyword
		}
		s.rarity[term] = math.Log(1 + float64(s.topics)/sum)
	}
	return s
}

// A phrase is a keyword of several words: all of them, and those of them that
// say something by themselves.
type phrase struct{ all, telling []string }

// learn takes in the words of a topic.
func (s *searchIndex) learn(i int, t Topic) {
	s.add(i, inID, strings.ReplaceAll(t.ID, "-", " "))
	s.add(i, inQuestion, t.Title)
	s.add(i, inQuestion, t.Question)
	var phrases []phrase
	for _, k := range t.Keywords {
		tokens := tokensOf(k)
		// A word within a longer keyword says less than a keyword of its own.
		weight := inKeyword
		if len(tokens) > 1 {
			phrases = append(phrases, s.phrase(tokens))
			weight = inQuestion
		}
		s.add(i, weight, k)
	}
	for _, text := range []string{t.Title, t.Question} {
		phrases = append(phrases, s.phrase(tokensOf(text)))
	}
	s.phrases = append(s.phrases, phrases)
	for _, line := range append(append([]CitedLine{}, t.Do...), t.Paragraphs...) {
		s.add(i, inText, line.Text)
	}
}

func (s *searchIndex) phrase(tokens []string) phrase {
	p := phrase{telling: s.terms(tokens)}
	for _, t := range tokens {
		p.all = append(p.all, s.term(t))
	}
	return p
}

// add notes that a topic has the words of a text, with the highest weight that
// each was given.
func (s *searchIndex) add(i int, weight float64, text string) {
	for _, term := range s.terms(tokensOf(text)) {
		if s.weights[term] == nil {
			s.weights[term] = map[int]float64{}
		}
		s.weights[term][i] = max(s.weights[term][i], weight)
	}
}

// scores returns how well each topic fits.
func (s *searchIndex) scores(tokens []string) []float64 {
	scores, covered, total := make([]float64, s.topics), make([]float64, s.topics), 0.0
	var said, telling []string // all words, and those that say something
	for _, token := range tokens {
		term := s.term(token)
		if s.stop[token] {
			said = append(said, term)
			continue
		}
		known, certainty := s.nearestTerm(term)
		said, telling = append(said, known), append(telling, known)
		total += s.rarity[known]
		for i, weight := range s.weights[known] {
			scores[i] += certainty * weight * s.rarity[known]
			covered[i] += s.rarity[known]
		}
	}
	for i := range scores {
		best := 0.0
		for _, p := range s.phrases[i] {
			best = max(best, s.saidWhole(p, said, telling))
		}
		// What has something of every word goes before what has much of one.
		if total > 0 {
			scores[i] *= (1 + covered[i]/total) / 2
		}
		scores[i] += best
	}
	return scores
}

// saidWhole returns what it counts that a keyword was said as a whole. Small
// words may be missing, but say something where they are not.
func (s *searchIndex) saidWhole(p phrase, said, telling []string) float64 {
	sum := 0.0
	switch {
	case containsRun(said, p.all):
		sum += wholeKeyword * commonWord * float64(len(p.all)-len(p.telling))
	case len(p.telling) < 2 || !containsRun(telling, p.telling):
		return 0
	}
	for _, term := range p.telling {
		sum += wholeKeyword * s.rarity[term]
	}
	return sum
}

// How certain it is that a word was meant by one that is spelled in another
// way.
const (
	ifBegun     = 0.8
	ifMistyped  = 0.7
	ifMisspelt  = 0.5
	begunFrom   = 4 // letters from which on a beginning is taken for the word
	mistypeFrom = 4 // letters from which on one letter may be wrong
	misspeltIf  = 8 // letters from which on two may be wrong
)

// nearestTerm returns the known word that a word most likely stands for, and
// how certain that is. It returns "" where there is none.
func (s *searchIndex) nearestTerm(term string) (string, float64) {
	if _, ok := s.weights[term]; ok {
		return term, 1
	}
	best, certainty := "", 0.0
	for known := range s.weights {
		c := likeness(term, known)
		if c > certainty || c == certainty && c > 0 && s.before(known, best) {
			best, certainty = known, c
		}
	}
	return best, certainty
}

// before decides between two equally likely words, always in the same way: the
// commoner one is more likely meant.
func (s *searchIndex) before(a, b string) bool {
	if s.rarity[a] != s.rarity[b] {
		return s.rarity[a] < s.rarity[b]
	}
	return a < b
}

// likeness tells how likely a word stands for a known one.
func likeness(term, known string) float64 {
	if len(term) >= begunFrom && strings.HasPrefix(known, term) {
		return ifBegun
	}
	if len(term) < mistypeFrom || len(known) < mistypeFrom || max(len(term), len(known))-min(len(term), len(known)) > 2 {
		return 0
	}
	switch d := editDistance(term, known); {
	case d <= 1:
		return ifMistyped
	case d == 2 && len(term) >= misspeltIf:
		return ifMisspelt
	default:
		return 0
	}
}

// containsRun reports whether some words stand in a row within others.
func containsRun(words, run []string) bool {
	for i := 0; i+len(run) <= len(words); i++ {
		if slices.Equal(words[i:i+len(run)], run) {
			return true
		}
	}
	return false
}
