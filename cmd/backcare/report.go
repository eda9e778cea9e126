package main

import (
	"bytes"
	"io"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"backcare/guidance/message"
	"backcare/wizard/handout"
	"backcare/wizard/settings"
)

type reportOptions struct {
	source checkSource
	format string
	// subject is what the person wants to be called in FHIR.
	subject string
	// reader is whom the page is for.
	reader string
	output outputFile
}

// forClinician is the reader who is no person with a sore back.
const forClinician = "clinician"

// A pageFormat is one way to write what a person takes along.
type pageFormat struct {
	name string
	// suffixes end the names of files of this format.
	suffixes []string
	// handout writes the sheet for the person.
	handout func(io.Writer, handout.Check) error
	// clinician writes the page for a clinician.
	clinician func(io.Writer, handout.Check) error
}

// pageFormats are the formats of a report, in the order in which they are
// told.
var pageFormats = []pageFormat{
	{name: "html", suffixes: []string{".html", ".htm"}, handout: handout.WriteHTML, clinician: handout.WriteClinicianHTML},
	{name: "markdown", suffixes: []string{".md", ".markdown"}, handout: handout.WriteMarkdown, clinician: handout.WriteClinicianMarkdown},
	{name: "text", suffixes: []string{".txt"}, handout: handout.WriteText, clinician: handout.WriteClinicianText},
	{name: "fhir", suffixes: []string{".json"}, handout: handout.WriteFHIR, clinician: handout.WriteFHIR},
}

func newReportCommand(a *app) *cobra.Command {
	o := reportOptions{output: outputFile{doing: message.Phrase("write the report")}}
	c := &cobra.Command{
		Use:   "report [FILE]",
		Short: "Make a sheet for the fridge, or a page for the doctor",
		Long: "Make a sheet to print from a check: the plan for the day with pictures, when to\n" +
			"stop, and what would be an alarm. With --for clinician, a page for a doctor or a\n" +
			"physiotherapist: the answers, the red flags, the pain over time, what was tried.\n\n" +
			"FILE is what check --save wrote; without it and without --answers it is the\n" +
			"latest check in the journal.",
		Example: "  backcare report -o sheet.html\n" +
			"  backcare report --for clinician -o visit.html\n" +
			"  backcare report --answers answers.json | lpr",
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.source.read(c, args); err != nil {
				return err
			}
			if err := o.output.named(c); err != nil {
				return err
			}
			for flag, value := range map[string]string{"subject": o.subject, "for": o.reader, "format": o.format} {
				if value == "" && c.Flags().Changed(flag) {
					return usagef("Leave it out, or say something.", "--%s says nothing", flag)
				}
			}
			return runReport(a, o)
		},
	}
	o.source.addFlags(c)
	c.Flags().StringVar(&o.format, "format", "", "the `format`: html, markdown, text or fhir (as the output is named, else text)")
	c.Flags().StringVar(&o.subject, "subject", "", "with --format fhir, the `name` of the person; without it nothing says who it is")
	c.Flags().StringVar(&o.reader, "for", "", "the `reader`, if it is not you: clinician, for a doctor or a physiotherapist")
	o.output.addFlags(c)
	return c
}

func runReport(a *app, o reportOptions) error {
	format, err := formatFor(o)
	if err != nil {
		return err
	}
	if o.subject != "" && format.name != "fhir" {
		return usagef("Leave it out, or use --format fhir.", "--subject belongs to --format fhir")
	}
	write := format.handout
	switch o.reader {
	case "":
	case forClinician:
		write = format.clinician
	default:
		return usageWith(message.Textf("It can be for: %s. Without --for it is for you.", forClinician), "a report cannot be for %q", o.reader)
	}
	if goOn, err := o.output.checkOrAsk(a); !goOn {
		return err
	}
	c, err := a.loadCheck(o.source, now())
	if err != nil {
		return err
	}
	c.Subject = o.subject
	if o.output.standard() {
		c.Columns = a.terminal().TextWidth()
	}
	var page bytes.Buffer
	if err := write(&page, c); err != nil {
		return message.Errorf("write the report: %w", err)
	}
	if format.name == "text" && o.output.standard() && a.isHeard() {
		return a.deliver(o.output, heard(page.Bytes()))
	}
	return a.deliver(o.output, page.Bytes())
}

// isHeard reports whether somebody listens to a result, rather than a printer
// getting it, which whoever listens may have as well.
func (a *app) isHeard() bool {
	return a.asksPlainly() || a.terminal().Seen() && a.settings().On(settings.Plain)
}

// forPaper is what only a pen or an eye needs: a line under a heading, a box to
// tick, a line to write on.
var forPaper = regexp.MustCompile(`(?m)^(=+|-+)\n|\[ \] +|_{3,}`)

// heard returns the text of a report for who listens to it.
func heard(text []byte) []byte { return forPaper.ReplaceAll(text, nil) }

// deliver writes a result to standard output or to its file, and says where
// it is.
func (a *app) deliver(o outputFile, data []byte) error {
	if o.standard() {
		_, err := a.stdout.Write(data)
		return err
	}
	if err := o.write(data); err != nil {
		return err
	}
	a.remark(a.library.Sayf("It is in %s, which only you can read.", o.name))
	return nil
}

func formatNames() []string {
	var names []string
	for _, f := range pageFormats {
		names = append(names, f.name)
	}
	return names
}

// formatFor returns the format that was asked for: by its name, or by the end
// of the name of the output.
func formatFor(o reportOptions) (pageFormat, error) {
	if o.format == "" {
		for _, f := range pageFormats {
			for _, suffix := range f.suffixes {
				if strings.EqualFold(filepath.Ext(o.output.name), suffix) {
					return f, nil
				}
			}
		}
		if end := filepath.Ext(o.output.name); !o.output.standard() && end != "" && end != o.output.name {
			return pageFormat{}, usagef("Say which with --format, or end the name in .html, .md, .txt or .json. A browser prints HTML as PDF.",
				"%s is not the end of a name in any format of a report", quoted(end))
		}
		o.format = "text"
	}
	for _, f := range pageFormats {
		if f.name == o.format {
			return f, nil
		}
	}
	return pageFormat{}, usageWith(didYouMean(o.format, formatNames()), "there is no format %q", o.format)
}
