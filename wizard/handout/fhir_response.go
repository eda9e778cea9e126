package handout

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"backcare/guidance"
)

// The states of a QuestionnaireResponse.
const (
	statusCompleted = "completed"
	// statusStopped is that of a check that ended before the last question,
	// because an answer decided an emergency.
	statusStopped = "stopped"
)

// WriteFHIR writes a check as a FHIR Bundle in JSON.
func WriteFHIR(w io.Writer, c Check) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(BundleOf(c))
}

// BundleOf returns a check as a FHIR Bundle: the answers that count, and the
// pain scores as observations, those of the diary included. Nothing in it is
// random, so the same check is always the same Bundle.
func BundleOf(c Check) Bundle {
	response := c.response()
	text, err := json.Marshal(response)
	if err != nil {
		panic(fmt.Errorf("handout: %w", err)) // it is texts and lists only
	}
	address := "urn:uuid:" + identifier("response", string(text))
	out := Bundle{ResourceType: "Bundle", Type: "collection", Timestamp: response.Authored,
		Entry: []BundleEntry{{FullURL: address, Resource: response}}}
	for n, o := range c.scores(address) {
		// Its place tells a score apart from one that is otherwise the same.
		id := identifier("observation", address, strconv.Itoa(n), o.EffectiveDateTime, strconv.Itoa(o.ValueQuantity.Value))
		out.Entry = append(out.Entry, BundleEntry{FullURL: "urn:uuid:" + id, Resource: o})
	}
	return out
}

// response returns the answers that count, in the structure of the
// questionnaire.
func (c Check) response() QuestionnaireResponse {
	out := QuestionnaireResponse{ResourceType: "QuestionnaireResponse", Language: c.Library.Language(),
		Questionnaire: questionnaireURL + "|" + QuestionnaireVersion, Status: statusCompleted,
		Subject: c.reference(), Authored: dateTime(c.Time)}
	for _, item := range c.Response.Asked() {
		if c.Response.Options(item.ID) == nil {
			out.Status = statusStopped
		}
	}
	for _, item := range QuestionnaireOf(c.Library).Item {
		if answered, ok := c.answer(item); ok {
			out.Item = append(out.Item, answered)
		}
	}
	return out
}

// answer returns an item, or the group around it, with its answer, and false
// where there is none that counts.
func (c Check) answer(item QuestionnaireItem) (ResponseItem, bool) {
	out := ResponseItem{LinkID: item.LinkID, Text: item.Text}
	if item.Type == "group" {
		for _, inner := range item.Item {
			if answered, ok := c.answer(inner); ok {
				out.Item = append(out.Item, answered)
			}
		}
		return out, len(out.Item) > 0
	}
	asked, _ := c.Library.Questionnaire().Item(item.LinkID)
	for _, id := range c.Response.Options(item.LinkID) {
		option, _ := asked.Option(id)
		out.Answer = append(out.Answer, ResponseAnswer{ValueCoding: answerCoding(asked, option)})
	}
	return out, len(out.Answer) > 0
}

// scores returns the pain that was answered, and that of the diary, the oldest
// first. The pain of the check itself stands in the diary too, and counts once.
func (c Check) scores(response string) []Observation {
	var scores []Observation
	pain, err := strconv.Atoi(answerOf(c.Response, "severity"))
	if answered := err == nil; answered {
		o := c.observation(pain, answerOf(c.Response, "area"), c.Time)
		o.DerivedFrom = []Reference{{Reference: response}}
		scores = append(scores, o)
	}
	for _, e := range c.Diary {
		if e.Pain != nil && !c.Is(e) {
			scores = append(scores, c.observation(*e.Pain, e.Area, e.Time))
		}
	}
	return scores
}

// observation returns a pain score in an area.
func (c Check) observation(pain int, area string, at time.Time) Observation {
	o := Observation{ResourceType: "Observation", Status: "final",
		Category: []CodeableConcept{{Coding: []Coding{{System: observationCategory, Code: "survey", Display: "Survey"}}}},
		Code:     CodeableConcept{Coding: []Coding{painSeverity}}, Subject: c.reference(), EffectiveDateTime: dateTime(at),
		ValueQuantity: Quantity{Value: pain, Unit: "{score}", System: ucum, Code: "{score}"}}
	if area != "" {
		o.BodySite = &CodeableConcept{Text: c.Library.AreaTitle(area)}
		if site, ok := bodySites[area]; ok {
			o.BodySite.Coding = []Coding{site}
		}
	}
	return o
}

func (c Check) reference() *Reference {
	name := strings.Join(strings.Fields(clean(c.Subject)), " ")
	if name == "" {
		return nil
	}
	return &Reference{Display: name}
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
