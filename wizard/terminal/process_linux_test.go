package terminal

import (
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"backcare/wizard/terminal/ptytest"
)

// A terminal that takes no output, as one at which somebody stopped it, keeps
// nobody from ending the program.
func TestLeavingATerminalThatTakesNothing(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		p := ptytest.Start(t, program(t, "ask"), 80, 24)
		p.WaitFor("  None of these")
		if err := unix.IoctlSetInt(int(p.TTY().Fd()), unix.TCXONC, unix.TCOOFF); err != nil {
			t.Fatal(err)
		}
		p.Hit(arrowDown) // now it writes
		p.Signal(sig)
		if code := p.Wait(); code != 130 {
			t.Errorf("%v: got exit code %d, want 130", sig, code)
		}
		if !p.Restored() {
			t.Errorf("%v: the modes of the terminal are not as they were", sig)
		}
	}
}
