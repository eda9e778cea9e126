package terminal

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/AlecAivazis/survey/v2/terminal"

	"backcare/wizard"
	"backcare/wizard/textwidth"
)

// errResized is in place of an answer when the window has changed its size.
var errResized = errors.New("the window has changed its size")

// A pager prints what is to be read on a screen that scrolls, and waits for a
// key before anything scrolls out of sight that was not read. It matters on
// small screens: elsewhere a question comes before the screen is full.
type pager struct {
	term *Terminal
	ink  ink
	// on is whether there is a conversation: what a command only prints is
	// printed at once.
	on bool
	// rows is how many rows were printed since a key was pressed last.
	rows int
	// pages are those shown since the last answer, to be shown again when the
	// window changes its size.
	pages []wizard.Page
	// cleared is whether nothing else is on the screen.
	cleared bool
}

// show prints lines of a page with w. An empty line stands above it if apart.
func (g *pager) show(w io.Writer, page wizard.Page, lines []styledLine, apart bool) error {
	if !g.on {
		return writeLines(w, spaced(lines, apart))
	}
	g.pages = append(g.pages, page)
	if isEmergency(page) && g.term.typed != nil { // a key may still be held
		g.term.deaf = deafToEmergency
	}
	err := g.print(w, spaced(lines, apart))
	for errors.Is(err, errResized) {
		err = g.again()
	}
	return err
}

// deafness is how long keys are ignored behind a pause.
func (g *pager) deafness() time.Duration {
	if slices.ContainsFunc(g.pages, isEmergency) {
		return deafToEmergency
	}
	return deafFor
}

// isEmergency reports whether a page calls for help.
func isEmergency(page wizard.Page) bool {
	return slices.ContainsFunc(page, func(b wizard.Block) bool { return b.Emergency })
}

// gap leaves a line empty. There may be no pager.
func (g *pager) gap(w io.Writer) error {
	if g != nil {
		g.rows++
	}
	return writeLines(w, []styledLine{{}})
}

// spaced puts an empty line above lines, or not.
func spaced(lines []styledLine, apart bool) []styledLine {
	if apart {
		lines = append([]styledLine{{}}, lines...)
	}
	return lines
}

// print prints lines, and waits as often as the screen is full.
func (g *pager) print(w io.Writer, lines []styledLine) error {
	for g.on {
		columns, height := sizeOf(g.term.err)
		room := height - 1 - g.rows // the last row is where the cursor waits
		n := 0
		for used := 0; n < len(lines); n++ {
			if used += rows([]string{lines[n].text}, columns); used > room {
				break
			}
		}
		if n < len(lines) {
			n = footOf(lines, n)
		}
		if n == 0 && g.rows == 0 && len(lines) > 0 {
			n = min(len(lines), max(1, room))
		}
		if err := writeLines(w, lines[:n]); err != nil {
			return err
		}
		for _, line := range lines[:n] {
			g.rows += rows([]string{line.text}, columns)
		}
		for lines = lines[n:]; len(lines) > 0 && lines[0].text == ""; {
			lines = lines[1:]
		}
		if len(lines) == 0 {
			return nil
		}
		if err := g.pause(phraseMore); err != nil {
			return err
		}
	}
	return writeLines(w, lines)
}

// makeRoom waits for a key where so many rows more would push out of sight
// what was not read.
func (g *pager) makeRoom(rows int, phrase string) error {
	if _, height := sizeOf(g.term.err); !g.on || g.rows == 0 || g.rows+rows <= height {
		return nil
	}
	return g.pause(phrase)
}

// leave marks that the person leaves: what is still said is printed at once,
// and no key is waited for.
func (g *pager) leave() { g.on = false }

// read marks that all of it was read.
func (g *pager) read() { g.rows, g.pages, g.cleared = 0, nil, false }

// again clears the screen and prints anew what was shown since the last
// answer. What was above goes where it can be scrolled back to.
func (g *pager) again() error {
	out, clear := canvas{g.term}, topLeft+eraseBelow
	if _, height := sizeOf(g.term.err); !g.cleared {
		clear = toTheBottom + strings.Repeat("\n", height) + clear
	}
	if _, err := io.WriteString(out, clear); err != nil {
		return err
	}
	g.rows, g.cleared = 0, true
	for n, page := range g.pages {
		told := g.term.told
		if err := g.print(out, spaced(told.lines(page, told.width()), n > 0)); err != nil {
			return err
		}
	}
	return nil
}

// pause waits for Enter behind a phrase. The error is ErrLeave when the
// person leaves.
func (g *pager) pause(phrase string) error {
	out, words := canvas{g.term}, g.term.say(phrase)
	quiet := terminal.NewRuneReader(terminal.Stdio{In: g.term.keyboard(), Out: out, Err: out})
	if err := quiet.SetTermMode(); err != nil {
		return fmt.Errorf("%w: no keys to be had from the terminal: %w", wizard.ErrLeave, err)
	}
	defer func() { _ = quiet.RestoreTermMode() }()
	noFlowControl(g.term.in)
	if g.term.leaves() { // what else is pressed before the words are there counts for nothing
		return wizard.ErrLeave
	}
	if columns, _ := sizeOf(g.term.err); textwidth.Columns(words) >= columns {
		words = g.term.say(phrasePressEnter)
	}
	_, _ = io.WriteString(out, pasteOn+g.ink.dim(words))
	defer func() { _, _ = io.WriteString(out, "\r"+eraseBelow+pasteOff) }()
	for {
		one := &guard{src: g.term.keyboard(), ticked: make([]bool, 1), now: g.term.now}
		one.deaf, g.term.deaf = g.term.deaf, 0
		var err error
		for one.ending == unended && err == nil {
			err = one.hear()
		}
		switch {
		case one.ending == answered:
			// Enter pressed twice answers no question, and held down
			// turns no page.
			g.rows, g.term.deaf = 0, g.deafness()
			return nil
		case one.ending == resized:
			return errResized
		case one.ending == left:
			g.leave()
			return wizard.ErrLeave
		case one.ending == unended:
			g.leave()
			return errors.Join(wizard.ErrLeave, err)
		}
	}
}

// writeLines writes lines in one piece, so that half a page is never followed
// by something else.
func writeLines(w io.Writer, lines []styledLine) error {
	if len(lines) == 0 {
		return nil
	}
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(line.text + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
