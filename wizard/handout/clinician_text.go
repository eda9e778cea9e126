package handout

import (
	"fmt"
	"io"
	"strings"

	"backcare/guidance"
	"backcare/wizard"
)

// WriteClinicianText writes the page for a clinician as plain text of 80
// columns. What a plot would show is said in words.
func WriteClinicianText(w io.Writer, c Check) error {
	s, p := NewClinicianPage(c), newPaper(c)
	p.heading(s.Title, "=")
	p.paragraph("", "", s.Dated)
	p.gap()
	p.paragraph("", "", c.Library.Say(phraseName)+": ______________________________  "+c.Library.Say(phraseBorn)+": ______________")
	p.gap()
	p.paragraph("", "", s.Advice)
	p.gap()
	p.heading(c.Library.Say(phraseComplaint), "-")
	for _, r := range s.Complaint {
		p.paragraph("- ", "  ", r.Term+": "+r.Said)
	}
	p.gap()
	p.heading(c.Library.Say(phraseSigns), "-")
	for _, l := range s.Signs {
		p.paragraph("- ", "  ", l.Heading+": "+strings.Join(l.Items, "; ")+".")
	}
	p.told(c.Library.Say(phraseCourse), s.Course)
	p.told(c.Library.Say(phraseTried), s.Tried)
	p.gap()
	p.heading(c.Library.Say(phraseRules), "-")
	p.list("- ", ruleLines(c.Library, s))
	if len(s.Notes) > 0 {
		p.gap()
		p.heading(s.NotesTitle, "-")
		p.list("- ", s.Notes)
	}
	if len(s.Sources) > 0 {
		p.gap()
		p.heading(c.Library.Say(phraseRefs), "-")
		for i, work := range s.Sources {
			p.paragraph(fmt.Sprintf("[%d] ", i+1), "    ", wizard.SourceWords(c.Library, work))
		}
	}
	p.gap()
	p.paragraph("", "", s.Limits+" "+s.Intended)
	_, err := p.WriteTo(w)
	return err
}

// told writes paragraphs under a heading, or nothing.
func (p *paper) told(heading string, paragraphs []string) {
	if len(paragraphs) == 0 {
		return
	}
	p.gap()
	p.heading(heading, "-")
	for _, text := range paragraphs {
		p.paragraph("", "", text)
	}
}

// ruleLines says each rule that fired in a line.
func ruleLines(l *guidance.Library, s ClinicianPage) []string {
	if s.NoRule != "" {
		return []string{s.NoRule}
	}
	var lines []string
	for _, r := range s.Rules {
		var answers, numbers []string
		for _, a := range r.Answers {
			answers = append(answers, a.Term+": "+a.Said)
		}
		for _, n := range r.Sources {
			numbers = append(numbers, fmt.Sprint(n))
		}
		line := fmt.Sprintf("%s, %s: %s", r.Level, r.ID, r.Reason)
		if len(answers) > 0 {
			line += " (" + strings.Join(answers, ". ") + ")"
		}
		if len(numbers) > 0 {
			line += " [" + strings.Join(numbers, ", ") + "]"
		}
		lines = append(lines, line)
	}
	if more := s.moreRules(l); more != "" {
		lines = append(lines, more)
	}
	return lines
}

// WriteClinicianMarkdown writes the page for a clinician as CommonMark.
func WriteClinicianMarkdown(w io.Writer, c Check) error {
	s, m := NewClinicianPage(c), &markdown{library: c.Library}
	m.heading(1, s.Title)
	m.paragraph(plain(s.Dated))
	m.paragraph(strong(s.Advice))
	m.heading(2, c.Library.Say(phraseComplaint))
	for _, r := range s.Complaint {
		fmt.Fprintf(m, "- %s %s\n", strong(r.Term+":"), plain(r.Said))
	}
	m.WriteByte('\n')
	m.heading(2, c.Library.Say(phraseSigns))
	for _, l := range s.Signs {
		fmt.Fprintf(m, "- %s %s\n", strong(l.Heading+":"), plain(strings.Join(l.Items, "; ")+"."))
	}
	m.WriteByte('\n')
	m.told(c.Library.Say(phraseCourse), s.Course)
	m.told(c.Library.Say(phraseTried), s.Tried)
	m.heading(2, c.Library.Say(phraseRules))
	m.list(ruleLines(c.Library, s))
	if len(s.Notes) > 0 {
		m.heading(2, s.NotesTitle)
		m.list(s.Notes)
	}
	if len(s.Sources) > 0 {
		m.heading(2, c.Library.Say(phraseRefs))
		for i, work := range s.Sources {
			fmt.Fprintf(m, "%d. %s\n", i+1, plain(wizard.SourceWords(c.Library, work)))
		}
		m.WriteByte('\n')
	}
	m.heading(2, c.Library.Say(phraseIntended))
	m.paragraph(plain(s.Limits + " " + s.Intended))
	_, err := m.WriteTo(w)
	return err
}

// told writes paragraphs under a heading, or nothing.
func (m *markdown) told(heading string, paragraphs []string) {
	if len(paragraphs) == 0 {
		return
	}
	m.heading(2, heading)
	for _, text := range paragraphs {
		m.paragraph(plain(text))
	}
}
