package handout

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"backcare/guidance"
	"backcare/guidance/message"
)

// IsFHIR reports whether a file is meant as a FHIR resource, and not as
// answers by item: whether it is an object with a resourceType.
func IsFHIR(data []byte) bool {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte(byteOrderMark))))
	if first, err := d.Token(); err != nil || first != json.Delim('{') {
		return false
	}
	for d.More() {
		name, err := d.Token()
		var value json.RawMessage
		if err != nil {
			return false
		}
		if name == "resourceType" {
			return true
		}
		if d.Decode(&value) != nil {
			return false
		}
	}
	return false
}

// byteOrderMark says nothing; some editors write one.
const byteOrderMark = "\ufeff"

// A Received is a QuestionnaireResponse as it was read.
type Received struct {
	Response guidance.Response
	// Authored is when it was answered, or zero where it does not say. Of a
	// date alone, or a month or a year, it is the beginning.
	Authored time.Time
}

// ReadFHIR reads a QuestionnaireResponse that backcare wrote, or a Bundle that
// holds one. Nothing is guessed: answers to another questionnaire or another
// version of it, an unknown item or code, an answer in another form, an item in
// another place, or anything that could change what an answer means is a
// *guidance.AnswersError that names every problem at once. What the standard
// lets any system add, such as a text, a subject or an extension, is passed
// over.
func ReadFHIR(l *guidance.Library, data []byte) (Received, error) {
	r := fhirReader{library: l}
	r.whole(data)
	response, err := l.Triage().ResponseTo(r.given, r.problems)
	var problems *guidance.AnswersError
	if r.foreign && errors.As(err, &problems) {
		// What is missing from something else is not worth telling.
		problems.Problems = r.problems
	}
	return Received{Response: response, Authored: r.authored}, err
}

type fhirReader struct {
	library  *guidance.Library
	given    []guidance.GivenAnswer
	authored time.Time
	problems []error
	// foreign is set where the file is not the answers to these questions.
	foreign bool
	// places are the items of the questionnaire by linkId.
	places map[string]place
}

// A place is where an item of the questionnaire stands.
type place struct {
	under string // the linkId of the group, or empty
	group bool
}

// mostProblems is how many problems of one file are named: far more than a
// person or a program makes by mistake.
const mostProblems = 200

func (r *fhirReader) problem(format string, args ...any) {
	if len(r.problems) <= mostProblems {
		r.problems = append(r.problems, message.Errorf(format, args...))
	}
}

func (r *fhirReader) strange(format string, args ...any) {
	r.problem(format, args...)
	r.foreign = true
}

func (r *fhirReader) whole(data []byte) {
	if !utf8.Valid(data) {
		r.problem(phraseNotUTF8)
	}
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte(byteOrderMark))))
	var value json.RawMessage
	if err := d.Decode(&value); err != nil {
		r.strange(phraseNotJSON, err)
		return
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		r.problem(phraseAfterEnd, d.InputOffset())
	}
	o, ok := r.objectOf(r.library.Say(phraseTheFile), value)
	if !ok {
		r.foreign = true
		return
	}
	switch kind := r.text(r.library.Say(phraseTheFile), o, "resourceType"); kind {
	case "QuestionnaireResponse":
		r.response(o)
	case "Bundle":
		r.bundle(o)
	default:
		r.strange(phraseNotOneResource, r.library.Sayf(phraseAResource, quoted(kind)))
	}
}

// bundle reads the one response among the entries.
func (r *fhirReader) bundle(o object) {
	var responses []object
	for n, data := range r.list(r.library.Say(phraseTheBundle), o, "entry") {
		where := r.library.Sayf(phraseEntryAt, n+1)
		entry, ok := r.objectOf(where, data)
		if !ok || entry["resource"] == nil {
			continue
		}
		resource, ok := r.objectOf(r.library.Sayf(phraseResourceOf, where), entry["resource"])
		if ok && r.text(where, resource, "resourceType") == "QuestionnaireResponse" {
			responses = append(responses, resource)
		}
	}
	switch len(responses) {
	case 0:
		r.strange(phraseNoResponse)
	case 1:
		r.response(responses[0])
	default:
		r.strange(phraseManyResponses, len(responses))
	}
}

func (r *fhirReader) response(o object) {
	where := r.library.Say(phraseTheResponse)
	r.only(where, o, "resourceType", "meta", "implicitRules", "language", "text", "contained", "identifier", "basedOn", "partOf",
		"questionnaire", "status", "subject", "encounter", "authored", "author", "source", "item")
	if o["implicitRules"] != nil {
		r.problem(phraseUnknownProperty, where, quoted("implicitRules"))
	}
	r.canonical(r.text(where, o, "questionnaire"))
	switch status := r.text(where, o, "status"); status {
	case statusCompleted, statusStopped:
	case "":
		r.problem(phraseNoStatus)
	default:
		r.problem(phraseStatus, quoted(status))
	}
	if o["authored"] != nil {
		r.written(r.text(where, o, "authored"))
	}
	r.places = map[string]place{}
	r.place("", QuestionnaireOf(r.library).Item)
	r.items("", where, o)
}

// written reads when the answers were given. The standard has dates with and
// without a time, and lets the day and the month be left out.
func (r *fhirReader) written(text string) {
	for _, layout := range []string{time.RFC3339, time.DateOnly, "2006-01", "2006"} {
		if at, err := time.ParseInLocation(layout, text, time.Local); err == nil {
			r.authored = at
			return
		}
	}
	r.problem(phraseAuthored, quoted(text))
}

// canonical checks that the answers are to these questions.
func (r *fhirReader) canonical(canonical string) {
	url, version, versioned := strings.Cut(canonical, "|")
	newer := false
	if given, err := strconv.Atoi(version); err == nil {
		known, _ := strconv.Atoi(QuestionnaireVersion)
		newer = given > known
	}
	switch {
	case canonical == "":
		r.strange(phraseNoQuestionnaire)
	case url != questionnaireURL:
		r.strange(phraseOtherQuestion, quoted(url))
	case !versioned || version == "":
		r.strange(phraseNoVersion)
	case newer:
		r.strange(phraseNewerVersion, quoted(version), QuestionnaireVersion)
	case version != QuestionnaireVersion:
		r.strange(phraseOtherVersion, quoted(version), QuestionnaireVersion)
	}
}

// place remembers where the items of the questionnaire stand.
func (r *fhirReader) place(under string, items []QuestionnaireItem) {
	for _, item := range items {
		group := item.Type == "group"
		r.places[item.LinkID] = place{under: under, group: group}
		if group {
			r.place(item.LinkID, item.Item)
		}
	}
}

// items reads the items below the response or a group.
func (r *fhirReader) items(under, where string, o object) {
	for n, data := range r.list(where, o, "item") {
		where := r.library.Sayf(phraseItemAt, n+1, where)
		item, ok := r.objectOf(where, data)
		if !ok {
			continue
		}
		id := r.text(where, item, "linkId")
		if id == "" {
			r.problem(phraseNoLinkID, where)
			continue
		}
		at, known := r.places[id]
		if !known {
			r.problem(phraseUnknownLinkID, quoted(id), r.meant(id))
			continue
		}
		r.only(r.library.Sayf(phraseTheItem, quoted(id)), item, "linkId", "definition", "text", "answer", "item")
		if at.under != under {
			r.problem(phraseWrongPlace, id, r.standing(under), r.standing(at.under))
		}
		if at.group {
			r.group(id, item)
		} else {
			r.question(id, item)
		}
	}
}

func (r *fhirReader) standing(under string) string {
	if under == "" {
		return r.library.Say(phraseTopLevel)
	}
	return r.library.Sayf(phraseUnder, under)
}

func (r *fhirReader) group(id string, item object) {
	if item["answer"] != nil {
		r.problem(phraseGroupAnswered, id)
	}
	r.items(id, r.library.Sayf(phraseUnder, id), item)
}

func (r *fhirReader) question(id string, item object) {
	given := guidance.GivenAnswer{Item: id}
	if item["item"] != nil {
		r.problem(phraseQuestionWithItems, id)
		given.Malformed = true
	}
	answers := r.list(r.library.Sayf(phraseTheItem, quoted(id)), item, "answer")
	if len(answers) == 0 {
		r.problem(phraseNoAnswer, id)
		given.Malformed = true
	}
	for n, data := range answers {
		option, ok := r.answer(id, r.library.Sayf(phraseAnswerAt, n+1, id), data)
		if ok {
			given.Options = append(given.Options, option)
		} else {
			given.Malformed = true
		}
	}
	r.given = append(r.given, given)
}

// answer returns the option of an answer, and false where it is not one.
func (r *fhirReader) answer(id, where string, data json.RawMessage) (string, bool) {
	o, ok := r.objectOf(where, data)
	if !ok {
		return "", false
	}
	before := len(r.problems)
	for _, name := range sortedKeys(o) {
		if name != "valueCoding" && strings.HasPrefix(name, "value") {
			r.problem(phraseNotCoding, id, quoted(name))
		}
	}
	if len(r.problems) > before {
		return "", false
	}
	r.only(where, o, "valueCoding")
	if o["valueCoding"] == nil {
		r.problem(phraseNoAnswer, id)
		return "", false
	}
	coding, ok := r.objectOf(r.library.Sayf(phraseCodingOf, where), o["valueCoding"])
	if !ok {
		return "", false
	}
	r.only(r.library.Sayf(phraseCodingOf, where), coding, "system", "version", "code", "display", "userSelected")
	system, code := r.text(where, coding, "system"), r.text(where, coding, "code")
	option, own := optionOf(id, code)
	switch {
	case len(r.problems) > before:
	case system != answerSystem:
		r.problem(phraseOtherSystem, id, quoted(system))
	case code == "":
		r.problem(phraseNoCode, id)
	case !own:
		r.problem(phraseOtherCode, id, quoted(code))
	default:
		return option, true
	}
	return "", false
}

// meant names the linkId that was probably meant.
func (r *fhirReader) meant(id string) string {
	if near, ok := guidance.Nearest(id, sortedKeys(r.places)); ok {
		return r.library.Sayf(phraseMeant, near)
	}
	return ""
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func oneOf(name string, names []string) bool { return slices.Contains(names, name) }
