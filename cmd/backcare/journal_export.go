package main

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/journal"
)

type journalExportOptions struct {
	format string
	output outputFile
}

// exporters write entries, by the name of the format.
var exporters = map[string]func(io.Writer, iter.Seq2[journal.Kept, error]) error{
	"json": writeEntries,
	"csv":  writeCSV,
}

// exportFormatNames are their names, in the order in which they are told.
var exportFormatNames = []string{"json", "csv"}

func newJournalExportCommand(a *app) *cobra.Command {
	o := journalExportOptions{output: outputFile{doing: message.Phrase("export the journal")}}
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the journal as JSON or for a spreadsheet",
		Long: "Write the entries that count, the oldest first, as JSON with everything in them\n" +
			"or as CSV for a spreadsheet.",
		Example: "  backcare journal export --format csv -o journal.csv\n" +
			"  backcare journal export --format json",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.output.named(c); err != nil {
				return err
			}
			return runJournalExport(a, o)
		},
	}
	c.Flags().StringVar(&o.format, "format", "json", "json or csv, a `format`")
	o.output.addFlags(c)
	return c
}

func runJournalExport(a *app, o journalExportOptions) (err error) {
	export, ok := exporters[o.format]
	if !ok {
		return usageWith(didYouMean(o.format, exportFormatNames), "there is no format %q", o.format)
	}
	j, err := openJournal()
	if err != nil {
		return err
	}
	if isFile(o.output.name, j.Path()) {
		return usagef("Choose another name.", "%s is the journal itself", o.output.name)
	}
	if goOn, err := o.output.checkOrAsk(a); !goOn {
		return err
	}
	index, err := j.Index()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, index.Close()) }()
	r := readingOf(index)
	// A copy that lacks the newest entries could be taken for a whole one.
	if err := r.tooNew(); err != nil {
		return err
	}
	r.sayUnreadable(a)
	write := func(w io.Writer) error { return export(w, index.OldestFirst("")) }
	if o.output.standard() {
		return write(a.stdout)
	}
	if err := o.output.writeWith(write); err != nil {
		return err
	}
	a.remark(wizard.CountOf(index.Count(""), a.library.Say(phraseExportedOne), a.library.Say(phraseExported)) + " " + o.output.name + ".")
	return nil
}

// isFile reports whether a name leads to a file, which need not be there.
func isFile(name, file string) bool {
	a, errA := os.Stat(name)
	b, errB := os.Stat(file)
	if errA == nil && errB == nil {
		return os.SameFile(a, b)
	}
	absolute, err := filepath.Abs(name)
	return name != "" && err == nil && absolute == filepath.Clean(file)
}
