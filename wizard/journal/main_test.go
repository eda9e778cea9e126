package journal

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// TestMain lets this test binary be the program that saves: what happens when
// a process is killed, or two save at once, cannot be seen from within one.
func TestMain(m *testing.M) {
	if act := os.Getenv("JOURNAL_TEST_ACT"); act != "" {
		if err := perform(act, Open(os.Getenv("JOURNAL_TEST_FOLDER"))); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// program returns the program that does something with a journal, with words
// for what it needs to know.
func program(tb testing.TB, j *Journal, act string, words ...string) *exec.Cmd {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "JOURNAL_TEST_FOLDER="+j.folder,
		"JOURNAL_TEST_ACT="+strings.Join(append([]string{act}, words...), " "))
	cmd.Stderr = os.Stderr
	return cmd
}

func perform(act string, j *Journal) error {
	words := strings.Fields(act)
	switch words[0] {
	case "nothing":
		return nil
	case "append": // so many entries, once standard input ends
		if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
			return err
		}
		n, err := strconv.Atoi(words[1])
		if err != nil {
			return err
		}
		return appendAndSay(j, n)
	case "save": // one
		_, err := j.Append(typical(3, ""))
		return err
	case "read", "current":
		return readAndSay(j, words[0])
	}
	return performOnSystem(words, j)
}

// appendAndSay appends n entries, and says the ID of each once it is saved.
// Every tenth is long, so that an end of the process can fall into a write.
func appendAndSay(j *Journal, n int) error {
	long := strings.Repeat("slept badly ", 40_000)
	for i := range n {
		e := typical(i, "")
		if i%10 == 1 {
			e.Note = long
		}
		id, err := j.Append(e)
		if err != nil {
			return err
		}
		if _, err := fmt.Println(id); err != nil {
			return err
		}
	}
	return nil
}

// readAndSay goes through a journal as the trend does, keeping a few bytes of
// each entry, and says how many there are and what was allocated.
func readAndSay(j *Journal, how string) error {
	type point struct {
		at   int64
		pain int8
	}
	var points []point
	entries := j.All()
	if how == "current" {
		entries = j.Current()
	}
	for e, err := range entries {
		if err != nil {
			return err
		}
		p := point{at: e.Time.Unix(), pain: -1}
		if e.Pain != nil {
			p.pain = int8(*e.Pain)
		}
		points = append(points, p)
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	_, err := fmt.Println(len(points), mem.TotalAlloc)
	return err
}
