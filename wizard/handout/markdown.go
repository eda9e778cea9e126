package handout

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"backcare/guidance"
	"backcare/wizard"
)

// A markdown is a page in CommonMark, with nothing that only some dialects
// know.
type markdown struct {
	bytes.Buffer
	library *guidance.Library
}

// WriteMarkdown writes the hand-out of a check as CommonMark.
func WriteMarkdown(w io.Writer, c Check) error {
	s, m := NewSheet(c), &markdown{library: c.Library}
	m.heading(1, s.Verdict)
	if s.Title != "" {
		m.paragraph(strong(s.Title) + " " + plain(s.Dated))
	} else {
		m.paragraph(plain(s.Dated))
	}
	if s.Old != "" {
		m.paragraph(strong(s.Old))
	}
	if s.Alarm {
		m.paragraph(strong(s.Action))
	} else {
		m.paragraph(plain(s.Action))
	}
	for _, l := range s.Lists {
		m.heading(2, l.Heading)
		m.list(l.Items)
	}
	for _, part := range s.Parts {
		m.heading(2, part.Heading)
		for _, step := range part.Steps {
			m.step(step)
		}
	}
	m.more(s)
	for _, r := range s.Remarks {
		m.paragraph(plain(r))
	}
	m.foot(s)
	_, err := m.WriteTo(w)
	return err
}

func (m *markdown) step(s Step) {
	m.heading(3, s.Title)
	m.paragraph(boxes(s) + " " + strong(s.Dose))
	for i, how := range s.How {
		fmt.Fprintf(m, "%d. %s\n", i+1, plain(how))
	}
	m.WriteByte('\n')
	for _, aside := range m.asides(s) {
		m.paragraph(aside)
	}
	m.paragraph(strong(m.library.Say(phraseStop)+":") + " " + plain(strings.Join(s.Stop, " ")))
}

func (m *markdown) more(s Sheet) {
	if !s.hasMore() {
		return
	}
	m.heading(2, m.library.Say(phraseMore))
	for _, step := range s.More {
		fmt.Fprintf(m, "- %s\n", strings.Join(append([]string{boxes(step), strong(step.Title + "."), plain(step.Dose)}, m.asides(step)...), " "))
	}
	m.WriteByte('\n')
	if after := s.afterMore(m.library); after != "" {
		m.paragraph(plain(after))
	}
}

func (m *markdown) foot(s Sheet) {
	if len(s.Sources) > 0 {
		m.heading(2, m.library.Say(phraseSources))
		var works []string
		for _, work := range s.Sources {
			works = append(works, wizard.SourceWords(m.library, work))
		}
		m.list(works)
	}
	m.heading(2, m.library.Say(phraseIntended))
	m.paragraph(plain(s.Intended))
}

func (m *markdown) heading(level int, text string) {
	fmt.Fprintf(m, "%s %s\n\n", strings.Repeat("#", level), plain(text))
}

// paragraph writes Markdown, not text.
func (m *markdown) paragraph(line string) { m.WriteString(line + "\n\n") }

func (m *markdown) list(items []string) {
	for _, item := range items {
		fmt.Fprintf(m, "- %s\n", plain(item))
	}
	m.WriteByte('\n')
}

// boxes are what to tick: one for each time of the day.
func boxes(s Step) string { return strings.Repeat("☐", max(s.Times, 1)) }

// asides are what a step says of this person.
func (m *markdown) asides(s Step) []string {
	var all []string
	for _, t := range s.TakeCare {
		all = append(all, strong(m.library.Say(phraseTakeCare)+":")+" "+plain(t))
	}
	if len(s.LeaveOut) > 0 {
		all = append(all, strong(m.library.Say(phraseLeaveOut)+":")+" "+plain(strings.Join(s.LeaveOut, "; ")+"."))
	}
	return all
}

// strong returns Markdown that shows a text in bold.
func strong(text string) string { return "**" + plain(text) + "**" }

// plain returns Markdown that shows a text as it is: whatever means something
// to a reader of Markdown, anywhere or at the beginning of a line, is escaped.
func plain(text string) string {
	text = strings.Join(strings.Fields(clean(text)), " ")
	opening := opens(text)
	var b strings.Builder
	for i, r := range text {
		if i == opening || strings.ContainsRune("\\`#*_[]<>&~|$", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// opens returns the place of the mark that would make a line something else
// than a paragraph, such as the dot of "1." or a dash, and -1 where there is
// none.
func opens(line string) int {
	const mostDigits = 9 // a longer number numbers no list
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if rest := line[digits:]; digits <= mostDigits && rest != "" && strings.ContainsRune("-+=.)", rune(rest[0])) {
		return digits
	}
	return -1
}
