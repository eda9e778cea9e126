package terminal

import (
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"backcare/guidance/message"
	"backcare/wizard"
)

// A lineStage is a wizard.Stage that only appends lines, for screen readers
// and old terminals. What would be a key is a typed line. Time and movement
// are told and never shown, because a screen reader would read out every
// change.
type lineStage struct {
	term  *Terminal
	in    *linePump
	voice *voice
	bell  bool

	presses   chan wizard.Press
	continued chan struct{}
	closing   chan struct{} // nil while the stage is closed
	joined    sync.WaitGroup

	// The fields below are shared with the goroutine that takes lines, which
	// answers those that mean nothing.
	mu   sync.Mutex
	keys []wizard.KeyHint // said last
}

var _ wizard.Stage = (*lineStage)(nil)

// Open implements wizard.Stage.
func (s *lineStage) Open() (<-chan wizard.Press, error) {
	flush(s.term.in)
	s.presses = make(chan wizard.Press, 16)
	s.continued = make(chan struct{}, 1)
	s.closing = make(chan struct{})
	opened := s.in.now()
	s.in.listening.Store(true)
	s.joined.Go(func() { s.run(opened) })
	s.joined.Go(watchContinue(s.heardContinue, s.closing))
	return s.presses, nil
}

func (s *lineStage) heardContinue() {
	select {
	case s.continued <- struct{}{}:
	default:
	}
}

// run turns lines into presses.
func (s *lineStage) run(opened time.Time) {
	defer close(s.presses)
	for {
		select {
		case <-s.closing:
			return
		case <-s.continued:
			if !s.deliver(wizard.PressReturn) {
				return
			}
		case <-s.in.interrupted:
			s.deliver(wizard.PressLeave)
			return
		case line := <-s.in.ask():
			s.in.took()
			switch {
			case line.err != nil && !errors.Is(line.err, errTooLong):
				return
			case line.at.Before(opened):
				continue // typed for something else
			}
			press, ok := s.understand(line)
			if !ok {
				s.explain(line.text)
				continue
			}
			if !s.deliver(press) {
				return
			}
		}
	}
}

// deliver hands a press over, unless nobody wants presses any more.
func (s *lineStage) deliver(p wizard.Press) bool {
	select {
	case s.presses <- p:
		return true
	case <-s.closing:
		return false
	}
}

// understand says what a line means: a key, its name in a word, or what the
// hints last called it.
func (s *lineStage) understand(line typedLine) (wizard.Press, bool) {
	if line.err != nil {
		return 0, false
	}
	word := strings.ToLower(strings.TrimSpace(line.text))
	if p, ok := pressOfWord[word]; ok {
		return p, true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range s.keys {
		if word == strings.ToLower(oneLine(h.Text)) {
			return h.Press, true
		}
	}
	return 0, false
}

// pressOfWord is what lines mean on a stage. Space cannot be typed as a line,
// so s stops the time.
var pressOfWord = map[string]wizard.Press{
	"s": wizard.PressPause, "pause": wizard.PressPause, "stop": wizard.PressPause,
	"": wizard.PressBegin, "enter": wizard.PressBegin, "begin": wizard.PressBegin,
	"n": wizard.PressNext, "next": wizard.PressNext,
	"p": wizard.PressPrevious, "previous": wizard.PressPrevious,
	"r": wizard.PressRepeat, "repeat": wizard.PressRepeat,
	"+": wizard.PressLonger, "=": wizard.PressLonger, "plus": wizard.PressLonger, "longer": wizard.PressLonger,
	"-": wizard.PressShorter, "minus": wizard.PressShorter, "shorter": wizard.PressShorter,
	"w": wizard.PressWorse, "worse": wizard.PressWorse,
	"y": wizard.PressFine, "fine": wizard.PressFine,
	"?": wizard.PressHelp, "question mark": wizard.PressHelp, "help": wizard.PressHelp,
	"q": wizard.PressQuit, "quit": wizard.PressQuit,
}

// explain answers a line that means nothing.
func (s *lineStage) explain(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text := s.term.sayf(phraseMeansNothing, shorten(oneLine(line)))
	if len(s.keys) > 0 {
		text += " " + s.keySentence(s.keys)
	} else {
		text += " " + s.term.say(phraseTypeHelp)
	}
	_ = s.print(wrap(text, s.term.told.width(), "", "")) // the next line finds out
}

// keySentence says what can be typed.
func (s *lineStage) keySentence(hints []wizard.KeyHint) string {
	var parts []string
	for _, h := range hints {
		name := s.term.say(heardKey(h.Press))
		if name != "" {
			parts = append(parts, name+" "+oneLine(h.Text))
		}
	}
	return s.term.sayf(phraseKeys, strings.Join(parts, ", "))
}

// heardKey is what to type for a press, in a word where it is a sign that
// screen readers pass over.
func heardKey(p wizard.Press) string {
	switch p {
	case wizard.PressPause:
		return "s"
	case wizard.PressLonger:
		return phrasePlus
	case wizard.PressShorter:
		return phraseMinus
	case wizard.PressHelp:
		return phraseQuestionMark
	}
	return keyName(p)
}

// Show implements wizard.Stage. There is nothing to see.
func (s *lineStage) Show(wizard.Scene) error { return nil }

// Announce implements wizard.Stage.
func (s *lineStage) Announce(a wizard.Announcement) error {
	s.voice.say(a.Text, a.Minor)
	s.mu.Lock()
	defer s.mu.Unlock()
	if a.Bell && s.bell {
		if err := s.write(bell); err != nil {
			return err
		}
	}
	if a.Minor {
		return nil
	}
	columns := s.term.told.width()
	var lines []string
	if a.Text != "" && len(a.Page) == 0 {
		lines = wrap(a.Text, columns, "", "")
	}
	if page := s.term.told.layout(a.Page, columns); page != "" {
		lines = append(lines, strings.Split(strings.TrimSuffix(page, "\n"), "\n")...)
	}
	if len(a.Keys) > 0 {
		s.keys = slices.Clone(a.Keys)
		lines = append(lines, wrap(s.keySentence(a.Keys), columns, "", "")...)
	}
	if len(a.Page) > 0 && s.term.told.used {
		lines = append([]string{""}, lines...)
	}
	return s.print(lines)
}

// print writes lines, in one piece.
func (s *lineStage) print(lines []string) error {
	if len(lines) == 0 {
		return nil
	}
	s.term.told.used = true
	return s.write(strings.Join(lines, "\n") + "\n")
}

func (s *lineStage) write(text string) error {
	if _, err := io.WriteString(canvas{s.term}, text); err != nil {
		return message.Errorf("write to the terminal: %w", err)
	}
	return nil
}

// Close implements wizard.Stage. It does nothing on a stage that is not open.
func (s *lineStage) Close() error {
	if s.closing == nil {
		return nil
	}
	s.in.listening.Store(false)
	close(s.closing)
	s.joined.Wait()
	s.closing = nil
	s.voice.silence()
	s.term.deaf = deafFor
	return nil
}

// SelfPaced implements wizard.Stage: nobody can hear how much time is left
// for reading.
func (s *lineStage) SelfPaced() bool { return true }
