package terminal

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"backcare/wizard"
)

// check rejects a question that no prompter could ask. It finds mistakes of
// the caller, not of the person.
func check(q wizard.Question) error {
	if len(q.Choices) == 0 {
		return fmt.Errorf("question %q has no choices", q.ID)
	}
	if q.Default < 0 || q.Default >= len(q.Choices) {
		return fmt.Errorf("question %q: default %d is not a choice", q.ID, q.Default)
	}
	for _, i := range q.Chosen {
		if i < 0 || i >= len(q.Choices) {
			return fmt.Errorf("question %q: chosen %d is not a choice", q.ID, i)
		}
	}
	return nil
}

// isScale reports whether the choices are numbers, as on a pain scale. People
// then type the number they mean, not a position in a list.
func isScale(q wizard.Question) bool {
	for _, c := range q.Choices {
		n, err := strconv.Atoi(c.ID)
		if err != nil || n < 0 || strconv.Itoa(n) != c.ID {
			return false
		}
	}
	return true
}

// heading is what is printed above the choices: where we are, what is asked,
// and the signs.
func heading(q wizard.Question, columns int, in ink) []string {
	var lines []string
	if q.Place != "" {
		lines = append(lines, wrap(q.Place, columns, "", "")...)
	}
	lines = append(lines, paint(in.strong, wrap(q.Text, columns, "", ""))...)
	for _, sign := range q.Signs {
		lines = append(lines, wrap(sign, columns, "- ", "  ")...)
	}
	return lines
}

// clash says what is wrong with a set of choices, or nothing. An exclusive
// choice means that no other holds, so both together mean nothing.
func clash(t tongue, q wizard.Question, chosen []int) string {
	if len(chosen) < 2 {
		return ""
	}
	for _, i := range chosen {
		if q.Choices[i].Exclusive {
			return t.sayf(phraseClash, oneLine(q.Choices[i].Text))
		}
	}
	return ""
}

// oneLine returns clean text without line breaks, and with single spaces.
func oneLine(text string) string {
	text = clean(text)
	if isOneLine(text) {
		return text // as most of it is, ten times a second
	}
	return strings.Join(strings.Fields(text), " ")
}

// isOneLine reports whether nothing but single spaces is between the words of a
// text, and nothing around them.
func isOneLine(text string) bool {
	space := true // before the text, as it were
	for _, r := range text {
		if unicode.IsSpace(r) && (space || r != ' ') {
			return false
		}
		space = r == ' '
	}
	return !space || text == ""
}
