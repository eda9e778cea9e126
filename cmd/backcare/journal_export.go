package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/wizard"
)

type journalExportOptions struct {
	format string
	output string
	force  bool
}

// exporters write entries, by the name of the format.
var exporters = map[string]func(io.Writer, []wizard.Entry) error{
	"json": writeEntries,
	"csv":  writeCSV,
}

func newJournalExportCommand(a *app) *cobra.Command {
	var o journalExportOptions
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the journal as JSON or for a spreadsheet",
		Long: "Write the entries that count, the oldest first, as JSON with everything in them\n" +
			"or as CSV for a spreadsheet.",
		Example: "  backcare journal export --format csv -o journal.csv\n" +
			"  backcare journal export --format json",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("output") && o.output == "" {
				return usagef("Give the output a file, or leave --output out.", "--output names no file")
			}
			return runJournalExport(a, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.format, "format", "json", "json or csv, a `format`")
	f.StringVarP(&o.output, "output", "o", "", "write to a new `file` that only you can read")
	f.BoolVar(&o.force, "force", false, "write over the file if there is one")
	return c
}

func runJournalExport(a *app, o journalExportOptions) error {
	export, ok := exporters[o.format]
	if !ok {
		hint := "There are: json, csv."
		if near, ok := guidance.Nearest(o.format, []string{"json", "csv"}); ok {
			hint = fmt.Sprintf("Did you mean %q?", near)
		}
		return usagef(hint, "there is no format %q", o.format)
	}
	if err := mayExport(o); err != nil {
		return err
	}
	j, err := openJournal()
	if err != nil {
		return err
	}
	if isFile(o.output, j.Path()) {
		return usagef("Choose another name.", "%s is the journal itself", o.output)
	}
	r, err := readJournal(j)
	if err != nil {
		return err
	}
	// A copy that lacks the newest entries could be taken for a whole one.
	if err := r.tooNew(); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := export(&out, r.entries); err != nil {
		return fmt.Errorf("export the journal: %w", err)
	}
	r.sayUnreadable(a)
	if o.output == "" || o.output == "-" {
		_, err := a.stdout.Write(out.Bytes())
		return err
	}
	if err := replace(o.output, out.Bytes(), o.force); err != nil {
		return err
	}
	a.remark(fmt.Sprintf("%d entries are in %s.", len(r.entries), o.output))
	return nil
}

// mayExport refuses a name that is taken, and with --force one that is no
// ordinary file: a folder, or a device that would be replaced by a file.
func mayExport(o journalExportOptions) error {
	if o.output == "" || o.output == "-" {
		return nil
	}
	info, err := os.Stat(o.output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("export the journal: %w", err)
	case !info.Mode().IsRegular():
		return usagef("Choose another name, or - for standard output.", "%s is not an ordinary file", o.output)
	case !o.force:
		return usagef("Choose another name, or write over it with --force.", "%s exists already", o.output)
	}
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

// replace writes a file that only its owner can read, all of it or nothing. A
// file of that name is written over only where that is allowed.
func replace(name string, data []byte, force bool) error {
	const doing = "export the journal: %w"
	f, err := os.CreateTemp(filepath.Dir(name), ".backcare-export-*")
	if err != nil {
		return fmt.Errorf(doing, err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil && !force {
		err = claim(name)
	}
	if err == nil {
		if err = os.Rename(f.Name(), name); err != nil && !force {
			err = errors.Join(err, os.Remove(name)) // what was claimed is empty
		}
	}
	if err != nil {
		return fmt.Errorf(doing, errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

// claim takes a name, so that whoever took it meanwhile keeps what is there.
func claim(name string) error {
	const ownerOnly = 0o600
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, ownerOnly)
	if err != nil {
		return err
	}
	return f.Close()
}
