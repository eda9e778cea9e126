package terminal

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDecide(t *testing.T) {
	type env = map[string]string
	tests := []struct {
		name     string
		in       surroundings
		env      env
		manner   manner
		out, err bool
	}{
		{"a terminal", surroundings{in: true, out: true, err: true}, env{"TERM": "xterm"}, byKeys, true, true},
		{"no TERM", surroundings{in: true, out: true, err: true}, nil, byKeys, true, true},
		{"results to a file", surroundings{in: true, err: true}, env{"TERM": "xterm"}, byKeys, false, true},
		{"messages to a file", surroundings{in: true, out: true}, env{"TERM": "xterm"}, byNothing, true, false},
		{"input from a pipe", surroundings{out: true, err: true}, env{"TERM": "xterm"}, byNothing, true, true},
		{"no terminal", surroundings{}, env{"TERM": "xterm"}, byNothing, false, false},
		{"plain", surroundings{in: true, out: true, err: true, plain: true}, env{"TERM": "xterm"}, byLines, false, false},
		{"plain on a pipe", surroundings{plain: true}, nil, byLines, false, false},
		{"dumb terminal", surroundings{in: true, out: true, err: true}, env{"TERM": "dumb"}, byLines, false, false},
		{"dumb, no terminal", surroundings{}, env{"TERM": "dumb"}, byNothing, false, false},
		{"windows", surroundings{in: true, out: true, err: true, windows: true}, nil, byLines, false, false},
		{"windows, no terminal", surroundings{windows: true}, nil, byNothing, false, false},
		{"no colour", surroundings{in: true, out: true, err: true, color: NoColor}, nil, byKeys, false, false},
		{"colour always", surroundings{color: AlwaysColor}, nil, byNothing, true, true},
		{"colour always, dumb", surroundings{color: AlwaysColor}, env{"TERM": "dumb"}, byNothing, false, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.in.getenv = func(name string) string { return test.env[name] }
			got := decide(test.in)
			plain := test.manner == byLines || test.env["TERM"] == "dumb"
			want := decision{manner: test.manner, outColor: test.out, errColor: test.err, plain: plain}
			if got != want {
				t.Errorf("decide = %+v, want %+v", got, want)
			}
		})
	}
}

func TestSpeaksUTF8(t *testing.T) {
	tests := []struct {
		name string
		env  map[string]string
		want bool
	}{
		{"nothing set", nil, false},
		{"LANG", map[string]string{"LANG": "en_GB.UTF-8"}, true},
		{"lower case", map[string]string{"LANG": "C.utf8"}, true},
		{"LANG=C", map[string]string{"LANG": "C"}, false},
		{"LC_CTYPE before LANG", map[string]string{"LANG": "C", "LC_CTYPE": "UTF-8"}, true},
		{"LC_ALL before all", map[string]string{"LANG": "en_GB.UTF-8", "LC_CTYPE": "UTF-8", "LC_ALL": "POSIX"}, false},
		{"empty LC_ALL", map[string]string{"LANG": "en_GB.UTF-8", "LC_ALL": ""}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := speaksUTF8(func(name string) string { return test.env[name] }); got != test.want {
				t.Errorf("speaksUTF8 = %v, want %v", got, test.want)
			}
		})
	}
}

// Where there is no terminal to measure, COLUMNS decides, unless it is none.
func TestColumnsWithoutATerminal(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for value, want := range map[string]int{"": 80, "40": 40, "20": 20, "132": 132, "0": 80, "-5": 80, "19": 80, "wide": 80, "99999999999999999999": 80, "1001": 80} {
		columns := columnsOf(f, func(name string) string {
			if name == "COLUMNS" {
				return value
			}
			return ""
		})
		if got := columns(); got != want {
			t.Errorf("COLUMNS=%q: got %d columns, want %d", value, got, want)
		}
		if got := textWidthOf(columns)(); got != min(want, widest) {
			t.Errorf("COLUMNS=%q: got %d columns of text, want %d", value, got, min(want, widest))
		}
	}
}
