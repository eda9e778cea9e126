package terminal

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"backcare/wizard"
)

func area() wizard.Question {
	return wizard.Question{
		ID: "area", Place: "1 of 9", Text: "Where is the pain?", Signs: []string{"a sign"}, Why: "It decides the rest.", Back: true,
		Choices: []wizard.Choice{{ID: "neck", Text: "Neck"}, {ID: "middle", Text: "Middle back"}, {ID: "lower", Text: "Lower back"}},
	}
}

func numbers() wizard.Question {
	q := wizard.Question{ID: "pain", Text: "How strong?"}
	for _, id := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"} {
		q.Choices = append(q.Choices, wizard.Choice{ID: id, Text: id})
	}
	return q
}

func feel() wizard.Question {
	return wizard.Question{
		ID: "feel", Text: "What does it feel like?",
		Choices: []wizard.Choice{{ID: "sharp", Text: "Sharp"}, {ID: "dull", Text: "Dull"}, {ID: "none", Text: "None", Exclusive: true}},
	}
}

// readLines returns a prompter that reads input, as a person types or from a pipe.
func readLines(input string, tty bool) (*linePrompter, *strings.Builder) {
	var out strings.Builder
	p := &linePrompter{
		heed: func() {},
		in:   newLinePump(strings.NewReader(input)),
		out:  &sheet{w: &out, width: func() int { return 80 }},
		tty:  tty, flush: func() {},
	}
	return p, &out
}

func TestPlainTranscript(t *testing.T) {
	p, out := readLines("?\n3\n", false)
	if got, err := p.ChooseOne(area()); err != nil || got != 2 {
		t.Fatalf("chosen %d, error %v; want 2", got, err)
	}
	want := `
1 of 9
Where is the pain?
- a sign
1. Neck
2. Middle back
3. Lower back
Type a number from 1 to 3, b for back, question mark for why.
Answer: 
It decides the rest.
Type a number from 1 to 3, b for back, question mark for why.
Answer: 
You chose: Lower back
`
	if out.String() != want {
		t.Errorf("printed %q\nwant %q", out, want)
	}
}

func TestPlainSeveralTranscript(t *testing.T) {
	p, out := readLines("2 1\n", false)
	q := feel()
	q.Chosen = []int{1}
	if got, err := p.ChooseSeveral(q); err != nil || !slices.Equal(got, []int{0, 1}) {
		t.Fatalf("chosen %v, error %v; want 0 and 1", got, err)
	}
	want := `
What does it feel like?
1. Sharp
2. Dull
0. None
Before, you chose: Dull
Type the numbers, with spaces between; 0 for none.
Answer: 
You chose: Sharp; Dull
`
	if out.String() != want {
		t.Errorf("printed %q\nwant %q", out, want)
	}
}

// What is suggested is said, because nobody hears a mark, but an empty line is
// not taken for it.
func TestPlainSaysWhatIsSuggested(t *testing.T) {
	p, out := readLines("\n3\n", true)
	q := area()
	q.Default = 1
	if got, err := p.ChooseOne(q); err != nil || got != 2 {
		t.Fatalf("chosen %d, error %v; want 2", got, err)
	}
	for _, want := range []string{"3. Lower back\nSuggested: 2, Middle back.\nType a number", "Nothing was typed."} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q was not printed:\n%s", want, out)
		}
	}
}

// The numbers of a scale are said once.
func TestPlainScale(t *testing.T) {
	p, out := readLines("0\n", false)
	q := wizard.Question{ID: "scale", Text: "How bad?", Choices: []wizard.Choice{{ID: "0", Text: "0 no pain"}, {ID: "1", Text: "1"}, {ID: "2", Text: "2, worst"}}}
	if got, err := p.ChooseOne(q); err != nil || got != 0 {
		t.Fatalf("chosen %d, error %v; want 0", got, err)
	}
	if want := "How bad?\n0 no pain\n1\n2, worst\nType a number from 0 to 2.\n"; !strings.Contains(out.String(), want) {
		t.Errorf("printed %q\nwant in it %q", out, want)
	}
}

func TestPlainOneFromAPipe(t *testing.T) {
	bad := new(LineError)
	tests := []struct {
		name, input string
		q           wizard.Question
		want        int
		err         any // an error to be, or **LineError
	}{
		{"a number", "2\n", area(), 1, nil},
		{"spaces around", "  2 \r\n", area(), 1, nil},
		{"no end of line", "2", area(), 1, nil},
		{"scale, by its own number", "0\n", numbers(), 0, nil},
		{"scale, 10", "10\n", numbers(), 10, nil},
		{"scale, 8", "8\n", numbers(), 8, nil},
		{"why, then a number", "?\n1\n", area(), 0, nil},
		{"back", "b\n", area(), 0, wizard.ErrBack},
		{"back, as a word", "BACK\n", area(), 0, wizard.ErrBack},
		{"nothing", "", area(), 0, wizard.ErrLeave},
		{"why, then nothing", "?\n", area(), 0, wizard.ErrLeave},
		{"back from the first", "b\n", numbers(), 0, &bad},
		{"why twice", "?\n?\n", area(), 0, &bad},
		{"an empty line", "\n2\n", area(), 0, &bad},
		{"blanks", "   \n2\n", area(), 0, &bad},
		{"too big", "4\n", area(), 0, &bad},
		{"zero", "0\n", area(), 0, &bad},
		{"negative", "-1\n", area(), 0, &bad},
		{"signed", "+1\n", area(), 0, &bad},
		{"padded", "01\n", area(), 0, &bad},
		{"a fraction", "1.5\n", area(), 0, &bad},
		{"two numbers", "1 2\n", area(), 0, &bad},
		{"two numbers with a comma", "1,2\n", area(), 0, &bad},
		{"yes", "yes\n", area(), 0, &bad},
		{"y", "y\n", area(), 0, &bad},
		{"the words", "Neck\n", area(), 0, &bad},
		{"the id", "neck\n", area(), 0, &bad},
		{"scale, too much", "11\n", numbers(), 0, &bad},
		{"scale, with controls", "1\x000\n", numbers(), 0, &bad},
		{"an arrow key", "\x1b[B\n", area(), 0, &bad},
		{"full-width digit", "１\n", area(), 0, &bad},
		{"invalid utf-8", "\xff1\n", area(), 0, &bad},
		{"a huge line", strings.Repeat("1", longestLine+1) + "\n1\n", area(), 0, &bad},
		{"a huge line without an end", strings.Repeat("1", 3*longestLine), area(), 0, &bad},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, _ := readLines(test.input, false)
			got, err := p.ChooseOne(test.q)
			checkReply(t, err, test.err)
			if got != test.want {
				t.Errorf("chosen %d, want %d", got, test.want)
			}
		})
	}
}

func TestPlainSeveralFromAPipe(t *testing.T) {
	bad := new(LineError)
	two := feel()
	two.Choices[1].Exclusive = true
	tests := []struct {
		name, input string
		q           wizard.Question
		want        []int
		err         any
	}{
		{"one", "1\n", feel(), []int{0}, nil},
		{"two, in any order", "2 1\n", feel(), []int{0, 1}, nil},
		{"commas", "1, 2\n", feel(), []int{0, 1}, nil},
		{"one twice", "1 1\n", feel(), []int{0}, nil},
		{"none", "0\n", feel(), []int{2}, nil},
		{"none and one", "0 1\n", feel(), nil, &bad},
		{"number past the none", "3\n", feel(), nil, &bad},
		{"only commas", ",\n", feel(), nil, &bad},
		{"an empty line", "\n", feel(), nil, &bad},
		{"one good, one bad", "1 9\n", feel(), nil, &bad},
		{"yes", "yes\n", feel(), nil, &bad},
		{"end of input", "", feel(), nil, wizard.ErrLeave},
		{"two exclusive: by number", "3\n", two, []int{2}, nil},
		{"two exclusive: no zero", "0\n", two, nil, &bad},
		{"two exclusive: together", "2 3\n", two, nil, &bad},
		{"a scale of several is numbered", "11\n", numbers(), []int{10}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, _ := readLines(test.input, false)
			got, err := p.ChooseSeveral(test.q)
			checkReply(t, err, test.err)
			if !slices.Equal(got, test.want) {
				t.Errorf("chosen %v, want %v", got, test.want)
			}
		})
	}
}

// checkReply compares errors: nil, one to be, or the kind of *LineError.
func checkReply(t *testing.T, got error, want any) {
	t.Helper()
	switch want := want.(type) {
	case nil:
		if got != nil {
			t.Errorf("error = %v, want none", got)
		}
	case **LineError:
		if !errors.As(got, want) {
			t.Errorf("error = %v, want a line error", got)
		}
	case error:
		if !errors.Is(got, want) {
			t.Errorf("error = %v, want %v", got, want)
		}
	}
}

func TestPlainAsksAPersonAgain(t *testing.T) {
	input := "\nyes\n7\n" + strings.Repeat("x", 2*longestLine) + "\n?\n?\n2\n"
	p, out := readLines(input, true)
	got, err := p.ChooseOne(area())
	if err != nil || got != 1 {
		t.Fatalf("chosen %d, error %v; want 1", got, err)
	}
	for _, want := range []string{
		"Nothing was typed. Type a number from 1 to 3, b for back, question mark for why.\nAnswer: ",
		`"yes" is not one of the numbers. Type a number`,
		`"7" is not one of the numbers. Type a number`,
		"The line is too long. Type a number",
		"It decides the rest.\nType a number",
		"You chose: Middle back\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q was not printed:\n%s", want, out)
		}
	}
	if strings.Contains(out.String(), "\x1b") {
		t.Error("an escape sequence in plain lines")
	}
}

func TestPlainPersonLeaves(t *testing.T) {
	p, _ := readLines("yes\n", true)
	if got, err := p.ChooseOne(area()); !errors.Is(err, wizard.ErrLeave) {
		t.Errorf("chosen %d, error %v; want %v", got, err, wizard.ErrLeave)
	}
}

func TestPlainReaderIsShared(t *testing.T) {
	p, _ := readLines("1\n1 2\n3", false)
	if got, err := p.ChooseOne(area()); err != nil || got != 0 {
		t.Errorf("first: chosen %d, error %v", got, err)
	}
	if got, err := p.ChooseSeveral(feel()); err != nil || !slices.Equal(got, []int{0, 1}) {
		t.Errorf("second: chosen %v, error %v", got, err)
	}
	if got, err := p.ChooseOne(area()); err != nil || got != 2 {
		t.Errorf("third: chosen %d, error %v", got, err)
	}
	if _, err := p.ChooseOne(area()); !errors.Is(err, wizard.ErrLeave) {
		t.Errorf("fourth: error %v, want %v", err, wizard.ErrLeave)
	}
}

func TestLineErrorSaysWhatWasExpected(t *testing.T) {
	p, _ := readLines("\x1b[31myes\n", false)
	_, err := p.ChooseOne(area())
	want := `question "area" is not answered by "[31myes": "[31myes" is not one of the numbers. Type a number from 1 to 3, b for back, question mark for why.`
	if err == nil || err.Error() != want {
		t.Errorf("error = %v\nwant %v", err, want)
	}
}

// A brokenReader fails as a terminal that has gone.
type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

func TestPlainHangUp(t *testing.T) {
	p := &linePrompter{
		heed: func() {},
		in:   newLinePump(brokenReader{}),
		out:  &sheet{w: io.Discard, width: func() int { return 80 }},
		tty:  true, flush: func() {},
	}
	if _, err := p.ChooseOne(area()); !errors.Is(err, wizard.ErrLeave) {
		t.Errorf("error = %v, want %v", err, wizard.ErrLeave)
	}
}
