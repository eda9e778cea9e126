package handout

import (
	"slices"
	"strings"

	"backcare/guidance"
)

// hasMore reports whether there is anything in the plan beside what the sheet
// explains in full.
func (s *Sheet) hasMore() bool { return len(s.More)+len(s.Elsewhere)+len(s.Later) > 0 }

// afterMore says which movements there are for when these go well, what is not
// on the sheet, and where all that is explained, or nothing.
func (s *Sheet) afterMore(l *guidance.Library) string {
	var texts []string
	if len(s.Later) > 0 {
		texts = append(texts, l.Sayf(phraseLater, titlesOf(s.Later)))
	}
	if len(s.Elsewhere) > 0 {
		texts = append(texts, l.Sayf(phraseElsewhereMore, titlesOf(s.Elsewhere)))
	}
	if s.HowMore && s.hasMore() {
		texts = append(texts, l.Sayf(phraseHowMore, strings.Join(s.places(l), ", ")))
	}
	return strings.Join(texts, " ")
}

func titlesOf(steps []Step) string {
	var titles []string
	for _, s := range steps {
		titles = append(titles, s.Title)
	}
	return strings.Join(titles, ", ")
}

// places returns the commands that show how that is done which the sheet does not
// explain. What has no command of its own is shown at the end of a check.
func (s *Sheet) places(l *guidance.Library) []string {
	var commands []string
	others := false
	for _, step := range slices.Concat(s.More, s.Later, s.Elsewhere) {
		command := commandFor(l, step.ID)
		others = others || command == ""
		if command != "" && !slices.Contains(commands, command) {
			commands = append(commands, command)
		}
	}
	slices.Sort(commands)
	switch {
	case !others:
		return commands
	case len(commands) == 0:
		return []string{l.Say(phraseAtTheEnd)}
	}
	return append(commands, l.Say(phraseRestAtTheEnd))
}

// commandFor returns the command that shows how a relief is done, or nothing
// where there is none.
func commandFor(l *guidance.Library, id string) string {
	r, _ := l.Relief().Find(id)
	night, _ := l.Routine("sleep")
	switch {
	case r.Guide != "":
		return "backcare relief " + r.Guide
	case r.Kind == guidance.Exercise:
		return "backcare stretches"
	case slices.ContainsFunc(night.Reliefs, func(other guidance.Relief) bool { return other.ID == id }):
		return "backcare sleep"
	}
	return ""
}
