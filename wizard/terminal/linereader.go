package terminal

import (
	"bufio"
	"errors"
	"io"
)

// errTooLong says that a line was longer than any answer.
var errTooLong = errors.New("line too long")

// longestLine is the most that is read for one line.
const longestLine = 64 << 10

// A lineReader reads lines. There is one for the life of the program, because
// what it has buffered belongs to the questions that follow.
type lineReader struct {
	r *bufio.Reader
	// skipping is true while the rest of a long line is still to come.
	skipping bool
}

func newLineReader(r io.Reader) *lineReader {
	return &lineReader{r: bufio.NewReaderSize(r, longestLine)}
}

// next returns the next line without its end. A last line without an end
// counts; after it comes io.EOF.
func (l *lineReader) next() (string, error) {
	for {
		line, err := l.r.ReadSlice('\n')
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			if !l.skipping {
				l.skipping = true
				return "", errTooLong
			}
		case l.skipping && err == nil:
			l.skipping = false
		case len(line) > 0 && !l.skipping && (err == nil || errors.Is(err, io.EOF)):
			return string(line), nil
		default:
			return "", err
		}
	}
}
