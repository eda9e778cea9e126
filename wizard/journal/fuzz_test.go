package journal

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"backcare/wizard"
)

// seeds are lines of our form, of other forms, and torn ones.
func seeds(f *testing.F) []string {
	var lines []string
	for n := range 6 {
		e := typical(n, "01J0000000000000000000000"+string(rune('A'+n)))
		if n == 5 {
			e.Corrects, e.Retracted = "01J0000000000000000000000A", true
		}
		data, err := encode(e)
		if err != nil {
			f.Fatal(err)
		}
		lines = append(lines, string(data))
	}
	return append(lines, lines[0]+lines[1][:40]+"\n"+lines[2], lines[3][:60]+lines[4], "\n\n\r\n", "\xef\xbb\xbf"+lines[1],
		`{"v":2}`, `{"v":1,"v":2}`, `{"v":1,"V":2,"time":"2026-03-04T05:06:07Z","kind":"note"}`,
		`{"v":1,"time":"2026-03-04T05:06:07+24:00","kind":"note"}`, `{"v":1,"time":"2026-03-04T5:06:07Z","kind":"note"}`,
		`{"v":1,"time":"2026-03-04T05:06:07,5Z","kind":"note"}`, `{"v":1,"time":"2026-03-04T05:06:60-00:00","kind":"note"}`,
		`{"v":1,"time":"2026-03-04T05:06:07Z","kind":"note","pain":05}`, `{"v":1,"time":"2026-03-04T05:06:07Z","kind":"note","pain":null,}`,
		`{"v":1,"time":"2026-03-04T05:06:07Z","kind":"note","note":"a\u001b\ud800"}`,
		`{"v":1,"time":"2026-03-04T05:06:07Z","kind":"check","answers":{"a":["x"],"a":"y"},"answers":{"b":"z"}}`,
		`{"v":1,"time":"2026-03-04T05:06:07Z","kind":"note","done":[{"relief":"a","relief":"b"},{"relief":"c","worse":true}]}`)
}

// Any bytes: no panic, each line is an entry or empty or told, the counts add
// up, what is saved next is read, and nothing that was there has changed.
func FuzzReadJournal(f *testing.F) {
	for _, line := range seeds(f) {
		f.Add([]byte(line))
	}
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		j := Open(folder)
		if err := os.WriteFile(j.Path(), data, ownerOnlyFile); err != nil {
			t.Fatal(err)
		}
		entries, bad := readAll(t, j)
		if got, want := len(entries)+len(bad), linesIn(string(data)); got != want {
			t.Fatalf("got %d entries and %d unreadable lines, want %d together", len(entries), len(bad), want)
		}
		for _, e := range entries {
			if err := e.Validate(); err != nil {
				t.Fatalf("an entry is not valid: %v", err)
			}
		}
		for _, err := range j.Current() {
			if unreadable := new(wizard.UnreadableError); err != nil && !errors.As(err, &unreadable) {
				t.Fatal(err)
			}
		}
		id := mustAppend(t, j, note("next"))
		after, badAfter := readAll(t, j)
		if len(after) != len(entries)+1 || after[len(entries)].ID != id || len(badAfter) != len(bad) {
			t.Fatalf("after saving: got %d entries and %d unreadable lines, want %d and %d",
				len(after), len(badAfter), len(entries)+1, len(bad))
		}
		if got := content(t, j); !strings.HasPrefix(got, string(data)) {
			t.Fatal("what was there was changed")
		}
	})
}

// linesIn counts the lines in which there is something.
func linesIn(text string) (n int) {
	for line := range strings.Lines(strings.TrimPrefix(text, "\xef\xbb\xbf")) {
		if line = strings.TrimSuffix(line, "\n"); strings.TrimSuffix(line, "\r") != "" {
			n++
		}
	}
	return n
}

// The quick way to read a line never says anything else than encoding/json.
func FuzzFastIsRight(f *testing.F) {
	for _, line := range seeds(f) {
		f.Add([]byte(strings.TrimSuffix(line, "\n")))
	}
	var d decoder // kept, so that what it remembers is tested too
	f.Fuzz(func(t *testing.T, data []byte) {
		var got wizard.Entry
		if !d.fast(data, &got) {
			return
		}
		want, err := decode(data)
		if valid := got.Validate(); err != nil && (valid == nil || valid.Error() != err.Error()) {
			t.Fatalf("got %+v, want the error %v", got, err)
		}
		if !same(got, want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

// What is kept comes back as it was.
func FuzzRoundTrip(f *testing.F) {
	f.Add("id", int64(1_700_000_000), 120, "lower", 3, "grabbing", "a note\x1b[31m", "other", true)
	f.Add("", int64(-1), -1439, "\u2028", 0, "\x00", "\xff\xfe", "", false)
	f.Add("\xff", int64(0), 0, "lower", 5, "dull", "", "\ufffd", false)
	f.Add("\"", int64(253402300799), 0, "<&>", 10, "\\", "\r\n", "'", true)
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, id string, unix int64, minutes int, area string, pain int, feeling, text, corrects string, yes bool) {
		zone := time.FixedZone("", minutes%1440*60)
		e := wizard.Entry{ID: id, Time: time.Unix(unix%253402300799, 0).In(zone), Kind: wizard.CheckEntry, Area: area, Pain: number(pain),
			Feelings: []string{feeling, text}, Findings: []string{corrects}, Disposition: feeling,
			Answers: map[string]any{"area": area, "feel": []string{feeling, area}},
			Done:    []wizard.Performed{{Relief: "r" + feeling, Before: number(pain), Worse: yes}, {Relief: "walk", Together: yes}, {Relief: "heat", After: number(pain)}},
			Note:    text, Corrects: corrects, Retracted: yes}
		j := Open(folder)
		if err := os.RemoveAll(j.Path()); err != nil {
			t.Fatal(err)
		}
		kept, err := j.Append(e)
		if err != nil {
			if e.Validate() == nil && mended(e).Validate() == nil {
				t.Fatal(err)
			}
			return
		}
		e.ID = kept
		if got, want := content(t, j), encodedByLibrary(t, e); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		entries, bad := readAll(t, j)
		if len(entries) != 1 || len(bad) != 0 || !same(entries[0], mended(e)) {
			t.Fatalf("got %+v and %v, want %+v", entries, bad, mended(e))
		}
	})
}

// encodedByLibrary is the line for an entry as encoding/json writes it.
func encodedByLibrary(t *testing.T, e wizard.Entry) string {
	t.Helper()
	e.Time = e.Time.Truncate(time.Second)
	var text strings.Builder
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line{Version: version, Entry: e}); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// mended is an entry with U+FFFD in place of each byte that is not UTF-8.
func mended(e wizard.Entry) wizard.Entry {
	mend := func(texts ...*string) {
		for _, text := range texts {
			*text = string([]rune(*text))
		}
	}
	mend(&e.ID, &e.Area, &e.Feelings[0], &e.Feelings[1], &e.Findings[0], &e.Disposition, &e.Done[0].Relief, &e.Note, &e.Corrects)
	e.Answers = map[string]any{"area": e.Area, "feel": []string{e.Feelings[0], e.Area}}
	return e
}

// Reading less of an entry never changes what is an entry, nor what is read.
func FuzzDepths(f *testing.F) {
	for _, line := range seeds(f) {
		f.Add([]byte(strings.TrimSuffix(line, "\n")))
	}
	all, some, few := decoder{}, decoder{depth: course}, decoder{depth: head}
	f.Fuzz(func(t *testing.T, data []byte) {
		var want, got, least wizard.Entry
		wrong := all.decode(data, &want)
		if err := some.decode(data, &got); (err == nil) != (wrong == nil) {
			t.Fatalf("the course is refused with %v, the whole with %v", err, wrong)
		}
		if err := few.decode(data, &least); (err == nil) != (wrong == nil) {
			t.Fatalf("the head is refused with %v, the whole with %v", err, wrong)
		}
		if wrong != nil {
			return
		}
		want.Answers = nil
		if !same(got, want) {
			t.Fatalf("the course is %+v, want %+v", got, want)
		}
		if string(few.id) != want.ID || !least.Time.Equal(want.Time) || least.Kind != want.Kind || least.Area != want.Area ||
			least.Corrects != want.Corrects || least.Retracted != want.Retracted {
			t.Fatalf("the head is %q %+v, want %+v", few.id, least, want)
		}
	})
}
