package guidance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"sync"

	"backcare/guidance/content"
)

// A Library is the content in one language. Each part is decoded when it is
// first asked for, so that a command pays only for what it shows.
//
// The content is embedded and validated by tests, so a part that cannot be
// decoded is a fault of the build, and the methods panic.
type Library struct {
	language string

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
	sources       func() []Source
	facts         func() []Fact
	numbers       func() EmergencyNumbers
	areaTitles    func() map[string]string
	reliefTitles  func() map[string]string
	clinicalTerms func() map[string]string
	phrases       func() map[string]string
}

// Open returns the library in a language, named by its folder under content,
// such as "en".
func Open(language string) *Library {
	l := &Library{language: language}
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
	l.sources = sync.OnceValue(l.loadSources)
	l.facts = sync.OnceValue(l.loadFacts)
	l.numbers = sync.OnceValue(l.loadNumbers)
	l.areaTitles = sync.OnceValue(l.loadAreaTitles)
	l.reliefTitles = sync.OnceValue(l.loadReliefTitles)
	l.clinicalTerms = sync.OnceValue(l.loadClinicalTerms)
	l.phrases = sync.OnceValue(l.loadPhrases)
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

// structure decodes the structure file of a name.
func structure[T any](name string) T { return decode[T](name + ".json") }

// words decodes the words of a name in the language of l.
func words[T any](l *Library, name string) T { return decode[T](path.Join(l.language, name+".json")) }

func decode[T any](file string) T {
	var v T
	if err := json.Unmarshal(read(file), &v); err != nil {
		panic(fmt.Errorf("content: %s: %w", file, err))
	}
	return v
}

// entryWords decodes the words of one id, and reads no further than to them.
func entryWords[T any](l *Library, name, id string) T {
	file := path.Join(l.language, name+".json")
	v, err := entry[T](read(file), id)
	if err != nil {
		panic(fmt.Errorf("content: %s: %s: %w", file, id, err))
	}
	return v
}

// entry decodes one member of a JSON object.
func entry[T any](object []byte, name string) (v T, err error) {
	d := json.NewDecoder(bytes.NewReader(object))
	if _, err := d.Token(); err != nil { // the opening brace
		return v, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return v, err
		}
		if key == name {
			return v, d.Decode(&v)
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return v, err
		}
	}
	return v, errors.New("there is no such entry")
}

func read(file string) []byte {
	data, err := content.Files.ReadFile(file)
	if err != nil {
		panic(fmt.Errorf("content: %w", err))
	}
	return data
}
