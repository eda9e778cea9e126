package guidance

// ClinicalTerm returns what a clinician calls what an item asks, for a page
// that a clinician reads. It names the question and diagnoses nothing.
func (l *Library) ClinicalTerm(item string) string { return l.clinicalTerms()[item] }

func (l *Library) loadClinicalTerms() map[string]string {
	return words[map[string]string](l, "clinical-terms")
}
