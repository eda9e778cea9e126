package handout

// What follows is the part of HL7 FHIR R4 (4.0.1) that backcare writes and
// reads. The names are those of the standard.

// A Questionnaire is the questions of the check for other systems.
type Questionnaire struct {
	ResourceType string              `json:"resourceType"`
	Language     string              `json:"language"`
	URL          string              `json:"url"`
	Version      string              `json:"version"`
	Name         string              `json:"name"`
	Title        string              `json:"title"`
	Status       string              `json:"status"`
	SubjectType  []string            `json:"subjectType"`
	Publisher    string              `json:"publisher"`
	Description  string              `json:"description"`
	Item         []QuestionnaireItem `json:"item"`
}

// A QuestionnaireItem is one question, a group of them, or a text.
type QuestionnaireItem struct {
	Extension      []Extension         `json:"extension,omitempty"`
	LinkID         string              `json:"linkId"`
	Code           []Coding            `json:"code,omitempty"`
	Prefix         string              `json:"prefix,omitempty"`
	Text           string              `json:"text,omitempty"`
	Type           string              `json:"type"`
	EnableWhen     []EnableWhen        `json:"enableWhen,omitempty"`
	EnableBehavior string              `json:"enableBehavior,omitempty"`
	Required       bool                `json:"required,omitempty"`
	Repeats        bool                `json:"repeats,omitempty"`
	AnswerOption   []AnswerOption      `json:"answerOption,omitempty"`
	Item           []QuestionnaireItem `json:"item,omitempty"`
}

// EnableWhen is one condition under which an item is asked.
type EnableWhen struct {
	Question     string `json:"question"`
	Operator     string `json:"operator"`
	AnswerCoding Coding `json:"answerCoding"`
}

// An AnswerOption is one possible answer.
type AnswerOption struct {
	Extension   []Extension `json:"extension,omitempty"`
	ValueCoding Coding      `json:"valueCoding"`
}

// A Coding is a code of a terminology.
type Coding struct {
	System  string `json:"system"`
	Code    string `json:"code"`
	Display string `json:"display,omitempty"`
}

// A CodeableConcept is a meaning in codes and in words.
type CodeableConcept struct {
	Coding []Coding `json:"coding,omitempty"`
	Text   string   `json:"text,omitempty"`
}

// An Extension is what the standard allows to be added.
type Extension struct {
	URL                  string           `json:"url"`
	ValueBoolean         *bool            `json:"valueBoolean,omitempty"`
	ValueCodeableConcept *CodeableConcept `json:"valueCodeableConcept,omitempty"`
}

// A QuestionnaireResponse is the answers of one check.
type QuestionnaireResponse struct {
	ResourceType  string         `json:"resourceType"`
	Language      string         `json:"language"`
	Questionnaire string         `json:"questionnaire"`
	Status        string         `json:"status"`
	Subject       *Reference     `json:"subject,omitempty"`
	Authored      string         `json:"authored,omitempty"`
	Item          []ResponseItem `json:"item,omitempty"`
}

// A ResponseItem is the answer to one item, or a group of them.
type ResponseItem struct {
	LinkID string           `json:"linkId"`
	Text   string           `json:"text,omitempty"`
	Answer []ResponseAnswer `json:"answer,omitempty"`
	Item   []ResponseItem   `json:"item,omitempty"`
}

// A ResponseAnswer is one of the answers to an item.
type ResponseAnswer struct {
	ValueCoding Coding `json:"valueCoding"`
}

// An Observation is one pain score.
type Observation struct {
	ResourceType      string            `json:"resourceType"`
	Status            string            `json:"status"`
	Category          []CodeableConcept `json:"category"`
	Code              CodeableConcept   `json:"code"`
	Subject           *Reference        `json:"subject,omitempty"`
	EffectiveDateTime string            `json:"effectiveDateTime,omitempty"`
	ValueQuantity     Quantity          `json:"valueQuantity"`
	BodySite          *CodeableConcept  `json:"bodySite,omitempty"`
	DerivedFrom       []Reference       `json:"derivedFrom,omitempty"`
}

// A Quantity is a number with its unit.
type Quantity struct {
	Value  int    `json:"value"`
	Unit   string `json:"unit"`
	System string `json:"system"`
	Code   string `json:"code"`
}

// A Reference leads to another resource, or says in words what it is.
type Reference struct {
	Reference string `json:"reference,omitempty"`
	Display   string `json:"display,omitempty"`
}

// A Bundle holds resources together.
type Bundle struct {
	ResourceType string        `json:"resourceType"`
	Type         string        `json:"type"`
	Timestamp    string        `json:"timestamp,omitempty"`
	Entry        []BundleEntry `json:"entry"`
}

// A BundleEntry is one resource of a Bundle.
type BundleEntry struct {
	FullURL  string `json:"fullUrl"`
	Resource any    `json:"resource"`
}
