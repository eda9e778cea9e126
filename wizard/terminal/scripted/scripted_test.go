package scripted

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"backcare/wizard"
)

func TestPrompter(t *testing.T) {
	q := wizard.Question{ID: "q", Choices: []wizard.Choice{{ID: "a"}, {ID: "b"}, {ID: "none", Exclusive: true}}}
	tests := []struct {
		name     string
		answer   string
		one      int
		oneErr   string
		several  []int
		severErr string
	}{
		{"one", "b", 1, "", []int{1}, ""},
		{"two, sorted", "b a", 0, "want one", []int{0, 1}, ""},
		{"missing", "", 0, "no answer", nil, "no answer"},
		{"unknown", "x", 0, "no choice", nil, "no choice"},
		{"twice", "a a", 0, "twice", nil, "twice"},
		{"exclusive", "none a", 0, "want one", nil, "excludes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := &Prompter{Otherwise: map[string]string{"q": test.answer}}
			if test.answer == "" {
				p.Otherwise = nil
			}
			one, err := p.ChooseOne(q)
			wantError(t, err, test.oneErr)
			if one != test.one {
				t.Errorf("ChooseOne = %d, want %d", one, test.one)
			}
			several, err := p.ChooseSeveral(q)
			wantError(t, err, test.severErr)
			if !slices.Equal(several, test.several) {
				t.Errorf("ChooseSeveral = %v, want %v", several, test.several)
			}
			if len(p.Asked) != 2 {
				t.Errorf("%d questions were noted, want 2", len(p.Asked))
			}
		})
	}
}

func TestScriptIsFollowed(t *testing.T) {
	q := wizard.Question{ID: "q", Choices: []wizard.Choice{{ID: "a"}, {ID: "b"}}}
	p := &Prompter{Script: map[string][]string{"q": {Back, "b", Leave}}}
	if _, err := p.ChooseOne(q); !errors.Is(err, wizard.ErrBack) {
		t.Errorf("first: error %v, want ErrBack", err)
	}
	if got, err := p.ChooseOne(q); got != 1 || err != nil {
		t.Errorf("second: %d, %v; want 1", got, err)
	}
	for range 2 {
		if _, err := p.ChooseOne(q); !errors.Is(err, wizard.ErrLeave) {
			t.Errorf("the last answer is not repeated: error %v, want ErrLeave", err)
		}
	}
	if got := p.Count("q"); got != 4 {
		t.Errorf("Count = %d, want 4", got)
	}
}

func wantError(t *testing.T, got error, want string) {
	t.Helper()
	if want == "" && got != nil || want != "" && (got == nil || !strings.Contains(got.Error(), want)) {
		t.Errorf("error = %v, want %q", got, want)
	}
}
