//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// strangeKeys are what a terminal may send that no question wants: torn escape
// sequences, keys held with Alt, reports of a mouse and of the terminal itself,
// pastes, letters of all scripts, bytes that are no text.
var strangeKeys = []string{
	"\x1b", "\x1b[", "\x1bO", "\x1b[1;5C", "\x1bx", "\x1b[M !!", "\x1b[<0;10;5M", "\x1b[12;40R", "\x1b[?1;2c", "\x1b]11;rgb:0/0/0\x07", "\x1bP1$r\x1b\\",
	"\x1b[200~None of these\r\x1b[201~", "\x1b[200~", "\x1b[3~", "\x1b[15~", "\x1b[[A", "\x1b[H", "\x1b[F", "\x1b[Z", "\x1b[I", "\x1b[O",
	"\x00", "\x01", "\x05", "\x07", "\x0b", "\x0c", "\x0e", "\x11", "\x13", "\x15", "\x17", "\x19", "\x1d", "\x1e", "\x1f", "\x7f", "\xff", "\xc3", "\xf0\x9f", "é", "ß", "漢", "🙂", "\u202e", "\t", "\b",
	"none", "yes", "0000000000", "\r\r\r\r", "nnnnn", "  ",
}

// keyQuit is Ctrl-\\, the signal SIGQUIT where keys are signals.
const keyQuit = "\x1c"

// plainWords are lines of somebody who types.
var plainWords = []string{"", "0", "1", "2", "3", "10", "1 2", "1,2", "b", "back", "?", "q", "s", "n", "w", "y", "+", "-", "help", "none", "-1", "99", "1e3", "²", "yes", "ja", "\x1b[A", "\x00", "\xff", strings.Repeat("9", 3000)}

// randomKeys returns what is pressed next at a terminal.
func randomKeys(random *rand.Rand, plain bool) string {
	const usualKeys = "\r\r\r\r\r   bj k?0123456789nnpprw wyq+-"
	switch n := random.IntN(1000); {
	case n < 2:
		return keyCtrlC
	case n < 4:
		return keyCtrlD
	case n < 5:
		return keyQuit
	case plain && n < 900:
		return plainWords[random.IntN(len(plainWords))] + "\n"
	case n < 150:
		return strangeKeys[random.IntN(len(strangeKeys))]
	case n < 160:
		burst := make([]byte, 1+random.IntN(40))
		for i := range burst {
			burst[i] = byte(0x20 + random.IntN(0xe0)) // no key that leaves
		}
		return string(burst)
	case n < 500:
		return []string{keyDown, keyDown, "\x1b[A", "\x1b[D", "\x1b[C"}[random.IntN(5)]
	}
	return usualKeys[random.IntN(len(usualKeys)):][:1]
}

// Keys are pressed at random, from anywhere in the program. It neither fails nor
// hangs, it ends only as it says it does, and nobody who was told to call for
// help is shown what to do instead.
func TestRandomKeys(t *testing.T) {
	presses, each := 1500, 60
	if *whole {
		presses = 24_000 // about a minute
	}
	ways := passages()
	var mu sync.Mutex
	pressed, ends, emergencies := 0, map[int]int{}, 0
	t.Run("press", func(t *testing.T) {
		for seed := range presses / each {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				random := rand.New(rand.NewPCG(uint64(seed), 8))
				p := ways[seed%len(ways)]
				size := [][2]int{{80, 24}, {40, 20}, {120, 40}}[random.IntN(3)]
				p.columns, p.rows = size[0], size[1]
				who := p.begin(t)
				who.goTo(random.IntN(30))
				n := 0
				for ; n < each && !who.over(); n++ {
					key := randomKeys(random, who.plain)
					who.Hit(key)
					if strings.ContainsAny(key, keyCtrlC+keyCtrlD+keyQuit) {
						who.ends()
					}
				}
				tries := 1 // wherever it is
				if who.plain {
					tries = 5 // signals, of which two at once are one
				}
				for ; !who.over() && tries > 0; tries-- {
					who.Press(keyCtrlC)
					who.ends()
				}
				code := who.Wait()
				what := fmt.Sprintf("seed %d: %s", seed, p.name)
				if code != exitDone && code != exitLeft {
					t.Errorf("%s: got exit code %d:\n%s", what, code, who.Screen())
				}
				who.leftNothing(what, true)
				warned := who.movesAfterEmergency(what)
				mu.Lock()
				pressed, emergencies = pressed+n, emergencies+warned
				ends[code]++
				mu.Unlock()
			})
		}
	})
	t.Logf("%d keys in %d sessions, which ended with the codes %v; %d emergencies, none followed by a movement", pressed, presses/each, ends, emergencies)
}

// ends gives a program that was told to leave the time to do that, and reports
// whether it has. One that leaves must not be told once more: where keys are
// signals again, another throws away what it has just written.
func (p *person) ends() bool {
	const soon = time.Second
	select {
	case <-p.Ended():
		return true
	case <-time.After(soon):
		return false
	}
}

// What is said in an emergency, what undoes it, and what is never to follow.
var whatFollows = regexp.MustCompile(`(Call for help now)|(Which answer was wrong\?|First: is it an emergency)|(\x1b\[\?1049h|When you have done it:|Have you read this\?)`)

// movesAfterEmergency fails where something to do was shown to somebody with an
// emergency that they had not taken back, and returns how many there were.
func (p *person) movesAfterEmergency(what string) (emergencies int) {
	p.t.Helper()
	open := false
	for _, found := range whatFollows.FindAllStringSubmatch(p.Output(), -1) {
		switch {
		case found[1] != "":
			open = true
			emergencies++
		case found[2] != "":
			open = false
		case open:
			p.t.Errorf("%s: after an emergency there is %q", what, found[3])
		}
	}
	return emergencies
}
