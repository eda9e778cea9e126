package terminal

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"backcare/guidance/figure"
	"backcare/wizard"
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

func TestLook(t *testing.T) {
	if os.Getenv("LOOK") == "" {
		t.Skip()
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 20}, {20, 6}} {
		for name, sc := range map[string]wizard.Scene{"twist": twist(), "reading": reading(), "heat": heat()} {
			s := &scenery{unicode: os.Getenv("LOOK") != "ascii"}
			fmt.Printf("=== %s %v\n%s", name, size, s.draw(sc, size[0], size[1]))
		}
	}
}

func hints(presses ...wizard.Press) []wizard.KeyHint {
	words := map[wizard.Press]string{
		wizard.PressPause: "pause", wizard.PressNext: "next", wizard.PressPrevious: "previous", wizard.PressRepeat: "again",
		wizard.PressLonger: "longer", wizard.PressShorter: "shorter", wizard.PressWorse: "this makes it worse",
		wizard.PressQuit: "leave", wizard.PressHelp: "help", wizard.PressBegin: "begin", wizard.PressFine: "my skin is fine",
	}
	var all []wizard.KeyHint
	for _, p := range presses {
		all = append(all, wizard.KeyHint{Press: p, Text: words[p]})
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
