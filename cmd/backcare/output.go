package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"backcare/guidance/message"
	"backcare/wizard"
)

// ownerOnly are the rights of every file that backcare makes: what is in it
// concerns one person.
const ownerOnly = 0o600

// An outputFile is where a result goes instead of standard output.
type outputFile struct {
	// name is that of the file, or empty or "-" for standard output.
	name string
	// force writes over a file that is there.
	force bool
	// doing says what is done, for errors.
	doing message.Phrase
}

// addFlags gives a command the flags for it.
func (o *outputFile) addFlags(c *cobra.Command) {
	c.Flags().StringVarP(&o.name, "output", "o", "", "write to a new `file` that only you can read")
	c.Flags().BoolVar(&o.force, "force", false, "write over the file if there is one")
}

// standard reports whether the result goes to standard output.
func (o outputFile) standard() bool { return o.name == "" || o.name == "-" }

// endsIn reports whether it is a file of a kind, by the end of its name.
func (o outputFile) endsIn(suffix string) bool {
	return !o.standard() && strings.EqualFold(filepath.Ext(o.name), suffix)
}

// named refuses the flag without a name.
func (o outputFile) named(c *cobra.Command) error {
	if c.Flags().Changed("output") && o.name == "" {
		return usagef("Give the output a file, or leave --output out.", "--output names no file")
	}
	return nil
}

// errTaken is that a file is there and may not be written over.
var errTaken = message.New("exists already")

// check refuses a name before anything is done for it: one that is taken, and
// with force one that is no ordinary file, such as a folder, or a device that
// would be replaced by a file.
func (o outputFile) check() error {
	if o.standard() {
		return nil
	}
	info, err := os.Stat(o.name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(o.name); err == nil {
			return usagef("Choose another name, or - for standard output.", "%s is a link that leads nowhere", o.name)
		}
		if _, err := os.Stat(filepath.Dir(o.name)); err != nil {
			return usagef("Make the folder first.", "%s: %w", o.doing, err)
		}
		return nil
	case err != nil:
		return message.Errorf("%s: %w", o.doing, err)
	case !info.Mode().IsRegular():
		return usagef("Choose another name, or - for standard output.", "%s is not an ordinary file", o.name)
	case !o.force:
		return usagef("Choose another name, or write over it with --force.", "%s %w", o.name, errTaken)
	}
	return nil
}

// checkOrAsk is check, but where somebody can be asked it asks before it
// refuses to write over a file. It reports whether to go on.
func (o *outputFile) checkOrAsk(a *app) (bool, error) {
	err := o.check()
	if !errors.Is(err, errTaken) {
		return err == nil, err
	}
	c, done, unasked := a.converse("")
	if unasked != nil {
		return false, err
	}
	defer done()
	chosen, err := c.Prompter.ChooseOne(wizard.Question{ID: "write-over", Text: a.library.Say("There is a file of that name. Write over it?"),
		Signs: []string{o.name}, Why: a.library.Say("What is in it now would be gone. Another name keeps both."),
		Choices: []wizard.Choice{{ID: "keep", Text: a.library.Say("No, keep it")}, {ID: "over", Text: a.library.Say("Yes, write over it")}}})
	if err != nil {
		return false, err
	}
	o.force = chosen == 1
	if !o.force {
		return false, a.terminal().Tell(wizard.Page{{Text: a.library.Say("Nothing was written.")}})
	}
	return true, nil
}

// write writes a file that only its owner can read, all of it or nothing: on a
// full disk what was there stays, and nothing else is left.
func (o outputFile) write(data []byte) error {
	return o.writeWith(func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// writeWith is write for what is written bit by bit.
func (o outputFile) writeWith(write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(o.name), ".backcare-*")
	if err != nil {
		return message.Errorf("%s: %w", o.doing, err)
	}
	if err = write(f); err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = o.take(f.Name())
	}
	if err != nil {
		return message.Errorf("%s: %w", o.doing, errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

// take gives the name of the output to what was written whole under another.
func (o outputFile) take(written string) error {
	if o.force {
		return os.Rename(written, o.name)
	}
	// A link takes the place of no file, and whoever is killed here leaves all
	// of it under its name, or nothing.
	switch err := os.Link(written, o.name); {
	case err == nil:
		return os.Remove(written)
	case errors.Is(err, fs.ErrExist):
		return err
	}
	return o.takeUnlinked(written)
}

// takeUnlinked is take where a file can have but one name, as on many sticks.
// The name is claimed first, so that whoever took it meanwhile keeps what is
// there.
func (o outputFile) takeUnlinked(written string) error {
	f, err := os.OpenFile(o.name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, ownerOnly)
	if err != nil {
		return err
	}
	if err = f.Close(); err == nil {
		err = os.Rename(written, o.name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(o.name)) // what was claimed is empty
	}
	return nil
}
