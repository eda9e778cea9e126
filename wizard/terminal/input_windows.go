package terminal

import (
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"golang.org/x/term"
)

// isTerminal reports whether f is a console, or one of the pipes that mintty
// uses as a terminal. Both get plain lines.
func isTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd())) || isatty.IsCygwinTerminal(f.Fd())
}

// arrives is never needed: keys are not read on Windows.
func arrives(*os.File, time.Duration) bool { return true }

// noFlowControl does nothing: there is no such thing on a console.
func noFlowControl(*os.File) {}

// flush does nothing: plain lines are read, and an empty line answers nothing.
func flush(*os.File) {}

// drain does nothing, as flush does.
func drain(*os.File) bool { return false }
