package handout

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"

	"backcare/guidance"
	"backcare/wizard"
	"backcare/wizard/textwidth"
)

// paperWidth is the width of plain text, in columns: what a printer puts on a
// line, and every terminal shows.
const paperWidth = 80

// A paper is plain text that is filled line by line.
type paper struct {
	bytes.Buffer
	library *guidance.Library
	// columns is how wide a line is.
	columns int
}

func newPaper(c Check) *paper {
	return &paper{library: c.Library, columns: cmp.Or(c.Columns, paperWidth)}
}

// paragraph writes text, its first line after first and all others after rest.
func (p *paper) paragraph(first, rest, text string) {
	column, start := 0, true
	begin := func(prefix string) {
		p.WriteString(prefix)
		column, start = textwidth.Columns(prefix), true
	}
	begin(first)
	for _, word := range strings.Fields(clean(text)) {
		if start || column+1+textwidth.Columns(word) > p.columns {
			if !start {
				p.WriteByte('\n')
				begin(rest)
			}
			for room := p.columns - column; textwidth.Columns(word) > room && room > 0 && !strings.Contains(word, "://"); room = p.columns - column {
				fits := textwidth.Cut(word, room, "")
				if fits == "" {
					break
				}
				p.WriteString(fits + "\n")
				word = word[len(fits):]
				begin(rest)
			}
		}
		wide := textwidth.Columns(word)
		if !start {
			p.WriteByte(' ')
			column++
		}
		p.WriteString(word)
		column, start = column+wide, false
	}
	p.WriteByte('\n')
}

// heading writes a heading over a rule.
func (p *paper) heading(text, rule string) {
	p.paragraph("", "", text)
	p.WriteString(strings.Repeat(rule, min(p.columns, textwidth.Columns(text))) + "\n")
}

// list writes items, each after a mark.
func (p *paper) list(mark string, items []string) {
	for _, item := range items {
		p.paragraph(mark, strings.Repeat(" ", len(mark)), item)
	}
}

// steps writes numbered items.
func (p *paper) steps(items []string) {
	for i, item := range items {
		p.paragraph(fmt.Sprintf("    %d. ", i+1), "       ", item)
	}
}

// aside writes what belongs to a step.
func (p *paper) aside(label, text string) {
	p.paragraph("    ", "      ", label+": "+text)
}

func (p *paper) gap() { p.WriteByte('\n') }

// clean leaves out what is no text: control characters, which a terminal or a
// printer would obey, and marks that reorder what is read.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
}

// WriteText writes the hand-out of a check as plain text of 80 columns.
func WriteText(w io.Writer, c Check) error {
	s, p := NewSheet(c), newPaper(c)
	if s.Title != "" {
		p.heading(s.Title, "=")
	}
	p.paragraph("", "", s.Dated)
	p.gap()
	if s.Old != "" {
		p.paragraph("", "", s.Old)
		p.gap()
	}
	if s.Alarm {
		p.heading(strings.ToUpper(s.Verdict), "=")
	} else {
		p.heading(s.Verdict, "-")
	}
	p.paragraph("", "", s.Action)
	for _, l := range s.Lists {
		p.gap()
		p.heading(l.Heading, "-")
		p.list("- ", l.Items)
	}
	for _, part := range s.Parts {
		p.part(part)
	}
	p.more(s)
	for _, r := range s.Remarks {
		p.gap()
		p.paragraph("", "", r)
	}
	p.gap()
	p.foot(s)
	_, err := p.WriteTo(w)
	return err
}

func (p *paper) part(part Part) {
	p.gap()
	p.heading(part.Heading, "=")
	for _, s := range part.Steps {
		p.gap()
		p.step(s)
		p.steps(s.How)
		p.aside(p.library.Say(phraseStop), strings.Join(s.Stop, " "))
	}
}

func (p *paper) more(s Sheet) {
	if !s.hasMore() {
		return
	}
	p.gap()
	p.heading(p.library.Say(phraseMore), "=")
	p.gap()
	for _, step := range s.More {
		p.step(step)
	}
	if after := s.afterMore(p.library); after != "" {
		p.gap()
		p.paragraph("", "", after)
	}
}

// step writes what is said of every step.
func (p *paper) step(s Step) {
	p.paragraph("[ ] ", "    ", s.Title+". "+s.Dose)
	for _, t := range s.TakeCare {
		p.aside(p.library.Say(phraseTakeCare), t)
	}
	if len(s.LeaveOut) > 0 {
		p.aside(p.library.Say(phraseLeaveOut), strings.Join(s.LeaveOut, "; ")+".")
	}
}

func (p *paper) foot(s Sheet) {
	if len(s.Sources) > 0 {
		p.heading(p.library.Say(phraseSources), "-")
		for _, work := range s.Sources {
			p.paragraph("- ", "  ", wizard.SourceWords(p.library, work))
		}
		p.gap()
	}
	p.paragraph("", "", s.Intended)
}
