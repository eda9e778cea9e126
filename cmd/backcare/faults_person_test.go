//go:build unix

package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"backcare/guidance"
	"backcare/wizard/terminal/ptytest"
)

// whole asks for every fault at every place. Without it each place still meets
// some of them, which takes seconds rather than minutes.
var whole = flag.Bool("faults", false, "run every fault at every place")

// traces is a folder for what strace writes about each program that a person
// uses, or empty.
var traces = flag.String("strace", "", "write what strace says about each program into this `folder`")

// traced lets strace watch a program. It is no child of this test, so that
// nothing else changes.
func traced(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.CreateTemp(*traces, "trace-")
	if err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	cmd.Args = append([]string{strace, "-DDD", "-f", "-qq", "-y", "-o", f.Name(), "-e", "trace=%network,%file,write", "-e", "signal=none", "-s", "0"}, cmd.Args...)
	cmd.Path = strace
}

// A person goes through the built program and answers whatever it asks, until
// it ends or plays something.
type person struct {
	*seat
	home  string
	pid   int
	clock *clock // of a hurried program
	// items and answers are what can be asked in a check, and the answers.
	items   []guidance.Item
	answers map[string]string
	// choices are what to take at the other questions, the last wish first.
	choices []wish
	plain   bool

	// open is what the program waits for now.
	open string
	// deaf is whether the last thing was a pause, after which keys are not
	// heard at first.
	deaf bool
	// seen is all that the program has waited for, and typed the lines that were
	// the answers.
	seen, typed []string
}

// A wish is what to choose when a question has some words. Of several choices,
// with | between, a question has only one.
type wish struct {
	question, choice string
	// once is true for what is wanted only the first time.
	once bool
}

// usual are the choices of somebody who goes through everything once.
var usual = []wish{
	{question: "not a diagnosis", choice: "None of these is true"},
	{question: "Is this right?", choice: "Yes, show the result"},
	{question: "There is more to read.", choice: "Go on"},
	{question: "What would you like to do now?", choice: "Start with the first step"},
	{question: "When you have done it:", choice: "That was the last step|That was it for this part|Next step"},
	{question: "Remember this check?", choice: "Yes, this one"},
	{question: "Have you read this?", choice: "Begin"},
	{question: "What then?", choice: "I gave a wrong answer", once: true},
	{question: "What then?", choice: "I am getting help now"},
	{question: "Which answer was wrong?", choice: "None: keep them"},
	{question: "the same place again?", choice: "Yes, the same place"},
	{question: "How do you mostly sleep?", choice: "On my side"},
	{question: "Which movement?", choice: "Knee rolls", once: true},
	{question: "Which movement?", choice: "Finish"},
	{question: "What would you like to do?", choice: "Heat", once: true},
	{question: "What would you like to do?", choice: "Finish"},
	{question: "What do you need?", choice: "Heat, ice, a walk"},
	{question: "What would you like to read about?", choice: "Why it happens"},
	{question: "Why it happens:", choice: "Posture"},
	{question: "What now?", choice: "Finish"},
	{question: "Erase the whole journal", choice: "Yes, erase it"},
	{question: "Write over it?", choice: "Yes, write over it"},
}

// A passage is a way through the program.
type passage struct {
	name    string
	args    []string
	home    home
	answers map[string]string
	wishes  []wish
	columns int
	rows    int
	// hurried is true for the program with a clock that is put forward.
	hurried bool
	// remembers is true where the person has agreed to remember every check.
	remembers bool
}

// begin starts the built program for a person.
func (p passage) begin(t *testing.T) *person {
	t.Helper()
	build := built
	if p.hurried {
		build = hurried
	}
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	p.home.make(t, dir)
	cmd := exec.Command(path, p.args...)
	cmd.Dir = dir
	var c *clock
	if p.hurried {
		c = newClock(t, cmd)
	}
	cmd.Env = []string{"LANG=en_GB.UTF-8", "TZ=UTC", "PATH=" + speakerIn(t), "HOME=" + dir, "XDG_DATA_HOME=" + dir + "/data", "XDG_CONFIG_HOME=" + dir + "/config"}
	columns, rows := p.columns, p.rows
	if columns == 0 {
		columns, rows = 80, 24
	}
	if *traces != "" {
		traced(t, cmd)
	}
	answers, items := beforeStage(p.answers)
	who := &person{home: dir, clock: c, items: items, answers: answers, choices: slices.Concat(p.wishes, usual),
		seat: &seat{Terminal: ptytest.Start(t, cmd, columns, rows), t: t}}
	who.pid = cmd.Process.Pid
	for _, item := range who.items {
		if _, known := answers[item.ID]; !known && item.Multiple() {
			answers[item.ID] = "none"
		}
	}
	for _, arg := range p.args {
		who.plain = who.plain || arg == "--plain"
	}
	return who
}

// speakerIn returns a folder with a program that speaks and never comes to an
// end.
func speakerIn(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "spd-say"), []byte("#!/bin/sh\nexec /bin/sleep 600\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

// What a person sees that is no question.
const (
	aPause = "(a full screen)"
	aStage = "(something is played)"
	theEnd = "(the end)"
)

// over reports whether the program has ended.
func (p *person) over() bool {
	select {
	case <-p.Ended():
		return true
	default:
		return false
	}
}

// next waits until the program waits for something, and remembers what.
func (p *person) next() {
	p.t.Helper()
	p.WaitUntil("it waits for something", func(string) bool {
		p.open = ""
		since := p.Since(p.from)
		screen := p.Screen() // in this order, as it must not be older
		switch {
		case p.plain:
			if text := strings.ReplaceAll(since, "\r", ""); strings.HasSuffix(text, "\nAnswer: ") {
				_, p.open, _ = strings.Cut("\n"+text, "\nYou chose: ")
				if p.from == 0 {
					p.open = text
				}
			} else if strings.Contains(text, "\nKeys: ") {
				p.open = aStage
			}
		case p.from > 0 && !strings.Contains(since, "\x1b[?2004l"):
			// The question from before is still there.
		case full(screen):
			p.open = aPause
		case strings.Contains(screen, steering):
			p.open = aStage
		case marked(screen) != "":
			p.open = flat(header(screen))
		}
		if p.open == "" && p.over() {
			p.open = theEnd
		}
		return p.open != ""
	})
	if p.open != theEnd {
		p.seen = append(p.seen, p.open)
	}
}

// answer answers what is open, as this person does.
func (p *person) answer() {
	p.t.Helper()
	p.deaf = p.deaf || !p.plain && p.startled()
	if p.deaf && p.open != aPause {
		p.hears()
	}
	from := p.Received()
	switch item, choice := p.decide(); {
	case p.open == aPause:
		p.turns()
		p.deaf = true
		return
	case p.plain:
		number, found := numberOf(choice, p.open)
		if !found {
			p.t.Fatalf("no %q:\n%s", choice, p.open)
		}
		p.typed = append(p.typed, number+"\n")
		p.Press(number + "\n")
	case item.Multiple():
		p.highlight(choice)
		p.Press(" ")
		p.WaitUntil(choice+" is ticked", func(screen string) bool { return strings.Contains(screen, "[x] "+first(choice)) })
		p.Press(keyEnter)
	case p.deaf && strings.HasPrefix(p.open, "There is more"):
		p.turns()
	default:
		p.highlight(choice)
		p.Press(keyEnter)
	}
	p.deaf, p.from = false, from
}

// decide returns the choice at what is open, and the item if it is one. It waits
// for a list that is only half drawn.
func (p *person) decide() (item guidance.Item, choice string) {
	p.t.Helper()
	if p.open == aPause {
		return item, ""
	}
	p.WaitUntil("there is a choice that somebody would take at: "+p.open, func(screen string) bool {
		words, list := flat(p.open), p.open
		if !p.plain {
			_, list, _ = cutHint(screen)
		} else if _, below, found := strings.Cut(p.open, "\n"); found && p.from > 0 {
			words, list = flat(below), below // below what was chosen before
		}
		item, choice = p.choice(words, list)
		return choice != ""
	})
	return item, choice
}

// choice returns what to choose at a question with some words and a list.
func (p *person) choice(words, list string) (guidance.Item, string) {
	for n, w := range p.choices {
		if !strings.Contains(words, w.question) {
			continue
		}
		for choice := range strings.SplitSeq(w.choice, "|") {
			if strings.Contains(list, first(choice)) {
				if w.once {
					p.choices = slices.Delete(p.choices, n, n+1)
				}
				return guidance.Item{}, choice
			}
		}
		return guidance.Item{}, "" // it is not drawn yet
	}
	for _, item := range p.items {
		if id, known := p.answers[item.ID]; known && asks(p.items, item, words) {
			option, ok := item.Option(id)
			if !ok {
				p.t.Fatalf("item %q has no option %q", item.ID, id)
			}
			return item, option.Text
		}
	}
	return guidance.Item{}, ""
}

// everything is more questions than there are.
const everything = 1000

// goTo answers so many questions, and returns whether something is open then.
func (p *person) goTo(questions int) bool {
	p.t.Helper()
	for p.next(); questions > 0 && p.open != theEnd && p.open != aStage; questions-- {
		p.answer()
		p.next()
	}
	return questions == 0 && p.open != theEnd
}

// leftNothing fails unless the terminal is as it was, all that the program had
// started is gone, and the files are whole.
func (p *person) leftNothing(what string, terminal bool) {
	p.t.Helper()
	if terminal {
		if !p.Restored() {
			p.t.Errorf("%s: the modes of the terminal are not as they were", what)
		}
		if !p.CursorVisible() {
			p.t.Errorf("%s: the cursor is hidden", what)
		}
		if p.OtherScreen() {
			p.t.Errorf("%s: the other screen is still shown", what)
		}
		if out := p.Output(); strings.LastIndex(out, "\x1b[?2004h") > strings.LastIndex(out, "\x1b[?2004l") {
			p.t.Errorf("%s: pastes are still marked", what)
		}
	}
	if err := syscall.Kill(-p.pid, 0); !errors.Is(err, syscall.ESRCH) {
		p.t.Errorf("%s: something that the program started is still there: %v", what, err)
	}
	for _, bad := range []string{"panic:", "goroutine ", "runtime error"} {
		if strings.Contains(p.Output(), bad) {
			p.t.Errorf("%s: it says %q:\n%s", what, bad, p.Output())
		}
	}
}
