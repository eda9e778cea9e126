//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"backcare/wizard"
	"backcare/wizard/journal"
)

// built returns the path of the program, built as people run it: under the race
// detector the test binary takes long to start, and here it starts hundreds of
// times. It stands beside the test binary, which go test removes.
var built = sync.OnceValues(func() (string, error) {
	beside, err := os.Executable()
	if err != nil {
		return "", err
	}
	path := beside + ".built"
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", path, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// inJournal returns the program with a journal of its own.
func inJournal(t *testing.T, data string, args ...string) *exec.Cmd {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, append([]string{"journal"}, args...)...)
	cmd.Env = []string{"XDG_DATA_HOME=" + data, "LANG=en_GB.UTF-8", "TZ=UTC"}
	return cmd
}

// notesIn returns the notes that the program finds in a journal, and what it
// has to say about it.
func notesIn(t *testing.T, data string) (notes map[string]int, remarks string) {
	t.Helper()
	cmd := inJournal(t, data, "export")
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("the journal cannot be read: %v: %s", err, stderr.String())
	}
	var entries []wizard.Entry
	if err := json.Unmarshal(out.Bytes(), &entries); err != nil {
		t.Fatal(err)
	}
	notes = map[string]int{}
	for _, e := range entries {
		notes[e.Note]++
	}
	return notes, stderr.String()
}

// The program is killed at any moment while it adds, again and again. Each
// entry that it called saved is there, and all can be read.
func TestAddingIsKilled(t *testing.T) {
	const kills = 200
	data := t.TempDir()
	random := rand.New(rand.NewPCG(5, 6))
	if err := inJournal(t, data, "add", "4", "--area", "lower", "--note", "warm up").Run(); err != nil {
		t.Fatal(err)
	}
	usual := time.Hour // the shortest of some, for this machine may be busy
	for range 5 {
		start := time.Now()
		if err := inJournal(t, data, "add", "4", "--note", "measured").Run(); err != nil {
			t.Fatal(err)
		}
		usual = min(usual, time.Since(start))
	}
	saved := map[string]bool{}
	killed, lost := 0, 0
	for n := 0; killed < kills; n++ {
		note := fmt.Sprintf("entry %d", n)
		cmd := inJournal(t, data, "add", "4", "--area", "lower", "--note", note)
		var out bytes.Buffer
		cmd.Stdout = &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(random.Int64N(int64(usual)*5/4)), func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		timer.Stop()
		if err != nil {
			killed++
		}
		if strings.Contains(out.String(), "Saved") {
			saved[note] = true
		}
	}
	notes, remarks := notesIn(t, data)
	for note := range saved {
		if notes[note] != 1 {
			lost++
			t.Errorf("%q was called saved and is there %d times", note, notes[note])
		}
	}
	delete(notes, "measured")
	delete(notes, "warm up")
	t.Logf("%d kills: %d entries called saved, %d lost; %d kept though not yet called saved; %q", killed, len(saved), lost, len(notes)-len(saved)+lost, remarks)
}

// Two people, or one at two windows, add at the same time.
func TestTwoProgramsAddAtOnce(t *testing.T) {
	const programs, each = 2, 100
	data := t.TempDir()
	var wait sync.WaitGroup
	for p := range programs {
		wait.Go(func() {
			for n := range each {
				cmd := inJournal(t, data, "add", "4", "--area", "lower", "--note", fmt.Sprintf("%d of %d", n, p))
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, out)
				}
			}
		})
	}
	wait.Wait()
	notes, remarks := notesIn(t, data)
	if len(notes) != programs*each || remarks != "" {
		t.Errorf("got %d entries and %q, want %d", len(notes), remarks, programs*each)
	}
	t.Logf("%d programs at once: %d of %d entries kept", programs, len(notes), programs*each)
}

// Notes of any kind and size reach no terminal as anything but text, and are
// whole in the JSON.
func TestOddNotes(t *testing.T) {
	notes := []string{
		strings.Repeat("a long story ", 80_000), strings.Repeat("🙂", 5000), strings.Repeat("الألم أخف ", 500),
		"\x1b[2J\x1b]0;title\x07\u009b31m\u202e\u0085end", "e" + strings.Repeat("\u0301", 500_000), "two\nlines\r\n\tand more",
	}
	data := t.TempDir()
	j := journal.Open(filepath.Join(data, "backcare"))
	pain := 4
	for n, note := range notes {
		if _, err := j.Append(wizard.Entry{Time: time.Date(2026, 1, n+1, 12, 0, 0, 0, time.UTC), Kind: wizard.NoteEntry, Area: "lower", Pain: &pain, Note: note}); err != nil {
			t.Fatal(err)
		}
	}
	whole, _ := notesIn(t, data)
	for _, note := range notes {
		if whole[note] != 1 {
			t.Errorf("the note %.20q is not whole in the JSON", note)
		}
	}
	const screenful, everything = 5_000, 20_000_000
	for args, most := range map[string]int{"": screenful, "show": screenful, "show --plain": screenful, "trend": screenful,
		"edit last --pain 3": screenful, "add 3 --note \x1b[2J\u009b31m": screenful,
		"show --json": everything, "export": everything, "export --format csv": everything} {
		out, err := inJournal(t, data, strings.Fields(args)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%q: %v: %.200s", args, err, out)
		}
		if len(out) > most {
			t.Errorf("%q: got %d bytes", args, len(out))
		}
		// The ends of lines in CSV are those of RFC 4180.
		text := strings.ReplaceAll(string(out), "\r\n", "\n")
		if at := strings.IndexFunc(text, steersTerminal); at >= 0 {
			t.Errorf("%q: at byte %d there is %.20q", args, at, text[at:])
		}
	}
}

func steersTerminal(r rune) bool {
	return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// On a terminal erasing asks, and the highlighted answer keeps everything.
func TestEraseOnARealTerminal(t *testing.T) {
	data := t.TempDir()
	if err := inJournal(t, data, "add", "4", "--area", "lower").Run(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(data, "backcare", "journal.jsonl")
	env := []string{"XDG_DATA_HOME=" + data, "TZ=UTC"}
	tests := []struct {
		choice, key, see string
		code             int
		kept             bool
	}{
		{"No, keep it", keyCtrlC, "", 130, true},
		{"No, keep it", keyEnter, "Nothing was erased", 0, true},
		{"Yes, erase it", keyEnter, "Copies elsewhere", 0, false},
	}
	for _, test := range tests {
		s := sitWith(t, 80, 24, env, "journal", "erase")
		s.see("Erase the whole journal for good?")
		if marked(s.Screen()) != "No, keep it" {
			t.Errorf("the highlighted choice is %q", marked(s.Screen()))
		}
		s.highlight(test.choice)
		s.Press(test.key)
		if test.see != "" {
			s.WaitFor(test.see)
		}
		if code := s.Wait(); code != test.code || !s.Restored() {
			t.Errorf("%s: got exit code %d, restored %v", test.choice, code, s.Restored())
		}
		if _, err := os.Stat(path); (err == nil) != test.kept {
			t.Errorf("%s: got %v, kept should be %v", test.choice, err, test.kept)
		}
	}
}

// A narrow screen has a list, a wide one all of the words.
func TestShowOnARealTerminal(t *testing.T) {
	data := t.TempDir()
	add := inJournal(t, data, "add", "4", "--area", "shoulder-blades", "--at", "2026-01-02 10:00", "--note", "better after the walk round the lake in the evening")
	if err := add.Run(); err != nil {
		t.Fatal(err)
	}
	for columns, want := range map[int]string{
		40:  "- 2026-01-02, 10:00, Between or by the\n  shoulder blades, pain 4, note, id",
		160: "2026-01-02  10:00  Between or by the shoulder blades     4  note  ",
	} {
		s := sitWith(t, columns, 30, []string{"XDG_DATA_HOME=" + data, "TZ=UTC"}, "journal")
		s.WaitUntil("all is said", func(screen string) bool { return strings.HasSuffix(flat(screen), "journal --help'.") })
		if !strings.Contains(s.Screen(), want) {
			t.Errorf("%d columns:\n%s\nwant %q", columns, s.Screen(), want)
		}
		if code := s.Wait(); code != 0 {
			t.Errorf("got exit code %d", code)
		}
	}
}
