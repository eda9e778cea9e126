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

// EmergencyNumbers are the numbers to call for an ambulance, by territory.
type EmergencyNumbers struct {
	// ByTerritory maps ISO 3166-1 alpha-2 codes to numbers.
	ByTerritory map[string]string `json:"byTerritory"`
	Cites       []string          `json:"cites"`
}

func (l *Library) loadNumbers() EmergencyNumbers {
	return structure[EmergencyNumbers]("emergency-numbers")
}
