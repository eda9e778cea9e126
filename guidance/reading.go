package guidance

// EmergencyNumbers are the numbers to call for an ambulance, by territory.
type EmergencyNumbers struct {
	// ByTerritory maps ISO 3166-1 alpha-2 codes to numbers.
	ByTerritory map[string]string `json:"byTerritory"`
	Cites       []string          `json:"cites"`
}

func (l *Library) loadNumbers() EmergencyNumbers {
	return structure[EmergencyNumbers]("emergency-numbers")
}
