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

// likelyMeant returns what a person may have meant by a name that a command does not
// know, the likeliest first, in words to put after "did you mean": the same
// name of another command, the nearest one of this command, or, where there is
// neither, the nearest one of another. The command may be one that takes no
// names, or empty.
func likelyMeant(l *guidance.Library, command, name string) []string {
	name = strings.ToLower(name)
	var same, near, nearElsewhere []string
	for _, other := range reliefCommands {
		names := namesOf(l, other)
		found, ok := guidance.Nearest(name, names)
		switch {
		case other == command && ok:
			near = append(near, fmt.Sprintf("%q", found))
		case other != command && slices.Contains(names, name):
			same = append(same, fmt.Sprintf("'backcare %s %s'", other, name))
		case other != command && ok:
			nearElsewhere = append(nearElsewhere, fmt.Sprintf("'backcare %s %s'", other, found))
		}
	}
	if r, ok := l.Relief().Find(name); ok && r.Kind == guidance.Position {
		same = append(same, "'backcare sleep'")
	}
	if all := append(same, near...); len(all) > 0 {
		return all
	}
	return nearElsewhere
}

// unknownName says that a command does not know a name, and what may have been
// meant.
func unknownName(l *guidance.Library, command string, what message.Phrase, name string) error {
	if suggestions := likelyMeant(l, command, name); len(suggestions) > 0 {
		return message.Errorf("there is no %s %q; did you mean %s?", what, name, anyOf(suggestions))
	}
	return message.Errorf("there is no %s %q", what, name)
}

// isRelief reports whether a name is one of a relief, to the letter.
func isRelief(l *guidance.Library, name string) bool {
	r, ok := l.Relief().Find(name)
	return ok && r.Kind == guidance.Position ||
		slices.ContainsFunc(reliefCommands, func(c string) bool { return slices.Contains(namesOf(l, c), name) })
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
