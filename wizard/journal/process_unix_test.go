//go:build unix

package journal

import (
	"backcare/guidance/message"
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// performOnSystem does what needs this kind of system.
func performOnSystem(words []string, j *Journal) error {
	switch words[0] {
	case "limited": // append until the file may not grow, then once without the limit
		return fillToLimit(j, words[1])
	case "denied": // append as somebody who may not
		return appendWithoutRights(j)
	}
	return fmt.Errorf("cannot perform %q", words)
}

// A process that says an entry is saved is killed at any moment: in between, in
// a write, in a flush. What it said is saved is there, and all can be read.
func TestKilledAnywhere(t *testing.T) {
	kills, perJournal := 200, 20
	if underRaceDetector() {
		kills = 40
	}
	random := rand.New(rand.NewPCG(3, 4))
	var saved, read, torn, unsaid int
	for range kills / perJournal {
		j := Open(filepath.Join(t.TempDir(), "backcare"))
		said := map[string]bool{}
		var last, unreadable int
		for range perJournal {
			for _, id := range appendUntilKilled(t, j, random.IntN(14), random.IntN(60_000)) {
				said[id] = true
			}
			entries, bad := readAll(t, j)
			found := map[string]bool{}
			for _, e := range entries {
				found[e.ID] = true
			}
			for id := range said {
				if !found[id] {
					t.Fatalf("entry %s was called saved and is lost", id)
				}
			}
			read, last, unreadable = read+len(entries), len(entries), len(bad)
		}
		saved, torn, unsaid = saved+len(said), torn+unreadable, unsaid+last-len(said)
	}
	t.Logf("%d kills: %d entries called saved, 0 lost; %d kept though not yet called saved; %d torn lines kept; %d entries read",
		kills, saved, unsaid, torn, read)
}

// appendUntilKilled starts a program that saves, and kills it some steps after
// it has said that so many entries are saved. It returns the ids that it said.
func appendUntilKilled(t *testing.T, j *Journal, saved, steps int) (ids []string) {
	t.Helper()
	cmd := program(t, j, "append", "1000000")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	for len(ids) < saved {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, strings.TrimSpace(line))
	}
	for range steps { // into the middle of the next
		runtime.Gosched()
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for { // what it said before it died counts too
		line, err := lines.ReadString('\n')
		if err != nil {
			break // a torn id was not said
		}
		ids = append(ids, strings.TrimSpace(line))
	}
	_ = cmd.Wait() // killed, as it should be
	return ids
}

func TestProgramsSaveAtOnce(t *testing.T) {
	for _, programs := range []int{2, 4} {
		const each = 100
		j := Open(filepath.Join(t.TempDir(), "backcare")) // they race to make it
		var started []*exec.Cmd
		var starts []io.Closer
		for range programs {
			cmd := program(t, j, "append", strconv.Itoa(each))
			start, err := cmd.StdinPipe()
			if err == nil {
				err = cmd.Start()
			}
			if err != nil {
				t.Fatal(err)
			}
			started, starts = append(started, cmd), append(starts, start)
		}
		for _, start := range starts {
			start.Close()
		}
		for _, cmd := range started {
			if err := cmd.Wait(); err != nil {
				t.Fatal(err)
			}
		}
		entries, bad := readAll(t, j)
		seen := map[string]bool{}
		for _, e := range entries {
			seen[e.ID] = true
		}
		if len(seen) != programs*each || len(entries) != programs*each || len(bad) != 0 {
			t.Errorf("%d programs: got %d entries, %d ids, %v", programs, len(entries), len(seen), bad)
		}
		t.Logf("%d programs at once: %d of %d entries kept", programs, len(seen), programs*each)
	}
}

// fillToLimit appends until the file may not grow past a size.
func fillToLimit(j *Journal, limit string) error {
	size, err := strconv.ParseUint(limit, 10, 64)
	if err != nil {
		return err
	}
	signal.Ignore(syscall.SIGXFSZ)
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return err
	}
	now := old
	now.Cur = size
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &now); err != nil {
		return err
	}
	kept := 0
	for ; kept < 1000; kept++ {
		if _, err = j.Append(note("fits, or not")); err != nil {
			break
		}
	}
	hinted := new(message.Advised)
	if !errors.As(err, &hinted) || !errors.Is(err, errShort) && !errors.Is(err, syscall.EFBIG) {
		return fmt.Errorf("at the limit: got %w, want a hint", err)
	}
	// Full still, and told so every time.
	if _, err := j.Append(note("no")); !errors.Is(err, syscall.EFBIG) {
		return fmt.Errorf("past the limit: got %w", err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return err
	}
	if _, err := j.Append(note("there is room again")); err != nil {
		return err
	}
	fmt.Println(kept)
	return nil
}

func TestFileMayNotGrow(t *testing.T) {
	before := fill(t, 3)
	room := len(content(t, before))
	one, err := encode(note("fits, or not"))
	if err != nil {
		t.Fatal(err)
	}
	torn := 0
	for spare := range 40 { // the limit falls anywhere in a line
		j := fill(t, 3)
		limit := room + len(one) + spare*5
		out, err := program(t, j, "limited", strconv.Itoa(limit)).Output()
		if err != nil {
			t.Fatalf("a limit of %d: %v", limit, err)
		}
		kept, _ := strconv.Atoi(strings.TrimSpace(string(out)))
		entries, bad := readAll(t, j)
		if len(entries) < 3+kept+1 || len(bad) > 1 || entries[len(entries)-1].Note != "there is room again" {
			t.Errorf("a limit of %d: got %d entries and %v, want 3 and %d and one more", limit, len(entries), bad, kept)
		}
		torn += len(bad)
	}
	t.Logf("40 full files: each told, %d torn lines kept, every other entry read", torn)
}

// full is a disk without room.
type full struct{ systemFile }

func (full) writeOnce([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "journal.jsonl", Err: syscall.ENOSPC}
}

func TestDiskFull(t *testing.T) {
	j := Open(t.TempDir())
	err := j.fault("save to the journal", add(full{openForTest(t, j)}, j.folder, []byte("{}\n")))
	if hinted := new(message.Advised); !errors.As(err, &hinted) || !strings.Contains(fmt.Sprint(hinted.Hint), "Make room") {
		t.Errorf("got %v, want a hint to make room", err)
	}
	// A device that is always full, where there is one, by the real call.
	dev, err := os.OpenFile("/dev/full", os.O_RDWR, 0)
	if err != nil {
		t.Logf("without /dev/full: %v", err)
		return
	}
	defer dev.Close()
	if _, err := writeOnce(dev, []byte("{}\n")); !isDiskFull(err) {
		t.Errorf("/dev/full: got %v, want it to be known as full", err)
	}
}

// appendWithoutRights takes the part of nobody where the test is run by root,
// whom rights do not hold.
func appendWithoutRights(j *Journal) error {
	if os.Getuid() == 0 {
		const nobody = 65534
		if err := errors.Join(syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			return err
		}
	}
	_, err := j.Append(note("no"))
	hinted := new(message.Advised)
	if !errors.As(err, &hinted) || !errors.Is(err, fs.ErrPermission) || !strings.Contains(fmt.Sprint(hinted.Hint), j.folder) {
		return fmt.Errorf("got %w, want a hint at the folder", err)
	}
	return nil
}

func TestReadOnlyFolder(t *testing.T) {
	above := t.TempDir()
	// Nobody must be able to come this far.
	if err := os.Chmod(filepath.Dir(above), 0o755); err != nil {
		t.Fatal(err)
	}
	there := filepath.Join(above, "there")
	if err := errors.Join(os.Mkdir(there, 0o755), os.Chmod(there, 0o555), os.Chmod(above, 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = errors.Join(os.Chmod(above, 0o755), os.Chmod(there, 0o755)) })
	for _, folder := range []string{there, filepath.Join(above, "missing")} {
		if err := program(t, Open(folder), "denied").Run(); err != nil {
			t.Errorf("%s: %v", filepath.Base(folder), err)
		}
	}
}

func TestNotAFile(t *testing.T) {
	for name, test := range map[string]struct {
		put  func(path string) error
		want error
	}{
		"folder": {func(path string) error { return os.Mkdir(path, 0o700) }, errNotRegular},
		"pipe":   {func(path string) error { return syscall.Mkfifo(path, 0o600) }, errNotRegular},
		"link":   {func(path string) error { return os.Symlink(path+".real", path) }, errSymlink},
		"link to a pipe": {func(path string) error {
			return errors.Join(syscall.Mkfifo(path+".real", 0o600), os.Symlink(path+".real", path))
		}, errSymlink},
		"link to a device": {func(path string) error { return os.Symlink("/dev/zero", path) }, errSymlink},
	} {
		j := Open(t.TempDir())
		if err := test.put(j.Path()); err != nil {
			t.Fatal(err)
		}
		_, saveErr := j.Append(note("no"))
		_, eraseErr := j.Erase()
		var readErr, currentErr error
		for _, readErr = range j.All() {
		}
		for _, currentErr = range j.Current() {
		}
		for doing, err := range map[string]error{"save": saveErr, "read": readErr, "current": currentErr, "erase": eraseErr} {
			if hinted := new(message.Advised); !errors.As(err, &hinted) || !errors.Is(err, test.want) || hinted.Hint == nil {
				t.Errorf("%s, %s: got %v, want %v with a hint", name, doing, err, test.want)
			}
		}
		if _, err := os.Lstat(j.Path()); err != nil {
			t.Errorf("%s: it was touched: %v", name, err)
		}
	}
}

// Exchanged between the look and the opening, it is refused all the same and
// nothing waits.
func TestOpeningItselfIsCareful(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	link := path + ".link"
	if err := errors.Join(syscall.Mkfifo(path, 0o600), os.Symlink(path, link)); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_RDONLY|carefully, 0)
	if err != nil {
		t.Fatalf("a pipe: %v, want it to open at once", err)
	}
	f.Close()
	if _, err := os.OpenFile(link, os.O_RDONLY|carefully, 0); !isLoop(err) {
		t.Errorf("a link: got %v, want it not to be followed", err)
	}
}

func TestFileWhereAFolderBelongs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{path, filepath.Join(path, "backcare")} {
		j := Open(folder)
		_, err := j.Append(note("no"))
		if hinted := new(message.Advised); !errors.As(err, &hinted) || !errors.Is(err, syscall.ENOTDIR) {
			t.Errorf("%s: got %v, want a hint", folder, err)
		}
	}
}

func TestFolderMayBeALink(t *testing.T) {
	real := t.TempDir()
	link := filepath.Join(t.TempDir(), "backcare")
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	j := Open(link)
	mustAppend(t, j, note("elsewhere"))
	removed, err := j.Erase()
	if err != nil || len(removed) != 1 || removed[0] != j.Path() {
		t.Errorf("got %q, %v, want the file only", removed, err)
	}
	if _, err := os.Lstat(link); err != nil {
		t.Errorf("the link was touched: %v", err)
	}
}
