package terminal

import (
	"os"
	"os/exec"
	"strings"
	"sync"

	"backcare/guidance/message"
)

// A voice speaks with the program that the system has for it. There is at
// most one utterance at a time. A nil voice is silent.
type voice struct {
	speaker speaker

	mu      sync.Mutex
	running *utterance
	ended   bool // nothing more is to be said
}

// A speaker is a program that speaks a text and ends.
type speaker struct {
	path string
	// before are the arguments in front of the text. No shell ever sees it.
	before []string
	// variable is the variable that carries the text in place of an
	// argument, if any.
	variable string
	// option is what stands before the tag of the language, where the program
	// has to be told.
	option string
}

// spokenVariable carries the text to a speaker that would take an argument
// for code.
const spokenVariable = "BACKCARE_SAY"

// speakers are the programs of each system, the best first.
var speakers = map[string][]speaker{
	"darwin": {{path: "say"}},
	"windows": {{path: "powershell", variable: spokenVariable, before: []string{"-NoProfile", "-NonInteractive", "-Command",
		"Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak($env:" + spokenVariable + ")"}}},
	"": {
		// It would return at once and go on speaking, out of our reach.
		{path: "spd-say", option: "-l", before: []string{"--wait", "--"}},
		{path: "espeak-ng", option: "-v", before: []string{"--"}},
		{path: "espeak", option: "-v", before: []string{"--"}},
	},
}

// newVoice finds the speaker of a system. lookPath is exec.LookPath.
func newVoice(t tongue, system string, lookPath func(string) (string, error)) (*voice, error) {
	candidates, known := speakers[system]
	if !known {
		candidates = speakers[""]
	}
	var names []string
	for _, s := range candidates {
		path, err := lookPath(s.path)
		if err == nil {
			s.path = path
			if s.option != "" && t.language != nil && t.language.Language() != "en" { // else as the machine is set up
				s.before = append([]string{s.option, t.language.Language()}, s.before...)
			}
			return &voice{speaker: s}, nil
		}
		names = append(names, s.path)
	}
	missing := strings.Join(names, ", ")
	if len(names) > 1 {
		missing = t.sayf(phraseEither, strings.Join(names[:len(names)-1], ", "), names[len(names)-1])
	}
	return nil, message.Errorf(phraseNoSpeech, missing)
}

// command is the process that speaks a text.
func (s speaker) command(text string) *exec.Cmd {
	text = oneLine(text)
	if strings.HasPrefix(text, "-") {
		// Not every speaker knows that "--" ends the options.
		text = " " + text
	}
	cmd := exec.Command(s.path, s.before...)
	if s.variable == "" {
		cmd.Args = append(cmd.Args, text)
	} else {
		cmd.Env = append(os.Environ(), s.variable+"="+text)
	}
	return cmd
}

// An utterance is a process that speaks.
type utterance struct {
	cmd   *exec.Cmd
	minor bool
	ended chan struct{}
}

func (u *utterance) isOver() bool {
	select {
	case <-u.ended:
		return true
	default:
		return false
	}
}

// say speaks in place of what is being spoken. What is minor does not
// interrupt what is not.
func (v *voice) say(text string, minor bool) {
	if v == nil || oneLine(text) == "" {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.ended {
		return
	}
	if u := v.running; u != nil && !u.isOver() && minor && !u.minor {
		return
	}
	v.hush()
	cmd := v.speaker.command(text)
	if cmd.Start() != nil {
		return // what is said is also to be seen
	}
	u := &utterance{cmd: cmd, minor: minor, ended: make(chan struct{})}
	v.running = u
	go func() {
		defer close(u.ended)
		_ = cmd.Wait() // how it ended does not matter
	}()
}

// silence ends what is being spoken.
func (v *voice) silence() {
	if v == nil {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.hush()
}

// end ends what is being spoken, and says nothing any more.
func (v *voice) end() {
	if v == nil {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.ended = true
	v.hush()
}

// hush ends the utterance and waits for its process and its goroutine.
func (v *voice) hush() {
	if v.running == nil {
		return
	}
	_ = v.running.cmd.Process.Kill() // it may have ended by itself
	<-v.running.ended
	v.running = nil
}
