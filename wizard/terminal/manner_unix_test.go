//go:build unix

package terminal

import (
	"testing"

	"backcare/wizard/terminal/ptytest"
)

// A terminal is measured, whatever COLUMNS says.
func TestColumnsOfATerminal(t *testing.T) {
	tty := ptytest.Open(t, 47, 20).TTY()
	if got := columnsOf(tty, func(string) string { return "30" })(); got != 47 {
		t.Errorf("got %d columns, want 47", got)
	}
}
