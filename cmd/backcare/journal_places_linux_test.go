package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A place is where the journal should be, and something is wrong with it.
type place struct {
	name string
	// make prepares the data folder.
	make func(t *testing.T, data string)
	// home is false where nothing says where the data folder is.
	home bool
	// saves is true where an entry can be added all the same.
	saves bool
	// says is what is told, and does what to do about it.
	says, does string
}

const sound = `{"v":1,"id":"01JNF000000000000000000001","time":"2025-03-01T08:00:00Z","kind":"note","area":"lower","pain":5}` + "\n"

var places = []place{
	{name: "read-only folder", home: true, says: "permission denied", does: "yours to read and write", make: func(t *testing.T, data string) {
		writeJournal(t, data, sound)
		must(t, os.Chmod(filepath.Join(data, "backcare", "journal.jsonl"), 0o444))
		must(t, os.Chmod(filepath.Join(data, "backcare"), 0o555))
	}},
	{name: "no home", says: "home folder", does: "XDG_DATA_HOME", make: func(*testing.T, string) {}},
	{name: "newer version", home: true, saves: true, make: func(t *testing.T, data string) {
		writeJournal(t, data, sound+strings.Replace(sound, `"v":1`, `"v":99`, 1))
	}},
	{name: "a folder in place of the file", home: true, says: "not an ordinary file", does: "Move away", make: func(t *testing.T, data string) {
		must(t, os.MkdirAll(filepath.Join(data, "backcare", "journal.jsonl"), 0o755))
	}},
}

// Whatever is wrong with the place of the journal, adding says so and what to
// do, a check comes to its result, and what was in the journal is still there.
func TestPlacesOfTheJournal(t *testing.T) {
	told, checked, kept := 0, 0, 0
	for _, p := range places {
		t.Run(p.name, func(t *testing.T) {
			data := t.TempDir()
			must(t, os.Chmod(filepath.Dir(data), 0o755))
			p.make(t, data)
			before := journalBytes(data)

			out, errs, code := asNobody(t, p, data, "", "journal", "add", "4", "--area", "lower")
			switch saved := code == 0 && strings.Contains(out, "Saved"); {
			case saved != p.saves:
				t.Errorf("add: got exit code %d, %q and %q", code, out, errs)
			case !p.saves && (code != exitFailure || !strings.Contains(errs, "backcare: ") || !strings.Contains(errs, p.says) || !strings.Contains(errs, p.does)):
				t.Errorf("add: got exit code %d and %q, want what is wrong and what to do", code, errs)
			default:
				told++
			}
			out, errs, code = asNobody(t, p, data, ordinaryAnswers, "check", "--answers", "-", "--journal")
			if code != 0 || !strings.Contains(out, "You can treat this at home") {
				t.Errorf("check: got exit code %d and %q", code, errs)
			} else {
				checked++
			}
			if after := journalBytes(data); !bytes.HasPrefix(after, before) {
				t.Errorf("got the journal\n%s\nwant at its beginning\n%s", after, before)
			} else {
				kept++
			}
		})
	}
	t.Logf("%d places: %d times told or saved, %d checks came to a result, %d journals as they were", len(places), told, checked, kept)
}

const ordinaryAnswers = `{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"none","em-chest-belly":"none",
"em-head-accident":"none","severity":"5","duration":"2-6-days","began":"strain","course":"better","pattern":["none"],
"eases":"still","urgent-illness":"none","urgent-nerve":"none","age":"18-49","risks":["none"]}`

func writeJournal(t *testing.T, data, lines string) {
	t.Helper()
	folder := filepath.Join(data, "backcare")
	must(t, os.MkdirAll(folder, 0o755))
	must(t, os.WriteFile(filepath.Join(folder, "journal.jsonl"), []byte(lines), 0o644))
	if os.Getuid() == 0 { // the program runs as somebody else
		must(t, os.Chown(folder, nobody, nobody))
		must(t, os.Chown(filepath.Join(folder, "journal.jsonl"), nobody, nobody))
	}
}

func journalBytes(data string) []byte {
	lines, _ := os.ReadFile(filepath.Join(data, "backcare", "journal.jsonl")) // none is none
	return lines
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// nobody is a user without rights.
const nobody = 65534

// asNobody runs the program as a user to whom read-only means something, which
// it does not to root.
func asNobody(t *testing.T, p place, data, stdin string, args ...string) (out, errs string, code int) {
	t.Helper()
	path, err := built()
	must(t, err)
	// By its descriptor, because the folder of the program is for its owner.
	program, err := os.Open(path)
	must(t, err)
	defer program.Close()
	cmd := exec.Command("/proc/self/fd/3", args...)
	cmd.ExtraFiles = []*os.File{program}
	cmd.Env = []string{"LANG=en_GB.UTF-8", "TZ=UTC"}
	if p.home {
		cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+data)
	}
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}
