package journal

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"backcare/wizard"
)

// An index finds what Current finds, in order of time from either end, with all
// of it in the JSON, whatever corrects what and whatever form the lines have.
func TestIndexIsCurrentInOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	const diaries = 150
	entries, unreadable := 0, 0
	for range diaries {
		j := tangled(t, random)
		var want []wizard.Entry
		bad := 0
		for e, err := range j.Current() {
			if err != nil {
				bad++
				continue
			}
			want = append(want, e)
		}
		slices.SortStableFunc(want, func(a, b wizard.Entry) int { return a.Time.Compare(b.Time) })
		x, err := j.Index()
		if err != nil {
			t.Fatal(err)
		}
		if got := collect(t, x.OldestFirst("")); !slices.EqualFunc(got, want, same) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
		slices.Reverse(want)
		if got := collect(t, x.NewestFirst("")); !slices.EqualFunc(got, want, same) {
			t.Fatalf("from the end: got %+v, want %+v", got, want)
		}
		necks := slices.DeleteFunc(slices.Clone(want), func(e wizard.Entry) bool { return e.Area != "neck" })
		if got := collect(t, x.NewestFirst("neck")); !slices.EqualFunc(got, necks, same) || x.Count("neck") != len(necks) {
			t.Fatalf("of one area: got %+v, want %+v", got, necks)
		}
		if x.Count("") != len(want) || len(x.Unreadable)+len(x.Newer) != bad {
			t.Fatalf("got %d entries and %d lines that are none, want %d and %d", x.Count(""), len(x.Unreadable)+len(x.Newer), len(want), bad)
		}
		length, err := x.IDLength(3)
		if err != nil {
			t.Fatal(err)
		}
		if tells := apart(want, 3); length != tells {
			t.Fatalf("%d characters tell the ids apart, want %d", length, tells)
		}
		entries, unreadable = entries+len(want), unreadable+bad
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d tangled diaries: %d entries that count, %d lines that cannot be read", diaries, entries, unreadable)
}

// tangled returns a journal with entries in any order, of any form, some of
// which correct each other, with ids that begin alike.
func tangled(t *testing.T, random *rand.Rand) *Journal {
	t.Helper()
	j := Open(t.TempDir())
	var file strings.Builder
	if random.IntN(4) == 0 {
		file.WriteString("\xef\xbb\xbf")
	}
	var ids []string
	for range random.IntN(40) {
		e := typical(random.IntN(200), fmt.Sprintf("01J%0*d", 1+random.IntN(12), random.IntN(100)))
		e.Area = []string{"neck", "lower", ""}[random.IntN(3)]
		if random.IntN(20) == 0 {
			e.Note = strings.Repeat("a long story ", 20_000)
		}
		if len(ids) > 0 && random.IntN(3) == 0 {
			e.Corrects, e.Retracted = ids[random.IntN(len(ids))], random.IntN(3) == 0
		}
		if e.Corrects == e.ID {
			e.Corrects, e.Retracted = "", false
		}
		ids = append(ids, e.ID)
		line, err := encode(e)
		if err != nil {
			t.Fatal(err)
		}
		text := string(line)
		switch random.IntN(8) {
		case 0: // as another program writes it
			text = strings.Replace(text, `{"v":1,`, `{ "v": 1, `, 1)
		case 1:
			text = strings.Replace(text, "\n", "\r\n", 1)
		case 2:
			text = text[:len(text)/2] + "\n"
		case 3:
			text = "\n" + text
		}
		file.WriteString(text)
	}
	data := file.String()
	if random.IntN(3) == 0 {
		data = strings.TrimSuffix(data, "\n")
	}
	if err := os.WriteFile(j.Path(), []byte(data), ownerOnlyFile); err != nil {
		t.Fatal(err)
	}
	return j
}

// collect returns entries as their JSON has them, after holding it against the
// entry itself.
func collect(t *testing.T, all func(func(Kept, error) bool)) (entries []wizard.Entry) {
	t.Helper()
	for k, err := range all {
		if err != nil {
			t.Fatal(err)
		}
		text, err := k.JSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		e, err := decode([]byte(strings.Replace(string(text), "{", `{"v":1,`, 1)))
		if err != nil || !json.Valid(text) {
			t.Fatalf("got %s: %v", text, err)
		}
		without := e
		without.Answers = nil
		if !same(k.Entry, without) {
			t.Fatalf("the entry is %+v, its JSON %+v", k.Entry, without)
		}
		entries = append(entries, e)
	}
	return entries
}

// apart finds the slow way how many characters tell the ids of entries apart.
func apart(entries []wizard.Entry, shortest int) int {
	length := shortest
	for _, a := range entries {
		for _, b := range entries {
			if a.ID != b.ID {
				length = max(length, commonPrefix(a.ID, b.ID)+1)
			}
		}
	}
	return length
}

// What a terminal would obey is an escape in the JSON, and means the same.
func TestJSONSteersNoTerminal(t *testing.T) {
	j := Open(t.TempDir())
	text := "\x1b[2J\x7f\u0085\u009b31m\u202eback\u2066 and 🙂 الألم"
	mustAppend(t, j, wizard.Entry{Time: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC), Kind: wizard.NoteEntry, Note: text})
	if err := os.WriteFile(j.Path(), []byte(content(t, j)+`{ "v":1,"time":"2026-03-04T05:06:08Z","kind":"note","note":"`+text[4:]+"\"}\n"), ownerOnlyFile); err != nil {
		t.Fatal(err)
	}
	x, err := j.Index()
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	want := []string{text, text[4:]}
	for k, err := range x.OldestFirst("") {
		if err != nil {
			t.Fatal(err)
		}
		out, err := k.JSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsFunc(string(out), func(r rune) bool { return r < ' ' || unsafe(r) }) {
			t.Errorf("got %q", out)
		}
		var got struct{ Note string }
		if err := json.Unmarshal(out, &got); err != nil || got.Note != want[0] {
			t.Errorf("got the note %q, %v, want %q", got.Note, err, want[0])
		}
		want = want[1:]
	}
	if len(want) > 0 {
		t.Errorf("%d entries are missing", len(want))
	}
}

// The beginning of an ID finds it, in capitals or not.
func TestFind(t *testing.T) {
	j := Open(t.TempDir())
	for _, id := range []string{"01ABCDEFGH1", "01ABCDEFGH2", "01X", "01XYZ"} {
		e := note("as " + id)
		e.ID = id
		mustAppend(t, j, e)
	}
	x, err := j.Index()
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for begin, want := range map[string]string{"": "", "01": "4", "01abcdefgh": "2", "01ABCDEFGH2": "as 01ABCDEFGH2", "01abcdefgh1": "as 01ABCDEFGH1",
		"01x": "as 01X", "01xy": "as 01XYZ", "02": "", "01ABCDEFGH10": "", "01XYZ0": ""} {
		found, err := x.Find(begin)
		got := ""
		if len(found) > 0 {
			got = found[0].Note
		}
		if len(found) > 1 {
			got = fmt.Sprint(len(found))
		}
		if err != nil || got != want {
			t.Errorf("%q: got %q, %v, want %q", begin, got, err, want)
		}
	}
}
