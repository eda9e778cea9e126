package terminal

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/AlecAivazis/survey/v2/terminal"

	"backcare/guidance/message"
	"backcare/wizard"
)

// A keyPrompter asks with a highlight that arrow keys move. Above each list it
// prints the question itself; the list disappears once there is an answer, so
// that the screen reads like a transcript.
type keyPrompter struct {
	term  *Terminal
	ink   ink
	marks marks
	buf   gestureBuffer
}

// ChooseOne implements wizard.Prompter.
func (p *keyPrompter) ChooseOne(q wizard.Question) (int, error) {
	chosen, err := p.choose(q, false)
	if err != nil {
		return 0, err
	}
	return chosen[0], nil
}

// ChooseSeveral implements wizard.Prompter.
func (p *keyPrompter) ChooseSeveral(q wizard.Question) ([]int, error) {
	return p.choose(q, true)
}

// choose asks until there is an answer or a reason that there is none.
func (p *keyPrompter) choose(q wizard.Question, several bool) ([]int, error) {
	if err := check(q); err != nil {
		return nil, err
	}

	// From here on keys are neither echoed nor kept for a line, so a key
	// pressed while the question is drawn does not spoil the drawing.
	quiet := terminal.NewRuneReader(terminal.Stdio{In: p.term.keyboard(), Out: canvas{p.term}, Err: canvas{p.term}})
	if err := quiet.SetTermMode(); err != nil {
		return nil, fmt.Errorf("%w: no keys to be had from the terminal: %w", wizard.ErrLeave, err)
	}
	defer func() { _ = quiet.RestoreTermMode() }()
	p.print(pasteOn)
	defer p.print(pasteOff)

	r := &round{q: q, several: several, at: q.Default, ticked: make([]bool, len(q.Choices))}
	for _, i := range q.Chosen {
		r.ticked[i] = true
	}
	defer p.term.pager.read()
	for err := p.head(r); ; {
		for errors.Is(err, errResized) {
			err = p.headAgain(r)
		}
		if err != nil {
			return nil, message.Errorf("ask question %q: %w", q.ID, err)
		}
		var g *guard
		if g, err = p.draw(r); err != nil {
			return nil, message.Errorf("ask question %q: %w", q.ID, err)
		}
		r.at, r.ticked, r.notice = g.at, g.ticked, ""
		switch g.ending {
		case resized:
			err = errResized
		case left:
			p.term.pager.leave()
			return nil, wizard.ErrLeave
		case wentBack:
			p.print(p.term.say(phraseBack) + "\n")
			return nil, wizard.ErrBack
		case strayed:
			r.notice = strayNotice(p.term.tongue, r)
		case askedWhy:
			err = p.explain(r)
		case answered:
			chosen := g.chosen()
			if r.notice = objection(p.term.tongue, q, chosen); r.notice == "" {
				p.transcribe(q, chosen)
				return chosen, nil
			}
		}
	}
}

// A round is a question on its way to an answer.
type round struct {
	q       wizard.Question
	several bool
	at      int    // the highlighted choice
	ticked  []bool // the ticked choices
	notice  string // why the last Enter did not count
	above   int    // rows that belong to the question above the list
	told    bool   // why it is asked is on the screen
}

// head prints the question above the place of the list. It waits where that
// would push something out of sight before it was read.
func (p *keyPrompter) head(r *round) error {
	columns, height := sizeOf(p.term.err)
	lines := []styledLine{{}}
	for _, text := range heading(r.q, textWidth(columns), p.ink) {
		lines = append(lines, styledLine{text: text})
	}
	if r.told {
		for _, text := range wrap(r.q.Why, textWidth(columns), "", "") {
			lines = append(lines, styledLine{text: text})
		}
	}
	r.above = 0
	for _, line := range lines {
		r.above += rows([]string{line.text}, columns)
	}
	list := layOut(p.term.tongue, r, &guard{back: r.q.Back, why: r.q.Why != "" && !r.told}, columns, height)
	if err := p.term.pager.makeRoom(r.above+list.shown, phraseQuestionNext); err != nil {
		return err
	}
	p.term.told.used = true
	if err := p.term.pager.print(canvas{p.term}, lines); err != nil {
		return err
	}
	return p.term.pager.makeRoom(list.shown, phraseChoicesNext)
}

// headAgain prints the question anew after the window has changed its size,
// with what was to be read before it.
func (p *keyPrompter) headAgain(r *round) error {
	if err := p.term.pager.again(); err != nil {
		return err
	}
	return p.head(r)
}

// draw shows the list and hears keys until one of them ends the question, and
// erases the list again.
func (p *keyPrompter) draw(r *round) (*guard, error) {
	columns, height := sizeOf(p.term.err)
	q := r.q
	g := &guard{
		src:     p.term.keyboard(),
		several: r.several, back: q.Back, why: q.Why != "" && !r.told,
		at: r.at, ticked: slices.Clone(r.ticked),
		now: p.term.now, buf: &p.buf,
	}
	g.deaf, p.term.deaf = p.term.deaf, 0
	if !r.several && isScale(q) {
		for _, c := range q.Choices {
			g.labels = append(g.labels, c.ID)
		}
	}
	m := &menu{w: canvas{p.term}, guard: g, list: layOut(p.term.tongue, r, g, columns, height), ink: p.ink, marks: p.marks}

	if err := p.term.drawing(); err != nil {
		return nil, err
	}
	defer p.term.erased()
	noFlowControl(p.term.in)
	if p.term.leaves() {
		g.ending = left
	}
	err := m.run()
	if g.ending != resized {
		// A terminal that is gone says so at the next key.
		_ = m.erase()
	}
	if err != nil {
		p.term.pager.leave()
		return nil, fmt.Errorf("%w: %v", wizard.ErrLeave, err)
	}
	return g, nil
}

// objection says why choices are no answer, or nothing.
func objection(t tongue, q wizard.Question, chosen []int) string {
	if len(chosen) == 0 {
		return t.say(phraseNothingTicked)
	}
	return clash(t, q, chosen)
}

// strayNotice says what an Enter after unknown keys should have been.
func strayNotice(t tongue, r *round) string {
	switch {
	case r.several:
		return t.say(phraseStraySeveral)
	case isScale(r.q):
		return t.sayf(phraseStrayScale, r.q.Choices[0].ID, r.q.Choices[len(r.q.Choices)-1].ID)
	default:
		return t.say(phraseStray)
	}
}

// explain says why the question is asked. Where that leaves too little room
// for the question, it waits for Enter and then shows the question again, so
// that nobody answers with half of the signs out of sight.
func (p *keyPrompter) explain(r *round) error {
	columns, height := sizeOf(p.term.err)
	var lines []styledLine
	for _, text := range wrap(r.q.Why, textWidth(columns), "", "") {
		lines = append(lines, styledLine{text: text})
	}
	p.term.pager.rows = 0 // the question was read
	if err := p.term.pager.print(canvas{p.term}, lines); err != nil {
		return err
	}
	above := r.above + rows(wrap(r.q.Why, textWidth(columns), "", ""), columns)
	if above+layOut(p.term.tongue, r, &guard{back: r.q.Back}, columns, height).rows <= height {
		r.above, r.told = above, true
		return nil
	}
	if err := p.term.pager.pause(phraseQuestionAgain); err != nil {
		return err
	}
	return p.head(r)
}

// transcribe leaves the answer on the screen in place of the list.
func (p *keyPrompter) transcribe(q wizard.Question, chosen []int) {
	columns, _ := sizeOf(p.term.err)
	for _, i := range chosen {
		lines := wrap(oneLine(q.Choices[i].Text), textWidth(columns), p.marks.focus+" ", "  ")
		p.print(strings.Join(paint(p.ink.focus, lines), "\n") + "\n")
	}
}

// print writes to the terminal. A terminal that is gone says so at the next
// key, which is where it matters.
func (p *keyPrompter) print(text string) {
	_, _ = io.WriteString(canvas{p.term}, text)
}
