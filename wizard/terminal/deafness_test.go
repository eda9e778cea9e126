package terminal

import (
	"io"
	"testing"
	"time"
)

// A clockedTypist presses keys at times of a clock that goes on only while
// somebody waits.
type clockedTypist struct {
	clock time.Time
	keys  []struct {
		at   time.Duration
		keys string
	}
	start time.Time
}

func (c *clockedTypist) now() time.Time { return c.clock }

func (c *clockedTypist) Fd() uintptr { return 0 }

func (c *clockedTypist) arrives(within time.Duration) bool {
	if len(c.keys) > 0 {
		if at := c.start.Add(c.keys[0].at); !at.After(c.clock.Add(within)) {
			if at.After(c.clock) {
				c.clock = at
			}
			return true
		}
	}
	c.clock = c.clock.Add(within)
	return false
}

func (c *clockedTypist) Read(p []byte) (int, error) {
	if len(c.keys) == 0 {
		return 0, io.EOF
	}
	if at := c.start.Add(c.keys[0].at); at.After(c.clock) {
		c.clock = at
	}
	n := copy(p, c.keys[0].keys)
	c.keys = c.keys[1:]
	return n, nil
}

func (c *clockedTypist) press(at time.Duration, keys string) *clockedTypist {
	c.keys = append(c.keys, struct {
		at   time.Duration
		keys string
	}{at, keys})
	return c
}

// hold presses keys again and again.
func (c *clockedTypist) hold(at, every time.Duration, times int, keys string) *clockedTypist {
	for n := range times {
		c.press(at+time.Duration(n)*every, keys)
	}
	return c
}

func TestGuardIsDeafAtFirst(t *testing.T) {
	const ms = time.Millisecond
	typist := func() *clockedTypist { return &clockedTypist{start: time.Unix(0, 0), clock: time.Unix(0, 0)} }
	for _, test := range []struct {
		name   string
		typist *clockedTypist
		end    ending
		at     int
	}{
		{"enter at once, then later", typist().press(0, "\r").press(100*ms, "\x1b[B\r").press(249*ms, "\r").press(400*ms, "\x1b[B").press(900*ms, "\r"), answered, 1},
		{"only at once", typist().press(0, "\r").press(200*ms, "b?\r"), unended, 0},
		{"ctrl-c at once", typist().press(10*ms, "\x03"), left, 0},
		{"ctrl-d among others", typist().press(10*ms, "\rq\x04"), left, 0},
		{"half of an arrow", typist().press(240*ms, "\x1b[").press(270*ms, "B").press(421*ms, "\r"), answered, 0},
		{"letters are not held against the answer", typist().press(10*ms, "nnn").press(300*ms, "\r"), answered, 0},
		{"a key that is held down", typist().hold(200*ms, 33*ms, 100, "\r").press(4000*ms, "\x1b[B").press(4200*ms, "\r"), answered, 1},
		{"a key that is held down and repeats slowly", typist().hold(200*ms, 140*ms, 20, "\r"), unended, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := guardOne()
			g.src, g.now, g.deaf = test.typist, test.typist.now, deafFor
			if err := listen(g); err != nil {
				t.Fatal(err)
			}
			if g.ending != test.end || g.at != test.at {
				t.Errorf("ending %v with the highlight on %d, want %v on %d", g.ending, g.at, test.end, test.at)
			}
		})
	}
}
