// Package content carries the reviewed words and numbers of backcare:
// structure at the top, one folder of words for each language.
//
// It must not import anything but what it takes to hand them out. Package guidance gives its files
// their meaning, and the tests of guidance validate them as a whole.
package content

import (
	"embed"
	"io"
	"strings"
)

// Files are the content files: NAME.json for structure, LANGUAGE/NAME.json
// for words.
//
//go:embed *.json */*.json
var Files embed.FS

// Text returns a file. It is copied in small steps, so that it is in memory
// once and not twice.
func Text(file string) (string, error) {
	f, err := Files.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	var text strings.Builder
	text.Grow(int(info.Size()))
	_, err = io.CopyBuffer(&text, f, make([]byte, 1<<10))
	return text.String(), err
}
