package terminal

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"backcare/guidance/figure"
	"backcare/wizard"
)

func TestLookPictures(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {80, 0}, {40, 20}} {
		for _, id := range figure.IDs() {
			f, _ := figure.Find(id)
			s := &sheet{ink: newInk(false), unicode: true}
			if size[1] > 0 { s.rows = func() int { return size[1] } }
			lines := s.block(wizard.Block{Kind: wizard.Picture, Figure: f}, size[0])
			fmt.Println(size, id, f.Keyframes(), len(distinctKeys(f)), "rows", len(lines))
			if os.Getenv("LOOK") != "" { fmt.Println(strings.Join(lines, "\n")) }
		}
	}
}
