package handout

import (
	"strings"

	"backcare/guidance"
)

// The addresses of the terminologies and extensions that are used.
const (
	loinc               = "http://loinc.org"
	snomedCT            = "http://snomed.info/sct"
	ucum                = "http://unitsofmeasure.org"
	observationCategory = "http://terminology.hl7.org/CodeSystem/observation-category"
	itemControl         = "http://hl7.org/fhir/questionnaire-item-control"
	extItemControl      = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
	extOptionExclusive  = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
)

// QuestionnaireVersion is the version of the questions as other systems see
// them. It counts up with each change of an item, an option or a condition,
// because an answer means what it was given for.
const QuestionnaireVersion = "1"

// questionnaireURL and answerSystem name the questionnaire and the code system
// of its answers. They are names and no addresses: backcare publishes nothing.
var (
	questionnaireURL = "urn:uuid:" + identifier("questionnaire")
	answerSystem     = "urn:uuid:" + identifier("answers")
)

// painSeverity is the score that a person says out loud, from 0 to 10.
var painSeverity = Coding{System: loinc, Code: "72514-3", Display: "Pain severity - 0-10 verbal numeric rating [Score] - Reported"}

// bodySites are the structures of SNOMED CT for the areas. An area whose
// structure is not certain has the wider one that surely holds it, and one in
// no certain place has none.
var bodySites = map[string]Coding{
	"neck":            {System: snomedCT, Code: "45048000", Display: "Neck"},
	"upper":           {System: snomedCT, Code: "77568009", Display: "Back"},
	"shoulder-blades": {System: snomedCT, Code: "77568009", Display: "Back"},
	"middle":          {System: snomedCT, Code: "77568009", Display: "Back"},
	"lower":           {System: snomedCT, Code: "37822005", Display: "Lower back structure"},
}

// answerCode is the code of an option: an option's id means something only
// beside its item's.
func answerCode(item, option string) string { return item + "." + option }

// answerCoding returns an option as a code with its words.
func answerCoding(item guidance.Item, option guidance.Option) Coding {
	return Coding{System: answerSystem, Code: answerCode(item.ID, option.ID), Display: option.Text}
}

// optionOf returns the option that a code of an item stands for.
func optionOf(item, code string) (string, bool) { return strings.CutPrefix(code, item+".") }
