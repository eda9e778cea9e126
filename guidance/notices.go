package guidance

import (
	"slices"
	"strings"
)

// Notices are what is said before, around and after every check.
type Notices struct {
	// IntendedUse says what the program is for and what it is not.
	IntendedUse string `json:"intendedUse"`
	// Brief says the same in one breath, before the first question.
	Brief string `json:"brief"`
	// EmergencyList is printed once, before the first question.
	EmergencyList struct {
		Title string   `json:"title"`
		Lead  string   `json:"lead"`
		Items []string `json:"items"`
	} `json:"emergencyList"`
	Number       numberWords          `json:"number"`
	CareWords    map[string]careWords `json:"care"`
	WhileWaiting map[string][]string  `json:"whileWaiting"`
	NotNow       map[string][]string  `json:"notNow"`
	// OldCheck warns of a plan whose check is too old to go by.
	OldCheck  string `json:"oldCheck"`
	SafetyNet struct {
		Title string `json:"title"`
		// Lines are those of all people by id; SafetyNetFor picks those that
		// fit.
		Lines map[string]string `json:"lines"`
	} `json:"safetyNet"`
	// WhomToAsk says who can help a person for whom nothing else is safe.
	WhomToAsk struct {
		Title string   `json:"title"`
		Items []string `json:"items"`
	} `json:"whomToAsk"`
	// RemarkWords are the remarks by id; Remarks picks those that fit.
	RemarkWords map[string]string `json:"remarks"`

	waiting []waitingStructure
	remarks []remarkStructure
	net     []remarkStructure
	q       func() *Questionnaire
}

// numberWords are how an emergency number is said.
type numberWords struct {
	Known   string `json:"known"`
	Unknown string `json:"unknown"`
	// Within is said instead of Unknown in the midst of other content, where
	// there is less room.
	Within string `json:"within"`
	// Common are the numbers said beside it, because a locale is not a place.
	Common []string `json:"common"`
}

type careWords struct {
	Title  string `json:"title"`
	Action string `json:"action"`
}

// noticesStructure is what stands behind the words: the ids of the facts and
// sources of each group, and which answers call for another way to wait.
type noticesStructure struct {
	IntendedUse   []string           `json:"intendedUse"`
	EmergencyList []string           `json:"emergencyList"`
	OldCheck      []string           `json:"oldCheck"`
	SafetyNet     []remarkStructure  `json:"safetyNet"`
	WhomToAsk     []string           `json:"whomToAsk"`
	WhileWaiting  []string           `json:"whileWaiting"`
	Waiting       []waitingStructure `json:"waiting"`
	Remarks       []remarkStructure  `json:"remarks"`
}

type remarkStructure struct {
	ID    string        `json:"id"`
	When  Criteria      `json:"when"`
	For   []Disposition `json:"for"`
	Cites []string      `json:"cites"`
}

type waitingStructure struct {
	ID    string   `json:"id"`
	When  Criteria `json:"when"`
	Cites []string `json:"cites"`
}

func (l *Library) loadNotices() *Notices {
	n := words[Notices](l, noticesFile)
	s := structure[noticesStructure](noticesFile)
	n.waiting, n.remarks, n.net = s.Waiting, s.Remarks, s.SafetyNet
	n.q = l.questionnaire
	if l.language != English {
		n.Brief += " " + l.Say(phraseUnreviewedBrief)
		n.IntendedUse += " " + l.Say(phraseUnreviewed)
	}
	return &n
}

// Remarks returns what this person should know beside the result, in order.
func (n *Notices) Remarks(r Response, a Assessment) []string {
	return n.fitting(n.remarks, n.RemarkWords, r, a)
}

// fitting returns the words of what is for a person, in order.
func (n *Notices) fitting(all []remarkStructure, words map[string]string, r Response, a Assessment) []string {
	answers := r.effective()
	var texts []string
	for _, s := range all {
		if slices.Contains(s.For, a.Disposition) && (len(s.When) == 0 || n.q().compileAll(s.When).holds(answers)) {
			texts = append(texts, words[s.ID])
		}
	}
	return texts
}

// Care is what a person should do about an assessment.
type Care struct {
	// Title is the urgency in a few words.
	Title string
	// Action says what to do.
	Action string
	// Number is the emergency number to call, or empty where the assessment
	// is no emergency. Where the territory is not known it is 112, so that a
	// script always has a number; Action names the common ones.
	Number string
	// WhileWaiting says how to wait for it.
	WhileWaiting []string
	// NotNow says what not to do.
	NotNow []string
}

// NumberToCall says which number to call, given the one of the person's
// territory, or "" where it is not known.
func (n *Notices) NumberToCall(number string) string { return n.Number.say(number, n.Number.Unknown) }

// say says a number beside the common others, or what is said where it is "".
func (w numberWords) say(number, unknown string) string {
	text := w.Known
	if number == "" {
		text = unknown
	}
	var others []string
	for _, other := range w.Common {
		if other != number {
			others = append(others, other)
		}
	}
	return strings.NewReplacer(numberPlace, number, "{others}", strings.Join(others, ", ")).Replace(text)
}

// WithNumber fills the number to call into a text.
func (n *Notices) WithNumber(text, number string) string {
	return strings.ReplaceAll(text, numberPlace, n.NumberToCall(number))
}

// CareFor says what to do about an assessment. The number is the emergency
// number of the person's territory, or "" where it is not known.
func (n *Notices) CareFor(r Response, a Assessment, number string) Care {
	name := a.Disposition.String()
	words := n.CareWords[name]
	if a.Routine {
		words = n.CareWords["routine"]
	}
	c := Care{Title: words.Title, Action: n.WithNumber(words.Action, number),
		WhileWaiting: n.WhileWaiting[name], NotNow: n.NotNow[name]}
	if a.Disposition == Emergency {
		c.Number = number
		if c.Number == "" {
			c.Number = "112"
		}
		for _, w := range n.waiting {
			if n.q().compileAll(w.When).holds(r.effective()) {
				c.WhileWaiting = n.WhileWaiting[w.ID]
			}
		}
	}
	return c
}

// SafetyNetFor returns what would change the assessment of a person, in lines,
// the most urgent first: nothing that they are told to do already. The number is
// as for CareFor.
func (n *Notices) SafetyNetFor(r Response, a Assessment, number string) []string {
	lines := n.fitting(n.net, n.SafetyNet.Lines, r, a)
	for i, text := range lines {
		lines[i] = n.WithNumber(text, number)
	}
	return lines
}
