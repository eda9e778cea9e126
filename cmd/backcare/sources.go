package main

import (
	"strings"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/wizard"
)

func newSourcesCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "sources [ID]",
		Short: "Show where all of this comes from, and what cites what",
		Long: "Show every work that is cited: who published it, when and where, and how it was\n" +
			"read. With an ID, show what cites it, and what it cites. An ID is that of a source,\n" +
			"of a fact, or of a rule, movement, position, remedy, question, topic or notice.",
		Example: "  backcare sources\n" +
			"  backcare sources nhs-back-pain\n" +
			"  backcare sources A19\n" +
			"  backcare sources fever",
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) > 1:
				return usagef("See 'backcare sources --help'.", "sources takes one id, but got %q", args)
			case len(args) == 1:
				return runSource(a, args[0], asJSON)
			case asJSON:
				return writeJSON(a.stdout, sourcesJSON(a.library.Sources()))
			}
			return a.presentLong(wizard.SourceTeller{Library: a.library}.Pages())
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for a script")
	return c
}

// fewIDs is how many ids are suggested for one that is not known.
const fewIDs = 3

// runSource shows everything with an id.
func runSource(a *app, id string, asJSON bool) error {
	teller := wizard.SourceTeller{Library: a.library}
	pages := teller.About(id)
	if len(pages) == 0 {
		return usagef("See 'backcare sources' for the list.", "nothing has the id %q%s", id,
			orMeant(likelyMeant(id, vocabulary{teller.IDs(), fewIDs, asItIs})))
	}
	if asJSON {
		return writeJSON(a.stdout, newReferenceJSON(a.library, id))
	}
	return a.presentLong(pages)
}

// sourceJSON is a source as scripts see it.
type sourceJSON struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	// Year is null where it is not known.
	Year    *int   `json:"year"`
	Address string `json:"address"`
	Kind    string `json:"kind"`
	Read    string `json:"read"`
}

func newSourceJSON(s guidance.Source) sourceJSON {
	out := sourceJSON{ID: s.ID, Title: s.Title, Publisher: s.Publisher, Address: s.Address, Kind: s.Kind, Read: s.Read}
	if s.Year > 0 {
		out.Year = &s.Year
	}
	return out
}

func sourcesJSON(sources []guidance.Source) []sourceJSON {
	out := make([]sourceJSON, len(sources))
	for i, s := range sources {
		out[i] = newSourceJSON(s)
	}
	return out
}

// referenceJSON is all that has an id, and what cites what.
type referenceJSON struct {
	ID     string      `json:"id"`
	Source *sourceJSON `json:"source"`
	Fact   *factJSON   `json:"fact"`
	// Content are the pieces of content of that id.
	Content []citingJSON `json:"content"`
	CitedBy []citingJSON `json:"citedBy"`
}

type factJSON struct {
	ID       string              `json:"id"`
	Document string              `json:"document"`
	Status   guidance.FactStatus `json:"status"`
	Text     string              `json:"text"`
}

type citingJSON struct {
	Kind  guidance.CitingKind `json:"kind"`
	ID    string              `json:"id"`
	Part  string              `json:"part,omitempty"`
	Text  string              `json:"text"`
	Cites []string            `json:"cites"`
}

func newReferenceJSON(l *guidance.Library, id string) referenceJSON {
	out := referenceJSON{ID: id, Content: []citingJSON{}, CitedBy: []citingJSON{}}
	for _, s := range l.Sources() {
		if strings.EqualFold(s.ID, id) {
			source := newSourceJSON(s)
			out.ID, out.Source = s.ID, &source
		}
	}
	for _, f := range l.Facts() {
		if strings.EqualFold(f.ID, id) {
			out.ID, out.Fact = f.ID, &factJSON{ID: f.ID, Document: f.Document, Status: f.Status, Text: f.Text}
		}
	}
	for _, c := range l.Citing() {
		if strings.EqualFold(c.ID, id) {
			out.ID = c.ID
			out.Content = append(out.Content, citingJSON(c))
		}
	}
	for _, c := range l.CitedBy(out.ID) {
		out.CitedBy = append(out.CitedBy, citingJSON(c))
	}
	return out
}
