package guidance

// A GivenAnswer is one answer as it was read from another format than that of
// ParseAnswers.
type GivenAnswer struct {
	// Item is the id of the item that it answers.
	Item string
	// Options are the ids of the options that could be read, whether or not
	// they exist.
	Options []string
	// Malformed is true where something about the answer could not be read,
	// which one of the problems says. The answer is then given, but never
	// counts.
	Malformed bool
}

// ResponseTo returns the response of answers that were read from another
// format, given what was found wrong with that format, a sentence each. It is
// as strict as ParseAnswers: with anything wrong the error is an *AnswersError
// that names every problem, those of the format first, and any emergency sign
// among the answers.
func (t *Triage) ResponseTo(given []GivenAnswer, problems []error) (Response, error) {
	p := t.newAnswersParser()
	for _, wrong := range problems {
		p.add(wrong)
	}
	for _, g := range given {
		if item, ok := p.item(g.Item); ok {
			p.take(item, g.Options, p.know(item, g.Options) && !g.Malformed)
		}
	}
	return p.finish()
}
