package wizard

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"backcare/guidance"
)

func relief(t *testing.T, id string) guidance.Relief {
	t.Helper()
	r, ok := guidance.Open("en").Relief().Find(id)
	if !ok {
		t.Fatalf("there is no relief %q", id)
	}
	return r
}

// outline writes a timeline in short: the kind of each interval, its seconds,
// its repetition, and a prime where it is the other side.
func outline(t Timeline) string {
	var parts []string
	for _, i := range t.Intervals {
		kind := [...]string{"wait", "read", "ready", "move", "hold", "switch", "stay", "skin", "rest"}[i.Kind]
		text := fmt.Sprintf("%s %v", kind, i.Length.Seconds())
		if i.Rep > 0 {
			text += fmt.Sprintf(" #%d", i.Rep)
		}
		if i.Mirrored {
			text += "'"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

func TestTimelines(t *testing.T) {
	short := func(r guidance.Relief, reps int) guidance.Relief {
		r.Dose.Reps = reps
		return r
	}
	tests := []struct {
		name   string
		relief guidance.Relief
		pace   pace
		want   string
	}{
		{"a movement", short(relief(t, "shoulder-raises"), 2), pace{reading: 20 * time.Second},
			"read 20, ready 5, move 2 #1, hold 5 #1, move 3 #1, hold 1 #1, move 2 #2, hold 5 #2, move 3 #2, hold 1 #2, rest 5"},
		{"without reading, the last", short(relief(t, "shoulder-raises"), 1), pace{last: true},
			"ready 5, move 2 #1, hold 5 #1, move 3 #1, hold 1 #1"},
		{"longer holds", short(relief(t, "shoulder-raises").WithHold(8), 1), pace{last: true},
			"ready 5, move 2 #1, hold 8 #1, move 3 #1, hold 1 #1"},
		{"nothing to hold", short(relief(t, "hip-hinge"), 1), pace{last: true},
			"ready 5, move 2 #1, hold 1 #1, move 2 #1, hold 1 #1"},
		{"longer stages", relief(t, "log-roll"), pace{last: true, slower: 2 * time.Second},
			"ready 5, hold 5, move 3, hold 3, move 3, hold 3, move 3, hold 5"},
		{"both sides get the same", short(relief(t, "seated-twist"), 2), pace{last: true},
			"ready 5, move 2 #1, hold 5 #1, move 2 #1, hold 1 #1, move 2 #2, hold 5 #2, move 2 #2, hold 1 #2, switch 5', " +
				"move 2 #1', hold 5 #1', move 2 #1', hold 1 #1', move 2 #2', hold 5 #2', move 2 #2', hold 1 #2'"},
		{"until the person has read", short(relief(t, "shoulder-raises"), 1), pace{reading: -1, last: true},
			"read 0, ready 5, move 2 #1, hold 5 #1, move 3 #1, hold 1 #1"},
		{"two ways", short(relief(t, "cat-cow"), 1), pace{last: true},
			"ready 5, move 2 #1, hold 5 #1, move 3 #1, hold 5 #1, move 2 #1, hold 0.5 #1"},
		{"leads somewhere", relief(t, "log-roll"), pace{last: true},
			"ready 5, hold 5, move 3, hold 1, move 3, hold 1, move 3, hold 3"},
		{"a position", relief(t, "reclined"), pace{last: true}, "ready 5, stay 150, stay 90, stay 60"},
		{"a pack", relief(t, "heat"), pace{last: true}, "ready 120, stay 300, skin 60, stay 180, stay 60"},
		{"a pack for longer", relief(t, "heat"), pace{last: true, minutes: 5},
			"ready 120, stay 300, skin 60, stay 90, skin 60, stay 90, skin 60, stay 180, stay 60"},
		{"never longer than is safe", relief(t, "heat"), pace{last: true, minutes: 50},
			"ready 120, stay 300, skin 60, stay 90, skin 60, stay 90, skin 60, stay 180, stay 60"},
		{"with care, only the shortest", relief(t, "heat"), pace{last: true, minutes: 5, cautious: true},
			"ready 120, stay 300, skin 60, stay 180, stay 60"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := outline(newTimeline(inEnglish, test.relief, test.pace)); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// Every relief that can be played has a timeline without holes: it moves only
// from where it is, each side gets the same time, and every interval but one
// that waits for the person has a length.
func TestEveryTimeline(t *testing.T) {
	n := 0
	for _, r := range guidance.Open("en").Relief().All() {
		if !playable(r) || len(r.Parts) > 0 {
			continue
		}
		n++
		line := newTimeline(inEnglish, r, pace{})
		at := map[bool]int{}
		sides := map[bool]time.Duration{}
		for k, i := range line.Intervals {
			if i.Length <= 0 {
				t.Errorf("%s: interval %d has no length", r.ID, k)
			}
			if i.Cue == "" {
				t.Errorf("%s: interval %d does not say what to do", r.ID, k)
			}
			if i.Kind == Moving {
				if i.From != at[i.Mirrored] {
					t.Errorf("%s: interval %d moves from keyframe %d, but the body is at %d", r.ID, k, i.From, at[i.Mirrored])
				}
				at[i.Mirrored] = i.To
			}
			if i.Kind == Moving || i.Kind == Holding {
				sides[i.Mirrored] += i.Length
			}
		}
		if r.Dose.EachSide && sides[true] != sides[false] {
			t.Errorf("%s: one side gets %v, the other %v", r.ID, sides[false], sides[true])
		}
		if last := line.Intervals[len(line.Intervals)-1]; (last.Kind == Resting) != (r.Dose.SkinCheckMinutes == 0) {
			t.Errorf("%s: it ends with kind %d, want a rest, but never before a pack is off", r.ID, last.Kind)
		}
		if len(line.Intervals) < 3 {
			t.Errorf("%s: there is nothing to do", r.ID)
		}
	}
	t.Logf("%d reliefs can be played", n)
}

// Nothing lies on the skin for longer than its dose, whatever is pressed
// beforehand, and it is never left for more than so many minutes unchecked.
func TestNothingLiesOnTheSkinTooLong(t *testing.T) {
	n := 0
	for _, r := range guidance.Open("en").Relief().All() {
		if r.Dose.SkinCheckMinutes == 0 {
			continue
		}
		for minutes := -30; minutes <= 30; minutes++ {
			for _, cautious := range []bool{false, true} {
				n++
				line := newTimeline(inEnglish, r, pace{minutes: minutes, cautious: cautious, last: true})
				whole, unchecked := time.Duration(0), time.Duration(0)
				half := false
				for k, i := range line.Intervals {
					if !line.stays(k) {
						continue
					}
					if i.Kind == CheckingSkin {
						unchecked = 0
						half = half || (whole-line.stayLength()/2).Abs() < 2*checkTime
					}
					whole, unchecked = whole+i.Length, unchecked+i.Length
					if unchecked > time.Duration(r.Dose.SkinCheckMinutes)*time.Minute {
						t.Errorf("%s, %+d minutes: %v without a look at the skin", r.ID, minutes, unchecked)
					}
				}
				most := r.Dose.MinutesMax
				if cautious {
					most = r.Dose.MinutesMin
				}
				if whole > time.Duration(most)*time.Minute {
					t.Errorf("%s, %+d minutes, cautious %v: %v on the skin, at most %d minutes are safe", r.ID, minutes, cautious, whole, most)
				}
				if whole > 2*time.Duration(r.Dose.SkinCheckMinutes)*time.Minute-1 && !half {
					t.Errorf("%s, %+d minutes: no look at the skin at half time", r.ID, minutes)
				}
			}
		}
	}
	t.Logf("%d timelines", n)
}

// Five minutes are five minutes: every area has at least three movements, and
// no more than fit.
func TestFiveMinutes(t *testing.T) {
	l := guidance.Open("en")
	area, _ := l.Questionnaire().Item("area")
	c := &Conversation{Library: l, Display: silent{}}
	for _, o := range area.Options {
		if o.ID == "elsewhere" {
			continue
		}
		routine, _ := l.Routine("five-minutes")
		r, err := l.Questionnaire().NewResponse().With("area", o.ID)
		if err != nil {
			t.Fatal(err)
		}
		calm := map[string]string{"severity": "4", "duration": "2-6-days", "age": "18-49", "risks": "none", "began": "strain",
			"feel": "firm-contraction", "spread": "no", "eases": "still", "pattern": "none"}
		for item, option := range calm {
			if r, err = r.With(item, option); err != nil {
				t.Fatal(err)
			}
		}
		out := &Outcome{Response: r}
		steps, _ := c.safe(out, Session{Reliefs: routine.Reliefs, Minutes: routine.Minutes, Routine: true})
		whole := time.Duration(0)
		var titles []string
		for _, s := range steps {
			line := newTimeline(inEnglish, s.Relief, pace{})
			whole += line.start(len(line.Intervals))
			titles = append(titles, s.Relief.ID)
		}
		if len(steps) < 3 || whole > 5*time.Minute {
			t.Errorf("%s: %v in %v, want at least three in five minutes", o.ID, titles, whole)
		}
		t.Logf("%s: %v, %v", o.ID, titles, whole)
	}
}

// silent is a display for tests of what is chosen, not of what is shown.
type silent struct{}

func (silent) Tell(Page) error     { return nil }
func (silent) Present(Page) error  { return nil }
func (silent) Fits(Page, int) bool { return true }

// What is said at the end of a movement agrees with what is read: nobody is
// told to hold where there is no hold, nor while breathing.
func TestHoldIsSaidOnlyWhereThereIsOne(t *testing.T) {
	for _, r := range guidance.Open("en").Relief().All() {
		if !playable(r) || len(r.Parts) > 0 {
			continue
		}
		line := newTimeline(inEnglish, r, pace{})
		for k, i := range line.Intervals {
			held := i.Cue == phraseHold || strings.Contains(i.Say.Text, phraseHold)
			if held && (r.Dose.HoldSeconds == 0 || i.Length != seconds(float64(r.Dose.HoldSeconds))) {
				t.Errorf("%s: interval %d says %q for %v, the dose is %q", r.ID, k, i.Cue, i.Length, r.Words.Dose)
			}
		}
	}
}
