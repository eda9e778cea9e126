//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"
)

// A phase is a part of what happens while something is played.
type phase struct {
	name, args string
	// reach goes there from where something begins to be played.
	reach func(*person)
	// shows is what the screen says then.
	shows string
	// off is what is said to whoever leaves, because something lies on the skin.
	off string
}

const lookAtSkin = "Lift the pack and look at your skin"

// phases are all that there are, and what comes right after.
func phases() []phase {
	const (
		movement, turning, heat, turns = "stretches shoulder-raises", "stretches shoulder-raises seated-twist", "relief heat", "relief alternating"

		takeOff, ifOn, pain = "Take it off your skin now.", "If it is on your skin already, take it off now.", "How bad is it, from 0 to 10?"
	)
	ready := func(p *person) { p.press(keyEnter, "Get ready") }
	begun := func(p *person) { ready(p); p.press(keyEnter, "1 of 5") }
	putOn := func(p *person) { p.press(keyEnter, "Put the wrapped pack") }
	packed := func(p *person) { putOn(p); p.press(keyEnter, "Stay awake, and sit") }
	checking := func(p *person) { packed(p); p.putUntil(lookAtSkin, time.Minute/2) }
	return []phase{
		{"reading", movement, func(p *person) {}, "Read this first", ""},
		{"getting ready", movement, ready, "Get ready", ""},
		{"moving", movement, begun, "1 of 5", ""},
		{"holding", movement, func(p *person) { begun(p); p.putUntil("Hold, and breathe", short/2) }, "Hold, and breathe", ""},
		{"paused", movement, func(p *person) { begun(p); p.press(" ", "Paused") }, "Paused", ""},
		{"going on", movement, func(p *person) { begun(p); p.press(" ", "Paused"); p.Press(" "); p.gone("Paused") }, "1 of 5", ""},
		{"the keys", movement, func(p *person) { p.press("?", "leave the program") }, "leave the program", ""},
		{"changing sides", turning, func(p *person) {
			p.press("n", "2 of 2")
			ready(p)
			p.press(keyEnter, "first side")
			p.putUntil("Change sides", short/2)
		}, "Change sides", ""},
		{"resting", turning, func(p *person) { begun(p); p.putUntil("Rest", short/2) }, "Rest", ""},
		{"the second one", turning, func(p *person) { p.press("n", "2 of 2") }, "Read this first", ""},
		{"the end", movement, func(p *person) { begun(p); p.putUntil(pain, short) }, pain, ""},
		{"finished early", movement, func(p *person) { begun(p); p.press("q", pain) }, pain, ""},
		{"worse", movement, func(p *person) { begun(p); p.press("w", "What now?") }, "What now?", ""},
		{"putting a pack on", heat, putOn, "Put the wrapped pack", ifOn},
		{"a pack lies on the skin", heat, packed, "Stay awake, and sit", takeOff},
		{"no pause for a pack", heat, func(p *person) { packed(p); p.press(" ", "The clock goes on") }, "The clock goes on", takeOff},
		{"looking at the skin", heat, checking, lookAtSkin, takeOff},
		{"the skin is fine", heat, func(p *person) { checking(p); p.press("y", "The skin is fine") }, "The skin is fine", takeOff},
		{"nobody has looked", heat, func(p *person) { checking(p); p.put(time.Minute); p.shows(pain) }, "Nobody answered the skin check", ""},
		{"the skin hurts", heat, func(p *person) { checking(p); p.press("w", pain) }, "Let your skin cool or warm up", ""},
		{"a pack has had its time", heat, func(p *person) { packed(p); p.putUntil(pain, time.Minute/2) }, "Take it off now", ""},
		{"reading in plain lines", movement + " --plain", func(p *person) {}, "Keys: Enter begin", ""},
		{"moving in plain lines", movement + " --plain", func(p *person) { p.press("\n", "Get ready."); p.press("\n", "Begin.") }, "Begin.", ""},
		{"paused in plain lines", movement + " --plain", func(p *person) { p.press("\n", "Get ready."); p.press("s\n", "Paused") }, "Paused", ""},
		{"a pack in plain lines", heat + " --plain", func(p *person) { p.press("\n", "Put the wrapped pack on."); p.press("\n", "The time begins.") }, "The time begins.", takeOff},
		{"waiting for the skin", turns, func(p *person) { packed(p); p.putUntil("Wait for your skin", time.Minute/2) }, "Wait for your skin", ""},
	}
}

// begin goes to the phase.
func (f phase) begin(t *testing.T) *person {
	t.Helper()
	who := passage{args: append(strings.Fields(f.args), "--no-bell", "--voice"), hurried: true}.begin(t)
	who.goTo(everything)
	if who.open != aStage {
		t.Fatalf("nothing is played:\n%s", who.Screen())
	}
	f.reach(who)
	who.shows(f.shows)
	if !who.OtherScreen() && !who.plain { // what is pressed while a question is drawn counts for nothing
		who.WaitUntil("the question is there", func(screen string) bool { return marked(screen) != "" })
	}
	return who
}

// In each phase of what is played, while a voice speaks and after the edges of the
// window were dragged, the program is left in every way.
func TestLeftInEveryPhase(t *testing.T) {
	var mu sync.Mutex
	left := map[string]int{}
	t.Run("leave", func(t *testing.T) {
		for n, f := range phases() {
			t.Run(f.name, func(t *testing.T) {
				t.Parallel()
				for w, out := range waysOut {
					const some = 6
					if !*whole && (n+w)%some > 0 {
						continue
					}
					f.leave(t, w)
					mu.Lock()
					left[out.name]++
					mu.Unlock()
				}
			})
		}
	})
	t.Logf("left in %d phases: %v", len(phases()), left)
}

func (f phase) leave(t *testing.T, way int) {
	t.Helper()
	out := waysOut[way]
	what := fmt.Sprintf("%s while %s", out.name, f.name)
	who := f.begin(t)
	if who.OtherScreen() {
		who.dragStage(what)
	}
	out.take(who)
	if code := who.Wait(); code != exitLeft {
		t.Errorf("%s: got exit code %d, want %d:\n%s", what, code, exitLeft, who.Screen())
	}
	who.leftNothing(what, !out.gone)
	if (out.key || who.plain && out.name == "SIGINT") && f.off != "" && !strings.Contains(flat(who.Screen()), f.off) {
		t.Errorf("%s: nothing says to take it off the skin:\n%s", what, who.Screen())
	}
	if after := homeIn(t, who.home); len(after) > 0 {
		t.Errorf("%s: there is now %q", what, after)
	}
}

// dragStage drags the edges of the window while something is played: in the end
// it is drawn once, and whole.
func (p *person) dragStage(what string) {
	p.t.Helper()
	random := rand.New(rand.NewPCG(7, uint64(len(what))))
	const gusts = 12
	for range gusts {
		p.Resize(20+random.IntN(181), 3+random.IntN(60))
	}
	p.Resize(80, 24)
	p.WaitUntil(what+": it is whole after a storm", func(screen string) bool {
		return strings.Count(screen, steering) == 1 && strings.Contains(screen[strings.LastIndex(screen, "\n")+1:], steering)
	})
}
