package journal

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"backcare/guidance/message"
	"backcare/wizard"
)

// What the journal is made with: health data is its owner's alone. The rights
// of a folder or file that is there already are left as they are, because
// somebody chose them; Shared tells of them.
const (
	ownerOnlyFolder = 0o700
	ownerOnlyFile   = 0o600
)

// Append adds an entry at the end of the file, and makes the folder and the
// file where they are missing. It gives the entry an ID where it has none, cuts
// its time to the second, and returns the ID. When it returns without an error
// the entry is on the disk.
//
// After an error the entry is not to be called saved, though a part of it may
// be in the file; everything saved before is there. The error is a *message.Advised
// where there is something to do about it.
func (j *Journal) Append(e wizard.Entry) (string, error) {
	const doing message.Phrase = "save to the journal"
	if e.ID == "" {
		e.ID = j.ids.next(time.Now())
	}
	e.Time = e.Time.Truncate(time.Second)
	if err := e.Validate(); err != nil {
		return "", message.Errorf("%s: %w", doing, err)
	}
	data, err := encode(e)
	if err != nil {
		return "", j.fault(doing, err)
	}
	// What is called saved must be readable. Bytes that are not UTF-8 are
	// replaced, and two ids of them may have become the same.
	if err := new(decoder).decode(bytes.TrimSuffix(data, []byte("\n")), new(wizard.Entry)); err != nil {
		return "", message.Errorf("%s: %w", doing, err)
	}
	if err := makeFolder(j.folder); err != nil {
		return "", j.fault(doing, err)
	}
	f, err := openRegular(j.Path(), os.O_RDWR|os.O_APPEND|os.O_CREATE)
	if err != nil {
		return "", j.fault(doing, err)
	}
	err = add(systemFile{f}, j.folder, data)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", j.fault(doing, err)
	}
	return e.ID, nil
}

// makeFolder makes a folder and those above it, and has each outlast a power
// cut.
func makeFolder(path string) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	above := filepath.Dir(path)
	if above == path {
		return &os.PathError{Op: "mkdir", Path: path, Err: fs.ErrNotExist}
	}
	if err := makeFolder(above); err != nil {
		return err
	}
	if err := os.Mkdir(path, ownerOnlyFolder); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(above)
}

// file is what adding needs of an open file. Tests put faults behind it.
type file interface {
	// size returns the length of the file.
	size() (int64, error)
	// ReadAt reads from anywhere.
	io.ReaderAt
	// writeOnce adds at the end of the file, in one call of the system.
	writeOnce([]byte) (int, error)
	// end returns where the last write ended.
	end() (int64, error)
	// Sync returns once everything is on the disk.
	Sync() error
}

// systemFile is a file on the disk.
type systemFile struct{ *os.File }

func (f systemFile) writeOnce(p []byte) (int, error) { return writeOnce(f.File, p) }
func (f systemFile) end() (int64, error)             { return f.Seek(0, io.SeekCurrent) }
func (f systemFile) size() (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// add writes a line so that it stands by itself, and returns once it is on the
// disk. Nothing is locked: one write at the end of a file is never mixed with
// another's.
func add(f file, folder string, data []byte) error {
	size, err := f.size()
	if err != nil {
		return err
	}
	// Before the first line, so that whoever finds a line knows that the name
	// of the file is on the disk.
	if size == 0 {
		if err := syncFolder(folder); err != nil {
			return err
		}
	}
	torn, err := isTorn(f, size)
	if err != nil {
		return err
	}
	if err := write(f, data, torn); err != nil {
		return err
	}
	if !torn && isGlued(f, data) {
		if err := write(f, data, true); err != nil {
			return err
		}
	}
	return f.Sync()
}

// isTorn reports whether the last line has no end, because the writing of it
// was interrupted. It must not swallow the next one.
func isTorn(f file, size int64) (bool, error) {
	if size == 0 {
		return false, nil
	}
	var last [1]byte
	if _, err := f.ReadAt(last[:], size-1); err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	return last[0] != '\n', nil
}

// write writes a line, on a line of its own where the one before it is torn.
func write(f file, data []byte, torn bool) error {
	if torn {
		data = append([]byte{'\n'}, data...)
	}
	n, err := f.writeOnce(data)
	if err == nil && n < len(data) {
		err = message.Errorf("%w: %d of %d bytes", errShort, n, len(data))
	}
	return err
}

// isGlued reports whether a line was written behind one that another program
// began after the look at the end of the file, and did not finish. It answers
// no where it cannot tell.
func isGlued(f file, data []byte) bool {
	const enough = 64 // past the ID
	head := data[:min(len(data), enough)]
	end, err := f.end()
	at := end - int64(len(data)) - 1
	if err != nil || at < 0 {
		return false
	}
	got := make([]byte, 1+len(head))
	if _, err := f.ReadAt(got, at); err != nil {
		return false
	}
	return bytes.Equal(got[1:], head) && got[0] != '\n'
}
