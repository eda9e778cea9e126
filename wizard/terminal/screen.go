package terminal

import (
	"fmt"
	"os"

	"golang.org/x/term"

	"backcare/guidance/message"
	"backcare/wizard"
)

// The screen of a terminal is taken for the time of a stage: the other screen
// is shown, the cursor is hidden and keys arrive one by one, Ctrl-C among
// them. All of it is guarded by the lock of the terminal, because a signal
// may close that at any time.

// takeScreen takes the screen, or takes it again after the program was
// stopped. It fails when the terminal was closed.
func (t *Terminal) takeScreen() error {
	t.heed()
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return fmt.Errorf("%w: the terminal was closed", wizard.ErrLeave)
	}
	fd := int(t.in.Fd())
	// Modes come first: in the background, changing them stops the program
	// before it has written over the screen of somebody else.
	state, err := term.MakeRaw(fd)
	if err != nil {
		return fmt.Errorf("%w: no keys to be had from the terminal: %w", wizard.ErrLeave, err)
	}
	take := otherScreen + hideCursor + pasteOn
	if t.staged {
		// It was stopped from outside and never left the screen. To take it
		// twice would forget where the cursor was on the main one.
		take = mainScreen + take
	} else {
		t.offstage = state
	}
	t.keys, t.staged = true, true
	if _, err := t.err.WriteString(take); err != nil {
		return message.Errorf("write to the terminal: %w", leaving(err))
	}
	return nil
}

// leaveScreen gives the screen back as it was before takeScreen. What was
// typed and not read is thrown away.
func (t *Terminal) leaveScreen() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed || !t.staged {
		return nil
	}
	t.staged = false
	_, err := t.err.WriteString(mainScreenAgain)
	flush(t.in)
	if problem := term.Restore(int(t.in.Fd()), t.offstage); problem != nil && !gone(problem) {
		return message.Errorf("restore the terminal: %w", problem)
	}
	// Keys that came in between are as stale.
	flush(t.in)
	if err != nil && !gone(err) {
		return message.Errorf("write to the terminal: %w", err)
	}
	return nil
}

// mainScreenAgain undoes what takeScreen and scenes do to a screen.
const mainScreenAgain = resetStyle + pasteOff + mainScreen + showCursor

// onScreen writes to the screen while it is taken, and does nothing while it
// is not. It reports whether it wrote.
func (t *Terminal) onScreen(p []byte) (bool, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case t.closed:
		return false, leaving(os.ErrClosed)
	case !t.staged:
		return false, nil
	}
	_, err := steady{t.err}.Write(p)
	return true, err
}
