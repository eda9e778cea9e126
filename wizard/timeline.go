package wizard

import (
	"time"

	"backcare/guidance"
	"backcare/guidance/figure"
)

// An IntervalKind says what a part of a Timeline is for.
type IntervalKind int

// The kinds of intervals.
const (
	// Waiting lasts until the person says that it is over: what was on the skin
	// before has to leave it as usual.
	Waiting IntervalKind = iota
	// Reading is time to read what to do.
	Reading
	// GettingReady is time to get into place.
	GettingReady
	// Moving goes from one keyframe to another.
	Moving
	// Holding stays at a keyframe.
	Holding
	// SwitchingSides is time to turn to the other side.
	SwitchingSides
	// Staying goes on with the same thing: a position, a walk, warmth.
	Staying
	// CheckingSkin is Staying until somebody has said that the skin looks as
	// it should. Nobody answering is a reason to stop.
	CheckingSkin
	// Resting is time between two reliefs.
	Resting
)

// An Interval is a part of a Timeline in which one thing is done.
type Interval struct {
	Kind IntervalKind
	// Length is how long it lasts. 0 means until the person goes on.
	Length time.Duration
	// Cue says what to do, in a few words.
	Cue string
	// Rep is the repetition that it belongs to, from 1, or 0.
	Rep int
	// Mirrored is true for the other side.
	Mirrored bool
	// From and To are the keyframes that it goes from and to.
	From, To int
	// Say is announced when it begins.
	Say Announcement
}

// A Timeline is what happens when in one relief, from reading to rest. It
// does not know what time it is.
type Timeline struct {
	Relief    guidance.Relief
	Figure    *figure.Figure // nil where there is no picture
	Intervals []Interval
	library   *guidance.Library
	pace      pace
}

// A pace is how fast a relief is played.
type pace struct {
	// reading is how long reading takes. 0 leaves it out, and less than 0 is
	// until the person goes on.
	reading time.Duration
	// slower is added to each stage of a movement that leads somewhere.
	slower time.Duration
	// minutes are added to the shortest time that a stay may last.
	minutes int
	// last is true when nothing comes after.
	last bool
	// cautious is true when something about the person asks for care, so that
	// nothing on the skin lasts longer than the shortest time.
	cautious bool
}

// How long things take. People in pain are slow, and nobody is to be hurried.
const (
	// readyTime is how long it takes to get ready for a movement.
	readyTime = 5 * time.Second
	// packTime is how long it takes to put a pack on. After that the clock
	// runs even when nobody has said that it may, because the pack is on.
	packTime = 2 * time.Minute
	// switchTime is how long it takes to change sides.
	switchTime = 5 * time.Second
	// restTime is the rest between two reliefs, before the next is read.
	restTime = 5 * time.Second
	// checkTime is how long the skin check waits for an answer.
	checkTime = time.Minute
	// briefHold is how long the end of a movement is shown where nothing is
	// held.
	briefHold = time.Second
	// lastMinute is announced before the end of anything longer than twice
	// that.
	lastMinute = time.Minute
)

// newTimeline lays out one relief.
func newTimeline(l *guidance.Library, r guidance.Relief, p pace) Timeline {
	t := Timeline{library: l, Relief: r, pace: p}
	t.Figure, _ = FigureOf(r)
	t.begin()
	switch {
	case r.Dose.MinutesMin > 0 && len(r.Words.Cues) > 0 && t.keyframes() > 1:
		t.rounds()
	case r.Dose.MinutesMin > 0:
		t.stay()
	case r.Dose.Reps > 0:
		t.repetitions()
	default:
		t.sequence()
	}
	if !p.last && !t.onSkin() { // what is on the skin comes off at once
		t.add(Interval{Kind: Resting, Length: restTime, Cue: l.Say(phraseRest), Say: Announcement{Text: l.Say(phraseRest)}})
	}
	return t
}

func (t *Timeline) add(i Interval) { t.Intervals = append(t.Intervals, i) }

// keyframes returns how many keyframes the figure has, or 0.
func (t *Timeline) keyframes() int {
	if t.Figure == nil {
		return 0
	}
	return t.Figure.Keyframes()
}

// onSkin reports whether the relief lies on the skin and can harm it.
func (t *Timeline) onSkin() bool { return t.Relief.Dose.SkinCheckMinutes > 0 }

// begin adds the time to read and to get ready.
func (t *Timeline) begin() {
	w := t.Relief.Words
	if w.Wait != "" {
		t.add(Interval{Kind: Waiting, Cue: t.library.Say(phraseWait), Say: Announcement{Text: w.Wait, Bell: true}})
	}
	if t.pace.reading != 0 {
		t.add(Interval{Kind: Reading, Length: max(t.pace.reading, 0), Cue: t.library.Say(phraseReadFirst), Say: Announcement{Text: w.Title + "."}})
	}
	ready := Interval{Kind: GettingReady, Length: readyTime, Cue: t.library.Say(phraseGetReady),
		Say: Announcement{Text: t.library.Say(phraseGetReady) + ". " + w.Title + "."}}
	if t.onSkin() {
		ready.Length, ready.Cue, ready.Say.Text = packTime, t.library.Say(phrasePackOn), t.library.Say(phrasePackOn)+". "+t.library.Say(phrasePackBegin)
	}
	t.add(ready)
}

// cue returns what to do on the way to a keyframe.
func (t *Timeline) cue(keyframe int) string {
	if cues := t.Relief.Words.Cues; keyframe < len(cues) {
		return cues[keyframe]
	}
	return t.Relief.Words.Title
}

// seconds turns the seconds of a figure into a duration.
func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// start returns when an interval begins, counted from the beginning of the
// timeline. With the number of intervals it is the length of the timeline.
func (t *Timeline) start(index int) time.Duration {
	sum := time.Duration(0)
	for _, i := range t.Intervals[:index] {
		sum += i.Length
	}
	return sum
}

// at returns the interval at a time, and how much of it is over.
func (t *Timeline) at(gone time.Duration) (index int, within time.Duration) {
	for n, i := range t.Intervals {
		if gone < i.Length || n == len(t.Intervals)-1 {
			return n, gone
		}
		gone -= i.Length
	}
	return 0, 0
}

// stays reports whether an interval is part of a stay.
func (t *Timeline) stays(index int) bool {
	k := t.Intervals[index].Kind
	return k == Staying || k == CheckingSkin
}
