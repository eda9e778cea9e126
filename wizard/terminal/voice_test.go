//go:build unix

package terminal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// A speech is a folder with fake speech programs. A program tells a pipe what
// it was given and then speaks for ever.
type speech struct {
	t      *testing.T
	folder string
}

func newSpeech(t *testing.T, programs ...string) speech {
	t.Helper()
	s := speech{t, t.TempDir()}
	if err := syscall.Mkfifo(s.pipe(), 0o600); err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\n{ echo \"${0##*/}\"; printf '<%s>\\n' \"$@\"; echo \"say=$BACKCARE_SAY\"; } > " + s.pipe() + "\nexec sleep 1000\n"
	for _, name := range programs {
		if err := os.WriteFile(filepath.Join(s.folder, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func (s speech) pipe() string { return filepath.Join(s.folder, "heard") }

func (s speech) lookPath(name string) (string, error) {
	path := filepath.Join(s.folder, name)
	if _, err := os.Stat(path); err != nil {
		return "", err
	}
	return path, nil
}

// heard waits for a program to begin, and returns what it was given.
func (s speech) heard() string {
	s.t.Helper()
	text, err := os.ReadFile(s.pipe())
	if err != nil {
		s.t.Fatal(err)
	}
	return strings.ReplaceAll(strings.TrimSpace(string(text)), "\n", " ")
}

func (s speech) voice(system string) *voice {
	s.t.Helper()
	v, err := newVoice(tongue{}, system, s.lookPath)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(v.end)
	return v
}

func TestVoiceFindsTheSpeaker(t *testing.T) {
	for _, test := range []struct {
		system   string
		programs []string
		text     string
		want     string
	}{
		{"linux", []string{"espeak", "espeak-ng", "spd-say"}, "Breathe out.", "spd-say <--wait> <--> <Breathe out.> say="},
		{"freebsd", []string{"espeak", "espeak-ng"}, "Breathe out.", "espeak-ng <--> <Breathe out.> say="},
		{"linux", []string{"espeak"}, "Breathe out.", "espeak <--> <Breathe out.> say="},
		{"linux", []string{"espeak"}, "-f /etc/passwd", "espeak <--> < -f /etc/passwd> say="},
		{"darwin", []string{"say"}, "-v ?", "say < -v ?> say="},
		{"darwin", []string{"say"}, "$(reboot); `reboot`\x1b \"'", "say <$(reboot); `reboot` \"'> say="},
	} {
		s := newSpeech(t, test.programs...)
		s.voice(test.system).say(test.text, false)
		if got := s.heard(); got != test.want {
			t.Errorf("on %s, %q is %q, want %q", test.system, test.text, got, test.want)
		}
	}
}

func TestVoiceOnWindowsPutsNoTextIntoCode(t *testing.T) {
	s := newSpeech(t, "powershell")
	s.voice("windows").say("'); reboot", false)
	got := s.heard()
	if !strings.HasSuffix(got, "say='); reboot") || strings.Count(got, "reboot") != 1 {
		t.Errorf("the program was given %q", got)
	}
}

func TestVoiceSaysOneThingAtATime(t *testing.T) {
	s := newSpeech(t, "espeak")
	v := s.voice("linux")
	gone := func(what string, u *utterance) {
		t.Helper()
		if err := syscall.Kill(u.cmd.Process.Pid, 0); !errors.Is(err, syscall.ESRCH) {
			t.Errorf("%s is still there: %v", what, err)
		}
	}

	v.say("One", true)
	s.heard()
	first := v.running
	v.say("Two", true)
	if got := s.heard(); !strings.Contains(got, "<Two>") {
		t.Errorf("heard %q", got)
	}
	gone("what was replaced", first)

	v.say("Change sides", false)
	s.heard()
	important := v.running
	v.say("Three", true)
	if v.running != important {
		t.Error("something minor interrupted what is not")
	}
	v.say("", false)
	if v.running != important {
		t.Error("nothing interrupted something")
	}

	v.silence()
	gone("what was silenced", important)
	v.say("Four", true)
	s.heard()
	last := v.running
	v.end()
	gone("the last", last)
	v.say("Five", false)
	if v.running != nil {
		t.Error("the voice speaks after its end")
	}
}

func TestNoVoiceIsSaidInWords(t *testing.T) {
	_, err := newVoice(tongue{}, "linux", newSpeech(t).lookPath)
	if err == nil || !strings.Contains(err.Error(), "spd-say, espeak-ng or espeak") || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error = %v", err)
	}
	term := &Terminal{voiceless: err}
	if got := []error{term.VoiceProblem(), term.VoiceProblem()}; !slices.Equal(got, []error{err, nil}) {
		t.Errorf("problems = %v, want it once", got)
	}
	var silent *voice
	silent.say("nothing", false)
	silent.silence()
	silent.end()
}
