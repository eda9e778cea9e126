// Package content carries the reviewed words and numbers of backcare:
// structure at the top, one folder of words for each language.
//
// It must not import anything but embed. Package guidance gives its files
// their meaning, and the tests of guidance validate them as a whole.
package content

import "embed"

// Files are the content files: NAME.json for structure, LANGUAGE/NAME.json
// for words.
//
//go:embed *.json */*.json
var Files embed.FS
