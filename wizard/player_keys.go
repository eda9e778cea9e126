package wizard

import "time"

// press does what the person wants.
func (p *player) press(press Press) {
	switch press {
	case PressPause:
		p.pauseOrGoOn()
	case PressReturn:
		if !p.unstoppable() {
			p.pause()
		}
	case PressBegin:
		p.begin()
	case PressNext:
		p.paused = false
		p.nextStep(false)
	case PressPrevious:
		p.previous()
	case PressRepeat:
		p.repeat()
	case PressLonger:
		p.stretch(1)
	case PressShorter:
		p.stretch(-1)
	case PressWorse:
		p.worse()
	case PressFine:
		p.fine()
	case PressHelp:
		p.help, p.helped = !p.help, 0
		if p.help {
			p.announce(Announcement{Text: p.library.Say(phraseKeys), Keys: p.allKeys()})
		}
	case PressQuit:
		p.finish(quit)
	case PressLeave:
		p.finish(leftPlayer)
	}
}

func (p *player) pauseOrGoOn() {
	switch {
	case p.paused:
		p.paused = false
		p.announce(Announcement{Text: p.library.Say(phraseGoingOn)})
	case p.unstoppable() && p.done[p.current]:
		p.note(p.library.Say(phraseNoPause))
	case p.unstoppable():
		p.note(p.library.Say(phrasePackBegin))
	case p.interval().Length == 0:
		p.note(p.library.Say(phraseNoHurry))
	default:
		p.pause()
	}
}

// begin ends reading, waiting and resting.
func (p *player) begin() {
	p.paused, p.help = false, false
	if p.interval().Kind == Waiting {
		p.notice = notice{} // to take it off is over
	}
	if k := p.interval().Kind; k != Waiting && k != Reading && k != GettingReady && k != Resting {
		return
	}
	if p.index+1 == len(p.line.Intervals) {
		p.nextStep(true)
		return
	}
	p.index, p.within = p.index+1, 0
	p.enter()
}

// previous goes back to the step before, or to the start of the first.
func (p *player) previous() {
	to := max(p.current-1, 0)
	if line := newTimeline(p.library, p.steps[to].Relief, pace{}); line.onSkin() && p.done[to] {
		p.note(p.library.Say(phraseNotAgain))
		return
	}
	p.paused = false
	p.takeOff()
	p.load(to)
}

// repeat begins the step again, without the reading. What was on the skin
// never begins anew.
func (p *player) repeat() {
	switch {
	case p.line.onSkin() && p.done[p.current]:
		p.note(p.library.Say(phraseNotAgain))
		return
	case p.line.onSkin():
		p.note(p.library.Say(phraseNotBegun))
		return
	}
	p.paused = false
	p.lay(p.current)
	if p.interval().Kind == Reading {
		p.index = 1
	}
	p.enter()
}

// How much longer each stage of a movement that leads somewhere, such as
// getting up, can be made, and by how much at a time. The words say to rest
// between the stages as long as one likes, and Space is for longer.
const (
	slowerStep = time.Second
	slowest    = 10 * time.Second
)

// stretch makes the holds, the stages or the stay of this step longer or
// shorter from now on.
func (p *player) stretch(by int) {
	switch d := p.steps[p.current].Relief.Dose; {
	case d.MinutesMin > 0:
		p.stretchStay(by)
	case d.HoldSeconds > 0:
		p.stretchHold(d.HoldSeconds + by)
	case d.Reps > 0:
		p.note(p.library.Say(phraseNoHold))
	default:
		p.stretchStages(p.slower[p.current] + time.Duration(by)*slowerStep)
	}
}

// stretchHold changes the hold of this movement, in what is played and in what
// is read.
func (p *player) stretchHold(seconds int) {
	shortest, longest := p.prescribed[p.current].Relief.Dose.HoldLimits()
	if seconds < shortest || seconds > longest {
		p.note(secondsWords(p.library, phraseHoldLimit, p.steps[p.current].Relief.Dose.HoldSeconds))
		return
	}
	p.steps[p.current].Relief = p.steps[p.current].Relief.WithHold(seconds)
	p.layAgain()
	p.note(secondsWords(p.library, phraseHoldNow, seconds))
}

// stretchStages changes how long each stage is held beyond what is shown.
func (p *player) stretchStages(slower time.Duration) {
	if slower < 0 || slower > slowest {
		p.note(p.library.Say(phraseNoChange))
		return
	}
	p.slower[p.current] = slower
	p.layAgain()
	if slower == 0 {
		p.note(p.library.Say(phraseStagesShown))
		return
	}
	p.note(secondsWords(p.library, phraseStagesNow, int(slower/time.Second)))
}

// layAgain lays the timeline of the step out anew, as long as its intervals
// stay the same ones.
func (p *player) layAgain() {
	p.line = newTimeline(p.library, p.steps[p.current].Relief, p.paceOf(p.current))
	p.within = min(p.within, max(p.interval().Length-1, 0))
}

// stretchStay changes the minutes of a stay, within what is safe.
func (p *player) stretchStay(by int) {
	was, gone := p.line.stayLength(), p.line.start(p.index)+p.within
	p.minutes += by
	line := newTimeline(p.library, p.line.Relief, p.paceOf(p.current))
	if line.stayLength() == was || line.start(len(line.Intervals)) <= gone {
		p.minutes -= by
		p.note(p.library.Say(phraseNoChange))
		return
	}
	p.line = line
	p.index, p.within = line.at(gone)
	p.note(minutesWords(p.library, phraseMinutesNow, int(line.stayLength()/time.Minute)))
}

// worse stops what makes it worse.
func (p *player) worse() {
	if p.unstoppable() || p.interval().Kind == Waiting {
		p.finish(skinHurt)
		return
	}
	p.finish(madeWorse)
}

// fine takes the answer that the skin looks as it should.
func (p *player) fine() {
	if p.interval().Kind != CheckingSkin {
		return
	}
	p.checked[p.line.start(p.index)] = true
	p.note(p.library.Say(phraseSkinFine))
}
