package terminal

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"backcare/guidance/figure"
	"backcare/wizard"
	"backcare/wizard/textwidth"
)

func (g *grid) String() string {
	var b strings.Builder
	for y := range g.rows {
		line := ""
		for _, c := range g.row(y) {
			line += c.text
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

func pose(id string, at float64) *figure.Pose {
	f, ok := figure.Find(id)
	if !ok {
		panic("no figure " + id)
	}
	p := f.Frame(at, false)
	return &p
}

// scenes are those that were looked at.
var scenes = map[string]func() wizard.Scene{"twist": twist, "reading": reading, "heat": heat}

// TestGoldenScenes compares scenes with those that were looked at.
// UPDATE=1 go test ./wizard/terminal writes all of them anew.
func TestGoldenScenes(t *testing.T) {
	const folder = "testdata/scenes"
	golden := map[string]string{}
	for name, scene := range scenes {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 20}, {30, 12}, {20, 6}} {
			s := &scenery{unicode: true}
			golden[fmt.Sprintf("%s-%dx%d.txt", name, size[0], size[1])] = s.draw(scene(), size[0], size[1]).String()
		}
		s := &scenery{}
		golden[name+"-ascii.txt"] = s.draw(scene(), 80, 24).String()
	}
	if os.Getenv("UPDATE") != "" {
		rewrite(t, folder, golden)
	}
	kept, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range kept {
		if _, ok := golden[e.Name()]; !ok {
			t.Errorf("%s is of no scene; run with UPDATE=1", e.Name())
		}
	}
	for name, want := range golden {
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || string(got) != want {
			t.Errorf("%s is not what is drawn now (%v):\n%s", name, err, want)
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

// On every screen there is, the person sees what matters.
func TestNothingThatMattersIsCut(t *testing.T) {
	for name, scene := range scenes {
		s := &scenery{unicode: true}
		for columns := fewestColumns; columns <= 200; columns += 4 {
			for rows := fewestRows; rows <= 60; rows += 3 {
				sc := scene()
				sc.Alert = "Paused"
				screen := s.draw(sc, columns, rows).String()
				words := append(strings.Fields(sc.Cue+" "+sc.Title), "!! Paused")
				if missing := missingKeys(screen, sc.Keys); len(missing) > 0 {
					t.Errorf("%s at %dx%d does not name the keys %q:\n%s", name, columns, rows, missing, screen)
				}
				if large := blocks.large(sc.Clock, 1); !strings.Contains(screen, sc.Clock) && !strings.Contains(screen, large[0]) &&
					!strings.Contains(screen, blocks.large(sc.Clock, 2)[0]) {
					t.Errorf("%s at %dx%d has no clock:\n%s", name, columns, rows, screen)
				}
				for _, word := range words {
					if !strings.Contains(screen, word) {
						t.Errorf("%s at %dx%d does not show %q:\n%s", name, columns, rows, word, screen)
					}
				}
			}
		}
	}
}

// What has to be done at once is read in full from forty columns on, whatever
// the rows.
func TestAlertsAreReadInFull(t *testing.T) {
	alerts := []string{"Lift the pack and look at your skin. Does it look as it should?",
		"Take it off now, and look at your skin. The time is over."}
	for name, scene := range scenes {
		s := &scenery{unicode: true}
		for _, alert := range alerts {
			for columns := 40; columns <= 120; columns += 4 {
				for rows := fewestRows; rows <= 40; rows++ {
					sc := scene()
					sc.Alert = alert
					lines := strings.Split(s.draw(sc, columns, rows).String(), "\n")
					top := strings.Join(strings.Fields(strings.Join(lines[:3], " ")), " ")
					for _, word := range strings.Fields("!! " + alert) {
						if !strings.Contains(top, word) {
							t.Fatalf("%s at %dx%d does not show %q of the alert:\n%s", name, columns, rows, word, strings.Join(lines, "\n"))
						}
					}
				}
			}
		}
	}
}

// missingKeys are the keys that stop or answer something and are not named on
// a screen.
func missingKeys(screen string, hints []wizard.KeyHint) []string {
	var missing []string
	named := strings.Fields(screen)
	for _, h := range hints {
		if name := keyName(h.Press); staysHinted(h.Press) && !slices.Contains(named, name) {
			missing = append(missing, name)
		}
	}
	return missing
}

// What matters is named to the last, in the longest words there is room for.
func TestFitHints(t *testing.T) {
	moving := hints(wizard.PressPause, wizard.PressNext, wizard.PressWorse, wizard.PressQuit, wizard.PressHelp)
	asking := hints(wizard.PressFine, wizard.PressWorse, wizard.PressQuit, wizard.PressHelp)
	tests := []struct {
		hints         []wizard.KeyHint
		columns, rows int
		want          string
	}{
		{moving, 78, 1, "Space pause   n next   w this makes it worse   q leave   ? help"},
		{moving, 60, 1, "Space pause   n next   w worse   q leave   ? help"},
		{moving, 38, 2, "Space pause   n next   q leave/w this makes it worse   ? help"},
		{moving, 38, 1, "w worse   q leave   ? help"},
		{moving, 28, 1, "w worse   q leave   ? help"},
		{moving, 20, 1, "w worse  q leave  ?"},
		{moving, 18, 1, "w worse q leave ?"},
		{asking, 38, 1, "y fine   w worse   q leave   ? help"},
		{asking, 28, 1, "y fine  w worse  q leave  ?"},
		{asking, 20, 1, "y fine w worse q ?"},
	}
	for _, test := range tests {
		var rows []string
		for _, row := range fitHints(tongue{}, test.hints, test.columns, test.rows) {
			var parts []string
			for _, h := range row.hints {
				parts = append(parts, strings.TrimSpace(keyName(h.Press)+" "+h.Text))
			}
			rows = append(rows, strings.Join(parts, strings.Repeat(" ", row.gap)))
		}
		if got := strings.Join(rows, "/"); got != test.want {
			t.Errorf("in %dx%d:\n got %q\nwant %q", test.columns, test.rows, got, test.want)
		}
	}
}

// rowOf is the row of a screen that shows a text.
func rowOf(t *testing.T, screen, text string) int {
	t.Helper()
	for y, line := range strings.Split(screen, "\n") {
		if strings.Contains(line, text) {
			return y
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", text, screen)
	return 0
}

// A person who looks up finds everything where it was.
func TestNothingJumps(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 20}, {60, 30}, {80, 14}} {
		full := reading()
		full.Alert, full.Detail = "Look at your skin", "Number 3 of 5"
		lean := full
		lean.Alert, lean.Detail, lean.Text, lean.Left, lean.Next, lean.Picture = "", "", nil, "", "", nil
		s := &scenery{unicode: true}
		was, is := s.draw(full, size[0], size[1]).String(), s.draw(lean, size[0], size[1]).String()
		for _, text := range []string{full.Title, "Read, then", "q leave"} {
			if got, want := rowOf(t, is, text), rowOf(t, was, text); got != want {
				t.Errorf("at %v %q went from row %d to row %d:\n%s%s", size, text, want, got, was, is)
			}
		}
	}
}

func TestTextIsTurnedLikePages(t *testing.T) {
	s := &scenery{unicode: true}
	sc := reading()
	first := s.draw(sc, 40, 20).String()
	sc.TextShare = .5
	second := s.draw(sc, 40, 20).String()
	sc.TextShare = 1
	last := s.draw(sc, 40, 20).String()
	if !strings.Contains(first, "1/2") || !strings.Contains(first, "1. Kneel") || strings.Contains(first, "5. Go") {
		t.Errorf("the first page is\n%s", first)
	}
	if !strings.Contains(second, "2/2") || !strings.Contains(second, "5. Go") || second != last {
		t.Errorf("the second page is\n%s\nand at the end\n%s", second, last)
	}
}

// No page of a scene ends with what introduces the next one, and none of the
// text is lost.
func TestHeadingsStayWithWhatTheyHead(t *testing.T) {
	text := wizard.Page{
		{Kind: wizard.Steps, Items: []string{"Kneel.", "Breathe out and round your back.", "Breathe in."}},
		{Kind: wizard.Paragraph, Text: "How much: five times"},
		{Kind: wizard.Heading, Text: "Stop if"},
		{Kind: wizard.Bullets, Items: []string{"It hurts more.", "Your foot goes numb."}},
		{Kind: wizard.Paragraph, Text: "Call 112 with any of these:"},
		{Kind: wizard.Bullets, Items: []string{"Numb between the legs."}},
	}
	for columns := 20; columns <= 60; columns++ {
		want := ""
		for _, line := range textLines(tongue{}, text, columns) {
			want += line.text + " "
		}
		for rows := 1; rows <= 30; rows++ {
			got := ""
			pages := pagesOf(tongue{}, text, region{0, 0, columns, rows})
			for n, page := range pages {
				last := page[len(page)-1]
				// The longest introduction takes two rows, an empty one and
				// two of what it introduces, and there is the number of the
				// page.
				if n+1 < len(pages) && (last.heads && rows >= 6 || last.text == "") {
					t.Errorf("at %dx%d a page ends with %q", columns, rows, last.text)
				}
				if len(page) > rows {
					t.Errorf("at %dx%d a page has %d rows", columns, rows, len(page))
				}
				for _, line := range page {
					got += line.text + " "
				}
			}
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
				t.Errorf("at %dx%d the pages hold %q, want %q", columns, rows, got, want)
			}
		}
	}
}

func TestSceneCannotSteerTheTerminal(t *testing.T) {
	evil := "a\x1b[2J\x07\r\nb\u202e宽"
	sc := wizard.Scene{Title: evil, Place: evil, Left: evil, Cue: evil, Detail: evil, Clock: evil, Next: evil, Alert: evil,
		Text: wizard.Page{{Text: evil}}, Keys: []wizard.KeyHint{{Press: wizard.PressHelp, Text: evil}}}
	s := &scenery{unicode: true}
	for _, size := range [][2]int{{80, 24}, {40, 20}, {20, 6}, {1, 1}} {
		screen := s.draw(sc, size[0], size[1]).String()
		if strings.ContainsAny(screen, "\x1b\x07\r\u202e") {
			t.Errorf("at %v a control reaches the screen: %q", size, screen)
		}
		for line := range strings.Lines(screen) {
			if w := textwidth.Columns(strings.TrimSuffix(line, "\n")); w > size[0] {
				t.Errorf("at %v a line takes %d columns: %q", size, w, line)
			}
		}
	}
}

func TestSmallWindowSaysSo(t *testing.T) {
	s := &scenery{unicode: true}
	if screen := s.draw(twist(), 50, 13).String(); !strings.Contains(screen, "(no room for the picture)") {
		t.Errorf("a picture is missing without a word:\n%s", screen)
	}
	if screen := s.draw(twist(), 19, 5).String(); !strings.Contains(screen, "Please make the") {
		t.Errorf("a tiny screen shows\n%s", screen)
	}
}

func hints(presses ...wizard.Press) []wizard.KeyHint {
	words := map[wizard.Press]string{
		wizard.PressPause: "pause", wizard.PressNext: "next", wizard.PressPrevious: "previous", wizard.PressRepeat: "again",
		wizard.PressLonger: "longer", wizard.PressShorter: "shorter", wizard.PressWorse: "this makes it worse",
		wizard.PressQuit: "leave", wizard.PressHelp: "help", wizard.PressBegin: "begin", wizard.PressFine: "my skin is fine",
	}
	short := map[wizard.Press]string{wizard.PressWorse: "worse", wizard.PressFine: "fine"}
	var all []wizard.KeyHint
	for _, p := range presses {
		all = append(all, wizard.KeyHint{Press: p, Text: words[p], Short: short[p]})
	}
	return all
}

func twist() wizard.Scene {
	return wizard.Scene{
		Title: "Seated twist", Place: "2 of 5", Left: "4 minutes left",
		Cue: "Turn your chest gently to the right", Detail: "Number 3 of 5, right side", Clock: "5", Share: .42,
		Picture: pose("seated-twist", 2.5), Next: "Next: Cat and cow",
		Keys: hints(wizard.PressPause, wizard.PressNext, wizard.PressWorse, wizard.PressPrevious, wizard.PressRepeat,
			wizard.PressLonger, wizard.PressShorter, wizard.PressQuit, wizard.PressHelp),
	}
}

func reading() wizard.Scene {
	return wizard.Scene{
		Title: "Cat and cow", Place: "3 of 5", Left: "3 minutes left",
		Cue: "Read, then press Enter", Clock: "25", Share: .05,
		Picture: pose("cat-cow", 0), Next: "Next: Heat",
		Text: wizard.Page{
			{Kind: wizard.Paragraph, Text: "Loosens the whole spine."},
			{Kind: wizard.Steps, Items: []string{"Kneel on hands and knees. Put a towel under sore knees.", "Breathe out and round your back up, like a cat.",
				"Breathe in and let it sink a little.", "Only as far as it feels easy.", "Go slowly, one breath each way."}},
		},
		Keys: hints(wizard.PressBegin, wizard.PressPause, wizard.PressNext, wizard.PressWorse, wizard.PressPrevious, wizard.PressQuit, wizard.PressHelp),
	}
}

func heat() wizard.Scene {
	return wizard.Scene{
		Title: "Heat", Place: "4 of 5", Left: "10 minutes left",
		Cue: "Keep the pack where it is", Detail: "", Clock: "9:30", Share: .6, Alert: "Look at your skin",
		Picture: pose("heat", 0), Next: "Next: Walking",
		Text: wizard.Page{{Kind: wizard.Paragraph, Text: "Warm, not hot. Keep a towel between the pack and your skin. Take it off if it stings or the skin turns very red."}},
		Keys: hints(wizard.PressFine, wizard.PressWorse, wizard.PressPause, wizard.PressNext, wizard.PressQuit, wizard.PressHelp),
	}
}
