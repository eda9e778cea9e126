package terminal

import (
	"io"
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
}

// A typedLine is a line, or why there is none, and when it came.
type typedLine struct {
	text string
	err  error
	at   time.Time
}

func newLinePump(r io.Reader) *linePump {
	return &linePump{lines: newLineReader(r), now: time.Now}
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
	line := <-p.ask()
	p.took()
	return line
}
