package journal

import (
	"errors"
	"io/fs"
	"os"
)

// openRegular opens the file of the journal, and refuses what is not a file of
// its own. A link is refused because the promise to keep the file private and
// to erase it would be about something else, elsewhere; a pipe or a device
// could make the program wait for ever.
func openRegular(path string, flags int) (*os.File, error) {
	if info, err := os.Lstat(path); err == nil {
		if err := regular(path, info); err != nil {
			return nil, err
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	f, err := os.OpenFile(path, flags|carefully, ownerOnlyFile)
	if isLoop(err) {
		err = &os.PathError{Op: "open", Path: path, Err: errSymlink}
	}
	if err != nil {
		return nil, err
	}
	// Once more, now that it cannot be exchanged.
	info, err := f.Stat()
	if err == nil {
		err = regular(path, info)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

func regular(path string, info fs.FileInfo) error {
	switch {
	case info.Mode().IsRegular():
		return nil
	case info.Mode()&fs.ModeSymlink != 0:
		return &os.PathError{Op: "open", Path: path, Err: errSymlink}
	default:
		return &os.PathError{Op: "open", Path: path, Err: errNotRegular}
	}
}
