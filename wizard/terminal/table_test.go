package terminal

import (
	"slices"
	"strings"
	"testing"

	"backcare/guidance/figure"
	"backcare/wizard"
	"backcare/wizard/textwidth"
)

// oddNotes are what a person, or a file, may come up with.
var oddNotes = []string{
	"", "slept well", strings.Repeat("long ", 200_000), strings.Repeat("🙂", 1000), strings.Repeat("👩‍👩‍👧", 100), "الألم أخف بعد المشي اليوم والنوم أفضل",
	"a\x1b[2J\x1b]0;title\x07b\u009b31m", "\u202eback to front\u2066", "two\nlines\tand a tab\r", "e" + strings.Repeat("\u0301", 100_000),
	"\xff\xfe not UTF-8", "背中が痛いときは横になる背中が痛いときは横になる", strings.Repeat("x", 300),
}

func oddTable() *wizard.Table {
	t := &wizard.Table{Columns: []wizard.Column{{Head: "date"}, {Head: "area", Least: 10}, {Head: "pain", Named: true}, {Head: "note", Least: 12}}}
	for _, note := range oddNotes {
		t.Rows = append(t.Rows, []string{"2026-11-20", "Between or by the shoulder blades", "4", note})
	}
	return t
}

func oddPlot() *wizard.Plot {
	return &wizard.Plot{Plot: figure.Plot{Runs: [][]figure.PlotPoint{{{X: 0, Y: .7}, {X: .2, Y: 1}, {X: .4, Y: .2}}, {{X: 1, Y: 0}}}},
		Labels: []string{"0", "2", "4", "6", "8", "10"}, From: "2 January 2026", To: "21 November 2026",
		Spans: []wizard.Span{{From: 0, To: .4}, {From: .6, To: .6}, {From: .9, To: 1, Open: true}}, Legend: "[ ] a bout, > not over yet"}
}

// Whatever is in a table or a plot, and however wide the screen, no line is
// wider than it and none steers the terminal.
func TestTableAndCourseFit(t *testing.T) {
	p := wizard.Page{{Kind: wizard.Rows, Table: oddTable()}, {Kind: wizard.Course, Plot: oddPlot()}}
	layouts := 0
	for columns := 20; columns <= 200; columns++ {
		for _, unicode := range []bool{true, false} {
			s := &sheet{ink: newInk(false), unicode: unicode, whole: func() int { return columns }}
			text := s.layout(p, textWidth(columns))
			for line := range strings.Lines(text) {
				if w := textwidth.Columns(strings.TrimSuffix(line, "\n")); w > columns {
					t.Fatalf("%d columns: a line of %d: %q", columns, w, line)
				}
			}
			if text != clean(text) {
				t.Fatalf("%d columns: not clean: %q", columns, text)
			}
			layouts++
		}
	}
	t.Logf("%d layouts fit", layouts)
}

// Plain, each row has all that is known on lines of its own, those after the
// first a little further in, and a note of a megabyte does not flood the ear.
func TestTableInPlainLines(t *testing.T) {
	const most = 4 // lines of a row
	lines := (&sheet{ink: newInk(false), plain: true}).table(oddTable(), 80)
	rows := 0
	for _, line := range lines {
		if !strings.HasPrefix(line, "  ") {
			rows++
		}
	}
	if rows != len(oddNotes) || len(lines) > most*rows {
		t.Fatalf("got %d rows on %d lines, want %d", rows, len(lines), len(oddNotes))
	}
	if want := "2026-11-20, Between or by the shoulder blades, pain 4"; lines[0] != want {
		t.Errorf("got %q, want %q", lines[0], want)
	}
	for _, line := range lines {
		if textwidth.Columns(line) > 80 || line != clean(line) || strings.Contains(line, "\n") {
			t.Errorf("got %q", line)
		}
	}
	if got := (&sheet{ink: newInk(false), plain: true}).layout(wizard.Page{{Kind: wizard.Course, Plot: oddPlot()}}, 80); got != "" {
		t.Errorf("a plot is told as %q, want nothing", got)
	}
}

func TestTableCutsTheWidestColumn(t *testing.T) {
	table := &wizard.Table{Columns: []wizard.Column{{Head: "date"}, {Head: "area", Least: 8}, {Head: "pain"}, {Head: "note", Least: 8}},
		Rows: [][]string{{"2026-11-20", "Lower back or buttock", "4", "better after the walk"}, {"2026-11-19", "Neck", ""}}}
	tests := map[int]string{
		80: "date        area                   pain  note\n2026-11-20  Lower back or buttock  4     better after the walk\n2026-11-19  Neck                   -     -\n",
		40: "date        area        pain  note\n2026-11-20  Lower b...  4     better ...\n2026-11-19  Neck        -     -\n",
		30: "- 2026-11-20, Lower back or\n  buttock, 4, better after the\n  walk\n- 2026-11-19, Neck\n",
	}
	for columns, want := range tests {
		s := &sheet{ink: newInk(false)}
		if got := s.layout(wizard.Page{{Kind: wizard.Rows, Table: table}}, columns); got != want {
			t.Errorf("%d columns:\n%s\nwant\n%s", columns, got, want)
		}
	}
}

func TestCourse(t *testing.T) {
	for unicode, want := range map[bool]string{true: courseBraille, false: courseASCII} {
		s := &sheet{ink: newInk(false), unicode: unicode}
		if got := "\n" + s.layout(wizard.Page{{Kind: wizard.Course, Plot: oddPlot()}}, 44); got != want {
			t.Errorf("unicode %v:%s\nwant%s", unicode, got, want)
		}
	}
}

const courseBraille = `
10 |     ⣀⠤⠔⠶⡀
 8 |⣀⠤⠒⠊⠉    ⠈⠢⡀
 6 |⠉          ⠈⠢⡀
 4 |             ⠈⠢⡀
 2 |               ⠈⠶
 0 |                                       ⠶
   +----------------------------------------
    2 January 2026          21 November 2026
    [===============]      #           [===>
    [ ] a bout, > not over yet
`

const courseASCII = `
10 |     .-:x.
 8 |x--'"    ':.
 6 |x          ':.
 4 |             ':.
 2 |               'x
 0 |                                       x
   +----------------------------------------
    2 January 2026          21 November 2026
    [===============]      #           [===>
    [ ] a bout, > not over yet
`

// Any note is shown within the width, and steers nothing.
func FuzzTable(f *testing.F) {
	for _, note := range oddNotes {
		f.Add(note[:min(len(note), 2000)]) // long ones are in the tests above
	}
	f.Add(`00000000000000000:\0`) // a file elsewhere
	f.Fuzz(func(t *testing.T, note string) {
		table := oddTable()
		table.Rows = [][]string{{"2026-11-20", "Lower back or buttock", "4", note}}
		for _, columns := range []int{20, 40, 80} {
			for _, plain := range []bool{true, false} {
				s := &sheet{ink: newInk(false), unicode: true, plain: plain, whole: func() int { return columns }}
				text := strings.Join(s.table(table, columns), "\n")
				if text != clean(text) {
					t.Fatalf("%d columns: not clean: %q", columns, text)
				}
				for line := range strings.Lines(text) {
					line = strings.TrimSuffix(line, "\n")
					// An address is not broken: it could not be followed any more.
					addressed := slices.ContainsFunc(strings.Split(line, " "), isAddress)
					if w := textwidth.Columns(line); w > columns && !addressed {
						t.Fatalf("%d columns: a line of %d: %q", columns, w, line)
					}
				}
			}
		}
	})
}
