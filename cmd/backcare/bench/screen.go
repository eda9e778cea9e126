//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/creack/pty"
)

// The first question of a check, and its choices as a bare prompt shows them.
const (
	firstQuestion = "Arrows move, Enter chooses"
	firstChoice   = "One of these is true"
	lastChoice    = "None of these is true: begin"
)

// screens times what a person waits for at a terminal: the first question, and
// the answer to a key.
func screens(p *programs, t *table) error {
	ours := []string{p.backcare, "check"}
	bare := []string{p.prompt, firstQuestion, firstChoice, lastChoice}
	var first, repaint [2][]time.Duration
	var written [2][]int
	for range p.runs {
		for i, args := range [][]string{bare, ours} {
			s, err := p.watch(args...)
			if err != nil {
				return err
			}
			first[i] = append(first[i], s.first)
			repaint[i] = append(repaint[i], s.repaints...)
			written[i] = append(written[i], s.bytes...)
		}
	}
	ms := func(d time.Duration) string { return fmt.Sprintf(" (%.2f ms)", float64(d)/1e6) }
	paint, key, bytes := median(first[1]), median(repaint[1]), median(written[1])
	t.atMost("first question painted", ratio(paint, median(first[0])), 1.3, "x bare survey", ms(paint))
	t.atMost("key to repaint, time", ratio(key, median(repaint[0])), 1.2, "x bare survey", ms(key))
	t.atMost("key to repaint, bytes", float64(bytes)/float64(median(written[0])), 1.2, "x bare survey", fmt.Sprintf(" (%d bytes)", bytes))
	return nil
}

// A sight is what was seen of one program at a terminal.
type sight struct {
	first    time.Duration
	repaints []time.Duration
	// bytes are how many bytes each key made the program write.
	bytes []int
}

// still is how long a program writes nothing when it has done what a key asked
// for.
const still = 25 * time.Millisecond

// deaf is how long backcare may ignore keys before its first question, so that
// a key pressed too early answers nothing.
const deaf = 300 * time.Millisecond

// watch runs a program on a terminal of 80x24, waits for its first question
// and presses some keys.
func (p *programs) watch(args ...string) (sight, error) {
	cmd := p.command(args[0], args[1:]...)
	began := time.Now()
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		return sight{}, err
	}
	defer end(cmd, f)
	e := &eye{glances: make(chan glance, 100)}
	go e.look(f)
	painted, err := e.until(lastChoice)
	if err != nil {
		return sight{}, fmt.Errorf("%s: %w", args[0], err)
	}
	s := sight{first: painted.Sub(began)}
	time.Sleep(deaf)
	e.forget()
	for _, key := range []string{"\x1b[B", "\x1b[A", "\x1b[B", "\x1b[A"} {
		pressed := time.Now()
		if _, err := f.WriteString(key); err != nil {
			return sight{}, err
		}
		at, n, err := e.settled()
		if err != nil {
			return sight{}, fmt.Errorf("%s: %w", args[0], err)
		}
		s.repaints, s.bytes = append(s.repaints, at.Sub(pressed)), append(s.bytes, n)
	}
	return s, nil
}

func end(cmd *exec.Cmd, f *os.File) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	_ = f.Close()
}

// An eye is told what a terminal shows, and when. It sleeps in between: on two
// cores an eye that looks again and again slows down what it looks at.
type eye struct {
	glances chan glance
	seen    []byte
}

// A glance is what was shown at one time.
type glance struct {
	text []byte
	at   time.Time
}

func (e *eye) look(f *os.File) {
	defer close(e.glances)
	buf := make([]byte, 64<<10)
	for {
		n, err := f.Read(buf)
		if err != nil {
			return
		}
		e.glances <- glance{bytes.Clone(buf[:n]), time.Now()}
	}
}

// until waits for a text, and returns when it was painted.
func (e *eye) until(text string) (time.Time, error) {
	enough := time.After(10 * time.Second)
	for {
		select {
		case g, open := <-e.glances:
			if e.seen = append(e.seen, g.text...); bytes.Contains(e.seen, []byte(text)) {
				return g.at, nil
			}
			if open {
				continue
			}
		case <-enough:
		}
		return time.Time{}, fmt.Errorf("never painted %q:\n%s", text, e.seen)
	}
}

// forget forgets what was shown until now.
func (e *eye) forget() {
	for {
		select {
		case _, open := <-e.glances:
			if open {
				continue
			}
		default:
		}
		return
	}
}

// settled waits until something and then nothing more was written, and returns
// when the last byte came and how many there were. A key that nothing answers
// is an error.
func (e *eye) settled() (last time.Time, n int, err error) {
	for quiet := time.After(2 * time.Second); ; quiet = time.After(still) {
		select {
		case g, open := <-e.glances:
			if last, n = g.at, n+len(g.text); open {
				continue
			}
		case <-quiet:
		}
		if n == 0 {
			return last, 0, errors.New("a key was not answered")
		}
		return last, n, nil
	}
}
