package wizard

import (
	"slices"
	"time"

	"backcare/guidance"
	"backcare/guidance/figure"
)

// An ending says how playing came to its end.
type ending int

const (
	playing ending = iota
	// playedAll means that the last relief is over.
	playedAll
	// quit means that the person had enough, and goes on with the
	// conversation.
	quit
	// leftPlayer means that the person left the program, or that nobody can
	// press anything any more.
	leftPlayer
	// madeWorse means that the relief of the current step makes it worse.
	madeWorse
	// skinHurt means that the skin does not look as it should.
	skinHurt
	// nobodyAnswered means that nobody said how the skin looks.
	nobodyAnswered
)

// frameTime is how often a scene is shown: ten frames a second.
const frameTime = 100 * time.Millisecond

// stoodStill is how long a frame may take before the program must have been
// stopped or the machine asleep.
const stoodStill = 2 * time.Second

// ringAgain is how often the bell asks again for an answer about the skin.
const ringAgain = 10 * time.Second

// A player plays steps on a stage, one after the other. It knows how far it
// is; what happens next is in its Timeline.
type player struct {
	library *guidance.Library
	stage   Stage
	// steps are what is played, with the holds that the person chose, and
	// prescribed the same as it was given.
	steps, prescribed []guidance.Step
	// reading is false where the steps were read before.
	reading bool
	pace    Pace
	// wall returns the time of day. It goes on while a machine sleeps, which
	// the time of a running program does not.
	wall func() time.Time

	// current is the step that is played, and line its timeline.
	current int
	line    Timeline
	// later is how long the steps after it take without the reading, and
	// readLater whether there is any. Only the current step can change.
	later     time.Duration
	readLater bool
	// pose is the body as it was shown last.
	pose figure.Pose
	// index is the interval, and within the time since it began.
	index  int
	within time.Duration
	// minutes are what the person added to the time of the current step, and
	// slower what was added at each stage of a step that leads somewhere.
	minutes int
	slower  map[int]time.Duration

	paused, help bool
	helped       time.Duration // how long the help is shown
	rung         time.Duration // how long ago the bell asked for the skin
	notice       notice
	keysSaid     []KeyHint // what was last said to work
	// checked are the times at which the skin looked as it should.
	checked map[time.Duration]bool
	end     ending
	// offSkin says that something comes off the skin, where that was the last
	// thing to do.
	offSkin string
	// done are the steps of which at least a part was done, and finished
	// those that were played to the end.
	done, finished map[int]bool
	err            error // of the stage

	// now and clock are when the time was last read from either clock.
	now, clock time.Time
}

func newPlayer(l *guidance.Library, stage Stage, steps []guidance.Step, reading bool, pace Pace) *player {
	p := &player{library: l, stage: stage, steps: slices.Clone(steps), prescribed: steps, reading: reading, pace: pace, slower: map[int]time.Duration{}, done: map[int]bool{}, finished: map[int]bool{},
		wall: func() time.Time { return time.Now().Round(0) }}
	for n, s := range steps {
		p.steps[n].Relief, p.slower[n] = pace.held(s.Relief), pace.slower(s.Relief.Dose)
	}
	return p
}

// play plays all steps until there is an ending. The stage is closed before it
// returns.
func (p *player) play() (end ending, err error) {
	presses, err := p.stage.Open()
	if err != nil {
		return leftPlayer, err
	}
	defer func() { err = firstError(err, p.stage.Close()) }()
	frames := time.NewTicker(frameTime)
	defer frames.Stop()
	p.now, p.clock = time.Now(), p.wall()
	p.load(0)
	for p.end == playing && p.err == nil {
		if p.err = p.stage.Show(p.scene()); p.err != nil {
			break
		}
		select {
		case press, open := <-presses:
			p.pass()
			if !open {
				press = PressLeave
			}
			p.press(press)
		case <-frames.C:
			p.pass()
		}
	}
	return p.end, p.err
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// load begins a step.
func (p *player) load(step int) {
	p.lay(step)
	p.enter()
}

// lay lays a step out, before anything of it begins.
func (p *player) lay(step int) {
	p.current, p.index, p.within, p.minutes = step, 0, 0, 0
	p.checked, p.offSkin = map[time.Duration]bool{}, ""
	p.line = newTimeline(p.library, p.steps[step].Relief, p.paceOf(step))
	p.later, p.readLater = 0, false
	for n := step + 1; n < len(p.steps); n++ {
		line := newTimeline(p.library, p.steps[n].Relief, p.paceOf(n))
		length, reading := taken(line.Intervals)
		p.later, p.readLater = p.later+length, p.readLater || reading
	}
}

// paceOf returns the pace at which a step is played.
func (p *player) paceOf(step int) pace {
	s := p.steps[step]
	at := pace{slower: p.slower[step], last: step == len(p.steps)-1, cautious: len(s.Cautions) > 0}
	if step == p.current {
		at.minutes = p.minutes
	}
	switch {
	case !p.reading:
	case p.stage.SelfPaced():
		at.reading = -1
	default:
		at.reading = p.pace.reading(readingTime(p.library, s))
	}
	return at
}

// interval returns the interval that is on.
func (p *player) interval() Interval { return p.line.Intervals[p.index] }

// enter announces the interval that begins.
func (p *player) enter() {
	i := p.interval()
	p.rung = 0
	if i.Kind > GettingReady && i.Kind != Resting {
		p.done[p.current] = true
	}
	say := i.Say
	if p.index == 0 {
		say.Bell, p.keysSaid = p.current > 0, nil
	}
	if i.Kind == Reading {
		say.Page = readingPage(p.library, p.steps[p.current], p.place())
	}
	if i.Kind == Resting {
		say.Text, say.Bell = p.doneWords()+" "+say.Text+". "+p.nextWords()+".", true
	}
	p.announce(say)
}

// pass lets the time pass that has gone by. Whichever of the two clocks has
// moved on further counts, so that neither sleep nor a clock set back can make
// anything last longer.
func (p *player) pass() {
	now, clock := time.Now(), p.wall()
	gone := max(now.Sub(p.now), clock.Sub(p.clock), 0)
	p.now, p.clock = now, clock
	if p.help {
		p.helped += gone
	}
	if p.notice.left -= gone; p.notice.left <= 0 {
		p.notice = notice{}
	}
	if gone >= stoodStill && !p.unstoppable() {
		p.pause()
	}
	if !p.paused {
		p.advance(gone)
	}
}

// unstoppable reports whether the time must not stand still, because something
// lies on the skin.
func (p *player) unstoppable() bool {
	k := p.interval().Kind
	return p.line.onSkin() && (k == GettingReady || k == Staying || k == CheckingSkin)
}

func (p *player) pause() {
	if !p.paused {
		p.paused = true
		p.announce(Announcement{Text: p.library.Say(phrasePaused)})
	}
}

// advance goes on by some time, over as many intervals as that covers, but
// never into the next relief without its beginning.
func (p *player) advance(gone time.Duration) {
	for gone > 0 && p.end == playing {
		i := p.interval()
		left := i.Length - p.within
		if i.Length == 0 || gone < left {
			p.within += gone
			p.ringForSkin(gone)
			return
		}
		gone -= left
		if i.Kind == CheckingSkin && !p.checked[p.line.start(p.index)] {
			p.finish(nobodyAnswered)
			return
		}
		if p.index+1 == len(p.line.Intervals) {
			p.nextStep(true)
			return
		}
		p.index, p.within = p.index+1, 0
		if gone < p.interval().Length || p.interval().Length == 0 {
			p.enter()
		}
	}
}

// ringForSkin rings again while the skin check waits for an answer.
func (p *player) ringForSkin(gone time.Duration) {
	if p.interval().Kind != CheckingSkin || p.checked[p.line.start(p.index)] {
		return
	}
	if p.rung += gone; p.rung >= ringAgain {
		p.rung = 0
		p.announce(Announcement{Text: p.library.Say(phraseSkinCheck) + ".", Bell: true})
	}
}

// nextStep goes on to the next step, or ends after the last.
func (p *player) nextStep(finished bool) {
	switch {
	case !finished:
		p.takeOff()
	case p.line.onSkin():
		p.finished[p.current], p.offSkin = true, p.library.Say(phraseTimeOver)
		p.alarm(p.library.Say(phraseTimeOver))
	case p.interval().Kind == Resting: // said before the rest
		p.finished[p.current] = true
	default:
		p.finished[p.current] = true
		p.announce(Announcement{Text: p.doneWords(), Bell: true})
	}
	if p.current+1 == len(p.steps) {
		p.end = playedAll
		return
	}
	p.load(p.current + 1)
}

// doneWords say that the step is over.
func (p *player) doneWords() string {
	return p.steps[p.current].Relief.Words.Title + ": " + p.library.Say(phraseDone)
}

// finish ends the playing.
func (p *player) finish(e ending) {
	switch p.end = e; {
	case e != leftPlayer:
		p.takeOff()
	case p.unstoppable() && p.done[p.current]: // the stage may be gone already
		p.offSkin = p.library.Say(phraseTakeOff)
	case p.unstoppable():
		p.offSkin = p.library.Say(phraseIfOn)
	}
}

// takeOff says that what is on the skin comes off, whenever its time ends.
func (p *player) takeOff() {
	switch {
	case p.interval().Kind == Waiting:
		p.offSkin = p.library.Say(phraseTimeOver) // said already, but the stage goes
	case !p.unstoppable():
	case p.done[p.current]:
		p.offSkin = p.library.Say(phraseTimeOver)
		p.alarm(p.library.Say(phraseTakeOff))
	default:
		p.offSkin = p.library.Say(phraseIfOn)
		p.alarm(p.library.Say(phraseIfOn))
	}
}
