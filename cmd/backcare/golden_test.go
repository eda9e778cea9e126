//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// goldenScreens are the screens of one path in a file under
// testdata/screens. UPDATE=1 go test ./cmd/backcare writes all files anew.
type goldenScreens struct {
	path string
	// want are the screens still expected; got are those seen so far, while
	// the file is written anew.
	want, got []string
}

const screenRule = "\n----------------------------------------\n"

func openGolden(t *testing.T, name string) *goldenScreens {
	t.Helper()
	g := &goldenScreens{path: filepath.Join("testdata", "screens", name+".txt")}
	if updating() {
		return g
	}
	data, err := os.ReadFile(g.path)
	if err != nil {
		t.Fatal(err)
	}
	g.want = strings.Split(string(data), screenRule)
	return g
}

func updating() bool { return os.Getenv("UPDATE") != "" }

// see compares the screen with the next one expected. A screen is drawn bit
// by bit, so it waits until they are alike.
func (g *goldenScreens) see(s *seat) {
	s.t.Helper()
	if updating() {
		const drawn = 300 * time.Millisecond
		s.Quiet(drawn)
		g.got = append(g.got, s.Screen())
		return
	}
	if len(g.want) == 0 {
		s.t.Fatalf("%s has no more screens, but there is\n%s", g.path, s.Screen())
	}
	want := g.want[0]
	g.want = g.want[1:]
	s.WaitUntil("the screen is as in "+g.path+":\n"+want+"\n", func(screen string) bool { return screen == want })
}

// close checks that all screens were seen, or writes them.
func (g *goldenScreens) close(t *testing.T) {
	t.Helper()
	if !updating() {
		if len(g.want) > 1 || len(g.want) == 1 && g.want[0] != "" {
			t.Errorf("%s has %d more screens than were seen", g.path, len(g.want))
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(g.path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(g.path, []byte(strings.Join(g.got, screenRule)), 0o644); err != nil {
		t.Fatal(err)
	}
}
