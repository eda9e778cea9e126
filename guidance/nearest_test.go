package guidance

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	ids := []string{"area", "spread", "feel", "em-nerves", "severity", "eases"}
	tests := []struct{ word, want string }{
		{"area", "area"},
		{"aera", "area"},
		{"are", "area"},
		{"ease", "eases"},
		{"spreads", "spread"},
		{"serverity", "severity"},
		{"emnerves", "em-nerves"},
		{"em_nerves", "em-nerves"},
		{"Feel", "feel"},
		{"nerves", "em-nerves"},
		{"ner", "em-nerves"},
		{"ne", ""},
		{"nervs", "em-nerves"},
		{"", ""},
		{"x", ""},
		{"zzzz", ""},
		{"quite something else", ""},
		{strings.Repeat("x", 65), ""},
		{strings.Repeat("x", 200), ""},
		{strings.Repeat("area", 5000), ""},
	}
	for _, test := range tests {
		got, ok := Nearest(test.word, ids)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("Nearest(%.20q): got %q, %v; want %q", test.word, got, ok, test.want)
		}
	}
	if got, ok := Nearest("area", nil); ok {
		t.Errorf("got %q out of nothing", got)
	}
}

func TestEditDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "abc", 3}, {"same", "same", 0}, {"kitten", "sitting", 3}, {"flaw", "lawn", 2}, {"ab", "ba", 1}, {"streching", "stretching", 1},
		{"cyclobenzaprin", "cyclobenzaprine", 1}, {"brathe", "breathe", 1}, {"ca", "abc", 3},
	}
	for _, test := range tests {
		if got := editDistance(test.a, test.b); got != test.want {
			t.Errorf("editDistance(%q, %q): got %d, want %d", test.a, test.b, got, test.want)
		}
		if got := editDistance(test.b, test.a); got != test.want {
			t.Errorf("editDistance(%q, %q): got %d, want %d", test.b, test.a, got, test.want)
		}
	}
}
