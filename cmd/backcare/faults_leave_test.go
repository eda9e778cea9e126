//go:build unix

package main

import (
	"fmt"
	"maps"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// waysOut are all the ways in which a person or a machine ends a program that
// waits for an answer.
var waysOut = []struct {
	name string
	take func(*person)
	// key is true for what the program reads where it reads answers.
	key bool
	// gone is true where there is no terminal afterwards.
	gone bool
}{
	{name: "Ctrl-C", key: true, take: func(p *person) { p.Press(keyCtrlC) }},
	{name: "end of input", key: true, take: func(p *person) { p.Press(keyCtrlD) }},
	{name: "SIGINT", take: func(p *person) { p.Signal(syscall.SIGINT) }},
	{name: "SIGTERM", take: func(p *person) { p.Signal(syscall.SIGTERM) }},
	{name: "SIGHUP", take: func(p *person) { p.Signal(syscall.SIGHUP) }},
	{name: "closed terminal", gone: true, take: func(p *person) { p.HangUp() }},
}

// passages go by every kind of question that there is.
func passages() []passage {
	lived := home{journalName: checkEntry(2)}
	return []passage{
		{name: "check", args: []string{"check"}},
		{name: "check on a small screen", args: []string{"check"}, columns: 40, rows: 20, wishes: []wish{{question: "What would you like to do now?", choice: "Finish"}}},
		{name: "check in plain lines", args: []string{"check", "--plain"}},
		{name: "check again", args: []string{"check"}, home: lived, wishes: []wish{
			{question: "What would you like to do now?", choice: "Change an answer", once: true}, {question: "What would you like to do now?", choice: "Finish"}}},
		{name: "check that is remembered", args: []string{"check"}, home: home{settingsName: "journal = yes\n"}, remembers: true, wishes: []wish{
			{question: "What would you like to do now?", choice: "Finish"}}},
		{name: "emergency", args: []string{"check"}, answers: map[string]string{"em-nerves": "yes", "saddle-numbness": "yes"}},
		{name: "emergency on the first page", args: []string{"check"}, wishes: []wish{
			{question: "not a diagnosis", choice: "One of these is true", once: true}, {question: "What would you like to do now?", choice: "Finish"}}},
		{name: "backcare"},
		{name: "stretches", args: []string{"stretches"}},
		{name: "relief", args: []string{"relief"}},
		{name: "sleep", args: []string{"sleep"}},
		{name: "sleep in plain lines", args: []string{"sleep", "--plain"}},
		{name: "learn", args: []string{"learn"}},
		{name: "journal erase", args: []string{"journal", "erase"}, home: lived},
		{name: "report", args: []string{"report", "--answers", "answers.json", "-o", "sheet.html"}, home: home{"answers.json": calm, "sheet.html": "old"}},
	}
}

// checkEntry is a line of a journal with a check from some days ago.
func checkEntry(daysAgo int) string {
	at := time.Now().UTC().AddDate(0, 0, -daysAgo)
	return `{"v":1,"id":"` + at.Format("20060102T150405") + `-00000001","time":"` + at.Format(time.RFC3339) + `","kind":"check","area":"lower","pain":5,"answers":` +
		strings.ReplaceAll(calm, "\n", "") + `,"disposition":"self-care"}` + "\n"
}

// At each thing that the program waits for, it is left in every way: the exit
// code is that of leaving, the terminal is as it was, nothing is stored that was
// not agreed to, and nothing is still running.
func TestLeftAtEveryQuestion(t *testing.T) {
	var mu sync.Mutex
	asked, left := 0, map[string]int{}
	t.Run("leave", func(t *testing.T) {
		for n, passage := range passages() {
			const halves = 2 // so that the longest does not run alone in the end
			for half := range halves {
				t.Run(passage.name, func(t *testing.T) {
					t.Parallel()
					opened := passage.opened(t)
					for at := half; at < len(opened); at += halves {
						for w, out := range waysOut {
							const some = 19 // of all of them, as long as not all are asked for
							if !*whole && (n+at*len(waysOut)+w)%some > 0 {
								continue
							}
							passage.leave(t, at, opened[at], w)
							mu.Lock()
							left[out.name]++
							mu.Unlock()
						}
						mu.Lock()
						asked++
						mu.Unlock()
					}
				})
			}
		}
	})
	t.Logf("%d places in %d ways through the program, left by %v", asked, len(passages()), left)
}

// opened goes all the way through, and returns what the program waits for.
func (p passage) opened(t *testing.T) []string {
	t.Helper()
	scout := p.begin(t)
	scout.goTo(everything)
	if scout.open == theEnd {
		if code := scout.Wait(); code != exitDone {
			t.Fatalf("got exit code %d at the end of it, want %d", code, exitDone)
		}
	}
	return scout.seen
}

// leave goes to the place of some number and leaves there.
func (p passage) leave(t *testing.T, at int, open string, way int) {
	t.Helper()
	out := waysOut[way]
	what := fmt.Sprintf("%s at place %d (…%s)", out.name, at, open[max(0, len(open)-60):])
	who := p.begin(t)
	if !who.goTo(at) {
		t.Fatalf("%s: it ended before", what)
	}
	out.take(who)
	code := who.Wait()
	consent := strings.Contains(open, "Remember this check?")
	// In plain lines Ctrl-C is a signal that comes in place of a line.
	heard := out.key || who.plain && out.name == "SIGINT"
	switch {
	case consent && heard: // the check is done, and not to say yes is to say no
		if code != exitDone {
			t.Errorf("%s: got exit code %d, want %d", what, code, exitDone)
		}
	case consent && out.gone && code == exitDone: // the end of input was heard before the hang-up
	case code != exitLeft:
		t.Errorf("%s: got exit code %d, want %d:\n%s", what, code, exitLeft, who.Screen())
	}
	who.leftNothing(what, !out.gone)
	after := homeIn(t, who.home)
	if diary := after[journalName]; p.remembers && diary != "" {
		if !wholeEntry.MatchString(diary) {
			t.Errorf("%s: the journal is %q", what, diary)
		}
		delete(after, journalName)
	}
	if !maps.Equal(after, p.home) {
		t.Errorf("%s: there is now %q, and was %q", what, after, p.home)
	}
}

// wholeEntry is a journal of one entry.
var wholeEntry = regexp.MustCompile(`^\{.*\}\n$`)

// In a window too low for a page, leaving takes one key wherever it is: at each
// pause and at the questions between, and what is said then waits for nothing.
func TestLeftInALowWindow(t *testing.T) {
	for _, size := range [][2]int{{80, 11}, {40, 10}, {20, 5}, {19, 24}, {1, 1}} {
		for enters := range 4 {
			t.Run(fmt.Sprintf("%dx%d after %d", size[0], size[1], enters), func(t *testing.T) {
				t.Parallel()
				who := passage{args: []string{"check"}, columns: size[0], rows: size[1]}.begin(t)
				waits := func(n int) func(string) bool {
					return func(string) bool { return strings.Count(who.Output(), "\x1b[?2004h") > n }
				}
				who.WaitUntil("it waits", waits(0))
				for range enters {
					n := strings.Count(who.Output(), "\x1b[?2004h")
					who.PressUntil(keyEnter, "it goes on", waits(n))
				}
				from := who.Received()
				who.Press(keyCtrlC)
				if code := who.Wait(); code != exitLeft {
					t.Errorf("got exit code %d, want %d:\n%s", code, exitLeft, who.Screen())
				}
				who.leftNothing("left", true)
				said := flat(who.Since(from))
				if strings.Contains(said, "ress Enter") || enters < 2 && size[0] > 1 && !strings.Contains(said, "no result, and nothing was stored.") {
					t.Errorf("what is said to whoever leaves is %q", said)
				}
			})
		}
	}
}

// Answers come from a pipe that ends early, after any number of them: there is
// no result, and nothing is taken for an answer.
func TestPipeEndsAtEveryQuestion(t *testing.T) {
	who := passage{args: []string{"check", "--plain"}}.begin(t)
	who.goTo(everything)
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	ends := 0
	for n, open := range who.seen {
		cmd := exec.Command(path, "check", "--plain")
		cmd.Env = []string{"LANG=en_GB.UTF-8", "HOME=" + t.TempDir()}
		cmd.Stdin = strings.NewReader(strings.Join(who.typed[:n], ""))
		var stdout, stderr strings.Builder
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		_ = cmd.Run() // the exit code says it
		if code := cmd.ProcessState.ExitCode(); code != exitLeft {
			t.Errorf("after %d lines: got exit code %d, want %d:\n%s", n, code, exitLeft, stderr.String())
		}
		ends++
		if strings.Contains(open, "What would you like to do now?") {
			break // there is a result, and no stage in a pipe
		}
		if stdout.String() != "" || !strings.Contains(stderr.String(), "There is no result") {
			t.Errorf("after %d lines: got %q and %q, want no result", n, stdout.String(), stderr.String())
		}
	}
	t.Logf("the pipe ended at %d questions", ends)
}
