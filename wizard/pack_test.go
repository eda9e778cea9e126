package wizard

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"backcare/guidance"
)

// A bench is a stage that a test of the player itself steers.
type bench struct {
	press   func(Scene) []Press
	said    strings.Builder
	rings   int
	presses chan Press
	last    Scene
	// selfPaced is what SelfPaced returns, and keys are those said last.
	selfPaced bool
	keys      []KeyHint
}

func (b *bench) Open() (<-chan Press, error) {
	b.presses = make(chan Press, 100)
	return b.presses, nil
}

func (b *bench) Show(s Scene) error {
	b.last = s
	if b.press != nil {
		for _, p := range b.press(s) {
			b.presses <- p
		}
	}
	return nil
}

func (b *bench) Announce(a Announcement) error {
	b.said.WriteString(a.Text + "\n")
	if a.Bell {
		b.rings++
	}
	if len(a.Keys) > 0 && a.Text != phraseKeys {
		b.keys = a.Keys
	}
	return nil
}

func (b *bench) Close() error    { return nil }
func (b *bench) SelfPaced() bool { return b.selfPaced }

// answer says that the skin is fine whenever it is asked.
func answer(s Scene) []Press {
	if s.Alert == phraseSkinCheckSay {
		return []Press{PressFine}
	}
	return nil
}

// onSkin plays a pack; sleeping says how far the clock of the wall is ahead of
// that of the program after some time.
func onSkin(t *testing.T, id string, press func(Scene) []Press, asleep func(time.Duration) time.Duration) (b *bench, end ending, took time.Duration, p *player) {
	t.Helper()
	r := relief(t, id)
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		b = &bench{press: press}
		p = newPlayer(inEnglish, b, []guidance.Step{{Relief: r}}, false, Pace{})
		if asleep != nil {
			p.wall = func() time.Time { return time.Now().Add(asleep(time.Since(begun))) }
		}
		var err error
		if end, err = p.play(); err != nil {
			t.Error(err)
		}
		took = time.Since(begun)
	})
	return b, end, took, p
}

func TestPack(t *testing.T) {
	b, end, took, p := onSkin(t, "heat", answer, nil)
	if end != playedAll || !p.finished[0] {
		t.Errorf("ended with %d, want all played", end)
	}
	if want := 12 * time.Minute; (took - want).Abs() > time.Second {
		t.Errorf("it took %v, want two minutes to put it on and ten on the skin", took)
	}
	for _, want := range []string{phraseSkinCheckSay, phraseSkinFine, phraseHalfTime, phraseLastMinute, phraseTimeOver} {
		if strings.Count(b.said.String(), want) < 1 && !(want == phraseHalfTime) {
			t.Errorf("%q is not said: %s", want, b.said.String())
		}
	}
}

// Nobody who answers the skin check may be asleep with a pack on the skin.
func TestUnansweredSkinCheckEndsThePack(t *testing.T) {
	b, end, took, _ := onSkin(t, "heat", nil, nil)
	if end != nobodyAnswered {
		t.Errorf("ended with %d, want %d", end, nobodyAnswered)
	}
	if want := (2 + 5 + 1) * time.Minute; (took - want).Abs() > time.Second {
		t.Errorf("it took %v, want %v", took, want)
	}
	if b.rings < 6 {
		t.Errorf("the bell rang %d times in a minute without an answer, want every ten seconds", b.rings)
	}
}

// A machine that sleeps does not make the time on the skin longer: the clock
// of the wall counts.
func TestSleepingMachineDoesNotLengthenHeat(t *testing.T) {
	tests := []struct {
		name   string
		asleep func(time.Duration) time.Duration
		end    ending
		most   time.Duration
	}{
		{"asleep for an hour", func(d time.Duration) time.Duration {
			if d > 4*time.Minute {
				return time.Hour
			}
			return 0
		}, nobodyAnswered, 4*time.Minute + time.Second},
		{"asleep for three minutes", func(d time.Duration) time.Duration {
			if d > 9*time.Minute {
				return 3 * time.Minute
			}
			return 0
		}, playedAll, 9*time.Minute + time.Second},
		{"a clock set back", func(d time.Duration) time.Duration {
			if d > 4*time.Minute {
				return -time.Hour
			}
			return 0
		}, playedAll, 12*time.Minute + time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, end, took, _ := onSkin(t, "heat", answer, test.asleep)
			if end != test.end || took > test.most {
				t.Errorf("ended with %d after %v, want %d within %v", end, took, test.end, test.most)
			}
		})
	}
}

// What lies on the skin cannot be paused, and coming back from a stop does not
// pause it.
func TestNoPauseOnTheSkin(t *testing.T) {
	for _, press := range []Press{PressPause, PressReturn, PressRepeat, PressHelp} {
		n := 0
		_, end, took, _ := onSkin(t, "ice", func(s Scene) []Press {
			if n++; n%50 == 0 {
				return append(answer(s), press)
			}
			return answer(s)
		}, nil)
		if end != playedAll || took > 12*time.Minute+time.Second {
			t.Errorf("press %d: ended with %d after %v, want at the safe time", press, end, took)
		}
	}
}

// No sequence of presses keeps a pack on for longer than is safe.
func TestNoKeysKeepAPackOn(t *testing.T) {
	keys := []Press{PressPause, PressBegin, PressRepeat, PressLonger, PressShorter, PressFine, PressHelp, PressReturn, PressPrevious}
	const runs = 60
	for seed := range runs {
		n, at := 0, seed
		var on time.Duration
		var before time.Time
		onSkin(t, "heat", func(s Scene) []Press {
			if strings.HasPrefix(s.Detail, "of ") && !before.IsZero() {
				on += time.Since(before)
			}
			before = time.Now()
			n++
			if n%97 != 0 {
				return answer(s)
			}
			at = at*1103515245 + 12345
			if n > 97*400 {
				return []Press{PressQuit}
			}
			return append(answer(s), keys[(at>>16&0x7fff)%len(keys)])
		}, nil)
		if most := 15*time.Minute + 2*time.Second; on > most {
			t.Errorf("run %d: %v on the skin", seed, on)
		}
	}
	t.Logf("%d runs of random keys", runs)
}

func TestSkinThatHurtsStops(t *testing.T) {
	_, end, took, _ := onSkin(t, "heat", func(s Scene) []Press {
		if s.Alert == phraseSkinCheckSay {
			return []Press{PressWorse}
		}
		return nil
	}, nil)
	if end != skinHurt || took > 7*time.Minute+time.Second {
		t.Errorf("ended with %d after %v, want at once", end, took)
	}
}

// A movement pauses when the machine slept or the program was stopped.
func TestMovementPausesAfterSleep(t *testing.T) {
	paused := 0
	_, end, _, _ := onSkin(t, "shoulder-raises", func(s Scene) []Press {
		if s.Alert == phrasePaused {
			if paused++; paused == 10 {
				return []Press{PressPause}
			}
		}
		return nil
	}, func(d time.Duration) time.Duration {
		if d > 20*time.Second {
			return time.Hour
		}
		return 0
	})
	if paused != 10 || end != playedAll {
		t.Errorf("paused in %d scenes and ended with %d; want a pause and then all of it", paused, end)
	}
}

// inTurn plays heat and ice in turn.
func inTurn(t *testing.T, press func(Scene) []Press) (b *bench, end ending, p *player) {
	t.Helper()
	var steps []guidance.Step
	for _, r := range guidance.Open("en").Relief().PartsOf(relief(t, "alternating")) {
		steps = append(steps, guidance.Step{Relief: r})
	}
	synctest.Test(t, func(t *testing.T) {
		b = &bench{press: press}
		p = newPlayer(inEnglish, b, steps, true, Pace{})
		var err error
		if end, err = p.play(); err != nil {
			t.Error(err)
		}
	})
	return b, end, p
}

// Between heat and ice the skin has to be as usual: nothing goes on before the
// person says so, however long that takes, and the change is announced.
func TestIceWaitsForTheSkin(t *testing.T) {
	const patience = 20 * 60 * 10 // twenty minutes of frames
	waited, on := 0, map[string]time.Duration{}
	var before time.Time
	b, end, p := inTurn(t, func(s Scene) []Press {
		if strings.HasPrefix(s.Detail, "of ") && !before.IsZero() {
			on[s.Title] += time.Since(before)
		}
		before = time.Now()
		if strings.Contains(s.Title, "second") && s.Cue != phraseWait && strings.Contains(s.Alert, "ake it off") {
			t.Errorf("%q is still said at %q", s.Alert, s.Cue)
		}
		if s.Cue == phraseWait {
			if s.Picture != nil || len(s.Text) == 0 {
				t.Error("while waiting, the ice is to be seen, or the words are not")
			}
			if waited++; waited > patience {
				return []Press{PressBegin}
			}
			return nil
		}
		return answer(s)
	})
	if end != playedAll || !p.finished[0] || !p.finished[1] {
		t.Errorf("ended with %d, finished %v", end, p.finished)
	}
	said := b.said.String()
	off, wait, ice := strings.Index(said, phraseTimeOver), strings.Index(said, "wait until your skin feels and looks as usual"), strings.Index(said, "Ice, the second")
	if off < 0 || wait < off || ice < wait {
		t.Errorf("the heat comes off at %d, the wait is said at %d and the ice at %d; want this order: %s", off, wait, ice, said)
	}
	if waited < patience {
		t.Errorf("the ice began after %d frames without a word of the person", waited)
	}
	for title, d := range on {
		if d > 10*time.Minute+time.Second {
			t.Errorf("%s lay on the skin for %v, want ten minutes at most", title, d)
		}
	}
	if len(on) != 2 {
		t.Errorf("on the skin were %v, want heat and ice", on)
	}
}

// No key makes either of the two longer than ten minutes.
func TestInTurnIsTenMinutesEach(t *testing.T) {
	for _, r := range guidance.Open("en").Relief().PartsOf(relief(t, "alternating")) {
		if line := newTimeline(inEnglish, r, pace{minutes: 30}); line.stayLength() != 10*time.Minute {
			t.Errorf("%s can be stretched to %v", r.ID, line.stayLength())
		}
	}
}

// Skin that stays red between the two ends it, and both are left out from then
// on.
func TestSkinThatStaysRedEndsIt(t *testing.T) {
	_, end, p := inTurn(t, func(s Scene) []Press {
		if s.Cue == phraseWait {
			if !slices.ContainsFunc(s.Keys, func(k KeyHint) bool { return k.Press == PressWorse }) {
				t.Error("there is no key to say so")
			}
			return []Press{PressWorse}
		}
		return answer(s)
	})
	w := &walk{Conversation: &Conversation{Library: inEnglish, Display: silent{}}, out: &Outcome{}}
	if err := w.tellEnding(end, p); err != nil {
		t.Fatal(err)
	}
	if end != skinHurt || !w.out.worse["heat"] || !w.out.worse["ice"] {
		t.Errorf("ended with %d, left out %v; want both left out", end, w.out.worse)
	}
}

// Whoever stops while waiting is told once more on the page that it comes off.
func TestStoppingWhileWaitingSaysToTakeItOff(t *testing.T) {
	_, end, p := inTurn(t, func(s Scene) []Press {
		if s.Cue == phraseWait {
			return []Press{PressQuit}
		}
		return answer(s)
	})
	if page := p.offSkinPage(); end != quit || len(page) == 0 {
		t.Errorf("ended with %d and page %v, want to take it off", end, page)
	}
}
