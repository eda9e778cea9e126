// Package settings is what a person decided once and for all, in a small file
// that they can read and change: lines of the form
//
//	journal = yes
//
// It is strict: a key or a value that it does not know is an error that names
// the line, because a setting that is silently not heeded is worse than none.
//
// It may import wizard, for what the values mean, and the standard library. It
// must not import a terminal.
package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"backcare/wizard"
)

// Settings are all settings, with their defaults where the file says nothing.
type Settings struct {
	// Journal is whether checks are remembered.
	Journal wizard.Keep
}

// fileName is the file in the folder of the settings.
const fileName = "settings"

// Path returns where the settings are: in the folder backcare of the person's
// configuration, as the system knows it ($XDG_CONFIG_HOME or ~/.config on
// Linux). The error says that there is no such folder, for example because
// HOME is not set.
func Path() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find the settings: %w", err)
	}
	return filepath.Join(dir, "backcare", fileName), nil
}

// A key is a setting by its name.
type key struct {
	name   string
	values []string
	get    func(Settings) string
	set    func(*Settings, string)
}

var keys = []key{{"journal", []string{string(wizard.KeepAsk), string(wizard.KeepAlways), string(wizard.KeepNever)},
	func(s Settings) string { return string(s.Journal) },
	func(s *Settings, value string) { s.Journal = wizard.Keep(value) }}}

// Names returns the names of all settings.
func Names() []string {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	return names
}

// Values returns what a setting can be, and nil where there is none of that
// name.
func Values(name string) []string {
	for _, k := range keys {
		if k.name == name {
			return k.values
		}
	}
	return nil
}

// Takes reports whether a setting can be a value.
func Takes(name, value string) bool { return slices.Contains(Values(name), value) }

// Value returns what a setting is, and "" where there is none of that name.
func (s Settings) Value(name string) string {
	for _, k := range keys {
		if k.name == name {
			return k.get(s)
		}
	}
	return ""
}

// Load reads the settings from a file. One that is not there leaves the
// defaults. The error names every line that is wrong; the settings then hold
// what was right.
func Load(path string) (Settings, error) {
	s := Settings{Journal: wizard.KeepAsk}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, fmt.Errorf("read the settings: %w", err)
	}
	var problems []error
	for n, text := range split(data) {
		if err := s.line(text); err != nil {
			problems = append(problems, fmt.Errorf("%s, line %d: %w", path, n+1, err))
		}
	}
	return s, errors.Join(problems...)
}

// line takes one line of a file.
func (s *Settings) line(text string) error {
	name, value, found := parse(text)
	if name == "" && !found {
		return nil
	}
	if !found {
		return fmt.Errorf("%q is not of the form \"key = value\"", beginning(text))
	}
	k, err := find(name, value)
	if err != nil {
		return err
	}
	k.set(s, value)
	return nil
}

// parse takes a line apart. A line with nothing but a comment is empty.
func parse(text string) (name, value string, found bool) {
	text, _, _ = strings.Cut(text, "#")
	name, value, found = strings.Cut(text, "=")
	return strings.TrimSpace(name), strings.TrimSpace(value), found
}

// find returns the key of a name that takes a value.
func find(name, value string) (key, error) {
	for _, k := range keys {
		if k.name != name {
			continue
		}
		if !Takes(name, value) {
			return k, fmt.Errorf("%s is %q, but it can be: %s", name, beginning(value), strings.Join(k.values, ", "))
		}
		return k, nil
	}
	return key{}, fmt.Errorf("there is no setting %q", beginning(name))
}

// beginning returns the beginning of a text, enough to know it by: a file that
// is no settings at all may have one line of a megabyte.
func beginning(text string) string {
	const enough = 60
	if runes := []rune(text); len(runes) > enough {
		return string(runes[:enough]) + "…"
	}
	return text
}

// Set changes one setting in a file and leaves all other lines as they are. A
// file or folder that is not there is made, for its owner only. Either all of
// the new file is there afterwards, or the old one is.
func Set(path, name, value string) error {
	if _, err := find(name, value); err != nil {
		return err
	}
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("change the settings: %w", err)
	}
	if err := replace(path, changed(old, name, value)); err != nil {
		return fmt.Errorf("change the settings: %w", err)
	}
	return nil
}

// split returns the lines of a file.
func split(data []byte) []string {
	text := strings.TrimSuffix(string(data), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// changed returns the text of a file with one setting changed: in the last of
// its lines, which is the one that counts.
func changed(old []byte, name, value string) []byte {
	line := name + " = " + value
	lines := split(old)
	for n, text := range slices.Backward(lines) {
		if known, _, found := parse(text); found && known == name {
			lines[n] = line
			return join(lines)
		}
	}
	return join(append(lines, line))
}

func join(lines []string) []byte { return []byte(strings.Join(lines, "\n") + "\n") }

// replace puts a file in the place of another.
func replace(path string, data []byte) error {
	const ownerOnly = 0o700
	if err := os.MkdirAll(filepath.Dir(path), ownerOnly); err != nil {
		return err
	}
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
