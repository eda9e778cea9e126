//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// writing are the system calls that change files, by which a program that is
// killed could leave half of something.
var writing = map[uint64]bool{
	unix.SYS_OPENAT: true, unix.SYS_WRITE: true, unix.SYS_PWRITE64: true, unix.SYS_FSYNC: true, unix.SYS_FTRUNCATE: true, unix.SYS_FLOCK: true,
	unix.SYS_CLOSE: true, unix.SYS_LINKAT: true, unix.SYS_RENAMEAT: true, unix.SYS_RENAMEAT2: true, unix.SYS_UNLINKAT: true, unix.SYS_MKDIRAT: true,
	unix.SYS_FCHMOD: true, unix.SYS_FCHMODAT: true,
}

// Whatever the program saves, it is killed before each system call that changes
// a file, one after the other. What it leaves is what was there before, or all
// of what it was to save, and never half.
func TestKilledAtEveryWrite(t *testing.T) {
	const entry = `{"v":1,"id":"20260101T100000-00000001","time":"2026-01-01T10:00:00Z","kind":"note","area":"lower","pain":4}` + "\n"
	line := regexp.QuoteMeta(entry)
	tests := []struct {
		name   string
		before home
		args   string
		// saved is the file that is written; the rest stays as it is.
		saved string
		// whole is all of it.
		whole string
	}{
		{"check --save", home{}, "check --answers answers.json --save saved.json", "saved.json", `^\{\n(?s:.*)\n\}\n$`},
		{"report", home{}, "report --answers answers.json -o sheet.html", "sheet.html", `^<!DOCTYPE html>(?s:.*)</html>\n$`},
		{"report over another", home{"sheet.html": "the one from before"}, "report --answers answers.json -o sheet.html --force", "sheet.html", `^<!DOCTYPE html>(?s:.*)</html>\n$`},
		{"plan", home{}, "plan --ics --answers answers.json -o week.ics", "week.ics", `^BEGIN:VCALENDAR\r\n(?s:.*)END:VCALENDAR\r\n$`},
		{"settings", home{}, "settings journal no", settingsName, `^journal = no\n$`},
		{"settings changed", home{settingsName: "# mine\njournal = yes\n"}, "settings journal no", settingsName, `^# mine\njournal = no\n$`},
		{"journal add, the first", home{}, "journal add 4 --area lower", journalName, `^(\{.*\}\n)?$`},
		{"journal add", home{journalName: entry}, "journal add 4 --area lower", journalName, `^` + line + `\{.*\}\n$`},
		{"journal edit", home{journalName: entry}, "journal edit last --pain 2", journalName, `^` + line + `\{.*\}\n$`},
		{"journal export", home{journalName: entry}, "journal export -o all.json", "all.json", `^\[\n(?s:.*)\n\]\n$`},
		{"journal erase", home{journalName: entry}, "journal erase --yes", journalName, `^$`},
	}
	kills, left := 0, 0
	for _, test := range tests {
		test.before["answers.json"] = calm
		whole := regexp.MustCompile(test.whole)
		for at := 1; ; at++ {
			dir := t.TempDir()
			test.before.make(t, dir)
			killed, said := killedAt(t, dir, at, strings.Fields(test.args)...)
			after := homeIn(t, dir)
			left += after.withoutHidden()
			saved, there := after[test.saved]
			old, was := test.before[test.saved]
			changed := there != was || saved != old
			if there && changed && !whole.MatchString(saved) {
				t.Errorf("%s, killed at %d: half of it is there: %q", test.name, at, saved)
			}
			if !changed && strings.Contains(strings.ToLower(said), "saved") {
				t.Errorf("%s, killed at %d: it was called saved: %q", test.name, at, said)
			}
			delete(after, test.saved)
			for name, text := range test.before {
				if name != test.saved && after[name] != text {
					t.Errorf("%s, killed at %d: %s is now %q", test.name, at, name, after[name])
				}
				delete(after, name)
			}
			if len(after) > 0 {
				t.Errorf("%s, killed at %d: there are also %q", test.name, at, slices.Collect(maps.Keys(after)))
			}
			if !killed {
				if !changed {
					t.Errorf("%s: nothing was written", test.name)
				}
				t.Logf("%s: killed at %d places", test.name, at-1)
				break
			}
			kills++
		}
	}
	t.Logf("%d kills in all, with %d hidden files of killed programs left beside", kills, left)
}

// withoutHidden leaves out the files that were to take the place of others.
// Nobody can clear those up after a kill; they are for their owner only.
func (h home) withoutHidden() (found int) {
	for name := range h {
		if base := filepath.Base(name); strings.HasPrefix(base, ".backcare-") || strings.HasPrefix(base, "settings-") {
			delete(h, name)
			found++
		}
	}
	return found
}

// killedAt runs the program in a folder and kills it when it is about to make
// the system call of some number, counted from 1, that changes a file. It
// reports whether it got that far, and what the program said.
func killedAt(t *testing.T, dir string, at int, args ...string) (killed bool, said string) {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	told, tells, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer told.Close()
	cmd := exec.Command(path, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, tells, tells
	cmd.Env = []string{"XDG_DATA_HOME=" + filepath.Join(dir, "data"), "XDG_CONFIG_HOME=" + filepath.Join(dir, "config"),
		"LANG=en_GB.UTF-8", "TZ=UTC", "GOMAXPROCS=1"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	// Only the thread that has started a program may trace it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = tells.Close()
	killed, code, err := traceUntil(cmd.Process.Pid, at)
	if err != nil {
		t.Fatalf("trace %q: %v", args, err)
	}
	_ = cmd.Process.Release()
	if _, err := out.ReadFrom(told); err != nil {
		t.Fatal(err)
	}
	if !killed && code != 0 {
		t.Fatalf("%q: got exit code %d: %s", args, code, out.String())
	}
	return killed, out.String()
}

// traceUntil lets a program that was started stopped go on until it is about
// to make its system call of some number that writes, and kills it there. It
// returns the exit code of a program that came to its end before.
func traceUntil(pid, at int) (killed bool, code int, err error) {
	const options = unix.PTRACE_O_TRACESYSGOOD | unix.PTRACE_O_TRACECLONE | unix.PTRACE_O_EXITKILL
	const syscallStop = syscall.SIGTRAP | 0x80
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(pid, &status, 0, nil); err != nil {
		return false, 0, err
	}
	if err := syscall.PtraceSetOptions(pid, options); err != nil {
		return false, 0, err
	}
	for thread, deliver := pid, 0; ; {
		if err := syscall.PtraceSyscall(thread, deliver); err != nil && !errors.Is(err, syscall.ESRCH) {
			return killed, 0, err
		}
		deliver = 0
		for {
			// The flag keeps this from programs that other tests have started.
			if thread, err = syscall.Wait4(-1, &status, syscall.WALL|syscall.WNOTHREAD, nil); err != nil {
				return killed, 0, err
			}
			if !status.Exited() && !status.Signaled() {
				break
			}
			if thread == pid {
				return killed, status.ExitStatus(), nil
			}
		}
		switch signal := status.StopSignal(); {
		case killed:
		case signal == syscallStop:
			number, entered, err := syscallOf(thread)
			if errors.Is(err, syscall.ESRCH) {
				break // another thread has ended the program meanwhile
			}
			if err != nil {
				return false, 0, err
			}
			if entered && writing[number] {
				if at--; at == 0 {
					killed = true
					if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
						return false, 0, err
					}
				}
			}
		case signal != syscall.SIGTRAP && signal != syscall.SIGSTOP:
			deliver = int(signal)
		}
	}
}

// syscallOf returns the number of the system call at which a thread stands, and
// whether that is about to begin.
func syscallOf(thread int) (number uint64, entered bool, err error) {
	const getSyscallInfo, entry = 0x420e, 1 // see ptrace(2)
	var info struct {
		op     uint8
		_      [3]uint8
		_      uint32
		_, _   uint64
		number uint64
		_      [6]uint64
		_      [4]uint64
	}
	_, _, errno := syscall.Syscall6(syscall.SYS_PTRACE, getSyscallInfo, uintptr(thread), unsafe.Sizeof(info), uintptr(unsafe.Pointer(&info)), 0, 0)
	if errno != 0 {
		return 0, false, fmt.Errorf("ask for the system call: %w", errno)
	}
	return info.number, info.op == entry, nil
}
