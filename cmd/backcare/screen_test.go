//go:build unix

package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"backcare/guidance"
	"backcare/wizard/terminal/ptytest"
)

// program returns a command that runs this test binary as backcare: it does so
// when it is called by that name (see TestMain).
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path)
	cmd.Args = append([]string{"backcare"}, args...)
	return cmd
}

// The keys that a terminal sends.
const (
	keyDown  = "\x1b[B"
	keyEnter = "\r"
	keyCtrlC = "\x03"
	keyCtrlD = "\x04"
)

// A seat is a person in front of the built program.
type seat struct {
	*ptytest.Terminal
	t *testing.T
	// prompts is how many questions were answered.
	prompts int
	// from is where the output stood at the last key that answered.
	from int
	// golden are the screens expected at each question, if they are known, or
	// those seen, while they are written anew.
	golden *goldenScreens
}

func sit(t *testing.T, columns, rows int, args ...string) *seat {
	t.Helper()
	return sitWith(t, columns, rows, nil, args...)
}

// sitWith is sit with more in the environment.
func sitWith(t *testing.T, columns, rows int, env []string, args ...string) *seat {
	t.Helper()
	cmd := program(t, args...)
	cmd.Env = append([]string{"LANG=en_GB.UTF-8", "HOME=" + t.TempDir()}, env...)
	return &seat{Terminal: ptytest.Start(t, cmd, columns, rows), t: t}
}

// choose waits for a question and takes the choice with some words.
func (s *seat) choose(question, choice string) {
	s.t.Helper()
	s.see(question)
	s.highlight(choice)
	s.enter()
}

// tick waits for a question and ticks one choice.
func (s *seat) tick(question, choice string) {
	s.t.Helper()
	s.see(question)
	s.highlight(choice)
	s.Press(" ")
	s.WaitUntil(choice+" is ticked", func(screen string) bool { return strings.Contains(screen, "[x] "+first(choice)) })
	s.enter()
}

// enter answers the question that is open.
func (s *seat) enter() {
	s.t.Helper()
	s.from = s.Received()
	s.Press(keyEnter)
	s.prompts++
}

// see waits until a question is open, and until its screen is as expected.
func (s *seat) see(question string) {
	s.t.Helper()
	open := func(screen string) bool {
		return strings.Contains(flat(header(screen)), flat(question)) && marked(screen) != ""
	}
	waited := false
	for ; ; waited = true {
		s.WaitUntil("open: "+question, func(screen string) bool { return open(screen) || full(screen) })
		if !full(s.Screen()) {
			if waited {
				s.hears()
			}
			break
		}
		s.PressUntil(keyEnter, "it goes on", func(screen string) bool { return !full(screen) })
	}
	if s.golden != nil {
		s.golden.see(s)
	}
	if !waited && s.startled() {
		s.hears()
	}
}

// startled reports whether the person was just told when to call for help. Then
// the next question ignores keys at first.
func (s *seat) startled() bool {
	s.t.Helper()
	// The screen may be ahead of what is known as output.
	return s.from > 0 && (emergency.MatchString(s.Since(s.from)) || emergency.MatchString(s.Screen()))
}

// emergency matches the first words of a page that calls for help.
var emergency = regexp.MustCompile(`!! (Call for help now|First: is it an emergency)`)

// full reports whether the screen is full and waits for Enter.
func full(screen string) bool { return strings.HasSuffix(screen, "ress Enter") }

// readsOn reports whether the only choice is to read on.
func readsOn(screen string) bool { return strings.Contains(marked(screen), "Go on") }

// turns presses Enter until it is heard, where it does nothing but go on.
func (s *seat) turns() {
	s.t.Helper()
	from := s.Received()
	s.PressUntil(keyEnter, "it goes on", func(string) bool { return strings.Contains(s.Since(from), "\x1b[?2004l") })
	s.from = from
}

// hears waits until a question that ignores keys at first hears them. Where
// there is only one choice, nothing shows that.
func (s *seat) hears() {
	s.t.Helper()
	if readsOn(s.Screen()) {
		return
	}
	before := marked(s.Screen())
	s.PressUntil(keyDown, "the highlight moves", func(screen string) bool {
		now := marked(screen)
		return now != "" && now != before
	})
}

// header returns the lines above the hint of the open question, up to an
// empty one.
func header(screen string) string {
	above, _, _ := cutHint(screen)
	return above[strings.LastIndex(above, "\n\n")+1:]
}

// highlight moves down until a choice is highlighted.
func (s *seat) highlight(choice string) {
	s.t.Helper()
	const most = 40
	for range most {
		before := ""
		s.WaitUntil("a line is highlighted", func(screen string) bool {
			before = marked(screen)
			return before != ""
		})
		if strings.HasPrefix(strings.TrimPrefix(before, "[ ] "), first(choice)) {
			return
		}
		s.Press(keyDown)
		s.WaitUntil("the highlight leaves "+before, func(screen string) bool {
			now := marked(screen)
			return now != "" && now != before
		})
	}
	s.t.Fatalf("no choice %q:\n%s", choice, s.Screen())
}

// marked returns the text of the highlighted line of the open question, or
// nothing while it is being drawn.
func marked(screen string) string {
	_, list, _ := cutHint(screen)
	for _, line := range strings.Split(list, "\n") {
		if after, ok := strings.CutPrefix(line, "› "); ok {
			return after
		}
	}
	return ""
}

// hint matches the line under a question that says which keys work.
var hint = regexp.MustCompile(`Enter(,| chooses| done| goes on)`)

// cutHint cuts a screen around the hint of the last question.
func cutHint(screen string) (above, list string, found bool) {
	all := hint.FindAllStringIndex(screen, -1)
	if len(all) == 0 {
		return "", "", false
	}
	last := all[len(all)-1]
	return screen[:last[0]], screen[last[1]:], true
}

// first returns the beginning of a text that stands on the first row even of
// a narrow screen.
func first(text string) string {
	const short = 20
	if len(text) <= short {
		return text
	}
	cut := strings.LastIndex(text[:short], " ")
	return text[:cut]
}

// flat takes the line breaks out of a text.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// answers takes the named options of a check, up to the review.
func (s *seat) answers(options map[string]string) {
	s.t.Helper()
	s.choose("not a diagnosis", "None of these is true")
	triage := guidance.Open("en").Triage()
	response := guidance.Open("en").Questionnaire().NewResponse()
	for {
		item, more := triage.Next(response)
		if !more {
			return
		}
		id, ok := options[item.ID]
		if !ok {
			id = ordinary[item.ID]
		}
		option, ok := item.Option(id)
		if !ok {
			s.t.Fatalf("item %q has no option %q", item.ID, id)
		}
		if item.Multiple() {
			s.tick(item.Text, option.Text)
		} else {
			s.choose(item.Text, option.Text)
		}
		var err error
		if response, err = response.With(item.ID, id); err != nil {
			s.t.Fatal(err)
		}
	}
}

// ordinary are the answers of a person with an ordinary spasm.
var ordinary = map[string]string{
	"area": "lower", "spread": "no", "feel": "firm-contraction", "em-nerves": "none", "em-chest-belly": "none",
	"em-head-accident": "none", "severity": "8", "duration": "under-2-days", "began": "light", "course": "early",
	"pattern": "none", "eases": "still", "urgent-illness": "none", "urgent-nerve": "none", "age": "18-49", "risks": "none",
}
