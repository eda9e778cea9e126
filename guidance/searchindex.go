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
	inText     = 0.6
	inID       = 5.0
	// wholeKeyword is added for a keyword of several words that is said as a
	// whole, for each of its words.
	wholeKeyword = 2.0
	// commonWord is what a word counts in it that says nothing by itself, as in
	// "what can I do".
	commonWord = 1.0
	// ifFaint is the share of what it would count that a word for the trouble
	// itself counts beside others.
	ifFaint = 0.4
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
	// called are the names by which people know a relief, by its id.
	called map[string][]string
}

func (l *Library) loadSearch() *searchIndex {
	w := words[searchWords](l, searchFile)
	s := &searchIndex{speller: newSpeller(w), weights: map[string]map[int]float64{}, rarity: map[string]float64{}, topics: len(l.Topics())}
	s.called = w.Called
	alone := map[string]bool{}
	for _, sign := range structure[searchStructure](searchFile).Signs {
		alone[sign.Topic] = true
	}
	for i, t := range l.Topics() {
		s.learn(i, t, alone[t.ID])
	}
	for term, weights := range s.weights {
		sum := 0.0
		for _, w := range weights {
			sum += w / inKeyword
		}
		s.rarity[term] = math.Log(1 + float64(s.topics)/max(sum, inText/inKeyword))
	}
	return s
}

// A phrase is a keyword of several words: all of them, and those of them that
// say something by themselves.
type phrase struct{ all, telling []string }

// learn takes in the words of a topic. One that is told alone is found by a
// whole keyword only: nobody is to come upon it who asked how to kill a pain.
func (s *searchIndex) learn(i int, t Topic, alone bool) {
	phrases := []phrase{s.phrase(tokensOf(t.Title)), s.phrase(tokensOf(t.Question))}
	// A word within a longer keyword says less than a keyword of its own.
	within, inText := inQuestion, inText
	if alone {
		within, inText = 0, 0 // known, so that they are no slip for another
	}
	for _, k := range t.Keywords {
		tokens, weight := tokensOf(k), inKeyword
		if len(tokens) > 1 {
			phrases = append(phrases, s.phrase(tokens))
			weight = within
		}
		s.add(i, weight, k)
	}
	s.phrases = append(s.phrases, phrases)
	s.add(i, inID, strings.ReplaceAll(t.ID, "-", " "))
	s.add(i, within, t.Title)
	s.add(i, within, t.Question)
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
	said := s.hear(tokens)
	counted := map[string]bool{}
	for _, w := range said.words {
		if counted[w.term] { // said twice it says no more
			continue
		}
		counted[w.term] = true
		total += said.rarity(w.term)
		for i, weight := range s.weights[w.term] {
			scores[i] += w.certainty * weight * said.rarity(w.term)
			covered[i] += said.rarity(w.term)
		}
	}
	for i := range scores {
		best := 0.0
		for _, p := range s.phrases[i] {
			best = max(best, said.whole(p))
		}
		// What has something of every word goes before what has much of one.
		if total > 0 {
			scores[i] *= (1 + covered[i]/total) / 2
		}
		scores[i] += best
	}
	return scores
}

// A heard question is the words of one, each taken for one that is known.
type heard struct {
	*searchIndex
	// all are all words, telling those that say something.
	all, telling []string
	words        []heardWord
	// pale is true where something else is said than the trouble itself, so
	// that the words for that count little.
	pale bool
}

type heardWord struct {
	term      string
	certainty float64
}

func (s *searchIndex) hear(tokens []string) heard {
	h := heard{searchIndex: s}
	for _, token := range tokens {
		term := s.term(token)
		if s.stop[token] {
			h.all = append(h.all, term)
			continue
		}
		known, certainty := s.nearestTerm(term)
		if known == "" && s.slipOfStop(token) {
			continue
		}
		h.all, h.telling = append(h.all, known), append(h.telling, known)
		h.words = append(h.words, heardWord{known, certainty})
		h.pale = h.pale || known != "" && !s.faint[known]
	}
	return h
}

// slipOfStop reports whether a word is a slip for one that says nothing.
func (s *searchIndex) slipOfStop(token string) bool {
	if len(token) < mistypeFrom {
		return false
	}
	for stop := range s.stop {
		if len(stop) >= mistypeFrom && editDistance(token, stop) <= 1 {
			return true
		}
	}
	return false
}

// rarity tells how much a word says in this question.
func (h heard) rarity(term string) float64 {
	if h.pale && h.faint[term] {
		return ifFaint * h.searchIndex.rarity[term]
	}
	return h.searchIndex.rarity[term]
}

// whole returns what it counts that a keyword was said as a whole. Small words
// may be missing, but say something where they are not.
func (h heard) whole(p phrase) float64 {
	sum := 0.0
	switch {
	case containsRun(h.all, p.all):
		sum += wholeKeyword * commonWord * float64(len(p.all)-len(p.telling))
	case len(p.telling) < 2 || !containsRun(h.telling, p.telling):
		return 0
	}
	for _, term := range p.telling {
		sum += wholeKeyword * h.rarity(term)
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
