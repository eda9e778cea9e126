package guidance

import (
	"math"
	"slices"
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
}

// most is how many topics are listed at most.
const most = 5

// These shares of the score of the best topic decide whether another is listed,
// and whether the best is so far ahead that it needs no list.
const (
	worthListing = 0.4
	farBehind    = 0.75
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

// Lookup finds the topics that some words are about, however they are spelled,
// and the warning signs among them. With the id of a topic it is that one. Where
// a sign is an emergency, what to do then comes first, and no movement is left.
func (l *Library) Lookup(words string) Lookup {
	tokens := tokensOf(words)
	found := l.lookup(tokens)
	found.Signs = l.signsIn(tokens)
	if len(found.Signs) > 0 && found.Signs[0].Disposition == Emergency {
		found.Topics, found.Sure = l.inEmergency(found.Topics), true
	}
	return found
}

// lookup finds the topics, whatever the warning signs.
func (l *Library) lookup(tokens []string) Lookup {
	s, found := l.search(), Lookup{}
	if t, ok := l.Topic(strings.Join(tokens, "-")); ok {
		found.Topics, found.Sure = []Topic{t}, true
		return found
	}
	scores := s.scores(tokens)
	order := make([]int, 0, len(scores))
	for i, score := range scores {
		if score > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if scores[a] > scores[b] {
			return -1
		}
		if scores[a] < scores[b] {
			return 1
		}
		return 0
	})
	for n, i := range order {
		if n >= most || scores[i] < worthListing*scores[order[0]] {
			break
		}
		found.Topics = append(found.Topics, l.Topics()[i])
	}
	found.Sure = len(order) == 1 || len(order) > 1 && scores[order[1]] < farBehind*scores[order[0]]
	return found
}

// A speller brings the words of a language to a common form.
type speller struct {
	stop    map[string]bool
	endings []string
	same    map[string]string
}

type searchWords struct {
	// Stop are words that say nothing about a topic.
	Stop []string `json:"stop"`
	// Endings are cut off words, the longest first.
	Endings []string `json:"endings"`
	// Same are words that mean the same here, by one of them.
	Same map[string][]string `json:"same"`
	// Signs are the ways in which a warning sign is put, by its item. Each way
	// is a list of groups, and needs something of every group.
	Signs map[string][][][]string `json:"signs"`
}

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
