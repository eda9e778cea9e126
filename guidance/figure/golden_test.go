package figure

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden compares every figure, in its first and last keyframe, with what
// was looked at. The folder is written whole by -update, so that no stale
// file survives.
func TestGolden(t *testing.T) {
	const folder = "testdata/golden"
	golden := map[string]string{}
	for _, id := range IDs() {
		f, _ := Find(id)
		var cells, paper strings.Builder
		for _, i := range slices.Compact([]int{0, f.Keyframes() - 1}) {
			c := Render(f.Key(i, false), 44, 12)
			fmt.Fprintf(&cells, "keyframe %d\n%s\n%s\n", i, strings.Join(c.Braille(), "\n"), strings.Join(c.ASCII(), "\n"))
			if i == 0 {
				if err := SVG(&paper, f.Key(i, false), Paper{Title: id, Width: 440, Words: guidance.Open("en").PictureWords(id)}); err != nil {
					t.Fatal(err)
				}
			}
		}
		golden[id+".txt"], golden[id+".svg"] = cells.String(), paper.String()
		if last := f.Keyframes() - 1; last > 0 {
			var end strings.Builder
			if err := SVG(&end, f.Key(last, false), Paper{Title: id, Width: 440, Words: guidance.Open("en").PictureWords(id)}); err != nil {
				t.Fatal(err)
			}
			golden[id+"-end.svg"] = end.String()
		}
	}
	if *update {
		rewrite(t, folder, golden)
	}
	kept, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range kept {
		if _, ok := golden[e.Name()]; !ok {
			t.Errorf("%s is of no figure; run with -update", e.Name())
		}
	}
	for name, want := range golden {
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || string(got) != want {
			t.Errorf("%s is not what is drawn now (%v); look at the sheet, then run with -update", name, err)
		}
	}
}

func rewrite(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
