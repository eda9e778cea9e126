package terminal

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"backcare/guidance/message"
	"backcare/wizard"
)

// A display implements wizard.Display on two streams.
type display struct {
	told, presented *sheet
	// together is true when both streams are one screen.
	together bool
	// screen is how many columns and rows there are before text scrolls out
	// of sight. It is nil where a person reads at their own pace.
	screen func() (columns, rows int)
}

var _ wizard.Display = display{}

// Tell shows a page of the conversation on the error output.
func (d display) Tell(p wizard.Page) error {
	if err := d.told.show(p); err != nil {
		return message.Errorf("show a message: %w", err)
	}
	return nil
}

// Present shows a page on the output. When the reader of a pipe has gone, the
// error is syscall.EPIPE for errors.Is, provided that the program ignores
// SIGPIPE; otherwise Go ends it on the spot.
//
// A page that cannot be written and holds an alarm is told as well: it is
// somebody who is to be seen.
func (d display) Present(p wizard.Page) error {
	if d.together && d.told.used && !d.presented.used && len(p) > 0 {
		// The line between what was said and the result is not part of
		// the result.
		_ = d.told.pager.gap(d.told.w)
	}
	if err := d.presented.show(p); err != nil {
		if slices.ContainsFunc(p, func(b wizard.Block) bool { return b.Kind == wizard.Alarm }) && !errors.Is(err, wizard.ErrLeave) {
			if untold := d.Tell(p); untold != nil {
				err = errors.Join(err, untold)
			}
		}
		return message.Errorf("show the result: %w", err)
	}
	d.told.used = d.told.used || d.together && d.presented.used
	return nil
}

// Fits reports whether a page leaves room on the screen for a question of so
// many choices: an empty line above each of the two, two lines of text, the
// hint, the choices and the cursor. It is true where nothing is redrawn,
// because there people scroll themselves.
func (d display) Fits(p wizard.Page, choices int) bool {
	if d.screen == nil {
		return true
	}
	const (
		around = 6
		// On fewer rows than this, pages would be mere lines between
		// questions. The pager lets nothing scroll away unread.
		fewRows = 16
	)
	columns, height := d.screen()
	if height < fewRows {
		return true
	}
	s := &sheet{tongue: d.told.tongue, ink: newInk(false), plain: d.told.plain, unicode: d.told.unicode, rows: func() int { return height }}
	lines := strings.Split(strings.TrimSuffix(s.layout(p, textWidth(columns)), "\n"), "\n")
	return rows(lines, columns)+around+choices <= height
}

// A sheet is a stream that pages are laid out for.
type sheet struct {
	tongue
	w     io.Writer
	width func() int
	ink   ink
	plain bool
	// unicode is whether the locale can show more than ASCII.
	unicode bool
	// whole is how wide the screen is, for what is not running text. Where it
	// is nil that is as wide as text.
	whole func() int
	// rows is how many rows the screen has. It is nil where there is none.
	rows func() int
	// used is true when there is something above, to keep a line from.
	used bool
	// pager waits where the screen is full. It is nil where nothing scrolls
	// out of sight unasked.
	pager *pager
}

// show writes a page in one piece, so that half a page is never followed by
// something else.
func (s *sheet) show(p wizard.Page) error {
	lines := s.lines(p, s.width())
	if len(lines) == 0 {
		return nil
	}
	apart := s.used
	s.used = true
	if s.pager != nil {
		return s.pager.show(s.w, p, lines, apart)
	}
	return writeLines(s.w, spaced(lines, apart))
}

// layout turns a page into lines of text.
func (s *sheet) layout(p wizard.Page, columns int) string {
	var b strings.Builder
	for _, line := range s.lines(p, columns) {
		b.WriteString(line.text + "\n")
	}
	return b.String()
}

// lines turns a page into painted lines, with an empty line between blocks but
// none between a heading and what it heads.
func (s *sheet) lines(p wizard.Page, columns int) []styledLine {
	var all []styledLine
	for i, block := range p {
		lines := s.block(block, columns)
		if len(lines) == 0 && block.Kind == wizard.Course {
			continue // it is said in words, so nothing is missing
		}
		if i > 0 && p[i-1].Kind != wizard.Heading {
			all = append(all, styledLine{})
		}
		for n, line := range lines {
			all = append(all, styledLine{text: line, heads: needsNext(block, lines, n)})
		}
	}
	return all
}

// needsNext reports whether a line of a block should not be the last one on a
// screen: an item or a paragraph goes on, or what it introduces follows.
func needsNext(b wizard.Block, lines []string, n int) bool {
	switch {
	case n+1 == len(lines):
		return b.Introduces()
	case b.Kind == wizard.Bullets:
		return strings.HasPrefix(lines[n+1], "  ")
	case b.Kind == wizard.Steps:
		return strings.HasPrefix(lines[n+1], "   ")
	case b.Kind == wizard.Keys, b.Kind == wizard.Rows:
		return false
	}
	return true
}

// block lays one block out. Whatever the kind, neither text nor items are ever
// dropped.
func (s *sheet) block(b wizard.Block, columns int) []string {
	switch b.Kind {
	case wizard.Picture:
		return s.picture(b, columns)
	case wizard.Rows:
		return s.table(b.Table, s.tableWidth(columns))
	case wizard.Course:
		return s.course(b.Plot, columns)
	}
	var lines []string
	if b.Text != "" {
		lines = s.text(b, columns)
	}
	for _, k := range b.Keys {
		if name := s.key(k.Press); name != "" {
			lines = append(lines, wrap(oneLine(k.Text), columns, fmt.Sprintf("%-*s", keyColumn, name), strings.Repeat(" ", keyColumn))...)
		}
	}
	for i, item := range b.Items {
		first := "- "
		if b.Kind == wizard.Steps {
			// Padded to the last number, so that all text lines up.
			last := len(fmt.Sprint(b.From + len(b.Items)))
			first = fmt.Sprintf("%*d. ", last, b.From+i+1)
		}
		lines = append(lines, wrap(item, columns, first, strings.Repeat(" ", len(first)))...)
	}
	return lines
}

// keyColumn is how wide the names of keys are, with a gap.
const keyColumn = len("Ctrl-C") + 2

// text lays the text of a block out.
func (s *sheet) text(b wizard.Block, columns int) []string {
	switch b.Kind {
	case wizard.Title, wizard.Heading:
		return paint(s.ink.strong, wrap(b.Text, columns, "", ""))
	case wizard.Alarm:
		if s.plain {
			// Heard once, at the beginning.
			word := phraseUrgent
			if b.Emergency {
				word = phraseEmergency
			}
			return wrap(s.sayf(word, b.Text), columns, "", "")
		}
		// Seen on every line, whatever the colours.
		return paint(s.ink.alarm, wrap(b.Text, columns, "!! ", "!! "))
	case wizard.Note:
		if s.plain {
			return wrap(b.Text, columns, "", "")
		}
		return paint(s.ink.dim, wrap(b.Text, columns, "  ", "  "))
	default:
		return wrap(b.Text, columns, "", "")
	}
}

// paint paints line by line, because a pager loses a colour at a line's end.
func paint(with func(...any) string, lines []string) []string {
	for i, line := range lines {
		lines[i] = with(line)
	}
	return lines
}
