package terminal

import (
	"errors"
	"io"
	"slices"
	"strings"
	"time"
)

// An ending says how a question came to its end.
type ending int

const (
	unended  ending = iota
	answered        // Enter
	left            // Ctrl-C or Ctrl-D
	wentBack        // b, arrow left, Backspace
	askedWhy        // ?
	strayed         // Enter, but after keys that mean nothing
	resized         // the window has another size, so it must be drawn anew
)

const (
	// escapeWait is how long the rest of an escape sequence may take. People
	// are slower and terminals are faster.
	escapeWait = 50 * time.Millisecond
	// pasteWait is how long the rest of a paste may take.
	pasteWait = time.Second
)

// A source is where the bytes of keys come from.
type source interface {
	io.Reader
	Fd() uintptr
	// arrives waits until something can be read or the time is over.
	arrives(within time.Duration) bool
}

// A guard stands between the keys and one question. It says where the
// highlight is, what is ticked and how the question ended, and lets nothing but
// an Enter that stands alone be an answer.
type guard struct {
	src source

	several bool     // Space ticks
	labels  []string // numbers that can be typed; nil if none can
	back    bool     // there is a question to go back to
	why     bool     // there is something to say about why

	at     int    // the highlighted choice
	ticked []bool // the ticked choices

	// deaf is how long keys are ignored at first, by the clock now.
	deaf time.Duration
	now  func() time.Time

	keys   decoder
	typed  string // digits of a number so far
	stray  bool   // a key that means nothing came since the last that does
	anew   bool   // a number was begun anew in this gesture
	ending ending
	// buf is where keys are read into. It may be used again for the next
	// question; without it there is one when it is needed.
	buf *gestureBuffer
}

// A gestureBuffer has room for more than a terminal hands over at once.
type gestureBuffer [4096]byte

// hear waits for keys and acts on them. The error is that of the terminal, and
// then the question has not ended.
func (g *guard) hear() error {
	if g.buf == nil {
		g.buf = new(gestureBuffer)
	}
	if g.deaf > 0 {
		if err := g.sitOut(); err != nil || g.ending != unended {
			return err
		}
	}
	return g.gesture()
}

// gesture reads what the terminal has and acts on it as a whole. If any of it
// is text, then all of it is, because that is how a paste or an elbow on the
// keyboard looks: keys in it do nothing, and an Enter in it answers nothing.
// Leaving counts wherever it stands in it.
func (g *guard) gesture() error {
	n, err := g.src.Read(g.buf[:])
	g.anew = false
	if errors.Is(err, errResized) {
		g.ending = resized
		return nil
	}
	keys := make([]key, 0, n)
	for _, b := range g.buf[:n] {
		keys = append(keys, small(g.keys.next(b)))
	}
	switch {
	case slices.Contains(keys, keyInterrupt):
		// Whoever leaves answers nothing in the same breath.
		keys = []key{keyInterrupt}
	case slices.ContainsFunc(keys, g.isNoise):
		g.stray, g.typed = true, ""
		keys = slices.DeleteFunc(keys, func(k key) bool { return k != keyEnter })
	}
	for _, k := range keys {
		if g.ending == unended {
			g.press(k)
		}
	}
	if err != nil && g.ending == unended {
		return err
	}
	if g.keys.unfinished() {
		wait := escapeWait
		if g.keys.pasting {
			wait = pasteWait
		}
		if !g.src.arrives(wait) {
			g.keys.settle()
		}
	}
	return nil
}

// small makes a letter a small one: Caps Lock is no reason to be ignored.
func small(k key) key {
	if k >= 'A' && k <= 'Z' {
		return k - 'A' + 'a'
	}
	return k
}

// isNoise reports whether a key is text that this question has no use for.
func (g *guard) isNoise(k key) bool {
	switch {
	case k == keyText, k == keyPaste:
		return true
	case k < '!' || k == 'b' || k == '?':
		return false
	case k == 'j' || k == 'k':
		return g.several
	case k >= '0' && k <= '9':
		return g.labels == nil
	}
	return true
}

// press acts on one key.
func (g *guard) press(k key) {
	switch {
	case k == keyInterrupt:
		g.ending = left
	case k == keyEnter && (g.stray || g.anew):
		g.ending = strayed
	case k == keyEnter:
		g.ending = answered
	case k == keyErase && g.typed != "":
		g.typed = ""
	case k == keyLeft, k == keyErase, k == 'b':
		if g.back {
			g.ending = wentBack
		}
	case k == '?':
		if g.why {
			g.ending = askedWhy
		}
	case k == keyUp, k == 'k':
		g.step(-1)
	case k == keyDown, k == 'j', k == keyTab && !g.several:
		g.step(1)
	case k == ' ' && g.several:
		g.ticked[g.at] = !g.ticked[g.at]
		g.stray = false
	case k >= '0' && k <= '9' && g.labels != nil:
		g.digit(byte(k))
	}
}

// step moves the highlight by one, around the ends.
func (g *guard) step(by int) {
	n := len(g.ticked)
	g.at = (g.at + by + n) % n
	g.typed, g.stray, g.anew = "", false, false
}

// digit moves the highlight to the number typed so far. A digit that makes no
// number with those before it begins a new one: 1 and then 7 is 7. The same
// digit twice may have been pressed once, by a hand that shakes. It moves
// nothing, and Enter is not trusted until there is a number: "11" is neither 1
// nor 10, and "100" is not 0.
func (g *guard) digit(b byte) {
	twice := strings.HasSuffix(g.typed, string(b))
	if g.typed += string(b); g.number(g.typed) {
		return
	}
	g.typed = string(b)
	if twice || !g.number(g.typed) {
		g.typed, g.stray = "", true
		return
	}
	g.anew = true
}

// number moves the highlight to a number, if it is there.
func (g *guard) number(label string) bool {
	i := slices.Index(g.labels, label)
	if i >= 0 {
		g.at, g.stray = i, false
	}
	return i >= 0
}

// chosen returns the indexes of the choices that the question has been
// answered with.
func (g *guard) chosen() []int {
	if g.several {
		return g.ticks()
	}
	return []int{g.at}
}

// ticks returns the ticked choices, ascending.
func (g *guard) ticks() []int {
	var all []int
	for i, on := range g.ticked {
		if on {
			all = append(all, i)
		}
	}
	return all
}
