//go:build unix

package main

import (
	"maps"
	"regexp"
	"slices"
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
	s.answersUntil(steering, more)
}

// answersUntil answers what is asked, as a person with an ordinary spasm, until
// the screen shows some words.
func (s *seat) answersUntil(words string, more map[string]string) {
	s.t.Helper()
	answers, items := beforeStage(more)
	s.choose("not a diagnosis", "None of these is true")
	for {
		var open guidance.Item
		s.WaitUntil("a question, or "+words, func(screen string) bool {
			open = guidance.Item{}
			for _, item := range items {
				if _, known := answers[item.ID]; known && asks(items, item, flat(header(screen))) && marked(screen) != "" {
					open = item
				}
			}
			return open.ID != "" || strings.Contains(flat(screen), words)
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

// beforeStage returns what a person with an ordinary spasm answers before
// something is played, and all that can be asked.
func beforeStage(more map[string]string) (answers map[string]string, items []guidance.Item) {
	answers = maps.Clone(ordinary)
	maps.Copy(answers, map[string]string{"severity": "4", "duration": "2-6-days", "began": "strain", "heat-skin": "none",
		"cold-skin": "none", "unsteady": "none", "knee-hip": "none"})
	maps.Copy(answers, more)
	l := guidance.Open("en")
	items = slices.Clone(l.Questionnaire().Items())
	for _, item := range l.Relief().Screening() {
		items = append(items, item.Item)
	}
	return answers, items
}

// takePlainStage is takeStage in plain lines.
func (s *seat) takePlainStage(until string) {
	s.t.Helper()
	answers, items := beforeStage(nil)
	s.plainAsks("1. One of these is true")
	s.Press("2\n")
	for answered := 1; ; answered++ {
		var open guidance.Item
		tail := ""
		s.WaitUntil("a question or "+until, func(screen string) bool {
			parts := strings.Split(screen, "You chose: ")
			tail = parts[len(parts)-1]
			if screen = tail; len(parts) != answered+1 {
				return false
			}
			for _, item := range items {
				if _, known := answers[item.ID]; known && asks(items, item, flat(screen)) && strings.HasSuffix(screen, "\nAnswer:") {
					open = item
				}
			}
			return open.ID != "" || strings.Contains(screen, until)
		})
		if open.ID == "" {
			return
		}
		option, _ := open.Option(answers[open.ID])
		delete(answers, open.ID)
		number, found := numberOf(option.Text, tail)
		if !found {
			s.t.Fatalf("no %q:\n%s", option.Text, tail)
		}
		s.Press(number + "\n")
	}
}

// numberOf returns the number of a choice in plain lines. On a scale it is part
// of the choice.
func numberOf(choice, lines string) (string, bool) {
	words := regexp.QuoteMeta(first(choice))
	if found := regexp.MustCompile(`(?m)^(\d+)\. ` + words).FindStringSubmatch(lines); found != nil {
		return found[1], true
	}
	found := regexp.MustCompile(`(?m)^(\d+)\b`).FindString(choice)
	return found, found != "" && strings.Contains(lines, "\n"+first(choice))
}

// plainAsks waits for a question in plain lines.
func (s *seat) plainAsks(words string) {
	s.t.Helper()
	s.WaitUntil("plain lines ask: "+words, func(screen string) bool {
		return strings.Contains(screen, words) && strings.HasSuffix(screen, "\nAnswer:")
	})
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
	s.hears()
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

// playSizes are the sizes of the screens that things are played on.
var playSizes = append(slices.Clone(sizes), struct {
	name          string
	columns, rows int
}{"120x40", 120, 40})

// Each key of the player, on a real terminal and at each size.
func TestPlayOnARealTerminal(t *testing.T) {
	for _, size := range playSizes {
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
	for _, size := range playSizes {
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
			s.shows("Take it off now, and look at your")
			s.leaves()
		})
	}
}

// The night, gone through to its last step: how to lie, how to get in and out
// of bed, and what to do on waking.
func TestSleepOnARealTerminal(t *testing.T) {
	habit := guidance.Open("en").SleepHabit().Text
	for _, size := range playSizes {
		t.Run(size.name, func(t *testing.T) {
			t.Parallel()
			s := sit(t, size.columns, size.rows, "sleep")
			s.answersUntil(habit, nil)
			s.choose(habit, "On my back")
			steps := s.walkToTheEnd()
			if first := steps[0]; !strings.Contains(first, "On your back, low pillow under knees") && !strings.Contains(first, "pillow under") {
				t.Errorf("the first step is\n%s", first)
			}
			if last := steps[len(steps)-1]; !strings.Contains(last, "No heat or ice in bed") {
				t.Errorf("the last step is\n%s", last)
			}
			if code := s.Wait(); code != 0 {
				t.Errorf("got exit code %d, want 0", code)
			}
			s.asItWas()
		})
	}
}

// walkToTheEnd takes each step as done, and returns the screens of the steps.
func (s *seat) walkToTheEnd() (steps []string) {
	s.t.Helper()
	const more, done, last = "There is more to read.", "When you have done it:", "That was the last"
	for shown := ""; ; {
		s.WaitUntil("a page or the end of a step", func(screen string) bool {
			above := flat(header(screen))
			return (strings.Contains(above, more) || strings.Contains(above, done)) && marked(screen) != ""
		})
		screen := s.Screen()
		shown += screen
		if strings.Contains(flat(header(screen)), done) {
			steps = append(steps, flat(shown))
			shown = ""
			if strings.HasPrefix(marked(screen), last) {
				s.choose(done, last)
				return steps
			}
		}
		s.Press(keyEnter)
		s.WaitUntil("it goes on", func(now string) bool { return now != screen && marked(now) != "" })
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
	changes := 0
	for round := range 10 { // a hand that drags an edge while it moves
		for n := range 20 {
			s.Resize(10+(round*31+n*7)%120, 3+(round*13+n*5)%45)
			changes++
		}
		s.Resize(12, 4)
		s.shows("Please make")
		s.Resize(80, 24)
		s.Press(" ")
		s.WaitUntil("it is whole", func(screen string) bool {
			return strings.Contains(screen, "!! Paused\n Shoulder raises") && strings.Count(screen, "Shoulder raises") == 1 &&
				strings.HasSuffix(screen, "q finish   ? keys")
		})
		s.Press(" ")
		s.gone("Paused")
	}
	t.Logf("%d changes of the size", changes)
	s.Press("q")
	s.shows("Stopped here")
}

// Without a program that speaks, there is a message and all the rest.
func TestNoVoiceOnARealTerminal(t *testing.T) {
	s := sitWith(t, 80, 24, []string{"PATH=" + t.TempDir()}, "relief", "breathing", "--voice")
	s.takeStage(nil)
	s.shows("Slow belly breathing")
	s.Press("q")
	s.shows("Stopped here")
	if !strings.HasPrefix(s.Output(), "backcare: there is no program here that can speak") {
		t.Errorf("nothing says that there is no voice:\n%s", s.Output())
	}
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

// In plain lines the keys are typed as lines, and each moment says which work.
func TestPlainStageOnARealTerminal(t *testing.T) {
	s := sit(t, 80, 300, "stretches", "shoulder-raises", "seated-twist", "--plain", "--no-bell")
	s.takePlainStage("Keys: Enter begin, n next, w this makes it worse, q finish")
	for _, step := range []struct{ line, says string }{
		{"s", "No clock is running."},
		{"", "Keys: Enter begin, s pause, n next, w this makes it worse, q finish"},
		{"pause", "Keys: Enter begin, s go on, n next"},
		{"s", "Going on."},
		{"+", "Each hold is now 6 seconds."},
		{"", "Keys: s pause, n next, w this makes it worse, q finish"},
		{"?", "plus longer"},
		{"dance", "\"dance\" means nothing here."},
		{"r", "Get ready. Shoulder raises."},
		{"next", "Seated twist (2 of 2)"},
	} {
		s.Press(step.line + "\n")
		s.shows(step.says)
	}
	s.Press(keyCtrlC)
	if code := s.Wait(); code != exitLeft {
		t.Errorf("got exit code %d, want %d", code, exitLeft)
	}
	// The terminal itself makes two characters of the end of a line.
	if found := noise(strings.ReplaceAll(s.Output(), "\r\n", "\n"), true); len(found) > 0 {
		t.Errorf("what is heard of the player has %q", found)
	}
	s.asItWas()
}
