package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A tight is a place for data in which there is little room.
type tight struct {
	folder string
	// limit is what keeps a file from growing where no disk could be made.
	limit string
}

// newTight makes a small disk of its own. Where that is not allowed, no file of
// the program may grow past the same size.
func newTight(t *testing.T) tight {
	t.Helper()
	const kib = 32
	folder := t.TempDir()
	if err := syscall.Mount("backcare-test", folder, "tmpfs", 0, fmt.Sprintf("size=%dk", kib)); err == nil {
		t.Cleanup(func() {
			if err := syscall.Unmount(folder, 0); err != nil {
				t.Error(err)
			}
		})
		t.Logf("on a disk of %d KiB", kib)
		return tight{folder: folder}
	}
	t.Logf("no disk may be made here: with files of at most %d KiB", kib)
	return tight{folder: folder, limit: fmt.Sprintf("ulimit -f %d; ", 2*kib)} // blocks of 512 bytes
}

// run runs the program there, and returns what it said and its exit code.
func (p tight) run(t *testing.T, stdin, limit string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", append([]string{"-c", limit + `exec "$0" "$@"`, path}, args...)...)
	cmd.Env = []string{"XDG_DATA_HOME=" + p.folder, "XDG_CONFIG_HOME=" + t.TempDir(), "LANG=en_GB.UTF-8", "TZ=UTC"}
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &errs
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// When the disk is full, that is told with what to do, all that was called
// saved is there, and a check finishes.
func TestFullDisk(t *testing.T) {
	place := newTight(t)
	saved := 0
	for ; ; saved++ {
		note := fmt.Sprintf("entry %d %s", saved, strings.Repeat("x", 3000))
		out, errs, code := place.run(t, "", place.limit, "journal", "add", "4", "--area", "lower", "--note", note)
		if code == 0 && strings.Contains(out, "Saved") {
			if saved > 100 {
				t.Fatal("it does not become full")
			}
			continue
		}
		if code != 1 || strings.Contains(out, "Saved") || !strings.Contains(errs, "What was saved before is safe.") {
			t.Fatalf("got exit code %d, %q and %q, want 1 and what to do", code, out, errs)
		}
		break
	}
	readable := func() int {
		out, errs, code := place.run(t, "", "", "journal", "export")
		if code != 0 {
			t.Fatalf("the journal cannot be read: %s", errs)
		}
		for n := range saved {
			if !strings.Contains(out, fmt.Sprintf("entry %d x", n)) {
				t.Errorf("entry %d was called saved and is not there", n)
			}
		}
		return strings.Count(out, `"kind"`)
	}
	before := readable()

	// A check that is to be kept.
	script, err := os.ReadFile(filepath.Join("testdata", "script", "plain.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	_, answers, _ := strings.Cut(string(script), "-- healthy --\n")
	answers, _, _ = strings.Cut(answers, "-- ")
	answers = strings.TrimSuffix(strings.TrimSpace(answers), "\n5") + "\n5\n2\n" // finish; remember this one
	out, errs, code := place.run(t, answers, place.limit, "check", "--plain")
	for _, want := range []string{"You can treat this at home", "could not be kept in your journal", "What was saved before is safe."} {
		if !strings.Contains(flat(out+errs), want) {
			t.Errorf("the check says nothing of %q:\n%s%s", want, out, errs)
		}
	}
	if code != 0 {
		t.Errorf("the check ended with %d", code)
	}

	// With room again everything goes on.
	if place.limit == "" {
		if err := syscall.Mount("", place.folder, "", syscall.MS_REMOUNT, "size=1m"); err != nil {
			t.Fatal(err)
		}
	}
	if _, errs, code := place.run(t, "", "", "journal", "add", "3", "--area", "lower", "--note", "room again"); code != 0 {
		t.Errorf("with room again: %s", errs)
	}
	after := readable()
	if after != before+1 {
		t.Errorf("got %d entries, want %d and one more", after, before)
	}
	t.Logf("%d entries saved until it was full, %d read then, %d with room again; the check finished", saved, before, after)
}
