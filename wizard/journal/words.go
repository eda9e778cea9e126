package journal

// words are ids that were read lately, so that they need not be copied for
// each entry: there are few, and every entry repeats some. They take the same
// memory whatever the file holds.
type words [256]word

// word is an id, as a text and as an answer.
type word struct {
	text   string
	answer any
}

// of returns a text as a word, the same one for the same text as long as no
// other takes its place.
func (w *words) of(text []byte) *word {
	var place uint8
	if n := len(text); n > 0 {
		place = uint8(n)*31 + text[0]*7 + text[n/2]*3 + text[n-1]
	}
	known := &w[place]
	if known.text != string(text) || known.answer == nil {
		known.text = string(text)
		known.answer = known.text
	}
	return known
}
