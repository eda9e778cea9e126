package settings

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"backcare/guidance"
	"backcare/guidance/message"
)

// fileName is the file in the folder of the settings.
const fileName = "settings"

// Path returns where the settings are: in the folder backcare of the person's
// configuration, as the system knows it ($XDG_CONFIG_HOME or ~/.config on
// Linux). It is a *message.Advised where there is no such folder, for example because
// HOME is not set, or names another folder wherever the program is started.
func Path() (string, error) {
	const hint message.Phrase = "Set XDG_CONFIG_HOME to the full path of a folder for your settings."
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", &message.Advised{Err: message.Errorf("find the settings: %w", err), Hint: hint}
	}
	if !filepath.IsAbs(dir) {
		return "", &message.Advised{Err: message.Errorf("find the settings: %w", errNotAbsolute), Hint: hint}
	}
	return filepath.Join(dir, "backcare", fileName), nil
}

// A File is what stands in the file of the settings, not yet understood. The
// zero value is an empty one.
type File struct {
	path  string
	lines []string
	err   error // why it could not be read
}

// Read reads a file of settings. One that is not there is empty. What is wrong
// with it, Decide says.
func Read(path string) File {
	data, err := read(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return File{path: path}
	case err != nil:
		return File{path: path, err: message.Errorf("read the settings: %w", err)}
	}
	return File{path: path, lines: split(data)}
}

// Empty reports whether nothing was set and nothing is wrong, so that there is
// nothing to tell about it.
func (f File) Empty() bool { return f.err == nil && len(f.lines) == 0 }

// problems are all errors of a file: each line that is wrong, by its number.
func (f File) problems(l *guidance.Library) []error {
	if f.err != nil {
		return []error{f.err}
	}
	var problems []error
	before := map[string]int{} // the line that a setting was in
	for n, text := range f.lines {
		err := wrong(l, text)
		if name, _, _ := parse(text); err == nil && name != "" {
			s, _ := find(name)
			if first := before[s.name]; first > 0 {
				err = message.Errorf("%s was in line %d already; this line counts", s.name, first)
			}
			before[s.name] = n + 1
		}
		if err != nil {
			problems = append(problems, message.Errorf("%s, line %d: %w", f.path, n+1, err))
		}
	}
	return problems
}

// wrong says what is wrong with a line.
func wrong(l *guidance.Library, text string) error {
	name, value, found := parse(text)
	if name == "" && !found {
		return nil
	}
	if !found {
		return message.Errorf("%q is not of the form \"name = value\"", beginning(text))
	}
	s, known := find(name)
	if !known {
		return message.Errorf("there is no setting %q; there are: %s", beginning(name), strings.Join(Names(), ", "))
	}
	if _, ok := s.take(l, value); !ok {
		return message.Errorf("%s is %q, but it can be: %s", name, beginning(value), s.can(l))
	}
	return nil
}

// value returns what a file makes of a setting: what its last line says that
// can be understood.
func (f File) value(l *guidance.Library, s setting) (string, bool) {
	for _, text := range slices.Backward(f.lines) {
		name, value, found := parse(text)
		if known, ok := find(name); !found || !ok || known.name != s.name {
			continue
		}
		if v, ok := s.take(l, value); ok {
			return v, true
		}
	}
	return "", false
}

// parse takes a line apart. A line with nothing but a comment is empty.
func parse(text string) (name, value string, found bool) {
	text, _, _ = strings.Cut(text, "#")
	name, value, found = strings.Cut(text, "=")
	return strings.TrimSpace(name), strings.TrimSpace(value), found
}

// beginning returns the beginning of a text, enough to know it by: a file that
// is no settings at all may have one line of a megabyte.
func beginning(text string) string {
	const enough = 60
	if runes := []rune(text); len(runes) > enough {
		return string(runes[:enough]) + "..."
	}
	return text
}

// Set changes one setting in a file, and leaves all other lines and every
// comment as they are. A file or folder that is not there is made, for its
// owner only. Either all of the new file is there afterwards, or the old one
// is. It returns the value as it was written.
func Set(l *guidance.Library, path, name, value string) (string, error) {
	s, known := find(name)
	if !known {
		return "", message.Errorf("there is no setting %q; there are: %s", name, strings.Join(Names(), ", "))
	}
	v, ok := s.take(l, value)
	if !ok {
		return "", message.Errorf("%s cannot be %q; it can be: %s", s.name, value, s.can(l))
	}
	return v, change(path, func(lines []string) []string { return s.set(lines, v) })
}

// Unset takes a setting out of a file, so that the default counts again. It
// leaves every comment. A file that is not there stays away.
func Unset(path, name string) error {
	s, known := find(name)
	if !known {
		return message.Errorf("there is no setting %q; there are: %s", name, strings.Join(Names(), ", "))
	}
	if f := Read(path); f.Empty() {
		return nil
	}
	return change(path, s.unset)
}

// change edits what stands in a file. No other change comes between the
// reading and the writing.
func change(path string, edit func([]string) []string) error {
	const ownerOnly = 0o700
	err := os.MkdirAll(filepath.Dir(path), ownerOnly)
	if err != nil {
		return message.Errorf("change the settings: %w", err)
	}
	unlock, err := lock(filepath.Dir(path))
	if err != nil {
		return message.Errorf("change the settings: %w", err)
	}
	defer unlock()
	// A link, as people have to a folder of all their settings, stays one.
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	old, err := read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return message.Errorf("change the settings: %w", err)
	}
	if err := replace(path, join(edit(split(old)))); err != nil {
		return message.Errorf("change the settings: %w", err)
	}
	return nil
}

// byteOrderMark is what some editors write before the first line.
const byteOrderMark = "\ufeff"

// split returns the lines of a file.
func split(data []byte) []string {
	text := strings.TrimSuffix(strings.TrimPrefix(string(data), byteOrderMark), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

func join(lines []string) []byte {
	if len(lines) == 0 {
		return nil
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}

// set returns lines with a setting changed: in the last that is about it, which
// is the one that counts.
func (s setting) set(lines []string, value string) []string {
	for n, text := range slices.Backward(lines) {
		if name, _, found := parse(text); found && s.isCalled(name) {
			lines[n] = indent(text) + s.name + " = " + value + remark(text)
			return lines
		}
	}
	return append(lines, s.name+" = "+value)
}

// unset returns lines without those that are about a setting. What was remarked
// beside one stays.
func (s setting) unset(lines []string) []string {
	var kept []string
	for _, text := range lines {
		if name, _, found := parse(text); found && s.isCalled(name) {
			if text = strings.TrimSpace(remark(text)); text == "" {
				continue
			}
		}
		kept = append(kept, text)
	}
	return kept
}

func (s setting) isCalled(name string) bool {
	known, ok := find(name)
	return ok && known.name == s.name
}

// indent returns the space before a line.
func indent(text string) string { return text[:len(text)-len(strings.TrimLeft(text, " \t"))] }

// remark returns the comment behind a line, with the space before it, or the
// space at its end.
func remark(text string) string {
	code, _, _ := strings.Cut(text, "#")
	return text[len(strings.TrimRight(code, " \t\r")):]
}

// replace puts a file in the place of another.
func replace(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), fileName+"-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
