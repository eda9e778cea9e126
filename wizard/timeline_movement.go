package wizard

import "time"

// repetitions adds a movement that is done a number of times, an equal number
// on each side.
func (t *Timeline) repetitions() {
	d := t.Relief.Dose
	for rep := 1; rep <= d.Reps; rep++ {
		t.progress(rep, d.Reps, func() { t.round(rep, false) })
		if d.EachSide && d.Alternate {
			t.round(rep, true)
		}
	}
	if !d.EachSide || d.Alternate {
		return
	}
	t.add(Interval{Kind: SwitchingSides, Length: switchTime, Cue: t.library.Say(phraseSwitch), Mirrored: true,
		Say: Announcement{Text: t.library.Say(phraseSwitch) + ".", Bell: true}})
	for rep := 1; rep <= d.Reps; rep++ {
		t.progress(rep, d.Reps, func() { t.round(rep, true) })
	}
}

// rounds adds a movement that goes on for some minutes, such as breathing.
func (t *Timeline) rounds() {
	first := len(t.Intervals)
	t.round(0, false)
	round := time.Duration(0)
	for _, i := range t.Intervals[first:] {
		round += i.Length
	}
	t.Intervals = t.Intervals[:first]
	if round == 0 {
		return // a figure without time, which no test lets pass
	}
	for rep, reps := 1, int(t.stayLength()/round); rep <= reps; rep++ {
		t.progress(rep, reps, func() { t.round(0, false) })
	}
}

// progress announces the first, the middle and the last of some repetitions,
// which each adds, to those who cannot count along.
func (t *Timeline) progress(rep, reps int, each func()) {
	first := len(t.Intervals)
	each()
	if first == len(t.Intervals) {
		return
	}
	say := &t.Intervals[first].Say
	text := ""
	switch {
	case rep == 1:
		text = t.library.Say(phraseBeginReps)
	case rep == reps && t.Relief.Dose.Reps > 0:
		text = t.library.Say(phraseLastOne)
	case rep == reps/2+1:
		text = t.library.Say(phraseHalfDone)
	default:
		return
	}
	say.Text, say.Minor = text+" "+say.Text, false
}

// round adds one repetition on one side, there and back.
func (t *Timeline) round(rep int, mirrored bool) {
	for from := range t.keyframes() {
		t.move(from, (from+1)%t.keyframes(), rep, mirrored)
	}
}

// sequence adds a movement that is done once and leads somewhere, such as
// getting out of bed.
func (t *Timeline) sequence() {
	for to := range t.keyframes() {
		first := len(t.Intervals)
		if to > 0 {
			t.move(to-1, to, 0, false)
		} else {
			t.add(Interval{Kind: Holding, Length: readyTime, Cue: t.cue(0), Say: Announcement{Text: t.cue(0) + "."}})
		}
		t.Intervals[first].Say.Minor = false
	}
}

// move adds the way from a keyframe to another, and the hold there.
func (t *Timeline) move(from, to, rep int, mirrored bool) {
	_, way := t.Figure.Timing(from)
	t.add(Interval{Kind: Moving, Length: seconds(way), Cue: t.cue(to), Rep: rep, Mirrored: mirrored, From: from, To: to,
		Say: Announcement{Text: t.cue(to) + ".", Minor: true}})
	hold := Interval{Kind: Holding, Length: t.hold(to), Cue: t.library.Say(phraseHold), Rep: rep, Mirrored: mirrored, From: to, To: to,
		Say: Announcement{Text: t.library.Say(phraseHold) + ".", Minor: true}}
	switch d := t.Relief.Dose; {
	case to == 0:
		hold.Cue, hold.Say = t.library.Say(phraseLetGo), Announcement{}
	case d.HoldSeconds > 0:
	case d.Reps+d.MinutesMin > 0:
		hold.Cue, hold.Say = t.cue(to), Announcement{}
	default:
		hold.Cue, hold.Say = t.library.Say(phraseTakeTime), Announcement{}
	}
	if hold.Length > 0 {
		t.add(hold)
	}
}

// hold returns how long a keyframe is held: as the dose says, or as briefly as
// the movement is shown where it says nothing.
func (t *Timeline) hold(keyframe int) time.Duration {
	shown, _ := t.Figure.Timing(keyframe)
	dose := t.Relief.Dose
	switch {
	case keyframe == 0 && dose.Reps+dose.MinutesMin > 0 || shown == 0:
		return seconds(shown)
	case dose.HoldSeconds > 0:
		return time.Duration(dose.HoldSeconds) * time.Second
	case dose.Reps > 0:
		return briefHold
	default:
		return max(briefHold, seconds(shown)+t.pace.slower)
	}
}
