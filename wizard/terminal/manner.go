package terminal

import (
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"
)

// A manner is a way to ask.
type manner int

const (
	// byNothing asks nothing, because nobody could see or answer.
	byNothing manner = iota
	// byKeys redraws a list with a highlight.
	byKeys
	// byLines prints numbered lines and reads typed ones.
	byLines
)

// A Color says where colour is used.
type Color int

const (
	// AutoColor uses colour on a terminal that has it.
	AutoColor Color = iota
	// AlwaysColor uses it in a pipe, too.
	AlwaysColor
	// NoColor uses none.
	NoColor
)

// surroundings are the facts that decide the manner and the colour.
type surroundings struct {
	in, out, err bool // which of the three is a terminal
	windows      bool
	plain        bool // what the person says
	color        Color
	getenv       func(string) string
}

// A decision is made once, when the program starts.
type decision struct {
	manner             manner
	outColor, errColor bool
	// plain is true where pages are laid out to be heard or to stand on a
	// terminal that can do nothing but append.
	plain   bool
	unicode bool
}

// decide turns facts into a decision. It is pure, so that a table can test it.
func decide(s surroundings) decision {
	d := decision{unicode: speaksUTF8(s.getenv)}
	switch {
	case s.plain:
		d.manner = byLines
	case !s.in || !s.err:
		// Questions go to the error output, so a terminal that can only
		// be typed on is not enough.
		d.manner = byNothing
	case s.windows || isDumb(s):
		// On Windows keys with a highlight have not been proven, and a
		// dumb terminal cannot move its cursor.
		d.manner = byLines
	default:
		d.manner = byKeys
	}
	d.plain = d.manner == byLines || isDumb(s)
	d.outColor = colored(s, d.manner, s.out)
	d.errColor = colored(s, d.manner, s.err)
	return d
}

// isDumb reports whether the terminal says that it understands no sequences.
func isDumb(s surroundings) bool { return s.getenv("TERM") == "dumb" }

// colored decides for one stream. No comes before yes, and a terminal that
// understands no sequences gets none, whatever was asked for.
func colored(s surroundings, m manner, isTerminal bool) bool {
	switch {
	case s.color == NoColor, m == byLines, isDumb(s):
		return false
	case s.color == AlwaysColor:
		return true
	default:
		return isTerminal
	}
}

// speaksUTF8 reads the locale as the C library does: the first variable that
// is set decides.
func speaksUTF8(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(getenv(name)); value != "" {
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return false
}

const (
	// unknownWidth is assumed where there is no terminal to measure.
	unknownWidth = 80
	// widest keeps lines readable on a wide terminal.
	widest = 80
	// narrowest is where wrapping more would leave no words on a line.
	narrowest = 20
	// widestSane is the most that COLUMNS is believed.
	widestSane = 1000
	// unknownHeight is the height of the smallest terminals in use.
	unknownHeight = 24
)

// sizeOf measures the terminal behind a file, as it is now.
func sizeOf(f *os.File) (width, height int) {
	width, height, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		width = unknownWidth
	}
	if err != nil || height <= 0 {
		height = unknownHeight
	}
	return width, height
}

// columnsOf returns a function that says how many columns there are on f,
// however long the lines. It is a function because people resize terminals.
// Where there is no terminal to measure, COLUMNS says it, if it is sane.
func columnsOf(f *os.File, getenv func(string) string) func() int {
	return func() int {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
		if n, err := strconv.Atoi(getenv("COLUMNS")); err == nil && n >= narrowest && n <= widestSane {
			return n
		}
		return unknownWidth
	}
}

// textWidthOf returns a function that says how many columns text may take
// where there are so many.
func textWidthOf(columns func() int) func() int {
	return func() int { return textWidth(columns()) }
}

// rowsOf returns a function that says how many rows there are to see of f at a
// time, or nil where f is no terminal.
func rowsOf(f *os.File) func() int {
	if !isTerminal(f) {
		return nil
	}
	return func() int {
		_, height := sizeOf(f)
		return height
	}
}

// textWidth is how many columns text takes on a terminal so many columns wide.
func textWidth(columns int) int {
	return max(narrowest, min(columns, widest))
}
