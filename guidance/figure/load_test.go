package figure

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestStrictReading(t *testing.T) {
	tests := []struct {
		name string
		data keyframeData
		want string
	}{
		{"good", keyframeData{Trunk: []byte(`{"pitch": 3}`), ArmR: []byte(`{"reach": {"to": "other knee"}}`)}, ""},
		{"unknown angle", keyframeData{Trunk: []byte(`{"pich": 3}`)}, `unknown field "pich"`},
		{"unknown joint", keyframeData{Arms: []byte(`{"reach": {"to": "kne"}}`)}, `there is no joint "kne"`},
		{"word for a number", keyframeData{LegL: []byte(`{"knee": "bent"}`)}, "cannot unmarshal"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := new(Figure).read([]keyframeData{test.data})
			if got := ""; err != nil {
				got = err.Error()
				if test.want == "" || !strings.Contains(got, test.want) {
					t.Errorf("got %q, want %q", got, test.want)
				}
			} else if test.want != "" {
				t.Errorf("got no error, want %q", test.want)
			}
		})
	}
}

// A keyframe that changes a hand leaves the keyframe before alone.
func TestKeyframesShareNothing(t *testing.T) {
	var f Figure
	err := f.read([]keyframeData{{Arms: []byte(`{"reach": {"by": [1, 2, 3], "bend": [1, 0, 0]}}`)}, {ArmR: []byte(`{"reach": {"by": [4, 5, 6]}}`)}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := f.keyframes[0].posture.armR.Reach.By, [3]float64{1, 2, 3}; got != want {
		t.Errorf("got the first hand at %v, want %v", got, want)
	}
	if got, want := f.keyframes[1].posture.armL.Reach.By, [3]float64{1, 2, 3}; got != want {
		t.Errorf("got the left hand at %v, want %v", got, want)
	}
	if f.keyframes[1].posture.armR.Reach.Bend == f.keyframes[0].posture.armR.Reach.Bend {
		t.Error("two keyframes share a direction")
	}
}

func TestPropsAndMarksAreKnown(t *testing.T) {
	kinds := map[string]bool{"floor": true, "bed": true, "chair": true, "sofa": true, "pillow": true, "heat": true, "cold": true, "ball": true,
		"stick": true, "table": true, "wall": true, "mat": true, "line": true, "guide": true,
		"cloth": true, "clock": true, "waves": true, "flake": true, "groove": true}
	for _, id := range IDs() {
		f, _ := Find(id)
		for _, p := range f.props {
			if !kinds[p.Kind] {
				t.Errorf("figures.json: %s: there is no prop %q", id, p.Kind)
			}
		}
		for _, m := range f.marks {
			if !knownJoint(m.From) || !knownJoint(m.To) || m.R <= 0 {
				t.Errorf("figures.json: %s: got mark %+v, want two joints and a size", id, m)
			}
		}
	}
}

// Each SVG is well-formed, says what it shows, refers to nothing outside and
// has ids that no other picture on the page has.
func TestSVGIsWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, id := range IDs() {
		f, _ := Find(id)
		for i := range 2 * f.Keyframes() {
			paper := Paper{ID: fmt.Sprintf(`a"b-%s-%d`, id, i), Title: `Knees & "toes" <up>`, Width: 300, Words: `A person lies <on> "the" back & waits.`}
			var b strings.Builder
			if err := SVG(&b, f.Key(i/2, i%2 == 1), paper); err != nil {
				t.Fatal(err)
			}
			text := inspectSVG(t, id, b.String(), seen)
			if got, want := strings.TrimSpace(text["title"]), paper.Title; got != want {
				t.Errorf("%s: got title %q, want %q", id, got, want)
			}
			if got := strings.TrimSpace(text["desc"]); got != paper.Words {
				t.Errorf("%s: got description %q, want %q", id, got, paper.Words)
			}
		}
	}
}

// inspectSVG reads a picture as XML and returns the text of each element.
func inspectSVG(t *testing.T, id, svg string, seen map[string]bool) map[string]string {
	t.Helper()
	text := map[string]string{}
	name := ""
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text
		}
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name = token.Name.Local
			for _, a := range token.Attr {
				switch {
				case a.Name.Local == "id" && seen[a.Value]:
					t.Errorf("%s: id %q is used twice", id, a.Value)
				case a.Name.Local == "id":
					seen[a.Value] = true
				case strings.Contains(a.Value, "://") && a.Name.Local != "xmlns", a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#"),
					strings.Contains(a.Value, "NaN"), strings.Contains(a.Value, "Inf"):
					t.Errorf("%s: got %s=%q", id, a.Name.Local, a.Value)
				}
			}
		case xml.CharData:
			text[name] += string(token)
		}
	}
}

// A picture is small enough to be one of many on a page.
func TestSVGIsSmall(t *testing.T) {
	const most = 12_000
	for _, id := range IDs() {
		f, _ := Find(id)
		for i := range f.Keyframes() {
			var b strings.Builder
			if err := SVG(&b, f.Key(i, false), Paper{Title: id, Width: 440}); err != nil {
				t.Fatal(err)
			}
			if b.Len() > most {
				t.Errorf("%s: keyframe %d takes %d bytes, want at most %d", id, i, b.Len(), most)
			}
		}
	}
}

func TestNumbersAreShort(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -.01: "0", .5: ".5", -.54: "-.5", 12: "12", -3.25: "-3.3", 100.04: "100"} {
		if got := number(v); got != want {
			t.Errorf("number(%v): got %q, want %q", v, got, want)
		}
	}
}

// In ASCII an arrow is a line that ends in one character, which points the
// other way in the mirror.
func TestASCIIArrows(t *testing.T) {
	count := func(id string, mirrored bool) map[rune]int {
		f, _ := Find(id)
		found := map[rune]int{}
		for _, line := range Render(f.Key(0, mirrored), 44, 16).ASCII() {
			for _, r := range line {
				if strings.ContainsRune("<>^v", r) {
					found[r]++
				}
			}
		}
		return found
	}
	tests := []struct {
		id       string
		mirrored bool
		heads    map[rune]int
	}{
		{"shoulder-raises", false, map[rune]int{'^': 2}}, {"shoulder-raises", true, map[rune]int{'^': 2}},
		{"pelvic-tilt", false, map[rune]int{'v': 1}}, {"chin-tuck", false, map[rune]int{'<': 1}}, {"chin-tuck", true, map[rune]int{'>': 1}},
	}
	for _, test := range tests {
		if got := count(test.id, test.mirrored); !maps.Equal(got, test.heads) {
			t.Errorf("%s, mirrored %v: got %v, want %v", test.id, test.mirrored, got, test.heads)
		}
	}
}

// There are no words without a figure, which nobody would read.
func TestWordsHaveAFigure(t *testing.T) {
	for id := range entries("en/figures.json") {
		if _, ok := library()[id]; !ok {
			t.Errorf("en/figures.json: %s: there is no such figure", id)
		}
	}
}

// The canvas holds whatever size is asked for.
func TestRenderAnySize(t *testing.T) {
	f, _ := Find("walking")
	for _, size := range [][2]int{{-1, 0}, {1, 1}, {3, 40}, {120, 40}} {
		c := Render(f.Key(0, false), size[0], size[1])
		if got := len(c.Braille()); got != c.Height || c.Height < 1 {
			t.Errorf("%v: got %d lines, want %d", size, got, c.Height)
		}
		for _, line := range c.ASCII() {
			if len(line) != c.Width || strings.Trim(line, " !\"#'()*,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz|~") != "" {
				t.Errorf("%v: got line %q", size, line)
			}
		}
	}
}

// The floor goes from one edge of the picture to the other.
func TestFloorIsEndless(t *testing.T) {
	for _, id := range IDs() {
		f, _ := Find(id)
		if !slices.ContainsFunc(f.props, func(p prop) bool { return p.Kind == "floor" }) {
			continue
		}
		c := Render(f.Key(0, false), 44, 12)
		for _, x := range []int{0, c.wide - 1} {
			found := false
			for y := range c.high {
				found = found || c.Dot(x, y) == Prop
			}
			if !found {
				t.Errorf("%s: no floor in column %d", id, x)
			}
		}
	}
}
