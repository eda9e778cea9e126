package wizard

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

func scale(n int) *int { return &n }

func TestValidateNamesEveryProblem(t *testing.T) {
	good := Entry{Time: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC), Kind: CheckEntry, Pain: scale(10),
		Answers: map[string]any{"area": "lower", "feel": []string{"dull"}},
		Done:    []Performed{{Relief: "ice", Before: scale(0), After: scale(10)}}}
	if err := good.Validate(); err != nil {
		t.Errorf("a good entry: got %v", err)
	}
	bad := Entry{ID: "a", Kind: "erased", Pain: scale(11), Corrects: "a",
		Done:    []Performed{{Before: scale(-1)}, {Relief: "ice", After: scale(12)}},
		Answers: map[string]any{"z": 1, "a": []any{"x"}, "m": "fine"}}
	err := bad.Validate()
	for _, want := range []string{"no time", `"erased"`, "of 11", "of -1 at relief 1", "relief 1 of 2", "of 12 at relief 2",
		`["a" "z"]`, "corrects itself"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %q, want it to name %q", err, want)
		}
	}
	for name, e := range map[string]Entry{
		"takes back":        {Time: good.Time, Kind: NoteEntry, Retracted: true},
		"cannot be written": {Time: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), Kind: NoteEntry},
		"in RFC 3339":       {Time: good.Time.In(time.FixedZone("", 90)), Kind: NoteEntry},
	} {
		if err := e.Validate(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want it to say %q", err, name)
		}
	}
}

// kept makes a diary from "id" or "id>corrected"; "id!corrected" takes back.
// The hour of an entry is its place.
func kept(words string) []Entry {
	var entries []Entry
	for hour, word := range strings.Fields(words) {
		e := Entry{Time: time.Date(2026, 1, 1, hour, 0, 0, 0, time.UTC), Kind: NoteEntry}
		e.Retracted = strings.Contains(word, "!")
		e.ID, e.Corrects, _ = strings.Cut(strings.Replace(word, "!", ">", 1), ">")
		entries = append(entries, e)
	}
	return entries
}

func idsOf(entries []Entry) string {
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return strings.Join(ids, " ")
}

func TestCurrent(t *testing.T) {
	for name, test := range map[string]struct{ kept, want string }{
		"nothing corrected":        {"a b c", "a b c"},
		"corrected":                {"a b c>a", "b c"},
		"corrected twice":          {"a b>a c>a", "c"},
		"a chain":                  {"a b>a c>b", "c"},
		"a chain and the first":    {"a b>a c>b d>a", "d"},
		"a chain out of order":     {"c>b b>a a", "c"},
		"taken back":               {"a b c!a", "b"},
		"taken back, then not":     {"a b!a c>b", "c"},
		"a correction taken back":  {"a b>a c!b", ""},
		"unknown corrected":        {"a b>lost", "a b"},
		"unknown, corrected twice": {"a b>lost c>lost", "a c"},
		"unknown taken back":       {"a b!lost", "a"},
		"a circle":                 {"a>b b>a", "b"},
		"a circle of three":        {"a>c b>a c>b d", "c d"},
		"a circle, and out of it":  {"c>a a>b b>a", "c"},
		"itself":                   {"a>a b", "a b"},
	} {
		entries := kept(test.kept)
		if got := idsOf(Current(entries)); got != test.want {
			t.Errorf("%s: of %q got %q, want %q", name, test.kept, got, test.want)
		}
	}
}

func TestEntriesWithoutIDStandAlone(t *testing.T) {
	entries := []Entry{{Note: "x"}, {Note: "y"}, {Corrects: "z"}}
	if got := len(Current(entries)); got != len(entries) {
		t.Errorf("got %d entries, want %d", got, len(entries))
	}
}

func TestCurrentIsOrderedByTimeAndStable(t *testing.T) {
	entries := kept("a b c d")
	entries[3].Time = entries[0].Time // kept later, but of the time of a
	entries[2].Time = entries[1].Time.In(time.FixedZone("", 3600))
	if got, want := idsOf(Current(entries)), "a d b c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := idsOf(entries), "a b c d"; got != want {
		t.Errorf("the entries were changed: got %q", got)
	}
}

// Whatever corrects whatever: each group of entries that correct each other
// leaves one or, where taken back, none, and never one that was corrected by
// another that stands.
func TestCurrentOfAnyTangle(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const diaries, length = 20_000, 8
	for range diaries {
		var words []string
		for n := range length {
			word := string(rune('a' + n))
			if random.IntN(2) == 0 {
				word += []string{">", "!"}[random.IntN(4)/3] + string(rune('a'+random.IntN(length+2)))
			}
			words = append(words, word)
		}
		entries := kept(strings.Join(words, " "))
		group := groups(entries)
		left := map[string]int{}
		for _, e := range Current(entries) {
			left[group[e.ID]]++
			if e.Retracted {
				t.Fatalf("%v: %s takes back and is left", words, e.ID)
			}
			if slices.ContainsFunc(entries, func(o Entry) bool { return o.Corrects == e.ID }) && !inCircle(entries, e) {
				t.Fatalf("%v: %s is corrected and is left", words, e.ID)
			}
		}
		for g, n := range left {
			if n > 1 {
				t.Fatalf("%v: %d entries are left of the thread of %s", words, n, g)
			}
		}
	}
	t.Logf("%d tangled diaries of %d entries", diaries, length)
}

// groups finds the threads the slow way.
func groups(entries []Entry) map[string]string {
	group := map[string]string{}
	for _, e := range entries {
		group[e.ID] = e.ID
		if e.Corrects != "" && group[e.Corrects] == "" {
			group[e.Corrects] = e.Corrects
		}
	}
	for changed := true; changed; {
		changed = false
		for _, e := range entries {
			if e.Corrects != "" && group[e.ID] != group[e.Corrects] {
				least := min(group[e.ID], group[e.Corrects])
				group[e.ID], group[e.Corrects], changed = least, least, true
			}
		}
	}
	return group
}

func inCircle(entries []Entry, start Entry) bool {
	next := start.Corrects
	for range entries {
		if next == start.ID {
			return true
		}
		n := slices.IndexFunc(entries, func(e Entry) bool { return e.ID == next })
		if n < 0 {
			return false
		}
		next = entries[n].Corrects
	}
	return false
}
