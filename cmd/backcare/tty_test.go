//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

var sizes = []struct {
	name          string
	columns, rows int
}{{"80x24", 80, 24}, {"40x20", 40, 20}}

// Every path is gone through at both sizes. The screens at each question are
// in testdata/screens; UPDATE=1 writes them anew, to be read before they are
// committed.
func TestPathsOnARealTerminal(t *testing.T) {
	tests := []struct {
		name    string
		options map[string]string
		result  string
	}{
		{"healthy", nil, "You can treat this at home"},
		{"upper", map[string]string{"area": "shoulder-blades", "feel": "popping", "severity": "4", "began": "strain"}, "You can treat this at home"},
		{"clinician", map[string]string{"duration": "6-12-weeks", "severity": "5", "course": "same"}, "See a clinician in the next days"},
		{"urgent", map[string]string{"urgent-illness": "yes", "fever": "yes", "unwell": "no", "breathless-on-effort": "no",
			"urine-change": "no", "flank-pain": "no", "vomiting": "no", "leg-swelling": "no"}, "Be seen today"},
		{"emergency", map[string]string{"em-nerves": "unsure", "saddle-numbness": "no", "bladder-change": "unsure"}, "Call for help now"},
	}
	for _, test := range tests {
		for _, size := range sizes {
			t.Run(test.name+" "+size.name, func(t *testing.T) {
				t.Parallel()
				s := sit(t, size.columns, size.rows, "check", "--no-color")
				s.golden = openGolden(t, test.name+"-"+size.name)
				s.answers(test.options)
				if test.name != "emergency" {
					s.choose("Is this right?", "Yes, show the result")
				}
				const most = 18
				if strings.Contains(test.result, "home") && s.prompts > most {
					t.Errorf("got %d prompts, want at most %d", s.prompts, most)
				}
				s.WaitFor(test.result)
				s.finish()
				if code := s.Wait(); code != 0 {
					t.Errorf("got exit code %d, want 0", code)
				}
				if !s.Restored() || !s.CursorVisible() {
					t.Error("the terminal is not as it was")
				}
				s.golden.close(t)
			})
		}
	}
}

// finish reads on to the end and leaves.
func (s *seat) finish() {
	s.t.Helper()
	for {
		open := ""
		s.WaitUntil("a question after the result", func(screen string) bool {
			open = ""
			for _, text := range []string{"There is more to read.", "What then?", "What would you like to do now?"} {
				if strings.Contains(flat(header(screen)), text) && marked(screen) != "" {
					open = text
				}
			}
			return open != ""
		})
		switch open {
		case "What then?":
			s.choose(open, "I am getting help now")
			return
		case "What would you like to do now?":
			s.choose(open, "Finish")
			s.choose("Remember this check?", "Not this time")
			return
		}
		s.turn()
	}
}

// turn reads on, and waits for the next page.
func (s *seat) turn() {
	s.t.Helper()
	s.see("There is more to read.")
	read := s.Screen()
	s.turns()
	s.WaitUntil("the page is turned", func(screen string) bool { return screen != read && marked(screen) != "" })
}

func TestCtrlCInAQuestion(t *testing.T) {
	s := sit(t, 80, 24, "check")
	s.choose("not a diagnosis", "None of these is true")
	s.see("Where is the pain?")
	s.Press(keyCtrlC)
	if code := s.Wait(); code != exitLeft {
		t.Errorf("got exit code %d, want %d", code, exitLeft)
	}
	if !s.Restored() || !s.CursorVisible() {
		t.Error("the terminal is not as it was")
	}
	if screen := s.Screen(); !strings.Contains(screen, "There is no result") || strings.Contains(screen, "at home") {
		t.Errorf("got screen\n%s\nwant that there is no result", screen)
	}
}

// Ctrl-D, and Enter held down, never clear a warning sign.
func TestNoKeyClearsByAccident(t *testing.T) {
	t.Run("ctrl-d", func(t *testing.T) {
		s := sit(t, 80, 24, "check")
		s.choose("not a diagnosis", "None of these is true")
		s.choose("Where is the pain?", "Lower")
		s.choose("spread?", "No")
		s.tick("What does it feel like?", "A twitch")
		s.see("Is any of this new")
		s.Press(keyDown + keyDown + keyCtrlD)
		if code := s.Wait(); code != exitLeft {
			t.Errorf("got exit code %d, want %d", code, exitLeft)
		}
		if strings.Contains(s.Screen(), "at home") {
			t.Errorf("Ctrl-D cleared a sign:\n%s", s.Screen())
		}
	})
	t.Run("enter", func(t *testing.T) {
		s := sit(t, 80, 24, "check")
		s.choose("not a diagnosis", "None of these is true")
		s.choose("Where is the pain?", "Lower")
		s.choose("spread?", "No")
		s.tick("What does it feel like?", "A twitch")
		s.see("Is any of this new")
		s.Press(keyEnter)
		s.see("numbness, pins and needles")
		s.Press(keyEnter)
		s.WaitFor("Call for help now")
		s.see("What then?")
		s.Press(keyCtrlC)
		s.Wait()
	})
}

// The first Enter answers the question that is open; those typed with it
// answer nothing that comes after.
func TestTypedAheadAnswersNothing(t *testing.T) {
	s := sit(t, 80, 24, "check")
	s.see("not a diagnosis")
	s.highlight("None of these is true")
	s.Press(strings.Repeat(keyEnter, 40))
	s.choose("Where is the pain?", "Lower back")
	s.see("spread?")
	if screen := s.Screen(); !strings.Contains(screen, "› Lower back or buttock") || strings.Contains(screen, "3 of 17") {
		t.Errorf("keys typed ahead answered a question:\n%s", screen)
	}
	s.Press(keyCtrlC)
	s.Wait()
}

func TestBackAndWhyOnARealTerminal(t *testing.T) {
	s := sit(t, 80, 24, "check")
	s.choose("not a diagnosis", "None of these is true")
	s.choose("Where is the pain?", "Middle")
	s.see("spread?")
	s.Press("?")
	s.WaitUntil("the reason stands above the choices", func(screen string) bool {
		return strings.Contains(flat(header(screen)), "tells us about nerves") && marked(screen) != ""
	})
	s.Press("b")
	s.WaitUntil("back at the first question", func(screen string) bool {
		return strings.Count(screen, "1 of 17") == 2 && strings.HasPrefix(marked(screen), "Middle")
	})
	s.choose("Where is the pain?", "Lower")
	s.see("spread?")
	s.Press(keyCtrlC)
	s.Wait()
}

// Ctrl-S is a key like any other: it must not stop the way out.
func TestCtrlSStopsNothing(t *testing.T) {
	s := sit(t, 80, 24, "check")
	s.choose("not a diagnosis", "None of these is true")
	s.see("Where is the pain?")
	s.Press("\x13")
	s.Press(keyDown)
	s.WaitUntil("the highlight moves", func(screen string) bool { return strings.HasPrefix(marked(screen), "Upper") })
	s.Press(keyCtrlC)
	if code := s.Wait(); code != exitLeft || !s.Restored() {
		t.Errorf("got exit code %d and restored %v, want %d and true", code, s.Restored(), exitLeft)
	}
}

// Somebody who has one of the signs on the first page is sent to care at once.
func TestOneOfTheFirstSignsIsTrue(t *testing.T) {
	s := sit(t, 40, 20, "check", "--exit-code")
	s.choose("not a diagnosis", "One of these is true")
	s.WaitFor("Call for help now")
	s.finish()
	if code := s.Wait(); code != exitEmergency {
		t.Errorf("got exit code %d, want %d", code, exitEmergency)
	}
}

// A terminal that cannot redraw, and a person who asks for it, get plain lines
// without a single escape sequence.
func TestPlainLinesOnATerminal(t *testing.T) {
	for _, env := range []string{"TERM=dumb", "ACCESSIBLE=1"} {
		t.Run(env, func(t *testing.T) {
			s := sitWith(t, 40, 20, []string{env}, "check")
			asks := func(question string) {
				s.WaitUntil("plain lines ask: "+question, func(screen string) bool {
					return strings.Contains(screen, question) && strings.HasSuffix(screen, "\nAnswer:")
				})
			}
			asks("from 1 to 2.")
			s.Press("2\n")
			asks("from 1 to 6")
			s.Press("7\n")
			s.WaitUntil("the number is refused", func(screen string) bool {
				return strings.Contains(screen, "not one of the numbers") && strings.HasSuffix(screen, "\nAnswer:")
			})
			s.Press(keyCtrlC)
			if code := s.Wait(); code != exitLeft {
				t.Errorf("got exit code %d, want %d", code, exitLeft)
			}
			if strings.Contains(s.Output(), "\x1b") {
				t.Errorf("there is an escape sequence in %q", s.Output())
			}
		})
	}
}

// Whoever leaves hears the same, whatever the key and the way of asking.
func TestLeavingSaysWhatIsUrgent(t *testing.T) {
	for _, plain := range []bool{false, true} {
		for name, key := range map[string]string{"ctrl-c": keyCtrlC, "ctrl-d": keyCtrlD} {
			args := []string{"check"}
			if plain {
				args = append(args, "--plain")
			}
			s := sit(t, 80, 40, args...)
			s.WaitUntil("it asks", func(screen string) bool {
				return marked(screen) != "" || strings.HasSuffix(screen, "\nAnswer:")
			})
			s.Press(key)
			if code := s.Wait(); code != exitLeft {
				t.Errorf("plain %v, %s: got exit code %d, want %d", plain, name, code, exitLeft)
			}
			_, after, _ := strings.Cut(flat(s.Screen()), "There is no result")
			if !strings.Contains(after, "If any of these is true, call 999 (or 112, 911): - Numb") {
				t.Errorf("plain %v, %s: the screen shows\n%s", plain, name, s.Screen())
			}
			s.asItWas()
		}
	}
}

// Signals end the program with the terminal as it was.
func TestHangUpAndTerminate(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGQUIT, syscall.SIGHUP} {
		s := sit(t, 80, 24, "check")
		s.see("not a diagnosis")
		s.Signal(sig)
		if code := s.Wait(); code != exitLeft {
			t.Errorf("%v: got exit code %d, want %d", sig, code, exitLeft)
		}
		if !s.Restored() || !s.CursorVisible() {
			t.Errorf("%v: the terminal is not as it was", sig)
		}
	}
	s := sit(t, 80, 24, "check")
	s.see("not a diagnosis")
	s.HangUp()
	if code := s.Wait(); code != exitLeft {
		t.Errorf("hang-up: got exit code %d, want %d", code, exitLeft)
	}
}

// Standard output may be a file while the questions are on the terminal.
func TestWelcomeOnARealTerminal(t *testing.T) {
	s := sit(t, 80, 24)
	s.choose("What do you need?", "How to lie and sleep")
	s.see("not a diagnosis")
	s.Press(keyCtrlC)
	if code := s.Wait(); code != exitLeft {
		t.Errorf("got exit code %d, want %d", code, exitLeft)
	}
}

// A topic is read as many lines at a time as fit, the warning sign in what was
// typed stays in sight above it, and from there it goes on to other topics.
func TestLearnOnARealTerminal(t *testing.T) {
	for _, size := range sizes {
		t.Run(size.name, func(t *testing.T) {
			s := sit(t, size.columns, size.rows, "learn", "numb", "between", "my", "legs")
			s.WaitUntil("the call above the topic", func(screen string) bool {
				return strings.Contains(flat(screen), "call 999") && strings.Contains(screen, "Numb or tingling between the legs") && marked(screen) != ""
			})
			for strings.Contains(flat(header(s.Screen())), "There is more to read.") {
				s.turn()
			}
			s.choose("What now?", "Other topics")
			s.choose("What would you like to read about?", "Why it happens")
			s.choose("Why it happens:", "Posture")
			s.WaitUntil("the topic, with a question below", func(screen string) bool {
				last := flat(header(screen))
				return strings.Contains(screen, "Is it my bad posture?") && (strings.Contains(last, "There is more to read.") || strings.Contains(last, "What now?"))
			})
			s.Press(keyCtrlC)
			if code := s.Wait(); code != exitLeft {
				t.Errorf("got exit code %d, want %d", code, exitLeft)
			}
			if !s.Restored() || !s.CursorVisible() {
				t.Error("the terminal is not as it was")
			}
		})
	}
}

// What is longer than the screen waits to be read, and goes on with Enter.
func TestLongResultsOnARealTerminal(t *testing.T) {
	answers := filepath.Join(t.TempDir(), "answers.json")
	if err := os.WriteFile(answers, []byte(`{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"none",
		"em-chest-belly":"none","em-head-accident":"none","severity":"5","duration":"2-6-days","began":"strain","course":"worse","pattern":["none"],
		"eases":"curl","urgent-illness":"none","urgent-nerve":"none","age":"18-49","risks":["none"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args        []string
		first, next string
	}{
		{[]string{"why", "--answers", answers}, "See a clinician in the next days", "What was not asked"},
		{[]string{"sources"}, "Where all of this comes from", "Health services"},
		{[]string{"sources", "nhs-back-pain"}, "Cited by", "Topic "},
		{[]string{"learn", "--list"}, "What to do, and what not", "Daily life"},
		{[]string{"learn", "heat-or-ice", "--cites"}, "Is heat or ice better", "How sure we are"},
	} {
		t.Run(strings.Join(test.args[:1], " "), func(t *testing.T) {
			s := sit(t, 80, 20, test.args...)
			s.WaitUntil("the first screen waits", func(screen string) bool { return strings.Contains(screen, test.first) && full(screen) })
			if screen := s.Screen(); strings.Contains(screen, test.next) {
				t.Errorf("got more than fits:\n%s", screen)
			}
			for seen := false; !seen; {
				before := s.Screen()
				s.PressUntil(keyEnter, "it goes on", func(screen string) bool { return screen != before })
				s.WaitUntil("it waits again", full)
				seen = strings.Contains(s.Screen(), test.next)
			}
			s.PressUntil(keyCtrlC, "it ends", func(screen string) bool { return !full(screen) })
			s.Wait()
			if !s.Restored() || !s.CursorVisible() {
				t.Error("the terminal is not as it was")
			}
		})
	}
}
