package terminal

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"syscall"
	"testing"

	"backcare/wizard"
)

func page() wizard.Page {
	return wizard.Page{
		{Kind: wizard.Alarm, Text: "Call for help now if you cannot move your legs."},
		{Kind: wizard.Title, Text: "What to do today"},
		{Kind: wizard.Paragraph, Text: "Lie down and breathe slowly for a while."},
		{Kind: wizard.Heading, Text: "In this order"},
		{Kind: wizard.Steps, Items: []string{"Bend both knees and rest them", "Breathe"}},
		{Kind: wizard.Bullets, Text: "Do not:", Items: []string{"lift", "twist\x1b[31m"}},
		{Kind: wizard.Note, Text: "From a guideline of 2020."},
	}
}

func TestLayout(t *testing.T) {
	tests := []struct {
		name  string
		sheet *sheet
		width int
		want  string
	}{
		{"plain", &sheet{ink: newInk(false), plain: true}, 80, `URGENT: Call for help now if you cannot move your legs.

What to do today

Lie down and breathe slowly for a while.

In this order
1. Bend both knees and rest them
2. Breathe

Do not:
- lift
- twist[31m

From a guideline of 2020.
`},
		{"without colour", &sheet{ink: newInk(false)}, 24, `!! Call for help now if
!! you cannot move your
!! legs.

What to do today

Lie down and breathe
slowly for a while.

In this order
1. Bend both knees and
   rest them
2. Breathe

Do not:
- lift
- twist[31m

  From a guideline of
  2020.
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.sheet.layout(page(), test.width); got != test.want {
				t.Errorf("layout = %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestColourChangesNoWords(t *testing.T) {
	coloured := (&sheet{ink: newInk(true)}).layout(page(), 24)
	if !strings.Contains(coloured, "\x1b[31;1m!! Call") {
		t.Errorf("the alarm is not painted: %q", coloured)
	}
	bare := coloured
	for _, code := range []string{"\x1b[31;1m", "\x1b[1m", "\x1b[2m", "\x1b[0;22m", "\x1b[0m", "\x1b[22m"} {
		bare = strings.ReplaceAll(bare, code, "")
	}
	if want := (&sheet{ink: newInk(false)}).layout(page(), 24); bare != want {
		t.Errorf("without its colour the page is %q\nwant %q", bare, want)
	}
	for line := range strings.Lines(coloured) {
		if strings.Contains(line, "\x1b") && !strings.HasSuffix(strings.TrimSpace(line), "m") {
			t.Errorf("a colour goes on behind %q", line)
		}
	}
}

func TestStepsLineUp(t *testing.T) {
	p := wizard.Page{{Kind: wizard.Steps, Items: strings.Split("a b c d e f g h i j", " ")}}
	got := (&sheet{ink: newInk(false)}).layout(p, 80)
	if !strings.HasPrefix(got, " 1. a\n") || !strings.HasSuffix(got, "10. j\n") {
		t.Errorf("layout = %q", got)
	}
}

func TestStreams(t *testing.T) {
	var told, presented strings.Builder
	width := func() int { return 80 }
	d := display{
		told:      &sheet{w: &told, width: width, ink: newInk(true)},
		presented: &sheet{w: &presented, width: width, ink: newInk(false)},
	}
	if err := d.Tell(wizard.Page{{Kind: wizard.Title, Text: "told"}}); err != nil {
		t.Fatal(err)
	}
	if err := d.Present(wizard.Page{{Kind: wizard.Title, Text: "presented"}}); err != nil {
		t.Fatal(err)
	}
	if err := d.Present(nil); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(told.String(), "\x1b[1mtold") {
		t.Errorf("told %q, want it bold", told.String())
	}
	if presented.String() != "presented\n" {
		t.Errorf("presented %q, want it bare", presented.String())
	}
}

func TestFits(t *testing.T) {
	lines := func(n int) wizard.Page {
		return wizard.Page{{Kind: wizard.Paragraph, Text: strings.TrimSuffix(strings.Repeat("x\n", n), "\n")}}
	}
	small := display{told: &sheet{}, screen: func() (int, int) { return 40, 20 }}
	for _, test := range []struct {
		lines, choices int
		want           bool
	}{{1, 1, true}, {13, 1, true}, {14, 1, false}, {11, 3, true}, {12, 3, false}, {40, 1, false}} {
		if got := small.Fits(lines(test.lines), test.choices); got != test.want {
			t.Errorf("%d lines and %d choices on 20 rows: Fits = %v, want %v", test.lines, test.choices, got, test.want)
		}
	}
	if !(display{}).Fits(lines(500), 1) {
		t.Error("where nothing scrolls away, a page does not fit")
	}
}

func TestPagesAreKeptApart(t *testing.T) {
	say := func(text string) wizard.Page { return wizard.Page{{Kind: wizard.Paragraph, Text: text}} }
	for _, test := range []struct {
		name            string
		together        bool
		told, presented string
	}{
		{"on one screen", true, "a\n\nb\n\n", "c\n\nd\n"},
		{"result in a file", false, "a\n\nb\n", "c\n\nd\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var told, presented strings.Builder
			width := func() int { return 80 }
			d := display{
				told:      &sheet{w: &told, width: width},
				presented: &sheet{w: &presented, width: width},
				together:  test.together,
			}
			for _, show := range []error{d.Tell(say("a")), d.Tell(say("b")), d.Present(say("c")), d.Present(say("d"))} {
				if show != nil {
					t.Fatal(show)
				}
			}
			if told.String() != test.told || presented.String() != test.presented {
				t.Errorf("told %q, presented %q; want %q and %q", told.String(), presented.String(), test.told, test.presented)
			}
		})
	}
}

// A closedPipe fails as a pipe without a reader.
type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

// A page that cannot be written is told where it holds an alarm.
func TestClosedPipe(t *testing.T) {
	var told bytes.Buffer
	on := func(w io.Writer) *sheet { return &sheet{w: w, width: func() int { return 80 }, ink: newInk(false)} }
	d := display{told: on(&told), presented: on(closedPipe{})}
	if err := d.Present(page()); !errors.Is(err, syscall.EPIPE) || told.Len() == 0 {
		t.Errorf("error = %v, told %q, want %v, and the alarm told", err, told.String(), syscall.EPIPE)
	}
}
