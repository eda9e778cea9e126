package terminal

import (
	"fmt"
	"sync"

	"backcare/guidance/figure"
	"backcare/guidance/message"
	"backcare/wizard"
)

// A keyStage is a wizard.Stage on a screen that can be drawn on, steered by
// single keys.
type keyStage struct {
	term  *Terminal
	voice *voice
	bell  bool
	keys  *keyReader // between Open and Close

	// The fields below are shared with the goroutine that reads keys, which
	// draws the scene again after a stop.
	mu      sync.Mutex
	scenery scenery
	painter painter
	// scene is what was shown last, if anything was, with a pose of our own.
	scene wizard.Scene
	pose  figure.Pose
	shown bool
}

var _ wizard.Stage = (*keyStage)(nil)

// Open implements wizard.Stage.
func (s *keyStage) Open() (<-chan wizard.Press, error) {
	if columns, rows := sizeOf(s.term.err); columns < fewestColumns || rows < fewestRows {
		return nil, wizard.ErrTooSmall
	}
	keys, err := newKeyReader(s.term.in)
	if err != nil {
		return nil, fmt.Errorf("%w: no keys to be had from the terminal: %w", wizard.ErrLeave, err)
	}
	if err := s.term.takeScreen(); err != nil {
		keys.waiter.free()
		return nil, err
	}
	// What was typed before there was anything to see steers nothing.
	if s.term.leaves() {
		keys.left = true
		keys.presses <- wizard.PressLeave
	}
	s.shown = false
	s.painter.forget()
	keys.stop, keys.resume, keys.resized = s.stop, s.resume, s.redraw
	s.keys = keys
	keys.start()
	return keys.presses, nil
}

// stop leaves the screen, stops the program, and takes the screen again when
// it goes on.
func (s *keyStage) stop() {
	_ = s.term.leaveScreen()
	select {
	case <-s.keys.continued: // of a stop long over
	default:
	}
	stopGroup(s.keys.continued, s.keys.closing)
	s.resume()
}

// resume takes the screen again after a stop and draws all of it. Where that
// fails, the next scene or the next key finds out.
func (s *keyStage) resume() {
	if s.term.takeScreen() != nil {
		return
	}
	s.redraw()
}

// redraw draws all of the scene. What a terminal has cut off is not to be seen
// by its size, which may be again what it was.
func (s *keyStage) redraw() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.painter.forget()
	if s.shown {
		_ = s.show()
	}
}

// Show implements wizard.Stage.
func (s *keyStage) Show(scene wizard.Scene) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.scene, s.shown = scene, true
	if scene.Picture != nil {
		s.pose = *scene.Picture
		s.scene.Picture = &s.pose
	}
	return s.show()
}

// stageOf returns how much of a window is drawn on: no screen has more cells
// than these, and a terminal that says so would take all memory for them.
func stageOf(columns, rows int) (int, int) {
	const mostColumns, mostRows = 500, 200
	return min(columns, mostColumns), min(rows, mostRows)
}

// show draws the scene.
func (s *keyStage) show() error {
	columns, rows := stageOf(sizeOf(s.term.err))
	change := s.painter.paint(s.scenery.draw(s.scene, columns, rows))
	if len(change) == 0 {
		return nil
	}
	wrote, err := s.term.onScreen(change)
	if !wrote || err != nil {
		s.painter.forget()
	}
	if err != nil {
		return message.Errorf("show a scene: %w", err)
	}
	return nil
}

// Announce implements wizard.Stage. What there is to read is in the scene.
func (s *keyStage) Announce(a wizard.Announcement) error {
	s.voice.say(a.Text, a.Minor)
	if !a.Bell || !s.bell {
		return nil
	}
	if _, err := s.term.onScreen([]byte(bell)); err != nil {
		return message.Errorf("ring the bell: %w", err)
	}
	return nil
}

// Close implements wizard.Stage. It does nothing on a stage that is not open.
func (s *keyStage) Close() error {
	if s.keys == nil {
		return nil
	}
	s.keys.close()
	if s.keys.left || drain(s.term.in) {
		s.term.left = true
		s.term.pager.leave()
	}
	s.keys = nil
	s.voice.silence()
	s.term.deaf = deafFor
	return s.term.leaveScreen()
}

// SelfPaced implements wizard.Stage: here time goes on by itself.
func (s *keyStage) SelfPaced() bool { return false }
