package journal

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"backcare/guidance/message"
	"backcare/wizard"
)

// note is an entry with nothing but a note.
func note(text string) wizard.Entry {
	return wizard.Entry{Time: time.Date(2026, 3, 4, 5, 6, 7, 0, time.FixedZone("", -3*60*60-30*60)), Kind: wizard.NoteEntry, Note: text}
}

func mustAppend(tb testing.TB, j *Journal, e wizard.Entry) string {
	tb.Helper()
	id, err := j.Append(e)
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

// readAll returns the entries and what cannot be read; any other error fails.
func readAll(tb testing.TB, j *Journal) (entries []wizard.Entry, unreadable []*wizard.UnreadableError) {
	tb.Helper()
	for e, err := range j.All() {
		bad := new(wizard.UnreadableError)
		switch {
		case err == nil:
			entries = append(entries, e)
		case errors.As(err, &bad):
			unreadable = append(unreadable, bad)
		default:
			tb.Fatal(err)
		}
	}
	return entries, unreadable
}

func idsOf(entries []wizard.Entry) []string {
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids
}

func content(tb testing.TB, j *Journal) string {
	tb.Helper()
	data, err := os.ReadFile(j.Path())
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// same compares entries; a time is the same where the moment and the offset
// are.
func same(a, b wizard.Entry) bool {
	_, offsetA := a.Time.Zone()
	_, offsetB := b.Time.Zone()
	if !a.Time.Equal(b.Time) || offsetA != offsetB {
		return false
	}
	a.Time, b.Time = time.Time{}, time.Time{}
	return reflect.DeepEqual(a, b)
}

func TestAppendAndRead(t *testing.T) {
	j := Open(filepath.Join(t.TempDir(), "share", "backcare"))
	if entries, bad := readAll(t, j); len(entries)+len(bad) != 0 {
		t.Fatalf("a journal that is not there: got %v and %v, want nothing", entries, bad)
	}
	var want []wizard.Entry
	for n := range 10 {
		e := typical(n, "")
		e.Time = e.Time.Add(999 * time.Millisecond)
		e.ID = mustAppend(t, j, e)
		e.Time = e.Time.Truncate(time.Second)
		want = append(want, e)
	}
	got, bad := readAll(t, j)
	if len(got) != len(want) || len(bad) != 0 {
		t.Fatalf("got %d entries and %v, want %d", len(got), bad, len(want))
	}
	for n := range want {
		if !same(got[n], want[n]) {
			t.Errorf("entry %d: got %+v, want %+v", n, got[n], want[n])
		}
	}
	if !slices.IsSorted(idsOf(got)) {
		t.Errorf("the ids are not in order: %q", idsOf(got))
	}
}

func TestFormat(t *testing.T) {
	j := Open(t.TempDir())
	e := note(`<b> "it" & so`)
	e.ID, e.Pain = "x", number(0)
	mustAppend(t, j, e)
	const want = `{"v":1,"id":"x","time":"2026-03-04T05:06:07-03:30","kind":"note","pain":0,"note":"<b> \"it\" & so"}` + "\n"
	if got := content(t, j); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are inherited from the person's profile on Windows")
	}
	above := filepath.Join(t.TempDir(), "share")
	j := Open(filepath.Join(above, "backcare"))
	mustAppend(t, j, note("mine"))
	for path, want := range map[string]os.FileMode{above: 0o700, j.folder: 0o700, j.Path(): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: got %v, %v, want %o", path, info.Mode(), err, want)
		}
	}
	if got := j.Shared(); len(got) != 0 {
		t.Errorf("got %q shared, want nothing", got)
	}
	if err := errors.Join(os.Chmod(j.folder, 0o755), os.Chmod(j.Path(), 0o640)); err != nil {
		t.Fatal(err)
	}
	mustAppend(t, j, note("mine"))
	if got, want := j.Shared(), []string{j.folder, j.Path()}; !slices.Equal(got, want) {
		t.Errorf("got %q shared, want %q, as somebody chose", got, want)
	}
}

func TestAppendRefusesAnInvalidEntry(t *testing.T) {
	j := Open(filepath.Join(t.TempDir(), "backcare"))
	if _, err := j.Append(wizard.Entry{}); err == nil || !strings.Contains(err.Error(), "no time") {
		t.Errorf("got %v, want the problems of the entry", err)
	}
	if _, err := os.Stat(j.folder); err == nil {
		t.Error("the folder was made for nothing")
	}
}

func TestCurrentOfAJournal(t *testing.T) {
	j := Open(t.TempDir())
	first := mustAppend(t, j, note("seven"))
	second := note("eight")
	second.Corrects = first
	mustAppend(t, j, second)
	third := mustAppend(t, j, note("not so"))
	back := note("")
	back.Corrects, back.Retracted = third, true
	mustAppend(t, j, back)
	var got []string
	for e, err := range j.Current() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, e.Note)
	}
	if !slices.Equal(got, []string{"eight"}) {
		t.Errorf("got %q, want only what counts", got)
	}
	entries, _ := readAll(t, j)
	if got := wizard.Current(entries); len(got) != 1 || got[0].Note != "eight" {
		t.Errorf("in memory: got %v", got)
	}
}

func TestReadingMayStopEarly(t *testing.T) {
	j := fill(t, 100)
	n := 0
	for range j.All() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("got %d entries, want 3", n)
	}
}

func TestErase(t *testing.T) {
	j := Open(filepath.Join(t.TempDir(), "backcare"))
	if removed, err := j.Erase(); err != nil || removed != nil {
		t.Errorf("nothing to erase: got %q, %v", removed, err)
	}
	mustAppend(t, j, note("gone soon"))
	if removed, err := j.Erase(); err != nil || !slices.Equal(removed, []string{j.Path(), j.folder}) {
		t.Errorf("got %q, %v, want the file and the folder", removed, err)
	}
	if _, err := os.Lstat(j.folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
	mustAppend(t, j, note("gone soon"))
	other := filepath.Join(j.folder, "other.txt")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if removed, err := j.Erase(); err != nil || !slices.Equal(removed, []string{j.Path()}) {
		t.Errorf("got %q, %v, want the file only", removed, err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("what is not ours was touched: %v", err)
	}
}

func TestDir(t *testing.T) {
	for name, test := range map[string]struct {
		system string
		env    map[string]string
		want   string
	}{
		"linux":        {"linux", map[string]string{"HOME": "/h"}, "/h/.local/share/backcare"},
		"xdg":          {"linux", map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/backcare"},
		"xdg alone":    {"linux", map[string]string{"XDG_DATA_HOME": "/d"}, "/d/backcare"},
		"relative xdg": {"linux", map[string]string{"HOME": "/h", "XDG_DATA_HOME": "d"}, "/h/.local/share/backcare"},
		"macOS":        {"darwin", map[string]string{"HOME": "/h"}, "/h/Library/Application Support/backcare"},
		"xdg on macOS": {"darwin", map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/backcare"},
		"windows":      {"windows", map[string]string{"HOME": "/h", "LOCALAPPDATA": "/l"}, "/l/backcare"},
		"no home":      {"linux", nil, ""},
		"windows none": {"windows", map[string]string{"HOME": "/h"}, ""},
		"odd home":     {"linux", map[string]string{"HOME": "h"}, ""},
	} {
		if runtime.GOOS == "windows" {
			t.Skip("these paths are not absolute on Windows")
		}
		got, err := dirOn(test.system, func(name string) string { return test.env[name] })
		if got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, test.want)
		}
		if hinted := new(message.Advised); err != nil && (!errors.As(err, &hinted) || hinted.Hint == nil) {
			t.Errorf("%s: %v has no hint", name, err)
		}
	}
}

func TestIDsSortAndDiffer(t *testing.T) {
	var one, other ids
	const each = 50_000
	now := time.UnixMilli(1_700_000_000_000)
	seen := map[string]bool{}
	last := ""
	for n := range each {
		switch n % 100 {
		case 0:
			now = now.Add(time.Millisecond)
		case 50:
			now = now.Add(-time.Hour) // the clock is set back
		case 51:
			now = now.Add(time.Hour)
		}
		id := one.next(now)
		if len(id) != 26 || id <= last {
			t.Fatalf("got %q after %q, want a greater one of 26 digits", id, last)
		}
		last = id
		seen[id], seen[other.next(now)] = true, true
	}
	if len(seen) != 2*each {
		t.Errorf("got %d different ids, want %d", len(seen), 2*each)
	}
	t.Logf("%d ids of two journals, all different", len(seen))
	full := ids{millis: 1 << 47, high: 1<<15 - 1, low: 1<<64 - 1}
	if got, next := full.next(now), full.next(now); got >= next {
		t.Errorf("counting on: got %q, then %q", got, next)
	}
}
