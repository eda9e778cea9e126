package guidance

import (
	"sync"

	"backcare/guidance/content"
)

// A Library is the content in one language.
//
// Nothing is decoded before it is first asked for, so that a command pays only
// for what it shows. Each part below is read as a whole and kept, but of the
// reliefs only those that somebody looks at are decoded: the catalog knows from
// the start where each of them stands (piece.members), and no more. A new part
// is a function here and a load method beside the type that it returns.
//
// The content is embedded and validated by tests, so it is read by package
// trusted, and a part that cannot be decoded is a fault of the build: the
// methods panic.
type Library struct {
	language string
	// text returns the text of a file of the language.
	text func(file string) (string, error)
	// number returns the emergency number that content tells to call.
	number func() string

	numberWithin  func() string
	questionnaire func() *Questionnaire
	triage        func() *Triage
	precautions   func() *Precautions
	relief        func() *ReliefCatalog
	routines      func() []Routine
	sleepHabit    func() SleepHabit
	plans         func() *planBook
	notices       func() *Notices
	topics        func() *topicShelf
	search        func() *searchIndex
	ear           func() *signEar
	foreignEars   func() []*signEar
	sources       func() []Source
	facts         func() []Fact
	numbers       func() EmergencyNumbers
	areaTitles    func() map[string]string
	reliefTitles  []func() map[string]string
	clinicalTerms func() map[string]string
	phrases       func() map[string]string
	pictures      func() map[string]string
}

// Open returns the library in a language, named by its folder under content,
// such as "en".
func Open(language string) *Library { return OpenFrom(language, content.Text) }

// OpenFrom returns the library in a language whose files, such as
// "es/notices.json", are not embedded. They are to be as well-formed as
// embedded ones.
func OpenFrom(language string, text func(file string) (string, error)) *Library {
	l := &Library{language: language, text: text, number: func() string { return "" }}
	l.numberWithin = sync.OnceValue(l.loadNumberWithin)
	l.questionnaire = sync.OnceValue(l.loadQuestionnaire)
	l.triage = sync.OnceValue(l.loadTriage)
	l.precautions = sync.OnceValue(l.loadPrecautions)
	l.relief = sync.OnceValue(l.loadRelief)
	l.routines = sync.OnceValue(l.loadRoutines)
	l.sleepHabit = sync.OnceValue(l.loadSleepHabit)
	l.plans = sync.OnceValue(l.loadPlans)
	l.notices = sync.OnceValue(l.loadNotices)
	l.topics = sync.OnceValue(l.loadTopics)
	l.search = sync.OnceValue(l.loadSearch)
	l.ear = sync.OnceValue(l.loadEar)
	l.foreignEars = sync.OnceValue(l.loadForeignEars)
	l.sources = sync.OnceValue(l.loadSources)
	l.facts = sync.OnceValue(l.loadFacts)
	l.numbers = sync.OnceValue(l.loadNumbers)
	l.areaTitles = sync.OnceValue(l.loadAreaTitles)
	for _, name := range []string{"exercises", "positions", "remedies"} {
		l.reliefTitles = append(l.reliefTitles, sync.OnceValue(func() map[string]string { return l.loadReliefTitles(name) }))
	}
	l.clinicalTerms = sync.OnceValue(l.loadClinicalTerms)
	l.phrases = sync.OnceValue(l.loadPhrases)
	l.pictures = sync.OnceValue(l.loadPictures)
	return l
}

// Calling makes the content tell to call the emergency number that the function
// returns, or, where that is "", the common ones. It is asked when content is
// first read, and must not ask for any that tells to call. It returns l.
func (l *Library) Calling(number func() string) *Library {
	l.number = number
	return l
}

// Language returns the language of the library as a tag of BCP 47, such as
// "en".
func (l *Library) Language() string { return l.language }

// Questionnaire returns the questions of the check.
func (l *Library) Questionnaire() *Questionnaire { return l.questionnaire() }

// Triage returns the rules that tell how urgent the answers are.
func (l *Library) Triage() *Triage { return l.triage() }

// Precautions returns what must be minded before a relief is offered.
func (l *Library) Precautions() *Precautions { return l.precautions() }

// Relief returns the movements, positions and remedies.
func (l *Library) Relief() *ReliefCatalog { return l.relief() }

// SleepHabit returns the item about how a person mostly sleeps.
func (l *Library) SleepHabit() SleepHabit { return l.sleepHabit() }

// Notices returns what is said before, around and after every check.
func (l *Library) Notices() *Notices { return l.notices() }

// Sources returns the works that content cites, in order.
func (l *Library) Sources() []Source { return l.sources() }

// EmergencyNumbers returns the numbers to call by territory.
func (l *Library) EmergencyNumbers() EmergencyNumbers { return l.numbers() }
