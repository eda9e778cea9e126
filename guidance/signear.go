package guidance

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// near is within how many words the parts of a sign are said that belong
// together.
const near = 12

// From how many letters a word may be mistyped, and what was typed for one:
// shorter ones are too many other words.
const (
	slipFrom    = 5
	slippedFrom = 4
)

// A signEar hears the warning signs in what people type in one language.
type signEar struct {
	speller
	// words are those of all signs. Whatever is said with them is said by their
	// places here.
	words   []signWord
	read    map[string]saying // by its text
	places  map[signWord]int
	byWord  map[string][]int
	byTerm  map[string][]int
	bySlip  map[byte][]int // long enough to be mistyped, by their first letter
	signs   map[string][]signWay
	idle    []saying // phrases that mean something else
	denials []saying
	turns   map[string]bool
}

// A signWord is a word of a sign, as it is written and in its common form.
type signWord struct {
	word, term string
	// exact is true for one that no other word stands for.
	exact bool
}

// A signWay is one way to put a sign: groups of sayings, of which one of every
// group must be said, and none of those that mean something else.
type signWay struct {
	groups [][]saying
	unless []saying
	// heeded is true for one that is heard even where it is denied.
	heeded bool
}

// A saying is words, by their places, that are said in any order, or one after
// the other.
type saying struct {
	words   []int
	inOrder bool
}

func (l *Library) loadEar() *signEar {
	w := words[searchWords](l, searchFile)
	e := &signEar{speller: newSpeller(w), places: map[signWord]int{}, byWord: map[string][]int{}, byTerm: map[string][]int{},
		bySlip: map[byte][]int{}, signs: map[string][]signWay{}, read: map[string]saying{}, turns: map[string]bool{}}
	for _, sign := range structure[searchStructure](searchFile).Signs {
		for _, groups := range w.Signs[sign.Item] {
			way := e.way(groups, w.Classes)
			way.heeded = sign.Topic != "" // nobody speaks of dying without a thought of it
			e.signs[sign.Item] = append(e.signs[sign.Item], way)
		}
	}
	for _, text := range w.Innocent {
		e.idle = append(e.idle, e.saying(text))
	}
	for _, text := range w.Denials {
		e.denials = append(e.denials, e.saying(text))
	}
	for _, word := range w.Turns {
		e.turns[unaccented(word)] = true
	}
	return e
}

// loadForeignEars returns those for the other languages that there are.
func (l *Library) loadForeignEars() []*signEar {
	var ears []*signEar
	for _, language := range Languages() {
		if language != l.language {
			ears = append(ears, Open(language).ear())
		}
	}
	return ears
}

// way reads a way as it is written in search.json.
func (e *signEar) way(groups [][]string, classes map[string][]string) signWay {
	var way signWay
	for _, group := range groups {
		var alternatives []saying
		for _, text := range opened(group, classes) {
			if words, unless := strings.CutPrefix(text, "!"); unless {
				way.unless = append(way.unless, e.saying(words))
			} else {
				alternatives = append(alternatives, e.saying(text))
			}
		}
		if len(alternatives) > 0 {
			way.groups = append(way.groups, alternatives)
		}
	}
	return way
}

// opened puts the sayings of classes in their place.
func opened(group []string, classes map[string][]string) []string {
	var all []string
	for _, text := range group {
		if class, ok := strings.CutPrefix(text, "@"); ok {
			all = append(all, opened(classes[class], classes)...)
		} else {
			all = append(all, text)
		}
	}
	return all
}

func (e *signEar) saying(text string) saying {
	if s, ok := e.read[text]; ok { // as a part of a class, in many ways
		return s
	}
	s := saying{inOrder: strings.Contains(text, "+")}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '+' || r == ' ' }) {
		word, exact := strings.CutPrefix(part, "=")
		for _, token := range tokensOf(word) {
			s.words = append(s.words, e.place(signWord{token, e.term(token), exact}))
		}
	}
	e.read[text] = s
	return s
}

func (e *signEar) place(w signWord) int {
	if at, ok := e.places[w]; ok {
		return at
	}
	at := len(e.words)
	e.words, e.places[w] = append(e.words, w), at
	e.byWord[w.word] = append(e.byWord[w.word], at)
	if !w.exact {
		e.byTerm[w.term] = append(e.byTerm[w.term], at)
		if len(w.word) >= slipFrom {
			e.bySlip[w.word[0]] = append(e.bySlip[w.word[0]], at)
		}
	}
	return at
}

// hear returns the ids of the signs that words may be about. A word that is known
// is no slip for another, and in words of another language, none that is known
// here stands for one that is spelled differently.
func (e *signEar) hear(words string, known func(token string) bool, foreign bool) map[string]bool {
	heard, said := map[string]bool{}, e.listen(words, known, foreign)
	for sign, ways := range e.signs {
		if slices.ContainsFunc(ways, said.has) {
			heard[sign] = true
		}
	}
	return heard
}

// What somebody said is its words, and where in it each word of a sign stands.
type utterance struct {
	*signEar
	known   func(token string) bool
	foreign bool
	words   []string
	// begins is true for a word that begins a clause.
	begins []bool
	at     [][]int
	// denied is where words begin that deny what comes next, counted from 1, or
	// 0, and denies is true where they begin.
	denied []int
	denies []bool
}

func (e *signEar) listen(text string, known func(token string) bool, foreign bool) *utterance {
	u := &utterance{signEar: e, known: known, foreign: foreign, at: make([][]int, len(e.words))}
	for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".,;:!?()\n", r) }) {
		first := true
		for _, token := range tokensOf(clause) {
			for _, word := range u.parted(token) {
				u.say(word)
				u.begins = append(u.begins, first)
				first = false
			}
		}
	}
	u.leaveOut()
	u.denied, u.denies = make([]int, len(u.words)+1), make([]bool, len(u.words)+1)
	for _, d := range e.denials {
		for i := range u.words {
			if end := u.run(d, i, len(u.words)); end > 0 {
				u.denied[end], u.denies[i] = i+1, true
			}
		}
	}
	return u
}

// say notes which words of a sign the next word stands for.
func (u *utterance) say(word string) {
	n := len(u.words)
	u.words = append(u.words, word)
	places := slices.Clone(u.byWord[word])
	for _, at := range u.byTerm[u.term(word)] {
		// More than one is meant as that: "legs" is not "leg".
		if u.foreign && u.known(word) {
			break
		}
		if strings.HasSuffix(word, "s") || !strings.HasSuffix(u.signEar.words[at].word, "s") {
			places = append(places, at)
		}
	}
	if len(places) == 0 && !u.foreign && len(word) >= slippedFrom && !u.stop[word] && !u.known(word) {
		for _, at := range u.bySlip[word[0]] {
			if editDistance(word, u.signEar.words[at].word) <= 1 {
				places = append(places, at)
			}
		}
	}
	sort.Slice(places, func(i, j int) bool { return places[i] < places[j] })
	for _, at := range slices.Compact(places) {
		u.at[at] = append(u.at[at], n)
	}
}

// parted returns two words of signs that were typed as one, or the word itself.
func (u *utterance) parted(word string) []string {
	const shortest, longest = 3, 40 // letters of a part, and of the whole
	if u.foreign || len(word) > longest || len(u.byWord[word]) > 0 || len(u.byTerm[u.term(word)]) > 0 || u.known(word) {
		return []string{word}
	}
	for i := shortest; i+shortest <= len(word); i++ {
		if utf8.RuneStart(word[i]) && len(u.byWord[word[:i]]) > 0 && len(u.byWord[word[i:]]) > 0 {
			return []string{word[:i], word[i:]}
		}
	}
	return []string{word}
}

// leaveOut takes away the words that mean something else together.
func (u *utterance) leaveOut() {
	left := map[int]bool{}
	for _, s := range u.idle {
		for i := range u.words {
			for end := u.run(s, i, len(u.words)); end > i; end-- {
				left[end-1] = true
			}
		}
	}
	if len(left) == 0 {
		return
	}
	for at, places := range u.at {
		u.at[at] = slices.DeleteFunc(places, func(n int) bool { return left[n] })
	}
}

// run returns where a run of words ends that begins at a place, or 0.
func (u *utterance) run(s saying, from, to int) int {
	if from+len(s.words) > to {
		return 0
	}
	for k, word := range s.words {
		if _, ok := slices.BinarySearch(u.at[word], from+k); !ok {
			return 0
		}
	}
	return from + len(s.words)
}

// says reports whether one of some sayings was said between two places.
func (u *utterance) says(alternatives []saying, from, to int) bool {
	return slices.ContainsFunc(alternatives, func(s saying) bool {
		if !s.inOrder {
			return !slices.ContainsFunc(s.words, func(w int) bool {
				i, _ := slices.BinarySearch(u.at[w], from)
				return i == len(u.at[w]) || u.at[w][i] >= to
			})
		}
		starts := u.at[s.words[0]]
		for i, _ := slices.BinarySearch(starts, from); i < len(starts) && starts[i] < to; i++ {
			if u.run(s, starts[i], to) > 0 {
				return true
			}
		}
		return false
	})
}

func (u *utterance) saysAll(groups [][]saying, from, to int) bool {
	return !slices.ContainsFunc(groups, func(group []saying) bool { return !u.says(group, from, to) })
}

// has reports whether a sign was put in one way somewhere, and not denied there.
func (u *utterance) has(way signWay) bool {
	n := len(u.words)
	if !u.saysAll(way.groups, 0, n) {
		return false
	}
	for from := range n {
		to := min(n, from+near)
		if !u.saysAll(way.groups, from, to) || u.saysAll(way.groups, from+1, to) {
			continue // not here, or it begins later
		}
		for u.saysAll(way.groups, from, to-1) {
			to--
		}
		if (way.heeded || !u.deniedAt(way, from, to)) && !u.says(way.unless, max(0, from-near), min(n, to+near)) {
			return true
		}
	}
	return false
}

// deniedAt reports whether what was said between two places was denied right
// before, and nothing else: what goes on after it in the same breath, as in "no
// fever medicine helps", says no such thing, and the "no" of "no control" is how
// the sign itself is put.
func (u *utterance) deniedAt(way signWay, from, to int) bool {
	if u.denied[from] == 0 || u.begins[from] {
		return false
	}
	denial := u.denied[from] - 1
	partOf := func(group []saying) bool {
		return slices.ContainsFunc(group, func(s saying) bool {
			return u.says([]saying{s}, denial, to) && slices.ContainsFunc(s.words, func(w int) bool {
				_, there := slices.BinarySearch(u.at[w], denial)
				return there
			})
		})
	}
	ends := to == len(u.words) || u.begins[to] || u.turns[u.words[to]] || u.denies[to]
	return ends && !slices.ContainsFunc(way.groups, partOf)
}
