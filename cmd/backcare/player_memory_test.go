//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"backcare/wizard/terminal/ptytest"
)

// Someone with an old machine has the player open for long. The limit is that
// of the whole process, in MiB, from its start to the second repetition. The
// budget is 9, and the benchmark compares with that. Of it the program itself,
// mapped from its file, is two thirds, so that every word that is added counts.
func TestMemoryOfAMovingFigure(t *testing.T) {
	const most = 10.0
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "stretches", "shoulder-raises")
	cmd.Env = []string{"LANG=en_GB.UTF-8", "HOME=" + t.TempDir()}
	s := &seat{Terminal: ptytest.Start(t, cmd, 80, 24), t: t}
	s.takeStage(nil)
	s.Press(keyEnter + keyEnter) // it has been read, and begins
	s.shows("Hold, and breathe")
	s.shows("2 of 5")
	peak := highWater(t, cmd.Process.Pid)
	s.Press(keyCtrlC)
	s.Wait()
	t.Logf("measured: figure-memory %.2f", peak)
	if peak > most {
		t.Errorf("got %.1f MiB at the peak, want at most %g", peak, most)
	}
	if !strings.Contains(s.Output(), "⣿") {
		t.Error("no picture was drawn while this was measured")
	}
}

// highWater returns the most memory that a process has had in use so far, in
// MiB. What the system reports when it has ended would include the process
// that started it.
func highWater(t *testing.T, pid int) float64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		t.Fatalf("no VmHWM in\n%s", status)
	}
	kilobytes, err := strconv.ParseFloat(string(found[1]), 64)
	if err != nil {
		t.Fatal(err)
	}
	return kilobytes / 1024
}
