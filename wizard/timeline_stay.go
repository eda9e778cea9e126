package wizard

import "time"

// stay adds the time that something lasts, cut where something is to be said
// or asked.
func (t *Timeline) stay() {
	whole, half := t.stayLength(), t.stayLength()/2
	cuts := map[time.Duration]Interval{0: {Kind: Staying, Say: Announcement{Text: t.library.Say(phraseBeginStay), Bell: true}}}
	cuts[half] = Interval{Kind: Staying, Say: Announcement{Text: t.halfTime()}}
	if whole > 2*lastMinute {
		cuts[whole-lastMinute] = Interval{Kind: Staying, Say: Announcement{Text: t.library.Say(phraseLastMinute)}}
	}
	for _, at := range t.skinChecks() {
		cuts[at] = Interval{Kind: CheckingSkin, Cue: t.library.Say(phraseSkinCheck), Say: Announcement{Text: t.library.Say(phraseSkinCheckSay), Bell: true}}
		if _, taken := cuts[at+checkTime]; !taken && at+checkTime < whole {
			cuts[at+checkTime] = Interval{Kind: Staying}
		}
	}
	t.cut(cuts, whole)
}

// cut adds the intervals that begin at some times, in order.
func (t *Timeline) cut(cuts map[time.Duration]Interval, whole time.Duration) {
	for at := time.Duration(0); at < whole; {
		i, next := cuts[at], whole
		for other := range cuts {
			if other > at && other < next {
				next = other
			}
		}
		i.Length = next - at
		if i.Cue == "" {
			i.Cue = t.stayCue()
		}
		t.add(i)
		at = next
	}
}

func (t *Timeline) stayCue() string {
	switch {
	case t.onSkin():
		return t.library.Say(phraseStayAwake)
	case t.keyframes() > 1:
		return t.Relief.Words.Title
	}
	return t.library.Say(phraseStay)
}

func (t *Timeline) halfTime() string {
	if t.Relief.Words.HalfTime != "" {
		return t.library.Say(phraseHalfTime) + " " + t.Relief.Words.HalfTime
	}
	return t.library.Say(phraseHalfTime)
}

// longest returns how many minutes it may last.
func (t *Timeline) longest() int {
	d := t.Relief.Dose
	if t.onSkin() && t.pace.cautious {
		return d.MinutesMin
	}
	return max(d.MinutesMin, d.MinutesMax)
}

// stayLength returns how long it lasts.
func (t *Timeline) stayLength() time.Duration {
	return time.Duration(min(max(t.Relief.Dose.MinutesMin+t.pace.minutes, t.shortest()), t.longest())) * time.Minute
}

// shortest returns how many minutes it lasts at least. What is on the skin
// may be taken off at any time, and so may all else be ended; this is how far
// the time can be cut beforehand.
func (t *Timeline) shortest() int { return min(t.Relief.Dose.MinutesMin, 2) }

// skinChecks returns when the skin is looked at: every so many minutes, and at
// half time where that is not nearly the same.
func (t *Timeline) skinChecks() []time.Duration {
	if !t.onSkin() {
		return nil
	}
	var checks []time.Duration
	every, whole := time.Duration(t.Relief.Dose.SkinCheckMinutes)*time.Minute, t.stayLength()
	half := whole / 2
	apart := true
	for at := every; at < whole; at += every {
		checks = append(checks, at)
		apart = apart && (at-half).Abs() >= 2*checkTime
	}
	if apart {
		checks = append(checks, half)
	}
	return checks
}
