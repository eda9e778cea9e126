package guidance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"backcare/guidance/message"
)

// AnswersError says everything that is wrong with a set of answers, so that
// all of it can be mended at once.
type AnswersError struct {
	// Emergencies are the findings of the emergency signs that the readable
	// part of the answers holds. They are said first: a slip of the pen must
	// not hide them.
	Emergencies []Finding
	// Problems are what is wrong, a sentence each.
	Problems []error
}

// Error returns all problems, one a line, after the emergencies.
func (e *AnswersError) Error() string { return e.In(message.English) }

// In says the same in a language; the findings are in that of the answers.
func (e *AnswersError) In(l message.Language) string {
	var lines []string
	for _, f := range e.Emergencies {
		lines = append(lines, message.Textf("these answers hold an emergency sign: %s", f.Reason).In(l))
	}
	if len(e.Problems) == 1 {
		lines = append(lines, message.Textf("the answers have a problem: %w", e.Problems[0]).In(l))
	} else {
		lines = append(lines, message.Textf("the answers have %d problems:", len(e.Problems)).In(l))
		for _, p := range e.Problems {
			lines = append(lines, "  "+message.In(l, p))
		}
	}
	return strings.Join(lines, "\n")
}

// ParseAnswers reads one JSON object that maps the id of an item to the id of
// an option, or to a list of ids where several may hold. Nothing is guessed:
// an unknown id, a wrong type, a repeated item, a missing answer, a screen
// that its own signs contradict, or anything after the object is an
// *AnswersError that names every problem at once.
//
// Answers to known items that are not asked are kept but do not count;
// Overlooked tells when that matters.
func (t *Triage) ParseAnswers(data []byte) (Response, error) {
	p := t.newAnswersParser()
	p.object(data)
	return p.finish()
}

func (t *Triage) newAnswersParser() *answersParser {
	return &answersParser{t: t, response: t.q.NewResponse(), read: make([]uint16, len(t.q.items)), given: map[string]bool{}}
}

// finish returns the response when all of it is right, and otherwise with the
// error that names every problem.
func (p *answersParser) finish() (Response, error) {
	if !p.broken {
		p.missing()
	}
	if len(p.problems) == 0 {
		return p.response, nil
	}
	p.suspect()
	return p.response, &AnswersError{Emergencies: p.t.emergencies(p.read), Problems: p.problems}
}

// emergencies returns the emergency findings over answers, asked or not.
func (t *Triage) emergencies(answers []uint16) []Finding {
	findings := t.findings(answers)
	end := slices.IndexFunc(findings, func(f Finding) bool { return f.Disposition < Emergency })
	if end < 0 {
		return findings
	}
	return findings[:end]
}

// Overlooked returns the emergency and urgent findings of answers that do not
// count, because another answer, such as "none of these", means that they
// were not asked for. Whoever gave them should be told.
func (t *Triage) Overlooked(r Response) []Finding {
	counted := map[string]bool{}
	for _, f := range t.findings(r.effective()) {
		counted[f.ID] = true
	}
	var overlooked []Finding
	for _, f := range t.findings(r.answers) {
		if f.Disposition >= Urgent && !counted[f.ID] {
			overlooked = append(overlooked, f)
		}
	}
	return overlooked
}

type answersParser struct {
	t        *Triage
	response Response
	// read are all known options that were read, whatever else is wrong with
	// the answers they stand in.
	read     []uint16
	given    map[string]bool
	problems []error
	// broken is set when reading stopped early, so that what seems missing
	// may only be unread.
	broken bool
}

// mostProblems is how many problems are named. Far more than a person makes,
// it keeps a file of junk from giving a message of megabytes.
const mostProblems = 200

func (p *answersParser) problem(format string, args ...any) { p.add(message.Errorf(format, args...)) }

func (p *answersParser) add(problem error) {
	switch {
	case len(p.problems) < mostProblems:
		p.problems = append(p.problems, problem)
	case len(p.problems) == mostProblems:
		p.problems = append(p.problems, message.New("and more"))
	}
}

func (p *answersParser) object(data []byte) {
	if !utf8.Valid(data) {
		p.problem("the text is not valid UTF-8")
	}
	// A byte order mark says nothing; some editors write one.
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	first, err := d.Token()
	if errors.Is(err, io.EOF) {
		p.stop("there are no answers: the input is empty")
		return
	}
	if err != nil {
		p.stop("not JSON: %v", err)
		return
	}
	if first != json.Delim('{') {
		p.stop("the answers must be one JSON object, such as {\"area\": \"lower\"}")
		return
	}
	for d.More() {
		if !p.member(d) {
			return
		}
	}
	if _, err := d.Token(); err != nil {
		p.stop("not JSON at byte %d: the object does not end", d.InputOffset())
		return
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		p.problem("there is something after the answers, at byte %d", d.InputOffset())
	}
}

func (p *answersParser) stop(format string, args ...any) {
	p.problem(format, args...)
	p.broken = true
}

// member reads one item and its answer, and reports whether to go on.
func (p *answersParser) member(d *json.Decoder) bool {
	key, err := d.Token()
	if err != nil {
		p.stop("not JSON at byte %d: %v", d.InputOffset(), err)
		return false
	}
	var value json.RawMessage
	if err := d.Decode(&value); err != nil {
		p.stop("not JSON at byte %d: %v", d.InputOffset(), err)
		return false
	}
	p.answer(key.(string), value)
	return true
}

func (p *answersParser) answer(id string, value json.RawMessage) {
	if item, ok := p.item(id); ok {
		options, ok := p.options(item, value)
		p.take(item, options, ok)
	}
}

// item returns the item with an id, without its words, or says that there is
// none.
func (p *answersParser) item(id string) (Item, bool) {
	n, ok := p.t.q.index[id]
	if !ok {
		p.problem("there is no item %s%s", quote(id), p.meant(id, itemIDs(p.t.q)))
		return Item{}, false
	}
	return p.t.q.items[n], true
}

// take puts an answer into the response, unless something was wrong with it.
func (p *answersParser) take(item Item, options []string, ok bool) {
	if p.given[item.ID] {
		p.problem("item %q is answered twice", item.ID)
		return
	}
	p.given[item.ID] = true
	if !ok {
		return
	}
	response, err := p.response.With(item.ID, options...)
	if err != nil {
		p.add(err)
		return
	}
	p.response = response
}

// options reads the option ids of an answer, and names each unknown one and
// whatever else is wrong with it.
func (p *answersParser) options(item Item, value json.RawMessage) ([]string, bool) {
	ids, ok := optionList(value)
	if !ok || value[0] == '[' && !item.Multiple() {
		p.problem("item %q takes %s, not %s", item.ID, form(item), excerpt(value))
		ok = false
	}
	return ids, p.know(item, ids) && ok
}

// know reports whether an item has all options of an answer, and names each
// that it has not. Those that it has are remembered as read.
func (p *answersParser) know(item Item, ids []string) bool {
	ok := true
	for _, id := range ids {
		mask, err := item.mask([]string{id})
		if err != nil {
			p.problem("item %q has no option %s%s", item.ID, quote(id), p.meant(id, optionIDs(item)))
			ok = false
		}
		p.read[p.t.q.index[item.ID]] |= mask
	}
	return ok
}

// suspect takes what is malformed about an emergency sign for "not sure", and
// a screen with at least one sign but none of them named for all of them,
// before the emergencies are told: neither is ever a "no".
func (p *answersParser) suspect() {
	const unsure, open = 1 << 1, 1<<0 | 1<<1
	items := p.t.q.items
	named := map[string]bool{}
	for n := range items {
		if items[n].Screen != "" && p.given[items[n].ID] {
			named[items[n].Screen] = true
			if p.read[n] == 0 {
				p.read[n] = unsure
			}
		}
	}
	for n := range items {
		if items[n].Kind != Screen || p.read[n]&open == 0 || named[items[n].ID] {
			continue
		}
		for m := range items {
			if items[m].Screen == items[n].ID {
				p.read[m] |= unsure
			}
		}
	}
}

// optionList reads a string or a list of strings. Of a list that holds
// anything else it returns the strings, and false.
func optionList(value json.RawMessage) ([]string, bool) {
	var list []json.RawMessage
	if value[0] != '[' {
		list = append(list, value)
	} else if json.Unmarshal(value, &list) != nil {
		return nil, false
	}
	ids, ok := make([]string, 0, len(list)), true
	for _, v := range list {
		var id string
		if v[0] != '"' || json.Unmarshal(v, &id) != nil {
			ok = false
			continue
		}
		ids = append(ids, id)
	}
	return ids, ok
}

// missing names the items that are asked and have no usable answer, and the
// screens that their own signs contradict.
func (p *answersParser) missing() {
	contradicted := map[string]bool{}
	for _, id := range p.response.Contradicted() {
		contradicted[id] = true
		p.problem("item %q says at least one of its signs is there, but each of them says no", id)
	}
	for _, id := range p.t.Unanswered(p.response) {
		if contradicted[id] || p.given[id] {
			continue
		}
		item, _ := p.t.q.Item(id)
		p.problem("item %q is missing: %s (%s)", id, item.Text, strings.Join(optionIDs(item), ", "))
	}
}

// meant names the id that was probably meant, or the ids there are where
// they are few.
func (p *answersParser) meant(id string, ids []string) message.Text {
	const few = 12
	if len(p.problems) >= mostProblems {
		return message.Phrase("")
	}
	_, noNumber := strconv.Atoi(id) // of which none is spelt like another
	if near, ok := Nearest(id, ids); ok && noNumber != nil {
		return message.Textf("; did you mean %q?", near)
	}
	if len(ids) <= few {
		return message.Textf("; there are: %s", strings.Join(ids, ", "))
	}
	return message.Phrase("")
}

func form(item Item) message.Text {
	if item.Multiple() {
		return message.Textf("a list of option ids, such as [%q]", item.Options[0].ID)
	}
	return message.Textf("one option id in quotes, such as %q", item.Options[0].ID)
}

// quote and excerpt keep what came from a file short and free of control
// characters.
func quote(s string) string {
	const longest = 40
	if len(s) > longest {
		s = strings.ToValidUTF8(s[:longest], "") + "..."
	}
	return fmt.Sprintf("%q", s)
}

func excerpt(value json.RawMessage) message.Text {
	switch value[0] {
	case '{':
		return message.Phrase("an object")
	case '[':
		return message.Phrase("this list")
	default:
		return message.Textf("%s", strings.Trim(quote(string(value)), `"`))
	}
}

func itemIDs(q *Questionnaire) []string {
	ids := make([]string, len(q.items))
	for i, item := range q.items {
		ids[i] = item.ID
	}
	return ids
}

func optionIDs(item Item) []string {
	ids := make([]string, len(item.Options))
	for i, o := range item.Options {
		ids[i] = o.ID
	}
	return ids
}
