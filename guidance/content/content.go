// Package content carries the reviewed words and numbers of backcare:
// structure at the top, one folder of words for each language.
//
// It must not import anything but what it takes to hand them out. Package guidance gives its files
// their meaning, and the tests of guidance validate them as a whole.
package content

import "embed"

// Files are the content files: NAME.json for structure, LANGUAGE/NAME.json
// for words.
//
//go:embed *.json */*.json
var Files embed.FS

// Text returns a file. It is not copied: what is embedded is in memory with the
// program, and a copy would be there a second time. Files cannot do that, so
// texts.go names the files once more, but for those of translations: a folder is
// all that one needs, and what it lacks is filled in in a copy anyway.
func Text(file string) (string, error) {
	if t := text(file); t != nil {
		return *t, nil
	}
	data, err := Files.ReadFile(file)
	return string(data), err
}
