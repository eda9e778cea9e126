package wizard

import (
	"errors"

	"backcare/guidance/figure"
)

// ErrTooSmall is returned by Stage.Open when the screen cannot hold even the
// words of a Scene. The conversation then goes on without a stage.
var ErrTooSmall = errors.New("the screen is too small")

// A Stage is where a relief is played: a screen that changes with time, and
// the keys that steer it. How it looks and which keys there are is the
// stage's concern.
type Stage interface {
	// Open takes the screen and the keys. What is pressed comes on the channel
	// in order. The channel is closed when nobody can press anything any more,
	// such as on a closed terminal. The error is ErrTooSmall where a scene
	// does not fit.
	Open() (<-chan Press, error)
	// Show shows a scene. It is called ten times a second and writes only what
	// has changed. A stage for screen readers shows nothing.
	Show(Scene) error
	// Announce says something once: with the bell, with the voice, or as a
	// line where the stage only appends lines.
	Announce(Announcement) error
	// Close gives the screen and the keys back. It returns when no key can
	// reach the stage any more; what was pressed until then answers no
	// question.
	Close() error
	// SelfPaced reports whether people read at their own pace here, so that
	// reading ends with PressBegin and not with time.
	SelfPaced() bool
}

// A Press is what a person wants of a player.
type Press int

// The presses.
const (
	// PressPause stops the time, or lets it go on.
	PressPause Press = iota + 1
	// PressBegin ends reading and waiting.
	PressBegin
	// PressNext goes to the next relief, PressPrevious to the one before, and
	// PressRepeat to the start of this one.
	PressNext
	PressPrevious
	PressRepeat
	// PressLonger and PressShorter change how long a hold or a stay lasts.
	PressLonger
	PressShorter
	// PressWorse says that this makes it worse.
	PressWorse
	// PressFine says that the skin looks as it should.
	PressFine
	// PressHelp shows or hides what the keys do.
	PressHelp
	// PressQuit ends the playing, not the conversation.
	PressQuit
	// PressLeave leaves the program.
	PressLeave
	// PressReturn is no key: the program was stopped, and goes on.
	PressReturn
)

// A Scene is what is to be seen at one moment of a relief. All text is free of
// control characters. Any part but Title may be empty.
type Scene struct {
	// Title names the relief.
	Title string
	// Place is where it stands, such as "2 of 5", and Left how long all of it
	// still takes, such as "4 minutes left".
	Place, Left string
	// Cue says what to do now, in a few words, such as "Lift both shoulders".
	Cue string
	// Detail says which repetition and which side it is.
	Detail string
	// Clock is the time left of this part, such as "5" or "9:30". It is shown
	// large where there is room.
	Clock string
	// Share is how much of this relief is done, from 0 to 1.
	Share float64
	// Picture is the body at this moment, or nil. It is valid until the next
	// scene is shown.
	Picture *figure.Pose
	// Text is for reading while there is time, and TextShare, from 0 to 1, is
	// how much of that time is over: what does not fit at once is turned like
	// pages. With Text, the picture may be left out where there is no room.
	Text      Page
	TextShare float64
	// Next says what comes after this relief.
	Next string
	// Alert is what must be seen before everything else, such as "Paused" or
	// "Look at your skin". It is never shown by colour alone.
	Alert string
	// Keys are what can be pressed, the most useful first, each with a few
	// words. What does not fit is left out from the end, but never what stops
	// or answers something.
	Keys []KeyHint
}

// A KeyHint says what a press does, such as PressPause: "pause".
type KeyHint struct {
	Press Press
	Text  string
	// Short says the same in one or two words, where there is little room. It
	// is empty where Text is short.
	Short string
}

// An Announcement is said once, for those who cannot look.
type Announcement struct {
	// Text is a short sentence. It may be empty for the bell alone.
	Text string
	// Page is what a stage that appends lines shows in place of Text.
	Page Page
	// Keys are what can be pressed. A stage that appends lines shows them last.
	Keys []KeyHint
	// Bell rings.
	Bell bool
	// Minor is true for what changes every few seconds. A voice says it; a
	// stage that appends lines leaves it out.
	Minor bool
}
