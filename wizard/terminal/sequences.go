package terminal

// What a terminal is told.
const (
	showCursor    = "\x1b[?25h"
	hideCursor    = "\x1b[?25l"
	saveCursor    = "\x1b7"
	restoreCursor = "\x1b8"
	eraseRight    = "\x1b[K"
	eraseBelow    = "\x1b[J"
	eraseAll      = "\x1b[2J"
	topLeft       = "\x1b[H"
	toTheBottom   = "\x1b[999B"
	resetStyle    = "\x1b[m"
	// In between these, the terminal marks pasted text as such.
	pasteOn  = "\x1b[?2004h"
	pasteOff = "\x1b[?2004l"
	// In between these, another screen is shown, and what was on the main
	// one is kept.
	otherScreen = "\x1b[?1049h"
	mainScreen  = "\x1b[?1049l"
	bell        = "\a"
)
