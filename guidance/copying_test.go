package guidance

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const runLength = 8 // words

// Facts may be taken over from the two source documents, sentences may not:
// no run of eight words of theirs is in the content. The documents are not
// in the repository, so this compares hashes.
func TestContentDoesNotCopyTheDocuments(t *testing.T) {
	runs := documentRuns(t)
	checked := 0
	for _, file := range wordFiles(t) {
		for _, text := range passages(t, file) {
			words := wordsOf(text.text)
			for i := 0; i+runLength <= len(words); i++ {
				checked++
				if run := strings.Join(words[i:i+runLength], " "); runs[hashOf(run)] {
					t.Errorf("%s: %s: %q stands so in a source document; say it in your own words", file, text.path, run)
				}
			}
		}
	}
	t.Logf("%d runs of the content against %d of the documents", checked, len(runs))
	if checked < 1000 || len(runs) < 1000 {
		t.Errorf("got %d runs against %d, want thousands: this test is broken", checked, len(runs))
	}
}

// passages returns the texts of a file, and those of each list as one text,
// since a copied sentence may have been cut into steps.
func passages(t *testing.T, file string) []placed {
	out := stringsOf(t, file)
	return append(out, listsOf(jsonOf(t, file), "")...)
}

func listsOf(v any, path string) []placed {
	var out []placed
	switch v := v.(type) {
	case []any:
		var text []string
		for i, e := range v {
			if s, ok := e.(string); ok {
				text = append(text, s)
			}
			out = append(out, listsOf(e, fmt.Sprintf("%s[%d]", path, i))...)
		}
		out = append(out, placed{path, strings.Join(text, " ")})
	case map[string]any:
		for k, e := range v {
			out = append(out, listsOf(e, path+"."+k)...)
		}
	}
	return out
}

var word = regexp.MustCompile(`[a-z']+`)

func wordsOf(text string) []string { return word.FindAllString(strings.ToLower(text), -1) }

func hashOf(run string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(run))
	return h.Sum64()
}

func documentRuns(t *testing.T) map[uint64]bool {
	t.Helper()
	f, err := os.Open("testdata/document-runs.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	runs := map[uint64]bool{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		h, err := strconv.ParseUint(lines.Text(), 16, 64)
		if err != nil {
			t.Fatalf("document-runs.txt: %v", err)
		}
		runs[h] = true
	}
	return runs
}

// The hash of the test is the hash that the file was made with.
func TestRunHash(t *testing.T) {
	run := strings.Join(wordsOf("A  lion's 2 Paws."), " ")
	if want := "a lion's paws"; run != want {
		t.Errorf("got words %q, want %q", run, want)
	}
	const want = 0x246e8b972352c40f // by the script that made the file
	if got := hashOf("a b c d e f g h"); got != want {
		t.Errorf("got hash %x, want %x: document-runs.txt was made in another way", got, uint64(want))
	}
}
