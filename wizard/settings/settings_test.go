package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backcare/wizard"
)

func TestLoad(t *testing.T) {
	tests := []struct {
		name, text string
		want       wizard.Keep
		problems   []string
	}{
		{"empty", "", wizard.KeepAsk, nil},
		{"set", "journal = yes\n", wizard.KeepAlways, nil},
		{"comments and space", "# mine\n\n  journal=no   # for now\n", wizard.KeepNever, nil},
		{"the last one counts", "journal = no\njournal = yes\n", wizard.KeepAlways, nil},
		{"a line too long for any use", strings.Repeat("x", 1<<20) + "\njournal = no\n", wizard.KeepNever, []string{"line 1: \"" + strings.Repeat("x", 60) + "…\" is not"}},
		{"every wrong line is named", "jurnal = yes\njournal = maybe\nwhat\njournal = no", wizard.KeepNever,
			[]string{"line 1: there is no setting \"jurnal\"", "line 2: journal is \"maybe\", but it can be: ask, yes, no", "line 3: "}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "settings")
			if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := Load(path)
			if got.Journal != test.want {
				t.Errorf("journal is %q, want %q", got.Journal, test.want)
			}
			if (err != nil) != (test.problems != nil) {
				t.Fatalf("got error %v, want %q", err, test.problems)
			}
			for _, want := range test.problems {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got error %v, want %q in it", err, want)
				}
			}
		})
	}
}

func TestNoSettingsAreDefaults(t *testing.T) {
	got, err := Load(filepath.Join(t.TempDir(), "none"))
	if err != nil || got.Journal != wizard.KeepAsk {
		t.Errorf("got %v, %v; want to be asked", got, err)
	}
}

func TestSetKeepsOtherLines(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "settings")
	if err := Set(path, "journal", "yes"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("# mine\njournal = yes\n# end\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Set(path, "journal", "no"); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if want := "# mine\njournal = no\n# end\n"; err != nil || string(data) != want {
		t.Errorf("got %q, %v; want %q", data, err, want)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("got %v, %v; want nothing but the file", entries, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("got %v, %v; want a file for its owner only", info.Mode(), err)
	}
}

// Where a setting stands twice, the last one counts, so that is the one to
// change.
func TestSetChangesTheLineThatCounts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings")
	if err := os.WriteFile(path, []byte("journal = yes\njournal = yes\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Set(path, "journal", "no"); err != nil {
		t.Fatal(err)
	}
	if got, err := Load(path); err != nil || got.Journal != wizard.KeepNever {
		t.Errorf("got %v, %v; want no", got, err)
	}
}

func TestSetRefusesWhatLoadWould(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings")
	for name, value := range map[string]string{"journal": "maybe", "jurnal": "yes"} {
		if err := Set(path, name, value); err == nil {
			t.Errorf("%s = %s was taken", name, value)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a refused setting left a file")
	}
}
