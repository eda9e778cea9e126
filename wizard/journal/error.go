package journal

import (
	"errors"
	"io/fs"

	"backcare/guidance/message"
)

var (
	errSymlink    = message.New("it is a symbolic link")
	errNotRegular = message.New("it is not an ordinary file")
	errShort      = message.New("only a part was written")
	errTooLong    = message.New("the entry is too long")
)

// fault says what was being done when an error happened, and adds a hint where
// one helps.
func (j *Journal) fault(doing message.Phrase, err error) error {
	if err == nil {
		return nil
	}
	err = message.Errorf("%s: %w", doing, err)
	if hint := j.hint(err); hint != nil {
		return &message.Advised{Err: err, Hint: hint}
	}
	return err
}

func (j *Journal) hint(err error) message.Text {
	switch {
	case isDiskFull(err):
		return message.Phrase("What was saved before is safe. Make room on the disk, then save again.")
	case isTooLarge(err):
		return message.Phrase("What was saved before is safe. The file may not grow further here: see 'ulimit -f'.")
	case errors.Is(err, errShort):
		return message.Phrase("What was saved before is safe. If the disk is full, make room on it. Then save again.")
	case errors.Is(err, errTooLong):
		return message.Phrase("Shorten the note.")
	case errors.Is(err, errSymlink):
		return message.Textf("Put the file itself there. The folder %s may be a link.", j.folder)
	case errors.Is(err, errNotRegular), isFolder(err):
		return message.Textf("Move away what is at %s.", j.Path())
	case isNotFolder(err):
		return message.Phrase("A file is where a folder is needed. Move it away, or set XDG_DATA_HOME to another folder.")
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return message.Textf("Make %s and the file in it yours to read and write, or set XDG_DATA_HOME to another folder.", j.folder)
	}
	return nil
}
