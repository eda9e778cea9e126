package wizard

import (
	"slices"
	"time"
)

// A notice is shown for a while.
type notice struct {
	text   string
	urgent bool
	left   time.Duration
}

// How long notices are shown.
const (
	noticeTime = 4 * time.Second
	urgentTime = 20 * time.Second
)

// note says something that is not part of the timeline, and shows it for a
// while.
func (p *player) note(text string) {
	p.notice = notice{text: text, left: noticeTime}
	p.announce(Announcement{Text: text})
}

// alarm says what has to be done at once, and shows it for longer.
func (p *player) alarm(text string) {
	p.notice = notice{text: text, urgent: true, left: urgentTime}
	p.announce(Announcement{Text: text, Bell: true})
}

// announce says something, and with it what can be pressed from now on where
// that has changed since it was last said.
func (p *player) announce(a Announcement) {
	if a.Text == "" && len(a.Page) == 0 && !a.Bell {
		return
	}
	if keys := p.keys(); !a.Minor && len(a.Keys) == 0 && !slices.Equal(keys, p.keysSaid) {
		a.Keys, p.keysSaid = keys, keys
	}
	p.err = firstError(p.err, p.stage.Announce(a))
}
