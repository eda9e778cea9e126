//go:build unix

package main

import (
	"maps"
	"strings"
	"testing"

	"backcare/guidance"
)

// steering is on the screen whenever something is played.
const steering = "q finish"

// takeStage answers what is asked before something is played, as a person
// with an ordinary spasm.
func (s *seat) takeStage(more map[string]string) {
	s.t.Helper()
	answers := maps.Clone(ordinary)
	maps.Copy(answers, map[string]string{"severity": "4", "duration": "2-6-days", "began": "strain", "heat-skin": "none",
		"cold-skin": "none", "unsteady": "none", "knee-hip": "none"})
	maps.Copy(answers, more)
	s.choose("not a diagnosis", "None of these is true")
	l := guidance.Open("en")
	items := l.Questionnaire().Items
	for _, item := range l.Relief().Screening() {
		items = append(items, item.Item)
	}
	for {
		var open guidance.Item
		s.WaitUntil("a question or the stage", func(screen string) bool {
			open = guidance.Item{}
			for _, item := range items {
				if _, known := answers[item.ID]; known && asks(items, item, flat(header(screen))) && marked(screen) != "" {
					open = item
				}
			}
			return open.ID != "" || strings.Contains(flat(screen), steering)
		})
		if open.ID == "" {
			return
		}
		option, ok := open.Option(answers[open.ID])
		if !ok {
			s.t.Fatalf("item %q has no option %q", open.ID, answers[open.ID])
		}
		delete(answers, open.ID)
		if open.Multiple() {
			s.tick(open.Text, option.Text)
		} else {
			s.choose(open.Text, option.Text)
		}
	}
}

// asks reports whether an item is asked in the lines above a list. Screens may
// have the same words, but not the same signs.
func asks(items []guidance.Item, item guidance.Item, header string) bool {
	for _, sign := range items {
		if sign.Screen == item.ID && item.Kind == guidance.Screen {
			return strings.Contains(header, flat(item.Text)) && strings.Contains(header, flat(sign.Label))
		}
	}
	return strings.Contains(header, flat(item.Text))
}

// shows waits until the screen shows some words, whatever the line breaks.
func (s *seat) shows(words string) {
	s.t.Helper()
	s.WaitUntil("the screen shows "+words, func(screen string) bool { return strings.Contains(flat(screen), words) })
}

// gone waits until the screen does not show some words.
func (s *seat) gone(words string) {
	s.t.Helper()
	s.WaitUntil("the screen no longer shows "+words, func(screen string) bool { return !strings.Contains(flat(screen), words) })
}

// comesBack waits until a question that follows the stage hears keys again.
func (s *seat) comesBack(question string) {
	s.t.Helper()
	s.see(question)
	before := marked(s.Screen())
	s.PressUntil(keyDown, "the highlight moves", func(screen string) bool {
		now := marked(screen)
		return now != "" && now != before
	})
}

// leaves ends the program with the question for the pain answered.
func (s *seat) leaves() {
	s.t.Helper()
	s.comesBack("How bad is it, from 0 to 10?")
	s.choose("How bad is it, from 0 to 10?", "4")
	if code := s.Wait(); code != 0 {
		s.t.Errorf("got exit code %d, want 0", code)
	}
	s.asItWas()
}

func (s *seat) asItWas() {
	s.t.Helper()
	if !s.Restored() || !s.CursorVisible() {
		s.t.Error("the terminal is not as it was")
	}
}

// Each key of the player, on a real terminal and at each size.
func TestPlayOnARealTerminal(t *testing.T) {
	for _, size := range append(sizes, struct {
		name          string
		columns, rows int
	}{"120x40", 120, 40}) {
		t.Run(size.name, func(t *testing.T) {
			t.Parallel()
			s := sit(t, size.columns, size.rows, "stretches", "shoulder-raises", "seated-twist", "--no-bell")
			s.takeStage(nil)
			s.shows("Shoulder raises")
			s.shows("1 of 2")
			s.Press("?")
			s.shows("once more from the start")
			s.Press("?")
			s.gone("once more from the start")
			s.Press(keyEnter)
			s.shows("Get ready")
			s.Press(" ")
			s.shows("Paused")
			s.Press(" ")
			s.gone("Paused")
			s.Press("+")
			s.shows("hold is now 6")
			s.Press("--")
			s.shows("hold is now 4")
			s.Press(keyEnter)
			s.shows("1 of 5")
			s.Press("r")
			s.shows("Get ready")
			s.Press("n")
			s.shows("2 of 2")
			s.Press("p")
			s.shows("1 of 2")
			s.Press("n")
			s.shows("2 of 2")
			s.Press(keyEnter + keyEnter)
			s.shows("first side")
			s.Press("q")
			s.shows("Stopped here")
			s.leaves()
		})
	}
}

func TestWorseOnARealTerminal(t *testing.T) {
	s := sit(t, 80, 24, "stretches", "shoulder-raises", "blade-squeeze")
	s.takeStage(nil)
	s.Press(keyEnter + keyEnter)
	s.shows("1 of 5")
	s.Press("w")
	s.comesBack("What now?")
	s.choose("What now?", "The easier way")
	s.choose("What now?", "Go on with the next one")
	s.shows("Shoulder blade squeeze")
	s.shows(steering)
	s.Press("w")
	s.shows("Two steps have made it worse.")
	s.comesBack("Is any of this new")
	s.see("Is any of this new")
	s.Press(keyCtrlC)
	if code := s.Wait(); code != exitLeft {
		t.Errorf("got exit code %d, want %d", code, exitLeft)
	}
	s.asItWas()
}

func TestLeaveThePlayerOnARealTerminal(t *testing.T) {
	for name, key := range map[string]string{"ctrl-c": keyCtrlC, "ctrl-d": keyCtrlD} {
		t.Run(name, func(t *testing.T) {
			s := sit(t, 80, 24, "stretches", "shoulder-raises")
			s.takeStage(nil)
			s.Press(key)
			if code := s.Wait(); code != exitLeft {
				t.Errorf("got exit code %d, want %d", code, exitLeft)
			}
			s.asItWas()
		})
	}
}

// A pack: the clock runs when the person says so, cannot be paused, and asks
// to take the pack off when it is stopped.
func TestHeatOnARealTerminal(t *testing.T) {
	for _, size := range sizes {
		t.Run(size.name, func(t *testing.T) {
			t.Parallel()
			s := sit(t, size.columns, size.rows, "relief", "heat")
			s.takeStage(nil)
			s.Press(keyEnter)
			s.shows("Put the wrapped pack")
			s.Press(keyEnter)
			s.shows("Stay awake, and sit")
			s.Press(" ")
			s.shows("The clock goes on")
			s.gone("Paused")
			s.Press("+")
			s.shows("11 minutes")
			s.Press("q")
			s.shows("look at your skin.")
			s.leaves()
		})
	}
}

// A resize in the middle redraws everything at the new size.
func TestResizeThePlayer(t *testing.T) {
	s := sit(t, 80, 24, "stretches", "shoulder-raises")
	s.takeStage(nil)
	s.Press(keyEnter)
	s.shows("Get ready")
	for _, size := range []struct{ columns, rows int }{{40, 20}, {120, 40}, {20, 6}, {80, 24}} {
		s.Resize(size.columns, size.rows)
		s.Press(" ")
		s.shows("Paused")
		s.Press(" ")
		s.gone("Paused")
		for _, line := range strings.Split(s.Screen(), "\n") {
			if n := len([]rune(line)); n > size.columns {
				t.Errorf("at %dx%d a line has %d columns: %q", size.columns, size.rows, n, line)
			}
		}
	}
	s.Press("q")
	s.shows("Stopped here")
}

// Nothing that is pressed in the player answers the question after it.
func TestPlayerKeysAnswerNothing(t *testing.T) {
	s := sit(t, 80, 24, "stretches", "shoulder-raises")
	s.takeStage(nil)
	s.Press(keyEnter + keyEnter)
	s.shows("1 of 5")
	s.Press("q")
	s.shows("Stopped here")
	for range 20 {
		s.Press(keyEnter) // a person who did not see that it is over
	}
	s.see("How bad is it, from 0 to 10?")
	if !strings.HasPrefix(marked(s.Screen()), "4") {
		t.Errorf("the mark is on %q, want on the score from before", marked(s.Screen()))
	}
	s.leaves()
}
