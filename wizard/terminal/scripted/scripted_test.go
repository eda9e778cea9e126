package scripted

import (
	"slices"
	"strings"
	"testing"

	"backcare/wizard"
)

func TestPrompter(t *testing.T) {
	q := wizard.Question{ID: "q", Choices: []wizard.Choice{{ID: "a"}, {ID: "b"}, {ID: "none", Exclusive: true}}}
	tests := []struct {
		name     string
		answers  []string
		one      int
		oneErr   string
		several  []int
		severErr string
	}{
		{"one", []string{"b"}, 1, "", []int{1}, ""},
		{"two, sorted", []string{"b", "a"}, 0, "want one", []int{0, 1}, ""},
		{"missing", nil, 0, "no answer", nil, "no answer"},
		{"unknown", []string{"x"}, 0, "no choice", nil, "no choice"},
		{"twice", []string{"a", "a"}, 0, "twice", nil, "twice"},
		{"exclusive", []string{"none", "a"}, 0, "want one", nil, "excludes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := &Prompter{Answers: map[string][]string{"q": test.answers}}
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

func wantError(t *testing.T, got error, want string) {
	t.Helper()
	if want == "" && got != nil || want != "" && (got == nil || !strings.Contains(got.Error(), want)) {
		t.Errorf("error = %v, want %q", got, want)
	}
}
