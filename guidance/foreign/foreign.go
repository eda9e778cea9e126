// Package foreign is a language for tests: all that the program says in English,
// in letters that English does not have. What a person would still see in
// English letters was forgotten when it was put into languages.
package foreign

import (
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"backcare/guidance"
	"backcare/guidance/content"
)

// Language is its name.
const Language = "xx"

// Library returns the content in the language. Its phrases are those that the
// catalogue of another language has.
func Library(catalogue string) *guidance.Library {
	return guidance.OpenFrom(Language, func(file string) (string, error) {
		name := path.Base(file)
		if name == "search.json" { // by these words people search
			return content.Text(path.Join(guidance.English, name))
		}
		if name == "phrases.json" {
			return phrases(catalogue)
		}
		return words(name)
	})
}

// words returns a file of English words in the language.
func words(name string) (string, error) {
	text, err := content.Text(path.Join(guidance.English, name))
	if err != nil {
		return "", err
	}
	var all any
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return encoded(each(all, Word))
}

func phrases(catalogue string) (string, error) {
	text, err := content.Text(path.Join(catalogue, "phrases.json"))
	if err != nil {
		return "", err
	}
	var all map[string]string
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		return "", fmt.Errorf("phrases: %w", err)
	}
	for phrase := range all {
		all[phrase] = phrase
		if !slices.Contains(forms, phrase) {
			all[phrase] = Word(phrase)
		}
	}
	return encoded(all)
}

func encoded(v any) (string, error) {
	data, err := json.Marshal(v)
	return string(data), err
}

// each changes every text of a JSON value but the names of members.
func each(v any, change func(string) string) any {
	switch v := v.(type) {
	case string:
		return change(v)
	case []any:
		for i := range v {
			v[i] = each(v[i], change)
		}
	case map[string]any:
		for name := range v {
			v[name] = each(v[name], change)
		}
	}
	return v
}

// kept are the parts of a text that no translation changes: the verbs of a
// format, and places for other texts.
var kept = regexp.MustCompile(`%[-+# 0]*(?:\[\d+\])?[\d.]*[a-zA-Z%]|\{[a-z]+\}`)

// forms are the layouts of days, in which the names stand for those of a day.
var forms = []string{guidance.DateForm, guidance.DayForm, guidance.WeekdayForm, guidance.WeekdayDateForm, guidance.ShortWeekdayForm, guidance.ShortDayForm}

// Word returns a text in the language.
func Word(text string) string {
	var b strings.Builder
	at := 0
	for _, span := range kept.FindAllStringIndex(text, -1) {
		b.WriteString(inLetters(text[at:span[0]]) + text[span[0]:span[1]])
		at = span[1]
	}
	return b.String() + inLetters(text[at:])
}

// inLetters puts the letters of English into those of Cyrillic, one for one.
func inLetters(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'а' + r - 'a'
		case r >= 'A' && r <= 'Z':
			return 'А' + r - 'A'
		}
		return r
	}, text)
}

// english finds words in English letters, and ids.
var english = regexp.MustCompile(`[A-Za-z0-9][A-Za-z0-9_'’-]*[A-Za-z0-9]`)

// Forgotten returns the words of a text that are in English letters, each once,
// but for those that are known to be no English: names, addresses and ids.
func Forgotten(text string, known func(word string) bool) []string {
	var words []string
	seen := map[string]bool{}
	for _, word := range english.FindAllString(text, -1) {
		if !seen[word] && !known(word) && strings.ContainsFunc(word, unicode.IsLetter) {
			seen[word] = true
			words = append(words, word)
		}
	}
	return words
}
