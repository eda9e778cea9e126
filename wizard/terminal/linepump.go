package terminal

import (
	"errors"
	"io"
	"sync/atomic"
	"time"
)

// A linePump reads a line only when it is asked for one. The asking can be
// given up, which reading a terminal cannot: what was asked for on a stage and
// not typed there is then the first line of the next question. There is one
// pump for the life of the program, and one asks at a time.
type linePump struct {
	lines *lineReader
	now   func() time.Time
	asked chan typedLine // what was asked for and not taken
	// interrupted hears Ctrl-C while somebody listens for a line. One that
	// comes a moment too late counts for the next line.
	interrupted chan struct{}
	listening   atomic.Bool
}

// A typedLine is a line, or why there is none, and when it came.
type typedLine struct {
	text string
	err  error
	at   time.Time
}

func newLinePump(r io.Reader) *linePump {
	return &linePump{lines: newLineReader(r), now: time.Now, interrupted: make(chan struct{}, 1)}
}

// errInterrupted is in place of a line when the person pressed Ctrl-C.
var errInterrupted = errors.New("interrupted")

// interrupt ends the wait for a line, and reports whether anybody listens.
func (p *linePump) interrupt() bool {
	if !p.listening.Load() {
		return false
	}
	select {
	case p.interrupted <- struct{}{}:
		return true
	default:
		return false // pressed again before the first was heard
	}
}

// ask returns where the next line comes. Whoever takes it says so by took.
func (p *linePump) ask() <-chan typedLine {
	if p.asked == nil {
		asked := make(chan typedLine, 1)
		p.asked = asked
		go func() {
			text, err := p.lines.next()
			asked <- typedLine{text, err, p.now()}
		}()
	}
	return p.asked
}

// took says that the line that was asked for was taken.
func (p *linePump) took() { p.asked = nil }

// next waits for the next line.
func (p *linePump) next() typedLine {
	select {
	case line := <-p.ask():
		p.took()
		return line
	case <-p.interrupted:
		return typedLine{err: errInterrupted, at: p.now()}
	}
}
