//go:build unix

package main

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// Somebody drags the edges of the window, from 20 to 200 columns, at every
// question. Beside them sits somebody who changes the size once. In the end both
// see the same, and all of the question is in it.
func TestDraggedAtEveryQuestion(t *testing.T) {
	var mu sync.Mutex
	places, changes := 0, 0
	t.Run("drag", func(t *testing.T) {
		for n, p := range passages() {
			if strings.Contains(p.name, "plain") || p.name == "journal erase" {
				continue // what was printed is never drawn again; two people have two journals
			}
			t.Run(p.name, func(t *testing.T) {
				t.Parallel()
				random := rand.New(rand.NewPCG(uint64(n), 9))
				p.columns, p.rows = 80, 24
				calm, storm := p.begin(t), p.begin(t)
				for at := 0; ; at++ {
					calm.next()
					storm.next()
					if calm.open != storm.open {
						t.Fatalf("one sees %q, the other %q", storm.open, calm.open)
					}
					if calm.open == theEnd || calm.open == aStage {
						break
					}
					const some = 9
					if *whole || (n+at)%some == 0 {
						dragged := drag(calm, storm, random)
						mu.Lock()
						places, changes = places+1, changes+dragged
						mu.Unlock()
					}
					calm.answer()
					storm.answer()
				}
			})
		}
	})
	t.Logf("%d changes of the size at %d places", changes, places)
}

// drag changes the size often for one of two, and once for the other, and
// compares what they see. In the end both have the size from before.
func drag(calm, storm *person, random *rand.Rand) (changes int) {
	calm.t.Helper()
	asked := question(calm.open)
	const gusts = 12
	for range gusts {
		storm.Resize(20+random.IntN(181), 8+random.IntN(60))
		changes++
	}
	columns := 20 + random.IntN(181)
	rows := 20 + random.IntN(41)
	if columns < 40 {
		rows += 20
	}
	for _, size := range [][2]int{{columns, rows}, {80, 24}} {
		calm.from, storm.from = calm.Received(), storm.Received()
		calm.Resize(size[0], size[1])
		storm.Resize(size[0], size[1])
		changes++
		both := func() bool {
			seen, expected := storm.Screen(), calm.Screen()
			return seen == expected && storm.drawnAgain() && calm.drawnAgain() && (full(seen) || strings.Contains(seen, "\n› ") && strings.Contains(flat(seen), asked))
		}
		if !eventually(both) {
			calm.t.Fatalf("at %dx%d, asked %q, after a storm there is\n%s\n\nand without one\n%s", size[0], size[1], asked, storm.Screen(), calm.Screen())
		}
	}
	calm.from, storm.from = 0, 0
	return changes
}

// question returns the words of what is open, without how to answer it.
func question(open string) string {
	return regexp.MustCompile(` (Arrows|Space|Type)[^.?]*$`).ReplaceAllString(open, "")
}

// drawnAgain reports whether the screen was cleared since the last change of
// the size.
func (p *person) drawnAgain() bool { return strings.Contains(p.Since(p.from), "\x1b[H\x1b[J") }

// eventually reports whether a condition is met in time.
func eventually(met func() bool) bool {
	const patience = 30 * time.Second
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-look.C {
		if met() {
			return true
		}
	}
	return false
}
