package guidance

// A Topic is a piece of background reading.
type Topic struct {
	ID         string
	Title      string
	Paragraphs []string
	// Cites are the ids of the facts and sources behind it.
	Cites []string
}

type topicStructure struct {
	ID    string   `json:"id"`
	Cites []string `json:"cites"`
}

type topicWords struct {
	Title      string   `json:"title"`
	Paragraphs []string `json:"paragraphs"`
}

func (l *Library) loadTopics() []Topic {
	text := words[map[string]topicWords](l, "topics")
	var topics []Topic
	for _, s := range structure[[]topicStructure]("topics") {
		topics = append(topics, Topic{ID: s.ID, Title: text[s.ID].Title, Paragraphs: text[s.ID].Paragraphs, Cites: s.Cites})
	}
	return topics
}

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
}

func (l *Library) loadSources() []Source { return structure[[]Source]("sources") }

// EmergencyNumbers are the numbers to call for an ambulance, by territory.
type EmergencyNumbers struct {
	// ByTerritory maps ISO 3166-1 alpha-2 codes to numbers.
	ByTerritory map[string]string `json:"byTerritory"`
	Cites       []string          `json:"cites"`
}

func (l *Library) loadNumbers() EmergencyNumbers {
	return structure[EmergencyNumbers]("emergency-numbers")
}
