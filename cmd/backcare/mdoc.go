package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An mdoc is a text in the language of manual pages, as it grows.
type mdoc struct{ strings.Builder }

// macro adds a line of the language.
func (p *mdoc) macro(line string) { p.WriteString("." + line + "\n") }

// text adds a text, a sentence a line: the space behind a sentence is then that
// of the reader.
func (p *mdoc) text(text string) {
	for sentence := range strings.SplitSeq(strings.ReplaceAll(oneLine(text), ". ", ".\n"), "\n") {
		p.WriteString(escaped(sentence) + "\n")
	}
}

// paragraphs adds paragraphs, which an empty line parts.
func (p *mdoc) paragraphs(text string) {
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			p.macro("Pp")
		}
		p.text(paragraph)
	}
}

// literal adds lines as they are, without what indents all of them.
func (p *mdoc) literal(lines string) {
	p.macro("Bd -literal -offset indent")
	for line := range strings.SplitSeq(strings.TrimRight(lines, "\n"), "\n") {
		p.WriteString(escaped(strings.TrimPrefix(line, "  ")) + "\n")
	}
	p.macro("Ed")
}

// escaped returns a text in which nothing is taken for the language, and whose
// signs can be copied into a shell: left alone, a reader may be shown curly
// quotes and hyphens that no shell knows.
func escaped(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "'", `\(aq`, "~", `\(ti`, "^", `\(ha`, "`", `\(ga`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") {
		text = `\&` + text
	}
	return text
}

func upperFirst(text string) string { return mapFirst(text, unicode.ToUpper) }
func lowerFirst(text string) string { return mapFirst(text, unicode.ToLower) }

func mapFirst(text string, change func(rune) rune) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(change(first)) + text[size:]
}
