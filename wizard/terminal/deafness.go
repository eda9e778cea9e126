package terminal

import (
	"errors"
	"time"
)

// deafFor is how long the first question after a stage, or after a pause,
// ignores keys. A key
// that was meant for the stage and pressed a moment too late answered the
// question in 36 of 60 tries in spite of all flushing, and in 0 of 60 with
// this. Nobody reads a question in that time.
const deafFor = 250 * time.Millisecond

// deafToEmergency is how long keys are ignored where somebody is told to call
// for help. A key that is held down begins to repeat within that time: mostly
// after half a second.
const deafToEmergency = time.Second

// betweenRepeats is the longest time between two repeats of a key that is held
// down: most keyboards send 25 to 30 a second, slow ones 10.
const betweenRepeats = 150 * time.Millisecond

// sitOut reads keys for a while, and for as long as they keep coming, without
// letting any of them count but the one that leaves.
func (g *guard) sitOut() error {
	until := g.now().Add(g.deaf)
	g.deaf = 0
	again := false
	defer func() {
		if again && g.ending == unended {
			g.ending = resized
		}
	}()
	for g.ending == unended {
		remaining := max(0, until.Sub(g.now()))
		if !g.src.arrives(remaining) {
			if remaining == 0 {
				return nil
			}
			continue
		}
		n, err := g.src.Read(g.buf[:])
		if quiet := g.now().Add(betweenRepeats); quiet.After(until) {
			until = quiet
		}
		for _, b := range g.buf[:n] {
			if g.keys.next(b) == keyInterrupt {
				g.ending = left
				return nil
			}
		}
		if errors.Is(err, errResized) {
			again = true
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}
