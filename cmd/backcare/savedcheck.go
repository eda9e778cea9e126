package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard/handout"
)

// savedCheck reads a file that check --save wrote. Every problem is named at
// once, and an emergency sign among the answers before all of them.
func (a *app) savedCheck(c handout.Check, name string) (handout.Check, error) {
	data, err := readInput(a.stdin, name, message.Phrase("read the saved check"))
	if err != nil {
		return c, err
	}
	saved, problems := parseSaved(data)
	var answersErr error
	first := saved.disposition == guidance.Emergency && isEmptyObject(saved.answers)
	if saved.answers != nil && !first {
		if c.Response, answersErr = a.library.Triage().ParseAnswers(saved.answers); answersErr != nil {
			answersErr = a.answersError(answersErr)
		}
	}
	if err := errors.Join(append([]error{answersErr}, problems...)...); err != nil {
		return c, &usageError{err: message.Errorf("%s is not a check that can be read:\n%w", name, err), hint: saved.hint()}
	}
	c.Time = a.pastTime(saved.time, c.Now)
	if first { // said on the first page, before any question
		c.Response = a.library.Questionnaire().NewResponse()
		c.Assessment = guidance.Assessment{Disposition: guidance.Emergency}
		return c, nil
	}
	a.sayOverlooked(c.Response)
	c = assessed(c)
	return c, moreUrgent(saved.disposition, c)
}

// responseOf reads the answers of an entry of the journal.
func (a *app) responseOf(answers map[string]any) (guidance.Response, error) {
	data, err := json.Marshal(answers)
	if err != nil {
		return guidance.Response{}, message.Errorf("read the journal: %w", err)
	}
	r, err := a.library.Triage().ParseAnswers(data)
	if err != nil {
		return r, a.answersError(err)
	}
	return r, nil
}

// savedFields are the parts of a saved check as they stand in the file.
type savedFields struct {
	version     int
	time        time.Time
	answers     json.RawMessage
	disposition guidance.Disposition
	// any is true where there is any member that a saved check has.
	any bool
}

func (s savedFields) hint() message.Text {
	switch {
	case s.version > savedVersion:
		return message.Phrase("A newer backcare wrote it. Update backcare.")
	case !s.any:
		return message.Phrase("If these are answers, read them with --answers.")
	}
	return message.Phrase("Save it anew with 'backcare check --save FILE'.")
}

// parseSaved reads the parts of a saved check, and what is wrong with them.
func parseSaved(data []byte) (savedFields, []error) {
	var s savedFields
	members, problems := objectMembers(data)
	if members == nil {
		s.any = true // it may be one, and nobody can tell
		return s, problems
	}
	problem := func(format string, args ...any) { problems = append(problems, message.Errorf(format, args...)) }
	decode := func(name string, into any, what message.Phrase) {
		value, ok := members[name]
		s.any = s.any || ok
		delete(members, name)
		switch {
		case !ok && name == "time": // the first files have none
		case !ok:
			problem("%q is missing", name)
		case json.Unmarshal(value, into) != nil || string(value) == "null":
			problem("%q is not %s", name, what)
		}
	}
	decode("version", &s.version, message.Phrase("a number"))
	decode("time", &s.time, message.Phrase("a time such as 2026-11-20T21:30:00Z"))
	var answers map[string]json.RawMessage
	s.answers = members["answers"]
	decode("answers", &answers, message.Phrase("an object"))
	if answers == nil {
		s.answers = nil
	}
	var assessment struct {
		Disposition *guidance.Disposition `json:"disposition"`
	}
	_, there := members["assessment"]
	decode("assessment", &assessment, message.Phrase("an assessment"))
	if !s.any {
		return s, []error{message.New("it has none of the parts of a saved check")}
	}
	switch {
	case assessment.Disposition != nil:
		s.disposition = *assessment.Disposition
	case there:
		problem(`"assessment" has no disposition`)
	}
	if s.version < 1 || s.version > savedVersion {
		problem("version %d is not one that this backcare knows: it knows %d", s.version, savedVersion)
	}
	names := make([]string, 0, len(members))
	for name := range members {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names[:min(len(names), mostUnknown)] {
		problem("there is no %s in a saved check", quoted(name))
	}
	if more := len(names) - mostUnknown; more > 0 {
		problem("and %d more that are not in a saved check", more)
	}
	return s, problems
}

// mostUnknown is how many unknown members are named.
const mostUnknown = 10

// quoted keeps what came from a file short and free of control characters.
func quoted(text string) string {
	const longest = 40
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "") + "..."
	}
	return fmt.Sprintf("%q", text)
}

// objectMembers returns the members of one JSON object, or nil where it is
// none, and what is wrong with it.
func objectMembers(data []byte) (map[string]json.RawMessage, []error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	if first, err := d.Token(); err != nil || first != json.Delim('{') {
		return nil, []error{message.New("it is not a JSON object")}
	}
	members := map[string]json.RawMessage{}
	var problems []error
	for d.More() {
		key, err := d.Token()
		var value json.RawMessage
		if err == nil {
			err = d.Decode(&value)
		}
		if err != nil {
			return nil, append(problems, message.Errorf("it is not JSON at byte %d: %w", d.InputOffset(), err))
		}
		name, _ := key.(string)
		if _, twice := members[name]; twice {
			problems = append(problems, message.Errorf("%s is there twice", quoted(name)))
		}
		members[name] = value
	}
	if _, err := d.Token(); err != nil {
		return nil, append(problems, message.Errorf("it is not JSON at byte %d: the object does not end", d.InputOffset()))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		problems = append(problems, message.Errorf("there is something after it, at byte %d", d.InputOffset()))
	}
	return members, problems
}

// looksSaved reports whether a file is a check that was saved, whatever else is
// wrong with it.
func looksSaved(data []byte) bool {
	members, _ := objectMembers(data)
	return members["answers"] != nil && members["assessment"] != nil
}

func isEmptyObject(data json.RawMessage) bool {
	var members map[string]json.RawMessage
	return data != nil && json.Unmarshal(data, &members) == nil && len(members) == 0
}
