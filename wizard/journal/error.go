package journal

import (
	"errors"
	"fmt"
	"io/fs"
)

// An Error is a fault of the journal that a person can do something about.
type Error struct {
	// Err says what happened.
	Err error
	// Hint says what to do, in whole sentences.
	Hint string
}

// Error says what happened, without the hint.
func (e *Error) Error() string { return e.Err.Error() }

// Unwrap returns what happened.
func (e *Error) Unwrap() error { return e.Err }

var (
	errSymlink    = errors.New("it is a symbolic link")
	errNotRegular = errors.New("it is not an ordinary file")
	errShort      = errors.New("only a part was written")
	errTooLong    = errors.New("the entry is too long")
)

// fault says what was being done when an error happened, and adds a hint where
// one helps.
func (j *Journal) fault(doing string, err error) error {
	if err == nil {
		return nil
	}
	err = fmt.Errorf("%s: %w", doing, err)
	if hint := j.hint(err); hint != "" {
		return &Error{Err: err, Hint: hint}
	}
	return err
}

func (j *Journal) hint(err error) string {
	switch {
	case isDiskFull(err):
		return "What was saved before is safe. Make room on the disk, then save again."
	case isTooLarge(err):
		return "What was saved before is safe. The file may not grow further here: see 'ulimit -f'."
	case errors.Is(err, errShort):
		return "What was saved before is safe. Save again."
	case errors.Is(err, errTooLong):
		return "Shorten the note."
	case errors.Is(err, errSymlink):
		return "Put the file itself there. The folder " + j.folder + " may be a link."
	case errors.Is(err, errNotRegular), isFolder(err):
		return "Move away what is at " + j.Path() + "."
	case isNotFolder(err):
		return "A file is where a folder is needed. Move it away, or set XDG_DATA_HOME to another folder."
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return "Make " + j.folder + " and the file in it yours to read and write, or set XDG_DATA_HOME to another folder."
	}
	return ""
}
