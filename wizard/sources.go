package wizard

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"backcare/guidance"
)

// A SourceTeller puts into words what the content cites, and what cites what.
type SourceTeller struct{ Library *guidance.Library }

// Pages returns the list of all sources, by kind.
func (w SourceTeller) Pages() []Page {
	pages := []Page{{{Kind: Title, Text: w.Library.Say(phraseSourcesTitle)}, {Kind: Paragraph, Text: w.Library.Say(phraseSourcesLead)},
		{Kind: Note, Text: w.Library.Sayf(phraseReviewed, w.reviewed())}}}
	for _, k := range sourceKinds {
		var lines []string
		for _, s := range w.Library.Sources() {
			if s.Kind == k.kind {
				lines = append(lines, strings.TrimSpace(s.ID+": "+SourceWords(w.Library, s)+" "+w.Library.Say(readWords[s.Read])+" "+s.Address))
			}
		}
		if len(lines) > 0 {
			pages = append(pages, list(w.Library.Say(k.heading), Bullets, lines))
		}
	}
	return pages
}

// sourceKinds are the kinds of sources, in the order in which they are told.
var sourceKinds = []struct{ kind, heading string }{
	{"guideline", phraseGuidelines},
	{"health-service", phraseHealthServices},
	{"study", phraseStudies},
	{"leaflet", phraseLeaflets},
	{"reference", phraseReferenceWorks},
	{"document", phraseWebPages},
}

// reviewed returns the day on which the content was last compared with what it
// cites: that of the file for which it is longest ago.
func (w SourceTeller) reviewed() string {
	oldest := ""
	for _, day := range w.Library.Reviewed() {
		if oldest == "" || day < oldest {
			oldest = day
		}
	}
	return dayOf(w.Library, oldest)
}

// dayOf says a day that is written as YYYY-MM-DD.
func dayOf(l *guidance.Library, date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return l.Date(guidance.DateForm, day)
}

// SourceWords names a source in a line.
func SourceWords(l *guidance.Library, s guidance.Source) string {
	text := s.Title
	if !strings.HasSuffix(text, "?") {
		text += "."
	}
	if s.Publisher != "" {
		year := l.Say(phraseNoYear)
		if s.Year > 0 {
			year = strconv.Itoa(s.Year)
		}
		text += " " + s.Publisher + ", " + year + "."
	}
	return text
}

// IDs returns all ids that About knows, sorted, each once.
func (w SourceTeller) IDs() []string {
	var ids []string
	for _, s := range w.Library.Sources() {
		ids = append(ids, s.ID)
	}
	for _, f := range w.Library.Facts() {
		ids = append(ids, f.ID)
	}
	for _, c := range w.Library.Citing() {
		ids = append(ids, c.ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Lines returns a line about each of the IDs: what is behind it.
func (w SourceTeller) Lines() map[string]string {
	lines := map[string]string{}
	add := func(id, line string) {
		if _, told := lines[id]; !told {
			lines[id] = line
		}
	}
	for _, s := range w.Library.Sources() {
		add(s.ID, SourceWords(w.Library, s))
	}
	for _, f := range w.Library.Facts() {
		add(f.ID, f.Text)
	}
	for _, c := range w.Library.Citing() {
		add(c.ID, w.Library.Sayf(phraseKindOf, w.Library.Say(citingWords[c.Kind]), w.citingText(c)))
	}
	return lines
}

// About returns everything with an id: the source or the fact and what cites
// it, and the content and what that cites. Several may share an id. Upper and
// lower case are the same. With no pages there is nothing of that id.
func (w SourceTeller) About(id string) []Page {
	var pages []Page
	for _, s := range w.Library.Sources() {
		if strings.EqualFold(s.ID, id) {
			pages = append(pages, w.source(s)...)
		}
	}
	for _, f := range w.Library.Facts() {
		if strings.EqualFold(f.ID, id) {
			pages = append(pages, w.fact(f)...)
		}
	}
	for _, c := range w.Library.Citing() {
		if strings.EqualFold(c.ID, id) {
			pages = append(pages, w.citing(c))
		}
	}
	return pages
}

func (w SourceTeller) source(s guidance.Source) []Page {
	head := Page{{Kind: Title, Text: s.ID}, {Kind: Paragraph, Text: SourceWords(w.Library, s) + " " + w.Library.Say(readWords[s.Read])}}
	if s.Address != "" {
		head = append(head, Block{Kind: Paragraph, Text: s.Address})
	}
	pages := []Page{head}
	var facts []string
	for _, f := range w.Library.Facts() {
		if f.Document == s.ID {
			facts = append(facts, f.ID+": "+f.Text)
		}
	}
	if len(facts) > 0 {
		pages = append(pages, list(w.Library.Say(phraseFacts), Bullets, facts))
	}
	return append(pages, w.citedBy(s.ID)...)
}

func (w SourceTeller) fact(f guidance.Fact) []Page {
	document, _ := w.Library.Source(f.Document)
	head := Page{{Kind: Title, Text: f.ID}, {Kind: Paragraph, Text: f.Text}, {Kind: Paragraph, Text: w.Library.Say(factWords[f.Status])},
		{Kind: Note, Text: w.Library.Sayf(phraseFactOf, f.ID, document.Title) + " (" + document.ID + ")"}}
	return append([]Page{head}, w.citedBy(f.ID)...)
}

// citedBy lists what cites an id, or nothing where it is cited through its
// facts only.
func (w SourceTeller) citedBy(id string) []Page {
	var lines []string
	for _, c := range w.Library.CitedBy(id) {
		lines = append(lines, w.Library.Sayf(phraseKindOf, w.citingName(c), w.citingText(c)))
	}
	if len(lines) == 0 {
		return nil
	}
	return []Page{list(w.Library.Say(phraseCitedBy), Bullets, lines)}
}

// citing tells a piece of content and what it cites.
func (w SourceTeller) citing(c guidance.Citing) Page {
	var lines []string
	for _, id := range c.Cites {
		if f, ok := w.Library.Fact(id); ok {
			lines = append(lines, f.ID+" ("+f.Document+"): "+f.Text)
		} else if s, ok := w.Library.Source(id); ok {
			lines = append(lines, strings.TrimSpace(s.ID+": "+SourceWords(w.Library, s)+" "+s.Address))
		}
	}
	page := Page{{Kind: Title, Text: w.citingName(c)}, {Kind: Paragraph, Text: w.citingText(c)}}
	return append(page, list(w.Library.Say(phraseCites), Bullets, lines)...)
}

// citingName names a piece of content by its kind and id.
func (w SourceTeller) citingName(c guidance.Citing) string {
	name := w.Library.Say(citingWords[c.Kind]) + " " + c.ID
	switch {
	case c.Part == "":
		return name
	case c.Kind == guidance.CitingTopic || c.Kind == guidance.CitingContradiction:
		return w.Library.Sayf(phraseLineOf, name, c.Part)
	default:
		return w.Library.Sayf(phrasePart, name, c.Part)
	}
}

func (w SourceTeller) citingText(c guidance.Citing) string {
	if c.Kind == guidance.CitingNumbers {
		return w.Library.Say(phraseNumbersTable)
	}
	return c.Text
}
