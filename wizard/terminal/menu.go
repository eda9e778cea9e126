package terminal

import (
	"fmt"
	"io"
	"strings"
)

// A menu is the list of one question, for as long as keys move its highlight.
//
// It does what Select and MultiSelect of survey do. Those draw through
// text/template, which looks up methods by their names at run time; for that
// the linker has to keep every exported method of everything. With the tables
// of languages that survey holds for the case of letters, that was a fifth of
// the program, and compiling the templates took longer than the rest of a
// question. Of survey the modes of the terminal are left.
type menu struct {
	w     io.Writer
	guard *guard
	list  list
	ink   ink
	marks marks

	shown string // what was drawn last
	rows  int    // how many rows that took
}

// run draws the list and hears keys until one of them ends the question. The
// guard knows how it ended. The error is that of the terminal, and then it has
// not ended.
func (m *menu) run() error {
	for m.guard.ending == unended {
		if err := m.draw(); err != nil {
			return err
		}
		if err := m.guard.hear(); err != nil {
			return err
		}
	}
	return nil
}

// draw draws the list in one piece, over what was drawn before, unless it
// would look the same. The place below it is saved, for whoever repairs the
// screen, and the cursor is left on the highlighted line, where screen readers
// and magnifiers look.
func (m *menu) draw() error {
	lines, at := m.lines()
	shown := strings.Join(lines, eraseRight+"\n") + eraseRight + "\n" + eraseBelow +
		saveCursor + fmt.Sprintf("\x1b[%dA", len(lines)-at)
	if shown == m.shown {
		return nil
	}
	_, err := io.WriteString(m.w, m.top()+shown)
	m.shown, m.rows = shown, len(lines)
	return err
}

// erase removes the list from the screen.
func (m *menu) erase() error {
	_, err := io.WriteString(m.w, m.top()+eraseBelow)
	return err
}

// top moves the cursor from anywhere to where the list begins.
func (m *menu) top() string {
	if m.rows == 0 {
		return ""
	}
	return restoreCursor + fmt.Sprintf("\x1b[%dA", m.rows)
}

// lines returns what is to be drawn, and in which of these lines the
// highlighted choice begins.
func (m *menu) lines() (lines []string, at int) {
	lines = append(lines, paint(m.ink.strong, m.list.notice)...)
	lines = append(lines, paint(m.ink.focus, m.list.hint)...)
	first := m.list.first(m.guard.at)
	for i, option := range m.list.options[first:min(first+m.list.page, len(m.list.options))] {
		i += first
		text := option
		switch {
		case m.guard.several && m.guard.ticked[i]:
			text = m.marks.ticked + " " + option
		case m.guard.several:
			text = m.marks.unticked + " " + option
		}
		if i == m.guard.at {
			at = len(lines)
			text = m.ink.focus(m.marks.focus + " " + text)
		} else {
			text = "  " + text
		}
		lines = append(lines, strings.Split(text, "\n")...)
	}
	return lines, at
}
