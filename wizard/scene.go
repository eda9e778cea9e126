package wizard

import (
	"fmt"
	"time"

	"backcare/guidance"
)

// scene returns what is to be seen now.
func (p *player) scene() Scene {
	i := p.interval()
	s := Scene{Title: p.line.Relief.Words.Title, Place: p.place(), Left: p.leftWords(), Cue: i.Cue,
		Detail: p.detail(), Clock: p.clockText(), Share: p.share(), Picture: p.picture(), Next: p.nextWords(), Keys: p.keys()}
	switch {
	case i.Kind == CheckingSkin && !p.checked[p.line.start(p.index)]:
		s.Alert = p.library.Say(phraseSkinCheckSay)
	case i.Kind == CheckingSkin:
		s.Cue = p.library.Say(phraseSkinFine)
	case p.paused:
		s.Alert = p.library.Say(phrasePaused)
	case p.notice.urgent:
		s.Alert = p.notice.text
	}
	if p.notice.text != "" && !p.notice.urgent {
		// In place of the cue, because that is never left out.
		s.Cue = p.notice.text
	}
	if i.Kind == Waiting {
		// Without the picture, which would be of something on the skin.
		s.Picture = nil
		s.Text, s.TextShare = Page{{Kind: Paragraph, Text: p.line.Relief.Words.Wait}}, part(p.within%helpTime, helpTime)
	}
	if i.Kind == Reading {
		s.Text, s.TextShare = readingText(p.library, p.steps[p.current]), part(p.within, i.Length)
	}
	if p.help {
		s.Text, s.TextShare = helpPage(p.allKeys()), part(p.helped%helpTime, helpTime)
	}
	return s
}

// helpTime is how long it takes to read what the keys do.
const helpTime = 12 * time.Second

// part returns how much of a whole is over, from 0 to 1.
func part(gone, whole time.Duration) float64 {
	if whole <= 0 {
		return 0
	}
	return min(1, float64(gone)/float64(whole))
}

// place says where the step stands.
func (p *player) place() string {
	if len(p.steps) == 1 {
		return ""
	}
	return p.library.Sayf(phrasePlace, p.current+1, len(p.steps))
}

// left returns how long all of it still takes without the reading, and whether
// there is anything to read on the way: how long that takes is the person's
// own affair.
func (p *player) left() (left time.Duration, reading bool) {
	left, reading = taken(p.line.Intervals[p.index:])
	left, reading = left+p.later, reading || p.readLater
	if p.interval().Kind != Reading {
		left -= p.within
	}
	return left, reading
}

// taken returns how long intervals take without the reading, and whether there
// is any.
func taken(intervals []Interval) (length time.Duration, reading bool) {
	for _, i := range intervals {
		if i.Kind == Reading {
			reading = true
		} else {
			length += i.Length
		}
	}
	return length, reading
}

func (p *player) nextWords() string {
	if p.current+1 == len(p.steps) {
		return ""
	}
	return p.library.Say(phraseNextUp) + p.steps[p.current+1].Relief.Words.Title
}

// detail says which repetition it is, and of which side.
func (p *player) detail() string {
	i, d := p.interval(), p.line.Relief.Dose
	if i.Rep == 0 {
		if p.line.stays(p.index) && d.MinutesMin > 0 {
			return minutesWords(p.library, phraseOfMinutes, int(p.line.stayLength()/time.Minute))
		}
		return ""
	}
	text := p.library.Sayf(phrasePlace, i.Rep, d.Reps)
	switch {
	case !d.EachSide:
		return text
	case i.Mirrored:
		return text + ", " + p.library.Say(phraseSecondSide)
	}
	return text + ", " + p.library.Say(phraseFirstSide)
}

// clockText is the time left of the interval, or of the whole stay.
func (p *player) clockText() string {
	i := p.interval()
	if i.Length == 0 {
		return ""
	}
	left := i.Length - p.within
	for n := p.index + 1; p.line.stays(p.index) && n < len(p.line.Intervals) && p.line.stays(n); n++ {
		left += p.line.Intervals[n].Length
	}
	const twoDigits = 100
	s := wholeSeconds(left)
	if s < twoDigits && !p.line.stays(p.index) {
		return fmt.Sprint(s)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// wholeSeconds rounds up, so that a clock shows 0 only when time is up.
func wholeSeconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// share is how much of the relief is done, without the reading.
func (p *player) share() float64 {
	first := 0
	for p.line.Intervals[first].Kind <= GettingReady {
		first++
	}
	begin := p.line.start(first)
	return part(max(0, p.line.start(p.index)+p.within-begin), p.line.start(len(p.line.Intervals))-begin)
}

// keys are what can be pressed now, the most useful first.
func (p *player) keys() []KeyHint {
	pause := KeyHint{Press: PressPause, Text: p.library.Say(phraseKeyPause)}
	if p.paused {
		pause.Text = p.library.Say(phraseKeyGoOn)
	}
	begin, next := KeyHint{Press: PressBegin, Text: p.library.Say(phraseKeyBegin)}, KeyHint{Press: PressNext, Text: p.library.Say(phraseKeyNext)}
	worse := KeyHint{PressWorse, p.library.Say(phraseKeyWorse), p.library.Say(phraseKeyWorseShort)}
	skin := KeyHint{PressWorse, p.library.Say(phraseKeySkin), p.library.Say(phraseKeySkinShort)}
	var keys []KeyHint
	switch i := p.interval(); {
	case i.Kind == CheckingSkin && !p.checked[p.line.start(p.index)]:
		keys = []KeyHint{{PressFine, p.library.Say(phraseKeyFine), p.library.Say(phraseKeyFineShort)}, skin}
	case i.Kind == Waiting:
		keys = []KeyHint{{PressBegin, p.library.Say(phraseKeyAsUsual), p.library.Say(phraseKeyAsUsualShort)}, {PressWorse, p.library.Say(phraseKeyNotUsual), p.library.Say(phraseKeyNotUsualShort)},
			{PressNext, p.library.Say(phraseKeyOneEnough), p.library.Say(phraseKeyOneEnoughShort)}}
	case i.Kind == Reading && i.Length == 0:
		keys = []KeyHint{begin, next, worse}
	case i.Kind == GettingReady && p.line.onSkin():
		keys = []KeyHint{{PressBegin, p.library.Say(phraseKeyPackOn), p.library.Say(phraseKeyPackOnShort)}, next, worse}
	case i.Kind == Reading, i.Kind == GettingReady, i.Kind == Resting:
		keys = []KeyHint{begin, pause, next, worse}
	case p.line.onSkin():
		keys = []KeyHint{skin, {PressNext, p.library.Say(phraseKeyOff), p.library.Say(phraseKeyOffShort)}}
		if p.line.stayLength() < time.Duration(p.line.longest())*time.Minute {
			keys = append(keys, KeyHint{Press: PressLonger, Text: p.library.Say(phraseKeyLonger)})
		}
	default:
		keys = []KeyHint{pause, next, worse}
	}
	return append(keys, KeyHint{Press: PressQuit, Text: p.library.Say(phraseKeyQuit)}, KeyHint{PressHelp, p.library.Say(phraseKeyHelp), p.library.Say(phraseKeyHelpShort)})
}

// allKeys are all that can be pressed in a movement.
func (p *player) allKeys() []KeyHint {
	keys := p.keys()
	known := map[Press]bool{}
	for _, k := range keys {
		known[k.Press] = true
	}
	for _, k := range []KeyHint{{Press: PressPrevious, Text: p.library.Say(phraseKeyPrevious)}, {Press: PressRepeat, Text: p.library.Say(phraseKeyRepeat)},
		{Press: PressLonger, Text: p.library.Say(phraseKeyLonger)}, {Press: PressShorter, Text: p.library.Say(phraseKeyShorter)}, {Press: PressLeave, Text: p.library.Say(phraseKeyLeave)}} {
		if !known[k.Press] && (k.Press != PressRepeat || !p.line.onSkin()) {
			keys = append(keys, k)
		}
	}
	return keys
}

// leftWords says how long it still takes, to the nearest minute, and that
// reading comes on top of it.
func (p *player) leftWords() string {
	d, reading := p.left()
	minutes := max(1, int(d.Round(time.Minute)/time.Minute))
	switch {
	case reading:
		return minutesWords(p.library, phraseMinutesAndReading, minutes)
	case d < time.Minute:
		return p.library.Say(phraseLessThanMinute)
	}
	return minutesWords(p.library, phraseMinutesLeft, minutes)
}

// minutesWords puts a number of minutes into a phrase.
func minutesWords(l *guidance.Library, phrase string, n int) string {
	if n == 1 {
		return l.Sayf(phrase, l.Say(phraseOneMinute))
	}
	return l.Sayf(phrase, l.Sayf(phraseManyMinutes, n))
}

// secondsWords puts a number of seconds into a phrase.
func secondsWords(l *guidance.Library, phrase string, n int) string {
	if n == 1 {
		return l.Sayf(phrase, l.Say(phraseOneSecond))
	}
	return l.Sayf(phrase, l.Sayf(phraseManySeconds, n))
}
