package main

import "backcare/guidance/message"

const (
	phraseEither = "%s or %s"
	phraseBoth   = "%s and %s"
)

// anyOf lists some texts of which one is meant, and allOf some of which all
// are. There is at least one.
func anyOf(texts []string) message.Text { return enumerated(phraseEither, texts) }
func allOf(texts []string) message.Text { return enumerated(phraseBoth, texts) }

func enumerated(two string, texts []string) message.Text {
	if len(texts) == 1 {
		return message.Textf("%s", texts[0])
	}
	return message.Textf(two, texts[0], enumerated(two, texts[1:]))
}
