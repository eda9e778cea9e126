package guidance

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// tokensOf returns the words of a text in lower case. An apostrophe belongs to
// its word and is dropped, as people type it or not, and so are an accent and
// what cannot be seen, such as a space of no width.
func tokensOf(text string) []string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("'`\u00b4\u2018\u2019\u02bc", r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, unaccented(strings.ToLower(text)))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// unaccented leaves out the accents that people leave out. An ñ is a letter of
// its own.
func unaccented(text string) string { return accents.Replace(text) }

var accents = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "n\u0303", "ñ", "\u0301", "", "\u0308", "")

// A speller brings the words of a language to a common form.
type speller struct {
	stop    map[string]bool
	endings []string
	same    map[string]string
	// faint are the words of the trouble itself, in their common form.
	faint map[string]bool
}

type searchWords struct {
	// Stop are words that say nothing about a topic.
	Stop []string `json:"stop"`
	// Faint are words for the trouble itself, such as "hurts". They are in
	// nearly every question, and say what it is about only where nothing else
	// does.
	Faint []string `json:"faint"`
	// Endings are cut off words, the longest first.
	Endings []string `json:"endings"`
	// Same are words that mean the same here, by one of them.
	Same map[string][]string `json:"same"`
	// Signs are the ways in which a warning sign is put, by its item. Each way
	// is a list of groups, and needs something of every group. The words of a
	// text may be said in any order, those joined by "+" one after the other.
	// One that begins with "=" is meant as it is written. What begins with "!"
	// must not be said nearby. What begins with "@" is a class.
	Signs map[string][][][]string `json:"signs"`
	// Classes are the ways to say one thing, such as that a part feels nothing,
	// by the name of it. A class may have others in it.
	Classes map[string][]string `json:"classes"`
	// Innocent are phrases with a word of a sign in them that mean something
	// else, such as "crash diet".
	Innocent []string `json:"innocent"`
	// Denials are what is said right before a sign that is not there, and Turns
	// the words with which a sentence goes on to something else after it.
	Denials []string `json:"denials"`
	Turns   []string `json:"turns"`
	// Called are the names by which people know a relief, by its id.
	Called map[string][]string `json:"called"`
}

func newSpeller(w searchWords) speller {
	s := speller{stop: map[string]bool{}, same: map[string]string{}, faint: map[string]bool{}}
	for _, ending := range w.Endings {
		s.endings = append(s.endings, unaccented(ending))
	}
	for _, word := range w.Stop {
		s.stop[unaccented(word)] = true
	}
	// In order, so that where two words have one root it is the same one's each
	// time. A word as it is written goes before a root.
	roots := map[string]string{}
	for _, word := range slices.Sorted(maps.Keys(w.Same)) {
		same := s.stem(unaccented(word))
		for _, other := range append([]string{word}, w.Same[word]...) {
			other = unaccented(other)
			s.same[other] = same
			if root := s.stem(other); roots[root] == "" {
				roots[root] = same
			}
		}
	}
	for root, same := range roots {
		if s.same[root] == "" {
			s.same[root] = same
		}
	}
	for _, word := range w.Faint {
		s.faint[s.term(unaccented(word))] = true
	}
	return s
}

// terms returns the words that say something, in their common form.
func (s speller) terms(tokens []string) []string {
	var terms []string
	for _, t := range tokens {
		if !s.stop[t] {
			terms = append(terms, s.term(t))
		}
	}
	return terms
}

// term brings a word to its common form: "tumours" becomes what "tumor"
// becomes.
func (s speller) term(word string) string {
	if same, ok := s.same[word]; ok {
		return same
	}
	stem := s.stem(word)
	if same, ok := s.same[stem]; ok {
		return same
	}
	return stem
}

// stem cuts off an ending, and what a word gains by one: "running" and "run"
// become the same. The result need not be a word.
func (s speller) stem(word string) string {
	const shortest = 3 // letters that must be left
	for _, ending := range s.endings {
		if rest, ok := strings.CutSuffix(word, ending); ok && len(rest) >= shortest && !strings.HasSuffix(word, "ss") {
			word = rest
			break
		}
	}
	if n := len(word); n > shortest && word[n-1] == word[n-2] {
		word = word[:n-1]
	}
	if n := len(word); n > shortest && (word[n-1] == 'e' || word[n-1] == 'y') {
		word = word[:n-1]
	}
	return word
}
