//go:build unix

package terminal

import (
	"errors"
	"os"
	"strings"
	"testing"

	"backcare/guidance/message"
	"backcare/wizard"
)

// A shouting language is that of the tests: every phrase stands between marks.
type shouting struct{}

func (shouting) Say(phrase string) string { return "‹" + phrase + "›" }
func (shouting) Language() string         { return "es" }

func TestPlainLinesSpeakTheLanguage(t *testing.T) {
	in, out := lines(t, "x\n1\n")
	p := newLinePrompter(in, &sheet{tongue: tongue{shouting{}}, w: out, width: func() int { return 80 }}, false)
	q := wizard.Question{ID: "q", Text: "pregunta", Back: true, Why: "por", Choices: []wizard.Choice{{ID: "a", Text: "uno"}, {ID: "b", Text: "dos"}}}
	_, err := p.ChooseOne(q)
	var line *LineError
	if !errors.As(err, &line) {
		t.Fatalf("got error %v, want a LineError", err)
	}
	if said := message.In(shouting{}, err); !strings.HasPrefix(said, "‹question \"q\" is not answered by \"x\": ‹\"x\" is not one of the numbers.›") {
		t.Errorf("the error says %q", said)
	}
	if _, err := p.ChooseOne(q); err != nil {
		t.Fatal(err)
	}
	said := read(t, out)
	for _, want := range []string{"‹Type a number from 1 to 2›, ‹b for back›, ‹question mark for why›.", "‹You chose: uno›"} {
		if !strings.Contains(said, want) {
			t.Errorf("got %q, want %q in it", said, want)
		}
	}
}

func TestVoiceSpeaksTheLanguage(t *testing.T) {
	for program, want := range map[string]string{
		"spd-say":   "spd-say <-l> <es> <--wait> <--> <Respire.> say=",
		"espeak-ng": "espeak-ng <-v> <es> <--> <Respire.> say=",
		"espeak":    "espeak <-v> <es> <--> <Respire.> say=",
	} {
		s := newSpeech(t, program)
		v, err := newVoice(tongue{shouting{}}, "linux", s.lookPath)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(v.end)
		v.say("Respire.", false)
		if got := s.heard(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// lines returns a pipe with some lines, and a file to write to.
func lines(t *testing.T, text string) (in, out *os.File) {
	t.Helper()
	in, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err = os.CreateTemp(t.TempDir(), "out")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.WriteString(text); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close(); _ = out.Close() })
	return in, out
}

func read(t *testing.T, f *os.File) string {
	t.Helper()
	data, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
