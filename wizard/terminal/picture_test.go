package terminal

import (
	"strings"
	"testing"

	"backcare/guidance/figure"
	"backcare/wizard"
	"backcare/wizard/textwidth"
)

func pictured(t *testing.T, id string) wizard.Block {
	t.Helper()
	f, ok := figure.Find(id)
	if !ok {
		t.Fatalf("no figure %s", id)
	}
	return wizard.Block{Kind: wizard.Picture, Figure: f, Text: "A person sits on a chair."}
}

func TestPicturesFit(t *testing.T) {
	for _, size := range []struct{ columns, rows, most int }{{80, 24, 14}, {40, 20, 12}, {20, 12, 12}, {80, 0, 60}} {
		for _, id := range figure.IDs() {
			s := &sheet{ink: newInk(false), unicode: true}
			if size.rows > 0 {
				s.rows = func() int { return size.rows }
			}
			lines := s.block(pictured(t, id), size.columns)
			if len(lines) < 3 || len(lines) > size.most {
				t.Errorf("%s takes %d rows of %d, want at most %d", id, len(lines), size.rows, size.most)
			}
			for _, line := range lines {
				if w := textwidth.Columns(line); w > size.columns {
					t.Errorf("%s takes %d columns of %d: %q", id, w, size.columns, line)
				}
			}
		}
	}
}

func TestKeyframesAreNumbered(t *testing.T) {
	s := &sheet{ink: newInk(false), unicode: true}
	lines := s.block(pictured(t, "seated-twist"), 80)
	if got := strings.Fields(lines[len(lines)-1]); strings.Join(got, " ") != "1 2" {
		t.Errorf("below the pictures stands %q", lines[len(lines)-1])
	}
	position := s.block(pictured(t, "floor-90-90"), 80)
	if strings.ContainsAny(strings.Join(position, ""), "123") {
		t.Errorf("a single picture has a number:\n%s", strings.Join(position, "\n"))
	}
}

func TestPictureInPlainLinesIsWords(t *testing.T) {
	s := &sheet{ink: newInk(false), plain: true, unicode: true}
	got := s.layout(wizard.Page{pictured(t, "seated-twist")}, 80)
	if !strings.HasPrefix(got, "Picture: A person sits on a chair") || strings.ContainsAny(got, "⣿⠿") {
		t.Errorf("layout = %s", got)
	}
}

func TestPictureInASCII(t *testing.T) {
	s := &sheet{ink: newInk(false)}
	for _, r := range s.layout(wizard.Page{pictured(t, "heat")}, 80) {
		if r > '~' {
			t.Fatalf("%q is not ASCII", r)
		}
	}
}

func TestPictureColourChangesNoDots(t *testing.T) {
	coloured := (&sheet{ink: newInk(true), unicode: true}).layout(wizard.Page{pictured(t, "heat")}, 80)
	bare := coloured
	for _, code := range []string{"\x1b[31m", "\x1b[2m", "\x1b[32m", "\x1b[35m", "\x1b[0;22m", "\x1b[22m", "\x1b[0m"} {
		bare = strings.ReplaceAll(bare, code, "")
	}
	if want := (&sheet{ink: newInk(false), unicode: true}).layout(wizard.Page{pictured(t, "heat")}, 80); bare != want {
		t.Errorf("without its colour the picture is %q\nwant %q", bare, want)
	}
	if !strings.Contains(coloured, "\x1b[31m") {
		t.Error("heat is not red")
	}
}

func TestFitsCountsPictures(t *testing.T) {
	d := display{told: &sheet{unicode: true}, screen: func() (int, int) { return 80, 24 }}
	page := wizard.Page{pictured(t, "seated-twist")} // 12 rows
	if !d.Fits(page, 6) || d.Fits(page, 7) {
		t.Errorf("with 6 choices Fits = %v, with 7 %v; want true and false", d.Fits(page, 6), d.Fits(page, 7))
	}
}
