package wizard_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

// perform plays movements in a bubble in which time costs nothing.
func perform(t *testing.T, a *actor, script map[string][]string, names ...string) (p *person, took time.Duration, err error) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		var c *wizard.Conversation
		c, p = talk(t, script)
		c.Stage = a
		var reliefs []guidance.Relief
		for _, name := range names {
			r, ok := c.Library.Relief().Find(name)
			if !ok {
				t.Fatalf("there is no relief %q", name)
			}
			reliefs = append(reliefs, r)
		}
		begun := time.Now()
		err = c.Stretches(wizard.Session{Reliefs: reliefs})
		took = time.Since(begun)
	})
	return p, took, err
}

// cues are what to do, scene by scene.
func (a *actor) cues() []string {
	var cues []string
	for _, s := range a.scenes {
		if n := len(cues); n == 0 || cues[n-1] != s.Cue {
			cues = append(cues, s.Cue)
		}
	}
	return cues
}

// announced is everything that was said so far.
func (a *actor) announced() string {
	var b strings.Builder
	for _, n := range a.said {
		b.WriteString(n.Text + "\n")
	}
	return b.String()
}

func TestPlayWholeMovement(t *testing.T) {
	a := &actor{}
	p, took, err := perform(t, a, map[string][]string{"severity": {"5", "3"}}, "shoulder-raises")
	if err != nil {
		t.Fatal(err)
	}
	// Ready 5 s, and five times up 2, hold 5, down 3, rest 1; reading is
	// bounded.
	moved := 5*time.Second + 5*11*time.Second
	if took < moved+10*time.Second || took > moved+time.Minute {
		t.Errorf("it took %v, want %v and time to read", took, moved)
	}
	if a.opened != 1 || a.closed != 1 {
		t.Errorf("the stage was opened %d times and closed %d, want once each", a.opened, a.closed)
	}
	if got := slices.IndexFunc(a.scenes, func(s wizard.Scene) bool { return s.Detail == "5 of 5" }); got < 0 {
		t.Errorf("the fifth repetition is not shown: %v", a.cues())
	}
	for _, s := range a.scenes {
		if s.Picture == nil {
			t.Errorf("no picture while %q", s.Cue)
		}
	}
	if !strings.Contains(p.told.String(), "Done: Shoulder raises") || !strings.Contains(p.told.String(), "Pain from 5 to 3") {
		t.Errorf("the end is not told: %s", p.told.String())
	}
	if per := a.frames / int(took/time.Second); per < 9 || per > 11 {
		t.Errorf("%d frames a second, want 10", per)
	}
}

func TestPlayBothSides(t *testing.T) {
	a := &actor{}
	if _, _, err := perform(t, a, nil, "seated-twist"); err != nil {
		t.Fatal(err)
	}
	if said := a.announced(); !strings.Contains(said, "Change sides.") {
		t.Errorf("changing sides is not said: %s", said)
	}
	first, second := 0, 0
	for _, s := range a.scenes {
		if strings.Contains(s.Detail, "first side") {
			first++
		}
		if strings.Contains(s.Detail, "other side") {
			second++
		}
	}
	if first == 0 || first != second {
		t.Errorf("%d scenes for the first side and %d for the other, want as many", first, second)
	}
	rings := 0
	for _, n := range a.said {
		if n.Bell {
			rings++
		}
	}
	if rings < 2 {
		t.Errorf("the bell rings %d times, want at the change of sides and at the end", rings)
	}
}

func TestPlayRoutine(t *testing.T) {
	a := &actor{}
	if _, _, err := perform(t, a, nil, "shoulder-raises", "blade-squeeze", "chest-opener"); err != nil {
		t.Fatal(err)
	}
	var titles, places, next []string
	for _, s := range a.scenes {
		if !slices.Contains(titles, s.Title) {
			titles, places, next = append(titles, s.Title), append(places, s.Place), append(next, s.Next)
		}
	}
	if want := []string{"Shoulder raises", "Shoulder blade squeeze", "Chest opener"}; !slices.Equal(titles, want) {
		t.Errorf("played %q, want %q", titles, want)
	}
	if want := []string{"1 of 3", "2 of 3", "3 of 3"}; !slices.Equal(places, want) {
		t.Errorf("places are %q, want %q", places, want)
	}
	if want := []string{"Next: Shoulder blade squeeze", "Next: Chest opener", ""}; !slices.Equal(next, want) {
		t.Errorf("next up are %q, want %q", next, want)
	}
	if first, last := a.scenes[0].Left, a.scenes[len(a.scenes)-1].Left; first != "4 minutes, and reading" || last != "less than a minute left" {
		t.Errorf("the time left is %q at first and %q at last", first, last)
	}
}

func holding(s wizard.Scene) bool { return s.Cue == "Hold, and breathe" }
func reading(s wizard.Scene) bool { return s.Text != nil }
func paused(s wizard.Scene) bool  { return s.Alert == "Paused" }

// after returns a rule that presses after so many scenes that meet a condition.
func after(n int, met func(wizard.Scene) bool, keys ...wizard.Press) func(wizard.Scene) []wizard.Press {
	return func(s wizard.Scene) []wizard.Press {
		if !met(s) {
			return nil
		}
		if n--; n != 0 {
			return nil
		}
		return keys
	}
}

func TestPlayerKeys(t *testing.T) {
	plain := func() time.Duration {
		_, took, err := perform(t, &actor{}, nil, "shoulder-raises")
		if err != nil {
			t.Fatal(err)
		}
		return took
	}()
	about := func(got, want time.Duration) bool { return (got - want).Abs() < time.Second }
	tests := []struct {
		name  string
		press func(wizard.Scene) []wizard.Press
		check func(t *testing.T, a *actor, p *person, took time.Duration)
	}{
		{"pause for ten minutes", each(once(holding, wizard.PressPause), after(6000, paused, wizard.PressPause)),
			func(t *testing.T, a *actor, _ *person, took time.Duration) {
				if !about(took, plain+10*time.Minute) {
					t.Errorf("took %v, want %v and the pause", took, plain)
				}
			}},
		{"begin at once", once(reading, wizard.PressBegin, wizard.PressBegin),
			func(t *testing.T, a *actor, _ *person, took time.Duration) {
				if !about(took, 55*time.Second) {
					t.Errorf("took %v, want the movement alone", took)
				}
			}},
		{"longer holds", once(holding, wizard.PressLonger, wizard.PressLonger),
			func(t *testing.T, a *actor, _ *person, took time.Duration) {
				if !about(took, plain+10*time.Second) {
					t.Errorf("took %v, want 5 times 2 seconds more than %v", took, plain)
				}
				if !strings.Contains(a.announced(), "Each hold is now 7 seconds.") {
					t.Error("the new hold is not said")
				}
			}},
		{"shorter holds end at two seconds", once(reading, slices.Repeat([]wizard.Press{wizard.PressShorter}, 20)...),
			func(t *testing.T, a *actor, _ *person, took time.Duration) {
				if !about(took, plain-15*time.Second) {
					t.Errorf("took %v, want 5 times 3 seconds less than %v", took, plain)
				}
			}},
		{"longer holds end at ten seconds", once(reading, slices.Repeat([]wizard.Press{wizard.PressLonger}, 20)...),
			func(t *testing.T, a *actor, _ *person, took time.Duration) {
				if !about(took, plain+25*time.Second) {
					t.Errorf("took %v, want 5 times 5 seconds more than %v", took, plain)
				}
				if !strings.Contains(a.announced(), "Each hold stays at 10 seconds") {
					t.Error("the limit is not said")
				}
			}},
		{"once more", once(holding, wizard.PressRepeat),
			func(t *testing.T, a *actor, _ *person, took time.Duration) {
				if !about(took, plain+5*time.Second+2*time.Second) {
					t.Errorf("took %v, want ready and the first way once more than %v", took, plain)
				}
			}},
		{"stop", once(holding, wizard.PressQuit),
			func(t *testing.T, a *actor, p *person, took time.Duration) {
				if !strings.Contains(p.told.String(), "Stopped here") || p.Count("severity") != 2 {
					t.Error("stopping does not end with the question for the pain")
				}
			}},
		{"stop before anything was done", once(reading, wizard.PressQuit),
			func(t *testing.T, a *actor, p *person, took time.Duration) {
				if p.Count("severity") != 1 {
					t.Error("the pain is asked for although nothing was done")
				}
			}},
		{"next ends the last", once(holding, wizard.PressNext),
			func(t *testing.T, a *actor, p *person, took time.Duration) {
				if strings.Contains(p.told.String(), "Done:") {
					t.Error("what was left in the middle counts as done")
				}
			}},
		{"help shows every key", once(reading, wizard.PressHelp),
			func(t *testing.T, a *actor, _ *person, _ time.Duration) {
				shown := map[wizard.Press]bool{}
				for _, s := range a.scenes {
					for _, b := range s.Text {
						for _, k := range b.Keys {
							shown[k.Press] = true
						}
					}
				}
				for k := wizard.PressPause; k <= wizard.PressLeave; k++ {
					if k != wizard.PressFine && k != wizard.PressWorse && !shown[k] {
						t.Errorf("help does not show key %d: %v", k, shown)
					}
				}
			}},
		{"coming back from a stop pauses", each(once(holding, wizard.PressReturn), after(50, paused, wizard.PressPause)),
			func(t *testing.T, a *actor, _ *person, took time.Duration) {
				if !about(took, plain+5*time.Second) {
					t.Errorf("took %v, want %v and the pause", took, plain)
				}
			}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := &actor{press: test.press}
			p, took, err := perform(t, a, nil, "shoulder-raises")
			if err != nil {
				t.Fatal(err)
			}
			test.check(t, a, p, took)
			if a.opened != a.closed {
				t.Errorf("the stage was opened %d times and closed %d", a.opened, a.closed)
			}
		})
	}
}

func TestNextAndPrevious(t *testing.T) {
	in := func(title string) func(wizard.Scene) bool {
		return func(s wizard.Scene) bool { return s.Title == title }
	}
	a := &actor{press: each(once(in("Shoulder raises"), wizard.PressNext), once(in("Chest opener"), wizard.PressPrevious),
		after(200, in("Shoulder raises"), wizard.PressQuit))}
	if _, _, err := perform(t, a, nil, "shoulder-raises", "chest-opener"); err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, s := range a.scenes {
		if n := len(titles); n == 0 || titles[n-1] != s.Title {
			titles = append(titles, s.Title)
		}
	}
	if want := []string{"Shoulder raises", "Chest opener", "Shoulder raises"}; !slices.Equal(titles, want) {
		t.Errorf("played %q, want %q", titles, want)
	}
}

// Leaving in the player leaves the program, and is no answer to anything.
func TestLeaveThePlayer(t *testing.T) {
	a := &actor{press: once(holding, wizard.PressLeave)}
	p, _, err := perform(t, a, nil, "shoulder-raises")
	if !errors.Is(err, wizard.ErrLeave) {
		t.Errorf("got %v, want ErrLeave", err)
	}
	if p.Count("severity") != 1 || a.closed != 1 {
		t.Errorf("after leaving, the pain was asked for %d times and the stage closed %d", p.Count("severity")-1, a.closed)
	}
}

// What makes it worse stops at once, is not offered again, and a second one
// brings the warning signs back.
func TestPlayerWorse(t *testing.T) {
	a := &actor{press: each(once(holding, wizard.PressWorse), once(func(s wizard.Scene) bool {
		return s.Title == "Shoulder blade squeeze" && holding(s)
	}, wizard.PressWorse))}
	p, _, err := perform(t, a, map[string][]string{"area": {"neck"}}, "shoulder-raises", "blade-squeeze", "chest-opener")
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Count("worse"); got != 1 {
		t.Errorf("asked what to do instead %d times, want once: the second time comes the recheck", got)
	}
	if got := p.Count("em-nerves"); got != 2 {
		t.Errorf("the warning signs were asked %d times, want 2", got)
	}
	var titles []string
	for _, s := range a.scenes {
		if n := len(titles); n == 0 || titles[n-1] != s.Title {
			titles = append(titles, s.Title)
		}
	}
	if want := []string{"Shoulder raises", "Shoulder blade squeeze", "Chest opener"}; !slices.Equal(titles, want) {
		t.Errorf("played %q, want %q: nothing that made it worse comes again", titles, want)
	}
}

// A rise of two points stops and leads back to the warning signs.
func TestRiseAfterPlaying(t *testing.T) {
	p, _, err := perform(t, &actor{}, map[string][]string{"severity": {"4", "6"}}, "shoulder-raises")
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Count("em-nerves"); got != 2 {
		t.Errorf("the warning signs were asked %d times, want 2 after a rise of two", got)
	}
}

// Where there is no room, it goes on in words.
func TestTooSmallGoesOnInWords(t *testing.T) {
	p, _, err := perform(t, &actor{tooSmall: true}, nil, "shoulder-raises")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(p.told.String(), "too small") || p.Count("step") != 1 {
		t.Errorf("no words instead of the stage: %s", p.told.String())
	}
}

// The walk of a check uses the same player.
func TestWalkPlays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, p := talk(t, map[string][]string{"after-result": {"first"}, "step": {"play", "next"}, "severity": {"5", "4"}})
		a := &actor{}
		c.Stage = a
		if _, err := c.Check(); err != nil {
			t.Fatal(err)
		}
		if a.opened != 1 || !strings.Contains(p.told.String(), "Done: On your back, knees over pillows") {
			t.Errorf("the first step was not played: %s", p.told.String())
		}
		if len(a.scenes) > 0 && a.scenes[0].Text != nil {
			t.Error("what was read on the page is to be read again")
		}
	})
}

// What is told to be left is what it takes, whoever reads slowly or fast: five
// minutes are at most five minutes of movement, and the reading is named beside
// them.
func TestTimeLeftIsTrue(t *testing.T) {
	l := guidance.Open("en")
	for _, area := range []string{"neck", "upper", "shoulder-blades", "middle", "lower"} {
		synctest.Test(t, func(t *testing.T) {
			a := &actor{press: func(s wizard.Scene) []wizard.Press {
				if reading(s) {
					return []wizard.Press{wizard.PressBegin}
				}
				return nil
			}}
			c, _ := talk(t, map[string][]string{"area": {area}})
			c.Stage = a
			routine, _ := l.Routine("five-minutes")
			begun := time.Now()
			if err := c.Stretches(wizard.Session{Reliefs: routine.Reliefs, Minutes: routine.Minutes, Routine: true}); err != nil {
				t.Fatal(err)
			}
			took := time.Since(begun)
			told := fmt.Sprintf("%d minutes, and reading", int(took.Round(time.Minute)/time.Minute))
			if got := a.scenes[0].Left; took > 5*time.Minute || got != told {
				t.Errorf("%s: it took %v, and %q was told", area, took, got)
			}
		})
	}
}

// A changed hold belongs to its movement: the next one has its own, and going
// back finds the changed one, in what is read and in what is played.
func TestChangedHoldBelongsToItsMovement(t *testing.T) {
	in := func(title string, met func(wizard.Scene) bool) func(wizard.Scene) bool {
		return func(s wizard.Scene) bool { return s.Title == title && met(s) }
	}
	a := &actor{press: each(
		once(in("Shoulder raises", reading), wizard.PressLonger, wizard.PressLonger, wizard.PressNext),
		after(3, in("Shoulder blade squeeze", reading), wizard.PressPrevious),
		after(30, in("Shoulder raises", reading), wizard.PressNext),
	)}
	if _, _, err := perform(t, a, nil, "shoulder-raises", "blade-squeeze"); err != nil {
		t.Fatal(err)
	}
	read := map[string]string{}
	for _, s := range a.scenes {
		for _, b := range s.Text {
			read[s.Title] += b.Text + strings.Join(b.Items, " ")
		}
	}
	if got := read["Shoulder raises"]; !strings.Contains(got, "Hold for 7 seconds") || !strings.Contains(got, "Hold 7 seconds each") {
		t.Errorf("the changed hold is not read: %s", got)
	}
	if got := read["Shoulder blade squeeze"]; !strings.Contains(got, "Hold for 5 seconds") || strings.Contains(got, "7 seconds") {
		t.Errorf("the next movement does not have its own hold: %s", got)
	}
	for _, s := range a.scenes {
		if s.Title == "Shoulder blade squeeze" && holding(s) && len(s.Clock) == 1 && s.Clock > "5" {
			t.Errorf("the next movement is held for %s", s.Clock)
		}
	}
}

func TestNoHoldToChange(t *testing.T) {
	a := &actor{press: once(reading, wizard.PressLonger)}
	if _, _, err := perform(t, a, nil, "hip-hinge"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.announced(), "There is no hold in this one.") {
		t.Errorf("said %s", a.announced())
	}
}

// The stages of getting up can be made longer, and what is said is what is
// added.
func TestLongerStages(t *testing.T) {
	_, plain, err := perform(t, &actor{}, nil, "log-roll")
	if err != nil {
		t.Fatal(err)
	}
	a := &actor{press: once(reading, slices.Repeat([]wizard.Press{wizard.PressLonger}, 50)...)}
	_, took, err := perform(t, a, nil, "log-roll")
	if err != nil {
		t.Fatal(err)
	}
	if want := plain + 3*10*time.Second; (took - want).Abs() > time.Second {
		t.Errorf("took %v, want %v: ten seconds more at each of three stages", took, want)
	}
	if !strings.Contains(a.announced(), "Each stage now takes 10 seconds more.") {
		t.Errorf("said %s", a.announced())
	}
}
