package settings

import "backcare/guidance/message"

// verbatim is a text that is the same in every language.
type verbatim string

// In implements message.Text.
func (v verbatim) In(message.Language) string { return string(v) }

// String returns the text.
func (v verbatim) String() string { return string(v) }

const phraseCountries message.Phrase = "the two letters of a country, such as GB, or none"
