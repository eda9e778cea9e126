package wizard

import (
	"testing"

	"backcare/guidance"
	"backcare/guidance/foreign"
)

// What is played is in the language of the person, on the screen and aloud.
func TestWhatIsPlayedIsInTheLanguage(t *testing.T) {
	library := foreign.Library("es")
	check := func(where string, texts ...string) {
		t.Helper()
		for _, text := range texts {
			if words := foreign.Forgotten(text, func(word string) bool { return word[0] >= '0' && word[0] <= '9' }); len(words) > 0 {
				t.Errorf("%s says %q, in English: %q", where, text, words)
			}
		}
	}
	for _, r := range library.Relief().All() {
		steps := []guidance.Step{{Relief: r}, {Relief: r}}
		p := newPlayer(library, &bench{}, steps, true, Pace{})
		p.lay(0)
		for p.index = range p.line.Intervals {
			i := p.interval()
			check(r.ID, i.Cue, i.Say.Text)
			for _, paused := range []bool{false, true} {
				p.paused = paused
				s := p.scene()
				check(r.ID, s.Title, s.Place, s.Left, s.Cue, s.Detail, s.Next, s.Alert)
				for _, k := range append(s.Keys, p.allKeys()...) {
					check(r.ID, k.Text, k.Short)
				}
				for _, b := range s.Text {
					check(r.ID, append(b.Items, b.Text)...)
				}
			}
		}
	}
}
