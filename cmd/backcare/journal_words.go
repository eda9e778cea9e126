package main

import (
	"strings"

	"backcare/wizard"
)

// entryLine tells an entry in one line.
func (a *app) entryLine(e wizard.Entry) string {
	parts := []string{shortTime(e.Time)}
	if e.Area != "" {
		parts = append(parts, a.library.AreaTitle(e.Area))
	}
	if e.Pain != nil {
		parts = append(parts, a.library.Sayf(phrasePain, *e.Pain))
	}
	if e.Kind != wizard.NoteEntry {
		parts = append(parts, a.what(e))
	}
	line := strings.Join(parts, ", ")
	if note := noteStart(e.Note); note != "" {
		line += ": " + note
	}
	return line
}

// noteStart returns the beginning of a note, enough to know it again.
func noteStart(note string) string {
	const most = 200 // characters
	n := 0
	for at := range note {
		if n++; n > most {
			return oneLine(note[:at]) + "..."
		}
	}
	return oneLine(note)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// what says what an entry remembers: how a check ended, what was done, or that
// it is a note.
func (a *app) what(e wizard.Entry) string {
	var parts []string
	if e.Kind == wizard.CheckEntry {
		parts = append(parts, strings.TrimSpace(a.library.Say(phraseCheck)+" "+a.library.Say(e.Disposition)))
	}
	for group := range wizard.Groups(e.Done) {
		parts = append(parts, a.performed(group))
	}
	if len(parts) == 0 {
		return a.kind(e.Kind)
	}
	return strings.Join(parts, "; ")
}

// kind names a kind of entry.
func (a *app) kind(k wizard.EntryKind) string {
	switch k {
	case wizard.CheckEntry:
		return a.library.Say(phraseCheck)
	case wizard.RoutineEntry:
		return a.library.Say(phraseRoutine)
	case wizard.NoteEntry:
		return a.library.Say(phraseNote)
	}
	return string(k)
}

// performed tells what was done, one thing or several together, and what it
// did.
func (a *app) performed(group []wizard.Performed) string {
	titles := make([]string, len(group))
	for n, p := range group {
		titles[n] = a.library.ReliefTitle(p.Relief)
		if p.Worse {
			titles[n] = a.library.Sayf(phraseMadeWorse, titles[n])
		}
	}
	text := strings.Join(titles, " + ")
	if first := group[0]; first.Before != nil && first.After != nil {
		text += " " + a.library.Sayf(phraseFromTo, *first.Before, *first.After)
	}
	return text
}
