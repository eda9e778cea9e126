package guidance

// A Source is a work that content cites.
type Source struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	// Year of publication, or 0 where it is not known.
	Year int `json:"year"`
	// Address is a URL, or empty where there is none.
	Address string `json:"address"`
	Kind    string `json:"kind"`
	// Read says how it was read while the content was written: "source",
	// "secondary" (in a page that reproduces it) or "listed" (not read).
	Read string `json:"read"`
	// Language is that of its title and publisher, as an id such as "en".
	Language string `json:"-"`
}

// What stands for a title and a publisher where a work has none, which is said
// in the language of the library.
const (
	phraseDocumentA   = "Web page of questions and answers on back spasms, A"
	phraseDocumentB   = "Web page of questions and answers on back spasms, B"
	phraseNoPublisher = "Publisher not stated"
)

func (l *Library) loadSources() []Source {
	sources := structure[[]Source]("sources")
	for i := range sources {
		s := &sources[i]
		s.Language = English
		switch s.Title {
		case phraseDocumentA, phraseDocumentB:
			s.Title, s.Language = l.Say(s.Title), l.language
		}
		if s.Publisher == phraseNoPublisher {
			s.Publisher = l.Say(s.Publisher)
		}
	}
	return sources
}

// A Fact is one thing that a document says, in our own words. What a document
// says is not what this program advises: Status tells.
type Fact struct {
	ID string `json:"id"`
	// Document is the id of the Source that says it.
	Document string `json:"document"`
	// Subject is what it is about, such as "remedy" or "cause/upper".
	Subject string     `json:"subject"`
	Status  FactStatus `json:"status"`
	Text    string     `json:"-"`
}

// A FactStatus says how current guidance stands to a fact.
type FactStatus string

// The statuses.
const (
	// FactUsed is in use as it is.
	FactUsed FactStatus = "use"
	// FactLimited is told only with what guidance adds to it.
	FactLimited FactStatus = "caution"
	// FactContradicted is what guidance says otherwise about. It is told as
	// that, and never a step.
	FactContradicted FactStatus = "contradicted"
)

// Facts returns what the documents say, in order.
func (l *Library) Facts() []Fact { return l.facts() }

func (l *Library) loadFacts() []Fact {
	text := words[map[string]string](l, "facts")
	facts := structure[[]Fact]("facts")
	for i := range facts {
		facts[i].Text = text[facts[i].ID]
	}
	return facts
}

// Reviewed returns the days, as YYYY-MM-DD, on which the content files were
// last compared with what they cite, by file.
func (l *Library) Reviewed() map[string]string { return structure[map[string]string]("reviewed") }
