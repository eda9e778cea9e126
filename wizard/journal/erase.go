package journal

import (
	"errors"
	"io/fs"
	"os"

	"backcare/guidance/message"
)

// Erase removes the journal for good, and its folder where nothing else is in
// it, and returns the paths of what it removed; none where there was nothing.
// The folder stays where it is a link. Copies elsewhere, such as in a backup,
// are not touched, nor can what another program is saving at that very moment
// be told to be erased.
func (j *Journal) Erase() (removed []string, err error) {
	const doing message.Phrase = "erase the journal"
	info, err := os.Lstat(j.Path())
	if err == nil {
		err = regular(j.Path(), info)
	}
	if err == nil {
		err = os.Remove(j.Path())
	}
	switch {
	case err == nil:
		removed = append(removed, j.Path())
		// Erased must not come back after a power cut either.
		if err := syncFolder(j.folder); err != nil {
			return removed, j.fault(doing, err)
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, j.fault(doing, err)
	}
	if info, err := os.Lstat(j.folder); err != nil || !info.IsDir() {
		return removed, nil
	}
	switch err := os.Remove(j.folder); {
	case err == nil:
		removed = append(removed, j.folder)
	case !isNotEmpty(err):
		return removed, j.fault(doing, err)
	}
	return removed, nil
}
