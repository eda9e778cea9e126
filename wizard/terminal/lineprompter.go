package terminal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode"

	"backcare/guidance/message"
	"backcare/wizard"
)

// A LineError is a line of input that answers nothing. It is returned only
// where input is not a terminal; at a terminal the person is asked again. A
// command treats it as wrong input, so that `yes |` comes to an end.
type LineError struct {
	// Question is the ID of the question that was asked.
	Question string
	// Line is what came, clean and shortened.
	Line string
	// Reason says what was wrong with it and what was expected.
	Reason string
}

// Error says which question was not answered, by what, and why.
func (e *LineError) Error() string {
	return e.In(message.English)
}

// In says the same in a language; the reason is in that of the questions.
func (e *LineError) In(l message.Language) string {
	return message.Textf(phraseNotAnswered, e.Question, e.Line, e.Reason).In(l)
}

// A linePrompter prints numbered lines and reads typed ones. It only ever
// appends, which is what screen readers, pipes and old terminals have in
// common.
type linePrompter struct {
	in  *linePump
	out *sheet
	// tty is true when a person types. Then a line that answers nothing is
	// asked again, and what was typed ahead is dropped by calling flush.
	tty   bool
	flush func()
	// heed waits until signals are heard.
	heed func()
	// deaf is how long what is typed may have been meant for a stage that was
	// there before. It is nil where there is no stage.
	deaf *time.Duration
}

func newLinePrompter(in *os.File, out *sheet, tty bool) *linePrompter {
	p := &linePrompter{in: newLinePump(in), out: out, tty: tty, flush: func() {}, heed: func() {}}
	if tty {
		p.flush = func() { flush(in) }
	}
	return p
}

// ChooseOne implements wizard.Prompter.
func (p *linePrompter) ChooseOne(q wizard.Question) (int, error) {
	chosen, err := p.choose(q, false)
	if err != nil {
		return 0, err
	}
	return chosen[0], nil
}

// ChooseSeveral implements wizard.Prompter.
func (p *linePrompter) ChooseSeveral(q wizard.Question) ([]int, error) {
	return p.choose(q, true)
}

func (p *linePrompter) choose(q wizard.Question, several bool) ([]int, error) {
	if err := check(q); err != nil {
		return nil, err
	}
	s := &lineSheet{tongue: p.out.tongue, q: q, several: several, labels: labels(q, several)}
	if err := p.print(s.question(p.out.width())); err != nil {
		return nil, err
	}
	for {
		line, err := p.read(q)
		if err != nil && !errors.Is(err, errTooLong) {
			return nil, err
		}
		chosen, reason := []int(nil), p.out.say(phraseLineTooLong)
		if err == nil {
			switch word := strings.ToLower(strings.TrimSpace(line)); {
			case word == "b" && q.Back, word == "back" && q.Back:
				return nil, wizard.ErrBack
			case (word == "?" || word == "question mark" || word == "why") && !s.told:
				// Once is enough for a pipe; a person may ask again.
				s.told = !p.tty
				if err := p.print(s.why(p.out.width())); err != nil {
					return nil, err
				}
				continue
			}
			chosen, reason = s.parse(line)
		}
		if reason == "" {
			return chosen, p.print(s.echo(chosen, p.out.width()))
		}
		reason += " " + s.instruction()
		if !p.tty {
			return nil, &LineError{Question: q.ID, Line: shorten(oneLine(line)), Reason: reason}
		}
		if err := p.print(wrap(reason, p.out.width(), "", "")); err != nil {
			return nil, err
		}
	}
}

// read shows the mark of a prompt and reads a line.
func (p *linePrompter) read(q wizard.Question) (string, error) {
	// In this order: what is typed once the mark is there counts.
	p.flush()
	line, err := p.mark()
	if err != nil {
		return "", message.Errorf("ask question %q: %w", q.ID, err)
	}
	if !p.tty || line.err != nil {
		// Nobody pressed Enter, so the cursor is still behind the mark.
		_, _ = io.WriteString(p.out.w, "\n")
	}
	switch {
	case line.err == nil:
		return line.text, nil
	case errors.Is(line.err, errTooLong):
		return "", errTooLong
	case errors.Is(line.err, io.EOF):
		return "", wizard.ErrLeave
	default:
		return "", fmt.Errorf("%w: read an answer: %w", wizard.ErrLeave, line.err)
	}
}

// mark shows the mark of a prompt and waits for the line behind it. At a
// terminal, what came before the mark was not meant for it, nor was what came
// right behind it after a stage; on a pipe everything counts.
func (p *linePrompter) mark() (typedLine, error) {
	show := func() error {
		_, err := io.WriteString(p.out.w, p.out.say(phraseAnswerMark)+" ")
		return err
	}
	p.heed()
	p.in.listening.Store(true)
	defer p.in.listening.Store(false)
	marked := p.in.now()
	if err := show(); err != nil {
		return typedLine{}, err
	}
	from := marked
	if p.deaf != nil {
		from = from.Add(*p.deaf)
		*p.deaf = 0
	}
	for {
		line := p.in.next()
		if !p.tty || line.err != nil || !line.at.Before(from) {
			return line, nil
		}
		if line.at.Before(marked) {
			continue
		}
		// The mark is on the line above now.
		if err := show(); err != nil {
			return typedLine{}, err
		}
	}
}

// print writes lines, in one piece.
func (p *linePrompter) print(lines []string) error {
	p.out.used = true
	if _, err := io.WriteString(p.out.w, strings.Join(lines, "\n")+"\n"); err != nil {
		return message.Errorf("write to the terminal: %w", err)
	}
	return nil
}

// A lineSheet is one question as plain lines.
type lineSheet struct {
	tongue
	q       wizard.Question
	several bool
	labels  []string
	told    bool // why it is asked was said, and will not be said again
}

// question is everything there is to read before the answer.
func (s *lineSheet) question(columns int) []string {
	lines := append([]string{""}, heading(s.q, columns, newInk(false))...)
	numbered := s.isScale()
	for i, c := range s.q.Choices {
		first := s.labels[i] + ". "
		if numbered {
			first = "" // heard, "4. 4" would be a riddle
		}
		lines = append(lines, wrap(oneLine(c.Text), columns, first, strings.Repeat(" ", len(first)))...)
	}
	switch {
	case s.several && len(s.q.Chosen) > 0:
		lines = append(lines, wrap(s.sayf(phraseChosenBefore, s.names(s.q.Chosen)), columns, "", "")...)
	case !s.several && s.q.Default > 0 && numbered: // the words begin with the number
		lines = append(lines, wrap(s.sayf(phraseSuggestedOne, s.names([]int{s.q.Default})), columns, "", "")...)
	case !s.several && s.q.Default > 0: // the first is marked only because one has to be
		lines = append(lines, wrap(s.sayf(phraseSuggested, s.labels[s.q.Default], s.names([]int{s.q.Default})), columns, "", "")...)
	}
	return append(lines, wrap(s.instruction(), columns, "", "")...)
}

// isScale reports whether each choice begins with its own number, as on a scale
// from 0 to 10.
func (s *lineSheet) isScale() bool {
	for i, c := range s.q.Choices {
		rest, found := strings.CutPrefix(oneLine(c.Text), s.labels[i])
		if !found || rest != "" && rest[0] != ' ' && rest[0] != ',' {
			return false
		}
	}
	return true
}

// instruction says what to type.
func (s *lineSheet) instruction() string {
	var parts []string
	switch {
	case s.several:
		parts = append(parts, s.say(phraseTypeSeveral))
		if slices.Contains(s.labels, "0") {
			parts[0] += s.say(phraseZeroForNone)
		}
	case len(s.labels) == 1:
		parts = append(parts, s.sayf(phraseTypeOne, s.labels[0]))
	default:
		parts = append(parts, s.sayf(phraseTypeNumber, s.labels[0], s.labels[len(s.labels)-1]))
	}
	if s.q.Back {
		parts = append(parts, s.say(phraseBackLine))
	}
	if s.q.Why != "" {
		parts = append(parts, s.say(phraseWhyLine))
	}
	return strings.Join(parts, ", ") + "."
}

// why answers a question mark.
func (s *lineSheet) why(columns int) []string {
	if s.q.Why == "" {
		return wrap(s.say(phraseNoWhy)+" "+s.instruction(), columns, "", "")
	}
	return append(wrap(s.q.Why, columns, "", ""), wrap(s.instruction(), columns, "", "")...)
}

// parse reads an answer, or says why a line is none. It takes the line as it
// came: without its control characters, junk could look like a number.
func (s *lineSheet) parse(line string) (chosen []int, reason string) {
	fields := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || s.several && r == ',' })
	switch {
	case len(fields) == 0:
		return nil, s.say(phraseNothingTyped)
	case len(fields) > 1 && !s.several:
		return nil, s.say(phraseOneNumber)
	}
	for _, field := range fields {
		i := slices.Index(s.labels, field)
		if i < 0 {
			return nil, s.sayf(phraseNoneOfNumbers, shorten(oneLine(field)))
		}
		if !slices.Contains(chosen, i) {
			chosen = append(chosen, i)
		}
	}
	slices.Sort(chosen)
	return chosen, clash(s.tongue, s.q, chosen)
}

// echo repeats the whole answer in words, since numbers are easily mistyped.
func (s *lineSheet) echo(chosen []int, columns int) []string {
	return wrap(s.sayf(phraseChosen, s.names(chosen)), columns, "", "")
}

// names lists choices by their words.
func (s *lineSheet) names(chosen []int) string {
	var all []string
	for _, i := range chosen {
		all = append(all, oneLine(s.q.Choices[i].Text))
	}
	return strings.Join(all, "; ")
}

// shorten keeps messages about strange input readable.
func shorten(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "..."
	}
	return text
}
