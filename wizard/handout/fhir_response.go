package handout

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

// The states of a QuestionnaireResponse.
const (
	statusCompleted = "completed"
	// statusStopped is that of a check that ended before the last question,
	// because an answer decided an emergency.
	statusStopped = "stopped"
)

// BundleOf returns a check as a FHIR Bundle: the answers that count, and the
// pain scores as observations, those of the diary included. Nothing in it is
// random, so the same check is always the same Bundle. The subject is what the
// person wants to be called; with "" nothing says who it is.
func BundleOf(c Check, subject string) Bundle {
	r := report{Check: c, subject: subject}
	response := r.response()
	text, err := json.Marshal(response)
	if err != nil {
		panic(fmt.Errorf("handout: %w", err)) // it is texts and lists only
	}
	address := "urn:uuid:" + identifier("response", string(text))
	out := Bundle{ResourceType: "Bundle", Type: "collection", Timestamp: response.Authored,
		Entry: []BundleEntry{{FullURL: address, Resource: response}}}
	for n, o := range r.scores(address) {
		// Its place tells a score apart from one that is otherwise the same.
		id := identifier("observation", address, strconv.Itoa(n), o.EffectiveDateTime, strconv.Itoa(o.ValueQuantity.Value))
		out.Entry = append(out.Entry, BundleEntry{FullURL: "urn:uuid:" + id, Resource: o})
	}
	return out
}

// A report is a check with what its person wants to be called.
type report struct {
	Check
	subject string
}

// response returns the answers that count, in the structure of the
// questionnaire.
func (r report) response() QuestionnaireResponse {
	out := QuestionnaireResponse{ResourceType: "QuestionnaireResponse", Language: r.Library.Language(),
		Questionnaire: questionnaireURL + "|" + QuestionnaireVersion, Status: statusCompleted,
		Subject: r.reference(), Authored: dateTime(r.Time)}
	for _, item := range r.Response.Asked() {
		if r.Response.Options(item.ID) == nil {
			out.Status = statusStopped
		}
	}
	for _, item := range QuestionnaireOf(r.Library).Item {
		if answered, ok := r.answer(item); ok {
			out.Item = append(out.Item, answered)
		}
	}
	return out
}

// answer returns an item, or the group around it, with its answer, and false
// where there is none that counts.
func (r report) answer(item QuestionnaireItem) (ResponseItem, bool) {
	out := ResponseItem{LinkID: item.LinkID, Text: item.Text}
	if item.Type == "group" {
		for _, inner := range item.Item {
			if answered, ok := r.answer(inner); ok {
				out.Item = append(out.Item, answered)
			}
		}
		return out, len(out.Item) > 0
	}
	asked, _ := r.Library.Questionnaire().Item(item.LinkID)
	for _, id := range r.Response.Options(item.LinkID) {
		option, _ := asked.Option(id)
		out.Answer = append(out.Answer, ResponseAnswer{ValueCoding: answerCoding(asked, option)})
	}
	return out, len(out.Answer) > 0
}

// scores returns the pain that was answered, and that of the diary, the oldest
// first. The pain of the check itself stands in the diary too, and counts once.
func (r report) scores(response string) []Observation {
	var scores []Observation
	pain, err := strconv.Atoi(answerOf(r.Response, "severity"))
	if answered := err == nil; answered {
		o := r.observation(pain, answerOf(r.Response, "area"), r.Time)
		o.DerivedFrom = []Reference{{Reference: response}}
		scores = append(scores, o)
	}
	for _, e := range r.Diary {
		if e.Pain != nil && !r.IsOf(e) {
			scores = append(scores, r.observation(*e.Pain, e.Area, e.Time))
		}
	}
	return scores
}

// observation returns a pain score in an area.
func (r report) observation(pain int, area string, at time.Time) Observation {
	o := Observation{ResourceType: "Observation", Status: "final",
		Category: []CodeableConcept{{Coding: []Coding{{System: observationCategory, Code: "survey", Display: "Survey"}}}},
		Code:     CodeableConcept{Coding: []Coding{painSeverity}}, Subject: r.reference(), EffectiveDateTime: dateTime(at),
		ValueQuantity: Quantity{Value: pain, Unit: "{score}", System: ucum, Code: "{score}"}}
	if area != "" {
		o.BodySite = &CodeableConcept{Text: wizard.AreaWords(r.Library, area)}
		if site, ok := bodySites[area]; ok {
			o.BodySite.Coding = []Coding{site}
		}
	}
	return o
}

func (r report) reference() *Reference {
	if r.subject == "" {
		return nil
	}
	return &Reference{Display: r.subject}
}

// dateTime returns a time as FHIR writes it, or "" for none.
func dateTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// answerOf returns the one option that answers an item, or "".
func answerOf(r guidance.Response, item string) string {
	if ids := r.Options(item); len(ids) == 1 {
		return ids[0]
	}
	return ""
}
