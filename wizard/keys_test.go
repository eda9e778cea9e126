package wizard

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"backcare/guidance"
)

// At every moment of everything that can be played, what was last said to work
// is what works, and the ways out are always among it.
func TestKeysAreSaidWhereTheyWork(t *testing.T) {
	moments := 0
	for _, r := range guidance.Open("en").Relief().All() {
		if !playable(r) || len(r.Parts) > 0 {
			continue
		}
		for _, at := range []struct {
			selfPaced bool
			Pace
		}{{false, Pace{}}, {true, Pace{}}, {false, Pace{ReadOwn, HoldLonger}}, {false, Pace{ReadFast, HoldShorter}}} {
			synctest.Test(t, func(t *testing.T) {
				b := &bench{selfPaced: at.selfPaced}
				p := newPlayer(inEnglish, b, []guidance.Step{{Relief: r}, {Relief: r}}, true, at.Pace)
				b.press = func(s Scene) []Press {
					moments++
					checkKeys(t, b, p, s)
					if s.Alert == phraseSkinCheckSay {
						return []Press{PressFine}
					}
					if (at.selfPaced || at.Reading == ReadOwn) && s.Cue == phraseReadFirst {
						return []Press{PressBegin}
					}
					return nil
				}
				if end, err := p.play(); err != nil || end != playedAll {
					t.Errorf("%s ended with %d and %v", r.ID, end, err)
				}
			})
		}
	}
	t.Logf("%d moments", moments)
}

// checkKeys checks the keys of one moment.
func checkKeys(t *testing.T, b *bench, p *player, s Scene) {
	t.Helper()
	if !slices.Equal(b.keys, s.Keys) {
		t.Fatalf("%s, %q: said %v, but what works is %v", s.Title, s.Cue, b.keys, s.Keys)
	}
	offers := func(press Press) bool {
		return slices.ContainsFunc(s.Keys, func(k KeyHint) bool { return k.Press == press })
	}
	for _, way := range []Press{PressWorse, PressQuit, PressHelp} {
		if !offers(way) {
			t.Fatalf("%s, %q: %d is not offered", s.Title, s.Cue, way)
		}
	}
	if runs := p.interval().Length > 0 && !p.unstoppable(); offers(PressPause) != runs {
		t.Fatalf("%s, %q: a pause is offered %v, want %v", s.Title, s.Cue, !runs, runs)
	}
	if asked := s.Alert == phraseSkinCheckSay; offers(PressFine) != asked {
		t.Fatalf("%s, %q: the answer about the skin is offered %v, want %v", s.Title, s.Cue, !asked, asked)
	}
}

// Before a pack is on, nothing is said as if it were.
func TestNoticesBeforeThePackIsOn(t *testing.T) {
	tests := []struct {
		press    Press
		end      ending
		say, not string
	}{
		{PressPause, quit, phrasePackBegin, phraseNoPause},
		{PressRepeat, quit, phraseNotBegun, phraseNotAgain},
		{PressQuit, quit, phraseIfOn, phraseTakeOff},
		{PressNext, playedAll, phraseIfOn, phraseTakeOff},
		{PressWorse, skinHurt, phraseIfOn, phraseTakeOff},
	}
	for _, test := range tests {
		frame := 0
		b, end, _, p := onSkin(t, "heat", func(Scene) []Press {
			switch frame++; frame {
			case 10:
				return []Press{test.press}
			case 20:
				return []Press{PressQuit}
			}
			return nil
		}, nil)
		if said := b.said.String(); end != test.end || !slices.Contains(strings.Split(said, "\n"), test.say) || slices.Contains(strings.Split(said, "\n"), test.not) {
			t.Errorf("press %d: ended with %d and said %q; want %d, %q and not %q", test.press, end, said, test.end, test.say, test.not)
		}
		if page := p.offSkinPage(); len(page) != 1 || page[0].Text != phraseIfOn {
			t.Errorf("press %d: afterwards it says %v, want %q", test.press, page, phraseIfOn)
		}
	}
}
