package wizard_test

import (
	"fmt"

	"backcare/wizard"
)

// An actor is a stage without a screen: it keeps what it was shown and told,
// and presses what a test wants when a scene comes up.
type actor struct {
	// press is asked at each scene what to press.
	press func(wizard.Scene) []wizard.Press
	// scenes are the scenes in which anything but the clock and the picture
	// changed.
	scenes []wizard.Scene
	said   []wizard.Announcement
	frames int
	// opened and closed count.
	opened, closed int
	selfPaced      bool
	tooSmall       bool
	presses        chan wizard.Press
}

func (a *actor) Open() (<-chan wizard.Press, error) {
	if a.tooSmall {
		return nil, wizard.ErrTooSmall
	}
	a.opened++
	a.presses = make(chan wizard.Press, 100)
	return a.presses, nil
}

func (a *actor) Show(s wizard.Scene) error {
	a.frames++
	if n := len(a.scenes); n == 0 || title(a.scenes[n-1]) != title(s) {
		a.scenes = append(a.scenes, s)
	}
	if a.press != nil {
		for _, p := range a.press(s) {
			a.presses <- p
		}
	}
	return nil
}

// title is what of a scene makes it another one.
func title(s wizard.Scene) string { return fmt.Sprint(s.Title, s.Cue, s.Detail, s.Alert, len(s.Text)) }

func (a *actor) Announce(n wizard.Announcement) error {
	a.said = append(a.said, n)
	return nil
}

func (a *actor) Close() error {
	a.closed++
	return nil
}

func (a *actor) SelfPaced() bool { return a.selfPaced }

// once presses some keys at the first scene that meets a condition.
func once(met func(wizard.Scene) bool, keys ...wizard.Press) func(wizard.Scene) []wizard.Press {
	pressed := false
	return func(s wizard.Scene) []wizard.Press {
		if pressed || !met(s) {
			return nil
		}
		pressed = true
		return keys
	}
}

// each presses by several rules.
func each(rules ...func(wizard.Scene) []wizard.Press) func(wizard.Scene) []wizard.Press {
	return func(s wizard.Scene) []wizard.Press {
		var keys []wizard.Press
		for _, rule := range rules {
			keys = append(keys, rule(s)...)
		}
		return keys
	}
}
