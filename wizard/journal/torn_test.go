package journal

import (
	"backcare/guidance/message"
	"bytes"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// Whatever remains of the last line, what was saved before can be read, what
// is saved next can be read, and the remains stay where they are.
func TestLastLineCutAtEveryByte(t *testing.T) {
	source := fill(t, 6)
	whole := content(t, source)
	lastStart := strings.LastIndexByte(whole[:len(whole)-1], '\n') + 1
	cuts, torn := 0, 0
	for cut := lastStart; cut <= len(whole); cut++ {
		j := Open(t.TempDir())
		if err := os.WriteFile(j.Path(), []byte(whole[:cut]), ownerOnlyFile); err != nil {
			t.Fatal(err)
		}
		before, bad := readAll(t, j)
		// Without its newline it is whole already.
		want, wantBad := 5, 1
		switch {
		case cut == lastStart:
			wantBad = 0
		case cut >= len(whole)-1:
			want, wantBad = 6, 0
		}
		if len(before) != want || len(bad) != wantBad || wantBad == 1 && (!bad[0].Unfinished || bad[0].Line != 6) {
			t.Fatalf("cut at %d: got %d entries and %v, want %d and %d", cut, len(before), bad, want, wantBad)
		}
		id := mustAppend(t, j, note("next"))
		after, bad := readAll(t, j)
		if len(after) != want+1 || after[want].ID != id || len(bad) != wantBad {
			t.Fatalf("cut at %d: after saving got %d entries and %v, want %d and %d", cut, len(after), bad, want+1, wantBad)
		}
		if got := content(t, j); !strings.HasPrefix(got, whole[:cut]) {
			t.Fatalf("cut at %d: what was there was changed to %q", cut, got)
		}
		cuts++
		torn += wantBad
	}
	t.Logf("%d of %d cuts readable; %d torn lines kept and counted", cuts, cuts, torn)
}

// tornFile is a file in which another program begins a line between the look
// at its end and the writing, and never finishes it.
type tornFile struct {
	systemFile
	other  string
	writes int
}

func (f *tornFile) writeOnce(p []byte) (int, error) {
	if f.writes++; f.writes == 1 {
		if _, err := f.WriteString(f.other); err != nil {
			return 0, err
		}
	}
	return f.systemFile.writeOnce(p)
}

func openForTest(t *testing.T, j *Journal) systemFile {
	t.Helper()
	f, err := openRegular(j.Path(), os.O_RDWR|os.O_APPEND|os.O_CREATE)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return systemFile{f}
}

func TestAnotherProgramTearsInBetween(t *testing.T) {
	for name, test := range map[string]struct {
		there, other            string
		writes, entries, unread int
	}{
		"in an empty file":     {"", `{"v":1,"id":"to`, 2, 1, 1},
		"after a line":         {"\n", `{"v":1,"id":"to`, 2, 1, 1},
		"only an open brace":   {"\n", `{`, 2, 1, 1},
		"a whole line":         {"\n", "{}\n", 1, 1, 1},
		"after a torn line":    {"{", "{", 1, 1, 1},
		"repaired by both":     {"{", "\n{}\n", 1, 1, 2},
		"nothing at all":       {"", "", 1, 1, 0},
		"an end of a torn one": {"{", "\n", 1, 1, 1},
	} {
		j := Open(t.TempDir())
		if err := os.WriteFile(j.Path(), []byte(test.there), ownerOnlyFile); err != nil {
			t.Fatal(err)
		}
		f := &tornFile{systemFile: openForTest(t, j), other: test.other}
		e := note(strings.Repeat("long ", 100))
		e.ID = "mine"
		data, err := encode(e)
		if err != nil {
			t.Fatal(err)
		}
		if err := add(f, j.folder, data); err != nil {
			t.Fatal(err)
		}
		entries, bad := readAll(t, j)
		if f.writes != test.writes || len(entries) != test.entries || len(bad) != test.unread || entries[0].ID != "mine" {
			t.Errorf("%s: got %d writes, %v and %v, want %+v", name, f.writes, idsOf(entries), bad, test)
		}
	}
}

// countedFile counts the calls of the system, and fails as it is told to.
type countedFile struct {
	systemFile
	room          int // for so many bytes; less than 0 for all
	writes, syncs int
	syncErr       error
}

func (f *countedFile) writeOnce(p []byte) (int, error) {
	f.writes++
	if f.room >= 0 && len(p) > f.room {
		return f.systemFile.writeOnce(p[:f.room])
	}
	return f.systemFile.writeOnce(p)
}

func (f *countedFile) Sync() error {
	f.syncs++
	return errors.Join(f.syncErr, f.systemFile.Sync())
}

func TestOneWriteAndOneFlush(t *testing.T) {
	j := Open(t.TempDir())
	for _, size := range []int{1, 1000, 1 << 20, 6 << 20} {
		f := &countedFile{systemFile: openForTest(t, j), room: -1}
		data, err := encode(note(strings.Repeat("x", size)))
		if err != nil {
			t.Fatal(err)
		}
		if err := add(f, j.folder, data); err != nil || f.writes != 1 || f.syncs != 1 {
			t.Errorf("a note of %d bytes: got %d writes, %d flushes, %v, want one of each", size, f.writes, f.syncs, err)
		}
	}
	if entries, bad := readAll(t, j); len(entries) != 4 || len(bad) != 0 {
		t.Errorf("got %d entries and %v, want 4", len(entries), bad)
	}
}

func TestShortWriteIsAnErrorAndRepaired(t *testing.T) {
	j := Open(t.TempDir())
	data, err := encode(note("a note that does not fit"))
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, j, note("before"))
	for room := range data {
		f := &countedFile{systemFile: openForTest(t, j), room: room}
		if err := add(f, j.folder, data); !errors.Is(err, errShort) || f.syncs != 0 {
			t.Fatalf("room for %d bytes: got %v and %d flushes, want the short write to be told", room, err, f.syncs)
		}
		f.Close()
		mustAppend(t, j, note("after"))
	}
	entries, bad := readAll(t, j)
	// A write of nothing tears nothing; one that lacks only its newline is
	// readable, though not called saved.
	if want := len(data) + 2; len(entries) != want || len(bad) != len(data)-2 {
		t.Errorf("got %d entries and %d torn lines, want %d and %d", len(entries), len(bad), want, len(data)-2)
	}
	t.Logf("%d short writes told, %d torn lines kept, %d entries read", len(data), len(bad), len(entries))
}

func TestFailedFlushIsNotSaved(t *testing.T) {
	j := Open(t.TempDir())
	f := &countedFile{systemFile: openForTest(t, j), room: -1, syncErr: io.ErrClosedPipe}
	if err := add(f, j.folder, []byte("{}\n")); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v, want the error of the flush", err)
	}
}

func TestUnreadableLines(t *testing.T) {
	good := `{"v":1,"id":"a","time":"2026-03-04T05:06:07Z","kind":"note","note":"fine"}`
	for name, test := range map[string]struct {
		line, says string
		newer      bool
	}{
		"not JSON":        {"hello", "invalid character", false},
		"zeros":           {"\x00\x00\x00", "invalid character", false},
		"two glued":       {good + good, "after top-level value", false},
		"no object":       {"[]", "cannot unmarshal", false},
		"null":            {"null", "no version", false},
		"no version":      {`{"kind":"note"}`, "no version", false},
		"version 0":       {`{"v":0}`, "no version 0", false},
		"newer":           {`{"v":2,"id":"b","kind":"sleep","time":17}`, "newer backcare", true},
		"wrong type":      {`{"v":1,"time":"2026-03-04T05:06:07Z","kind":"note","pain":"4"}`, "pain", false},
		"not on scale":    {strings.Replace(good, `"note":`, `"pain":11,"note":`, 1), "from 0 to 10", false},
		"half a point":    {strings.Replace(good, `"note":`, `"pain":1.5,"note":`, 1), "1.5", false},
		"unknown kind":    {strings.Replace(good, `"kind":"note"`, `"kind":"nope"`, 1), "unknown", false},
		"no time":         {`{"v":1,"kind":"note"}`, "no time", false},
		"no such day":     {strings.Replace(good, "-03-04", "-02-30", 1), "out of range", false},
		"answers of what": {strings.Replace(good, `"note":`, `"answers":{"area":[1]},"note":`, 1), "area", false},
	} {
		j := Open(t.TempDir())
		file := good + "\n" + test.line + "\r\n\n" + good + "\n"
		if err := os.WriteFile(j.Path(), []byte(file), ownerOnlyFile); err != nil {
			t.Fatal(err)
		}
		entries, bad := readAll(t, j)
		if len(entries) != 2 || len(bad) != 1 {
			t.Errorf("%s: got %d entries and %v, want 2 and 1", name, len(entries), bad)
			continue
		}
		if bad[0].Line != 2 || bad[0].Newer != test.newer || !strings.Contains(bad[0].Error(), test.says) {
			t.Errorf("%s: got %+v, want line 2 to be told with %q", name, bad[0], test.says)
		}
		mustAppend(t, j, note("more"))
		if got := content(t, j); !strings.HasPrefix(got, file) {
			t.Errorf("%s: what was there was changed to %q", name, got)
		}
	}
}

func TestForeignButFine(t *testing.T) {
	const file = "\xef\xbb\xbf" + `{"v":1,"time":"2026-03-04T05:06:07.9+00:00","kind":"note","later":{"x":[1]}}` + "\r\n" +
		` { "kind" : "note" , "v" : 1 , "time" : "2026-03-04T05:06:07Z", "answers": {"feel": []} } ` + "\n\n\n"
	j := Open(t.TempDir())
	if err := os.WriteFile(j.Path(), []byte(file), ownerOnlyFile); err != nil {
		t.Fatal(err)
	}
	if entries, bad := readAll(t, j); len(entries) != 2 || len(bad) != 0 {
		t.Errorf("got %v and %v, want two entries", entries, bad)
	}
}

func TestHugeLines(t *testing.T) {
	j := Open(t.TempDir())
	long := note(strings.Repeat("Ä\x1b\n", 300_000))
	mustAppend(t, j, long)
	if entries, bad := readAll(t, j); len(entries) != 1 || len(bad) != 0 || entries[0].Note != long.Note {
		t.Errorf("a note of a megabyte: got %d entries and %v", len(entries), bad)
	}
	_, err := j.Append(note(strings.Repeat("x", maxLine)))
	if hinted := new(message.Advised); !errors.Is(err, errTooLong) || !errors.As(err, &hinted) {
		t.Errorf("a note that is too long: got %v, want a hint", err)
	}
	f := openForTest(t, j)
	if _, err := f.Write(append(bytes.Repeat([]byte("x"), 3*maxLine), '\n')); err != nil {
		t.Fatal(err)
	}
	mustAppend(t, j, note("after"))
	if _, err := f.Write(bytes.Repeat([]byte("x"), maxLine+1)); err != nil {
		t.Fatal(err)
	}
	entries, bad := readAll(t, j)
	if len(entries) != 2 || entries[1].Note != "after" || len(bad) != 2 || bad[0].Line != 2 || bad[0].Unfinished || !bad[1].Unfinished {
		t.Errorf("got %d entries and %v, want two and two lines passed over", len(entries), bad)
	}
}

func TestAnyTextSurvives(t *testing.T) {
	j := Open(t.TempDir())
	texts := []string{"\x1b[2J\x1b]0;title\a", "tab\there\r\nand\nthere", "\u202egnp.exe", "\u2028\u2029\u009b31m\x7f",
		"\x00", "🦴 é", "\"\\/<>&'", "\ufeffmark", "\ufffd"}
	for _, text := range texts {
		mustAppend(t, j, note(text))
	}
	mustAppend(t, j, note("a\xffb\xc3"))
	entries, bad := readAll(t, j)
	var got []string
	for _, e := range entries {
		got = append(got, e.Note)
	}
	if want := append(texts, "a\ufffdb\ufffd"); !slices.Equal(got, want) || len(bad) != 0 {
		t.Errorf("got %q and %v, want %q", got, bad, want)
	}
	if n := strings.Count(content(t, j), "\n"); n != len(entries) {
		t.Errorf("got %d lines, want %d", n, len(entries))
	}
	t.Logf("%d texts came back as they were", len(texts))
}
