// Package content carries the reviewed words and numbers of backcare:
// structure at the top, one folder of words for each language.
//
// The JSON files are what people write. The program carries them packed, which
// is a third of the size: folder packed has each of them without its white space
// and as gzip writes it, but for a few that somebody waits for, and a test keeps
// the two the same.
//
// It must not import anything but what it takes to hand them out. Package guidance gives its files
// their meaning, and the tests of guidance validate them as a whole.
package content

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed packed/*.gz packed/*/*.gz
var packed embed.FS

const (
	folder      = "packed"
	ending      = ".gz"
	readyEnding = ".text"
)

// What the first question of a check needs is ready to be read: to unpack it
// would take a tenth of the time until that is painted, and to copy it out of an
// embed.FS a twentieth.
var (
	//go:embed packed/notices.json.text
	notices string
	//go:embed packed/questionnaire.json.text
	questionnaire string
	//go:embed packed/en/notices.json.text
	englishNotices string
	//go:embed packed/en/questionnaire.json.text
	englishQuestionnaire string
)

// ready are those files by name.
var ready = [...]struct {
	name string
	text *string
}{
	{"notices.json", &notices},
	{"questionnaire.json", &questionnaire},
	{"en/notices.json", &englishNotices},
	{"en/questionnaire.json", &englishQuestionnaire},
}

// Languages returns the languages that there are words in, by name.
func Languages() []string {
	var languages []string
	for _, entry := range in(folder) {
		if entry.IsDir() {
			languages = append(languages, entry.Name())
		}
	}
	return languages
}

// Names returns the names of all files: NAME.json for structure,
// LANGUAGE/NAME.json for words.
func Names() []string {
	var names []string
	for _, r := range ready {
		names = append(names, r.name)
	}
	for _, of := range append([]string{""}, Languages()...) {
		for _, entry := range in(path.Join(folder, of)) {
			if !entry.IsDir() {
				names = append(names, path.Join(of, strings.TrimSuffix(entry.Name(), ending)))
			}
		}
	}
	return names
}

func in(folder string) []fs.DirEntry {
	entries, _ := packed.ReadDir(folder) // embedded, so it is there
	return entries
}

// Text returns a file. Most are unpacked each time, so whoever needs it again
// keeps it.
func Text(file string) (string, error) {
	for _, r := range ready {
		if r.name == file {
			return *r.text, nil
		}
	}
	data, err := packed.ReadFile(path.Join(folder, file) + ending)
	if err != nil {
		return "", err
	}
	return unpack(data), nil
}
