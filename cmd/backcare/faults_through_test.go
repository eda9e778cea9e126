//go:build unix

package main

import "testing"

// Each way through the program is gone to its end. With the flag -strace all that
// it asks of the system is written down, in each phase of the player as well.
func TestEveryWayThrough(t *testing.T) {
	t.Run("through", func(t *testing.T) {
		for _, p := range passages() {
			t.Run(p.name, func(t *testing.T) {
				t.Parallel()
				who := p.begin(t)
				who.goTo(everything)
				if who.open == aStage {
					who.from = who.Received()
					who.Press("q")
					who.deaf = true // as after every stage
					who.goTo(everything)
				}
				if code := who.Wait(); code != exitDone {
					t.Errorf("got exit code %d, want %d:\n%s", code, exitDone, who.Screen())
				}
			})
		}
		for _, f := range phases() {
			if *traces == "" {
				break // TestLeftInEveryPhase goes there
			}
			t.Run(f.name, func(t *testing.T) {
				t.Parallel()
				who := f.begin(t)
				who.Press(keyCtrlC)
				if code := who.Wait(); code != exitLeft {
					t.Errorf("got exit code %d, want %d", code, exitLeft)
				}
			})
		}
	})
	t.Logf("%d ways through the program, and %d phases of the player if it is watched", len(passages()), len(phases()))
}
