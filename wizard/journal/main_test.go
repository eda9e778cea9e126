package journal

import (
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"

	"backcare/wizard"
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
		"JOURNAL_TEST_ACT="+strings.Join(append([]string{act}, words...), " "),
		"GORACE=atexit_sleep_ms=0") // it would wait a second at each end
	cmd.Stderr = os.Stderr
	return cmd
}

// underRaceDetector reports whether this build is slower and larger by far.
func underRaceDetector() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

func perform(act string, j *Journal) error {
	words := strings.Fields(act)
	switch words[0] {
	case "append": // so many entries, once standard input ends
		if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
			return err
		}
		n, err := strconv.Atoi(words[1])
		if err != nil {
			return err
		}
		return appendAndSay(j, n)
	case "all", "current", "nothing":
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
// each entry, and says how many there are, how many bytes were allocated in
// all, the most bytes that were in use at once, and the most memory that the
// process held, in KiB.
func readAndSay(j *Journal, how string) error {
	type point struct {
		at   int64
		pain int8
	}
	var points []point
	var inUse uint64
	entries := map[string]iter.Seq2[wizard.Entry, error]{"all": j.All(), "current": j.Current(), "nothing": none}[how]
	for e, err := range entries {
		if err != nil {
			return err
		}
		p := point{at: e.Time.Unix(), pain: -1}
		if e.Pain != nil {
			p.pain = int8(*e.Pain)
		}
		points = append(points, p)
		if len(points)%20_000 == 0 {
			inUse = max(inUse, live())
		}
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	_, err := fmt.Println(len(points), mem.TotalAlloc, max(inUse, live()), peak())
	return err
}

// live returns how many bytes are in use.
func live() uint64 {
	var mem runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&mem)
	return mem.HeapAlloc
}

func none(func(wizard.Entry, error) bool) {}

// peak returns the most memory that this process held, in KiB, or 0 where the
// system does not say. The figure that a parent is given includes the parent's
// own, from before the program was loaded.
func peak() (kib int) {
	status, err := os.ReadFile("/proc/self/status")
	if _, rest, ok := strings.Cut(string(status), "VmHWM:"); err == nil && ok {
		_, _ = fmt.Sscan(rest, &kib)
	}
	return kib
}
