package journal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	"backcare/wizard"
)

// All goes through the whole file, a line at a time, as wizard.Diary says. A
// journal that is not there is empty. An entry may be kept and changed by
// whoever gets it, and the sequence may be gone through again.
func (j *Journal) All() iter.Seq2[wizard.Entry, error] {
	return func(yield func(wizard.Entry, error) bool) {
		j.each(func(wizard.Entry) bool { return true }, yield)
	}
}

// Current goes through the entries that count. It reads the file twice, the
// first time for the corrections only; what is kept meanwhile counts where the
// second time finds it.
func (j *Journal) Current() iter.Seq2[wizard.Entry, error] {
	return func(yield func(wizard.Entry, error) bool) {
		corrections, err := j.corrections()
		if err != nil {
			yield(wizard.Entry{}, err)
			return
		}
		j.each(corrections.Counts, yield)
	}
}

const reading = "read the journal"

func (j *Journal) each(counts func(wizard.Entry) bool, yield func(wizard.Entry, error) bool) {
	var d decoder
	stopped := false
	err := j.lines(func(n int, data []byte, ended bool, err error) bool {
		var entry wizard.Entry
		found, unreadable := d.entry(&entry, n, data, ended, err)
		switch {
		case unreadable != nil:
			stopped = !yield(wizard.Entry{}, unreadable)
		case found && counts(entry):
			stopped = !yield(entry, nil)
		}
		return !stopped
	})
	if err != nil && !stopped {
		yield(wizard.Entry{}, err)
	}
}

// entry decodes a line, and reports whether it found an entry. An empty line is
// neither an entry nor unreadable: there is nothing in it.
func (d *decoder) entry(to *wizard.Entry, n int, data []byte, ended bool, err error) (found bool, unreadable error) {
	if n == 1 {
		data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // some editors put it there
	}
	data = bytes.TrimSuffix(data, []byte("\r")) // and this
	if len(data) == 0 && err == nil {
		return false, nil
	}
	if err == nil {
		err = d.decode(data, to)
	}
	if err != nil {
		return false, &wizard.UnreadableError{Line: n, Err: err, Newer: errors.Is(err, errNewer), Unfinished: !ended}
	}
	return true, nil
}

// corrections reads what corrects what. A line that does not name the field is
// not decoded, and most do not. Written otherwise, with an escape in the name
// of the field, it would be overlooked; nobody writes it so.
func (j *Journal) corrections() (*wizard.Corrections, error) {
	var d decoder
	var c wizard.Corrections
	field := []byte(`corrects"`) // without the first quote it is found twice as fast
	err := j.lines(func(n int, data []byte, ended bool, err error) bool {
		if bytes.Contains(data, field) {
			var entry wizard.Entry
			if found, _ := d.entry(&entry, n, data, ended, err); found {
				c.Add(entry)
			}
		}
		return true
	})
	return &c, err
}

// lines calls line with every line of the file, without its newline, until it
// returns false. ended is false for a last line that has none. The data are
// valid until line returns. A line of more than maxLine is passed over with an
// error.
func (j *Journal) lines(line func(n int, data []byte, ended bool, err error) bool) error {
	f, err := openRegular(j.Path(), os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return j.fault(reading, err)
	}
	defer f.Close() // nothing was written that closing could lose
	const atOnce = 64 << 10
	in := bufio.NewReaderSize(f, atOnce)
	var long []byte
	for n := 1; ; n++ {
		data, ended, err := readLine(in, &long)
		if err != nil && !errors.Is(err, errTooLong) {
			return j.fault(reading, err)
		}
		if !ended && len(data) == 0 && err == nil {
			return nil
		}
		if !line(n, data, ended, err) || !ended {
			return nil
		}
	}
}

// readLine returns the next line without its newline, or an empty one that has
// not ended after the last. long is the memory for lines that do not fit into
// the reader's.
func readLine(in *bufio.Reader, long *[]byte) (data []byte, ended bool, err error) {
	data, err = in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		*long = (*long)[:0]
		length := 0
		for errors.Is(err, bufio.ErrBufferFull) {
			if length += len(data); length <= maxLine {
				*long = append(*long, data...)
			}
			data, err = in.ReadSlice('\n')
		}
		if length += len(data); length > maxLine {
			*long = nil
			data = nil
			if err == nil || errors.Is(err, io.EOF) {
				return nil, err == nil, fmt.Errorf("%w: %d bytes, and %d are possible", errTooLong, length, maxLine)
			}
		} else {
			*long = append(*long, data...)
			data = *long
		}
	}
	if errors.Is(err, io.EOF) {
		return data, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return data[:len(data)-1], true, nil
}
