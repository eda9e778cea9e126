package journal

import (
	"path/filepath"

	"backcare/wizard"
)

// fileName is the name of the journal in its folder.
const fileName = "journal.jsonl"

// A Journal is the diary in a file. Several programs, and several goroutines
// of one, may use it at the same time.
type Journal struct {
	folder string
	ids    ids
}

var _ wizard.Diary = (*Journal)(nil)

// Open returns the journal in a folder, such as that of Dir. It touches
// nothing: neither the folder nor the file needs to be there before the first
// Append.
func Open(folder string) *Journal { return &Journal{folder: folder} }

// Path returns where the file of the journal is, or will be.
func (j *Journal) Path() string { return filepath.Join(j.folder, fileName) }
