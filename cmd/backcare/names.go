package main

import (
	"fmt"
	"slices"
	"strings"

	"backcare/guidance"
	"backcare/guidance/message"
)

// namesOf returns the names that a command of reliefs takes.
func namesOf(l *guidance.Library, command string) []string {
	var names []string
	switch command {
	case "stretches":
		for _, r := range l.MovementRoutines() {
			names = append(names, r.ID)
		}
		for _, r := range l.Relief().All() {
			if r.Kind == guidance.Exercise {
				names = append(names, r.ID)
			}
		}
	case "relief":
		for _, r := range l.Relief().Guides() {
			names = append(names, r.Guide)
		}
	}
	return names
}

// reliefCommands are the commands that take names of reliefs.
var reliefCommands = []string{"stretches", "relief"}

// A vocabulary is names that something takes.
type vocabulary struct {
	names []string
	// most is how many of them are suggested at most.
	most int
	// suggest puts one in words to stand after "did you mean".
	suggest func(name string) string
}

// asItIs suggests a name as it is.
func asItIs(name string) string { return fmt.Sprintf("%q", name) }

// near suggests the names that are spelled most like a word, the nearest first.
func (v vocabulary) near(word string) []string {
	names := slices.Clone(v.names) // what was named is taken out
	var near []string
	for len(near) < v.most {
		found, ok := guidance.Nearest(word, names)
		if !ok {
			break
		}
		near = append(near, v.suggest(found))
		names = slices.DeleteFunc(names, func(other string) bool { return other == found })
	}
	return near
}

// likelyMeant returns what a person may have meant by a name that is not known,
// the likeliest first, in words to stand after "did you mean": the same name
// elsewhere, the nearest ones of those that could have been here, or, where
// there are neither, the nearest ones elsewhere.
func likelyMeant(name string, here vocabulary, elsewhere ...vocabulary) []string {
	name = strings.ToLower(name)
	var same, near []string
	for _, v := range elsewhere {
		if slices.Contains(v.names, name) {
			same = append(same, v.suggest(name))
		} else {
			near = append(near, v.near(name)...)
		}
	}
	if all := append(same, here.near(name)...); len(all) > 0 {
		return all
	}
	return near
}

// orMeant is likelyMeant as the end of an error, or empty.
func orMeant(suggestions []string) message.Text {
	if len(suggestions) == 0 {
		return message.Phrase("")
	}
	return message.Textf("; did you mean %s?", anyOf(suggestions))
}

// reliefMeant is likelyMeant for the name of a relief in a command, which may be
// one that takes no names, or empty.
func reliefMeant(l *guidance.Library, command, name string) []string {
	if r, ok := l.Called(name); ok {
		name = r.ID
		if r.Guide != "" {
			name = r.Guide
		}
	}
	here := vocabulary{names: namesOf(l, command), most: 1, suggest: asItIs}
	var elsewhere []vocabulary
	for _, other := range reliefCommands {
		if other != command {
			elsewhere = append(elsewhere, vocabulary{namesOf(l, other), 1, func(name string) string { return fmt.Sprintf("'backcare %s %s'", other, name) }})
		}
	}
	if r, ok := l.Relief().Find(name); ok && r.Kind == guidance.Position {
		elsewhere = append(elsewhere, vocabulary{[]string{name}, 1, func(string) string { return "'backcare sleep'" }})
	}
	return likelyMeant(name, here, elsewhere...)
}

// unknownName says that a command does not know a name, and what may have been
// meant.
func unknownName(l *guidance.Library, command string, what message.Phrase, name string) error {
	return message.Errorf("there is no %s %q%s", what, name, orMeant(reliefMeant(l, command, name)))
}

// isRelief reports whether a name is one of a relief, to the letter or as people
// call it.
func isRelief(l *guidance.Library, name string) bool {
	r, ok := l.Called(name)
	return ok && (r.Kind == guidance.Position || r.Kind == guidance.Exercise || r.Guide != "") ||
		slices.ContainsFunc(reliefCommands, func(c string) bool { return slices.Contains(namesOf(l, c), name) })
}

// oneName puts words together that are the name of one relief, such as "child's
// pose", and leaves all others as they are.
func oneName(l *guidance.Library, words []string) []string {
	const longest = 5 // words
	var names []string
	for len(words) > 0 {
		n := min(longest, len(words))
		for ; n > 1; n-- {
			if _, ok := l.Called(strings.Join(words[:n], " ")); ok {
				break
			}
		}
		names, words = append(names, strings.Join(words[:n], " ")), words[n:]
	}
	return names
}

// didYouMean is the hint behind a word that none of a few is: the one that was
// likely meant, or all that there are.
func didYouMean(word string, words []string) message.Text {
	if near, ok := guidance.Nearest(word, words); ok {
		return message.Textf("Did you mean %q?", near)
	}
	return listHint(words)
}

// listHint is the hint that lists all that there are.
func listHint(words []string) message.Text {
	return message.Textf("There are: %s.", strings.Join(words, ", "))
}
