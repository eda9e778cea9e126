package journal

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"

	"backcare/guidance/message"
	"backcare/wizard"
)

// All goes through the whole file, a line at a time, as wizard.Diary says. A
// journal that is not there is empty. An entry may be kept and changed by
// whoever gets it, and the sequence may be gone through again.
func (j *Journal) All() iter.Seq2[wizard.Entry, error] {
	return func(yield func(wizard.Entry, error) bool) {
		j.each(newLineBuffer(), &decoder{}, func(wizard.Entry) bool { return true }, yield)
	}
}

// Current goes through the entries that count. It reads the file twice, the
// first time for the corrections only; what is kept meanwhile counts where the
// second time finds it.
func (j *Journal) Current() iter.Seq2[wizard.Entry, error] { return j.current(whole) }

// Course goes through the entries that count as Current does, without the
// answers of the checks. What was done, and how bad it was, are valid only until
// the next.
func (j *Journal) Course() iter.Seq2[wizard.Entry, error] { return j.current(course) }

func (j *Journal) current(depth depth) iter.Seq2[wizard.Entry, error] {
	return func(yield func(wizard.Entry, error) bool) {
		in := newLineBuffer()
		corrections, err := j.corrections(in)
		if err != nil {
			yield(wizard.Entry{}, err)
			return
		}
		j.each(in, &decoder{depth: depth, lends: depth == course}, corrections.Counts, yield)
	}
}

const reading = "read the journal"

func (j *Journal) each(in *bufio.Reader, d *decoder, counts func(wizard.Entry) bool, yield func(wizard.Entry, error) bool) {
	stopped := false
	var entry wizard.Entry // once, because it is on the heap
	err := j.lines(in, func(l rawLine) bool {
		entry = wizard.Entry{}
		found, unreadable := d.entry(&entry, l)
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
func (d *decoder) entry(to *wizard.Entry, l rawLine) (found bool, unreadable error) {
	data, err := bytes.TrimSuffix(l.data, []byte("\r")), l.err // some editors put it there
	if len(data) == 0 && err == nil {
		return false, nil
	}
	if err == nil {
		err = d.decode(data, to)
	}
	if err != nil {
		return false, &wizard.UnreadableError{Line: l.number, Err: err, Newer: errors.Is(err, errNewer), Unfinished: !l.ended}
	}
	return true, nil
}

// corrections reads what corrects what. A line that does not name the field is
// not decoded, and most do not. Written otherwise, with an escape in the name
// of the field, it would be overlooked; nobody writes it so.
func (j *Journal) corrections(in *bufio.Reader) (*wizard.Corrections, error) {
	var d decoder
	var c wizard.Corrections
	field := []byte(`corrects"`) // without the first quote it is found twice as fast
	err := j.lines(in, func(l rawLine) bool {
		if bytes.Contains(l.data, field) {
			var entry wizard.Entry
			if found, _ := d.entry(&entry, l); found {
				c.Add(entry)
			}
		}
		return true
	})
	return &c, err
}

// A rawLine is a line of the file.
type rawLine struct {
	// number counts from 1, and at is where the line begins, in bytes.
	number int
	at     int64
	// data are without the newline, and valid until the next line. Where the
	// line is too long to be read they are empty, and err says so.
	data []byte
	err  error
	// ended is false for a last line that has no newline.
	ended bool
}

// newLineBuffer returns memory to read lines through. Whoever goes through the
// file twice takes the same one.
func newLineBuffer() *bufio.Reader {
	const atOnce = 64 << 10
	return bufio.NewReaderSize(nil, atOnce)
}

// lines calls line with every line of the file, until it returns false.
func (j *Journal) lines(in *bufio.Reader, line func(rawLine) bool) error {
	f, err := openRegular(j.Path(), os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		defer f.Close() // nothing was written that closing could lose
		err = eachLine(f, in, line)
	}
	return j.fault(reading, err)
}

// eachLine calls line with every line of a file, until it returns false.
func eachLine(f io.Reader, in *bufio.Reader, line func(rawLine) bool) error {
	in.Reset(f)
	// Some editors put it before the first line.
	mark := []byte("\xef\xbb\xbf")
	l := rawLine{ended: true}
	if begin, _ := in.Peek(len(mark)); bytes.Equal(begin, mark) {
		n, err := in.Discard(len(mark))
		if l.at = int64(n); err != nil {
			return err
		}
	}
	var long []byte
	for l.ended {
		data, length, ended, err := readLine(in, &long)
		if err != nil && !errors.Is(err, errTooLong) {
			return err
		}
		l.number++
		l.data, l.err, l.ended = data, err, ended
		if length == 0 || !line(l) {
			return nil
		}
		l.at += length
	}
	return nil
}

// readLine returns the next line without its newline, and its length with it,
// which is 0 only after the last. long is the memory for lines that do not fit
// into the reader's.
func readLine(in *bufio.Reader, long *[]byte) (data []byte, length int64, ended bool, err error) {
	data, err = in.ReadSlice('\n')
	length = int64(len(data))
	if errors.Is(err, bufio.ErrBufferFull) {
		*long = append((*long)[:0], data...)
		for errors.Is(err, bufio.ErrBufferFull) {
			data, err = in.ReadSlice('\n')
			if length += int64(len(data)); length <= maxLine {
				*long = append(*long, data...)
			}
		}
		data = *long
	}
	if ended = err == nil; ended {
		data = data[:max(len(data)-1, 0)]
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	if err == nil && length > maxLine {
		*long, data = nil, nil
		err = message.Errorf("%w: %d bytes, and %d are possible", errTooLong, length, maxLine)
	}
	return data, length, ended, err
}
