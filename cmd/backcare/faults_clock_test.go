//go:build unix

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// hurried returns the path of the program, built with a clock on the wall that
// a test can put forward, and that is looked at more often. Only two lines of it
// are others, because nobody can wait for the end of a hot pack.
var hurried = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	path += ".hurried"
	player, err := filepath.Abs("../../wizard/player.go")
	if err != nil {
		return "", err
	}
	source, err := os.ReadFile(player)
	if err != nil {
		return "", err
	}
	const read, often = "wall: func() time.Time { return time.Now().Round(0) }", "const frameTime = 100 * time.Millisecond"
	changed := strings.NewReplacer(read, "wall: wallPutForward", often, "const frameTime = 20 * time.Millisecond").Replace(string(source))
	if strings.Count(string(source), read) != 1 || strings.Count(string(source), often) != 1 {
		return "", fmt.Errorf("%s no longer has %q and %q", player, read, often)
	}
	replaced := map[string]string{}
	for name, text := range map[string]string{player: changed, filepath.Join(filepath.Dir(player), "clock.go"): putForward} {
		written := path + "-" + filepath.Base(name)
		if err := os.WriteFile(written, []byte(text), 0o600); err != nil {
			return "", err
		}
		replaced[name] = written
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(path+".json", overlay, 0o600); err != nil {
		return "", err
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-overlay", path+".json", "-o", path, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// putForward takes times from one pipe by which the clock is put forward, and
// says in another when all that follows from one has been shown.
const putForward = `package wizard

import (
	"bufio"
	"os"
	"sync"
	"time"
)

var clockPutForward struct {
	once   sync.Once
	jumps  chan time.Duration
	by     time.Duration
	jumped bool
	said   *os.File
}

func wallPutForward() time.Time {
	c := &clockPutForward
	c.once.Do(func() {
		c.jumps, c.said = make(chan time.Duration, 1), os.NewFile(4, "jumped")
		go func() {
			for lines := bufio.NewScanner(os.NewFile(3, "jumps")); lines.Scan(); {
				by, err := time.ParseDuration(lines.Text())
				if err != nil {
					panic(err)
				}
				c.jumps <- by
			}
		}()
	})
	if c.jumped {
		c.jumped = false
		c.said.WriteString("jumped\n")
	}
	select {
	case by := <-c.jumps:
		c.by, c.jumped = c.by+by, true
	default:
	}
	return time.Now().Round(0).Add(c.by)
}
`

// A clock is that of a hurried program.
type clock struct {
	jumps  *os.File
	jumped chan struct{}
}

// newClock gives a hurried program a clock.
func newClock(t *testing.T, cmd *exec.Cmd) *clock {
	t.Helper()
	var files [4]*os.File
	for n := 0; n < len(files); n += 2 {
		var err error
		if files[n], files[n+1], err = os.Pipe(); err != nil {
			t.Fatal(err)
		}
	}
	cmd.ExtraFiles = []*os.File{files[0], files[3]}
	t.Cleanup(func() {
		for _, f := range files {
			_ = f.Close()
		}
	})
	c := &clock{jumps: files[1], jumped: make(chan struct{})}
	go func() {
		defer close(c.jumped)
		for lines := bufio.NewScanner(files[2]); lines.Scan(); {
			c.jumped <- struct{}{}
		}
	}()
	return c
}

// put puts the clock forward, and waits until the program has shown what
// follows from that, or plays nothing any more.
func (p *person) put(by time.Duration) {
	p.t.Helper()
	if _, err := fmt.Fprintln(p.clock.jumps, by); err != nil {
		p.t.Fatal(err)
	}
	const again, most = 50 * time.Millisecond, 30 * time.Second
	for end := time.Now().Add(most); p.OtherScreen(); {
		if time.Now().After(end) {
			p.t.Fatalf("the clock was put forward, and nothing followed:\n%s", p.Screen())
		}
		select {
		case <-p.clock.jumped:
			return
		case <-time.After(again):
		}
	}
}

// short is a jump that looks like a slow machine: after a longer one the player
// pauses by itself, as after sleep.
const short = 1200 * time.Millisecond

// putUntil puts the clock forward, bit by bit, until the screen shows some
// words. On the way the skin is said to be fine.
func (p *person) putUntil(words string, by time.Duration) {
	p.t.Helper()
	const most = 200
	for range most {
		screen := flat(p.Screen())
		switch {
		case strings.Contains(screen, words):
			return
		case strings.Contains(screen, lookAtSkin):
			p.press("y", "The skin is fine")
		case !p.OtherScreen():
			p.shows(words)
		default:
			p.put(by)
		}
	}
	p.t.Fatalf("%d times the clock was put forward by %v, and there is no %q:\n%s", most, by, words, p.Screen())
}

// press presses a key and waits until the screen shows some words.
func (p *person) press(key, words string) {
	p.t.Helper()
	p.Press(key)
	p.shows(words)
}
