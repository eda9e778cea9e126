package journal

import (
	"bytes"
	"errors"
	"io"
)

// A window is a part of a file that was read lately. Lines that stand one after
// the other are mostly read with one call of the system, forwards and
// backwards.
type window struct {
	data  []byte
	at    int64 // of data in the file
	valid int   // how much of data was read
}

// line returns the line that begins at a place, without its newline. It is
// valid until the next call.
func (w *window) line(f io.ReaderAt, at int64) ([]byte, error) {
	const usual = 64 << 10
	if w.data == nil {
		w.data = make([]byte, usual)
	}
	if line, whole := w.has(at); whole {
		return line, nil
	}
	from := at
	if at < w.at { // backwards, with what is before it
		from = max(0, at-int64(len(w.data))*3/4)
	}
	for {
		if err := w.read(f, from); err != nil {
			return nil, err
		}
		line, whole := w.has(at)
		if whole || w.valid < len(w.data) {
			return line, nil // the last line may have no end
		}
		if from < at {
			from = at
			continue
		}
		w.data = make([]byte, 2*len(w.data))
	}
}

// has returns the line at a place as far as it is in the window, and whether it
// is whole.
func (w *window) has(at int64) (line []byte, whole bool) {
	if at < w.at || at >= w.at+int64(w.valid) {
		return nil, false
	}
	line = w.data[at-w.at : w.valid]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		return line[:end], true
	}
	return line, false
}

func (w *window) read(f io.ReaderAt, from int64) error {
	n, err := f.ReadAt(w.data, from)
	w.at, w.valid = from, n
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return err
}
