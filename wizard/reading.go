package wizard

import (
	"strings"
	"time"

	"backcare/guidance"
)

// readingText is what is read about a step before it begins.
func readingText(l *guidance.Library, s guidance.Step) Page {
	var page Page
	if len(s.Cautions) > 0 {
		page = append(page, list(l.Say(phraseTakeCare), Bullets, s.Cautions)...)
	}
	page = append(page, Block{Kind: Steps, Items: s.Relief.Words.How})
	if s.Relief.Words.Dose != "" {
		page = append(page, Block{Kind: Paragraph, Text: l.Say(phraseDose) + ": " + s.Relief.Words.Dose})
	}
	return append(page, list(l.Say(phraseStop), Bullets, s.Relief.Words.Stop)...)
}

// readingPage is the same for a stage that only appends lines, with the
// picture in words.
func readingPage(l *guidance.Library, s guidance.Step, place string) Page {
	title := s.Relief.Words.Title
	if place != "" {
		title += " (" + place + ")"
	}
	page := Page{{Kind: Title, Text: title}}
	if b, ok := pictureOf(l, s.Relief); ok {
		page = append(page, b)
	}
	return append(page, readingText(l, s)...)
}

// How fast people in pain read, and the bounds of the time that they get.
const (
	timePerWord     = 400 * time.Millisecond
	shortestReading = 10 * time.Second
	longestReading  = time.Minute
)

// readingTime is how long reading about a step takes: 150 words a minute,
// which is slow for one who reads but not for one who looks at the picture
// too.
func readingTime(l *guidance.Library, s guidance.Step) time.Duration {
	n := 0
	for _, b := range readingText(l, s) {
		n += len(strings.Fields(b.Text))
		for _, item := range b.Items {
			n += len(strings.Fields(item))
		}
	}
	return min(max(time.Duration(n)*timePerWord, shortestReading), longestReading)
}

// helpPage says what the keys do. How a key is called is the stage's concern.
func helpPage(keys []KeyHint) Page { return Page{{Kind: Keys, Keys: keys}} }
