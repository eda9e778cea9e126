package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Whichever way a file gets its name, one that is there keeps what is in it.
func TestTakeANameThatIsTaken(t *testing.T) {
	for name, take := range map[string]func(outputFile, string) error{"linked": outputFile.take, "unlinked": outputFile.takeUnlinked} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			o := outputFile{name: filepath.Join(dir, "sheet")}
			written := filepath.Join(dir, ".new")
			for n, want := range []error{nil, fs.ErrExist} {
				text := []string{"first", "second"}[n]
				if err := os.WriteFile(written, []byte(text), ownerOnly); err != nil {
					t.Fatal(err)
				}
				if err := take(o, written); !errors.Is(err, want) {
					t.Errorf("%s: got %v, want %v", text, err, want)
				}
				if got, err := os.ReadFile(o.name); err != nil || string(got) != "first" {
					t.Errorf("%s: got %q, %v; want what was there first", text, got, err)
				}
			}
			if err := os.Remove(written); err != nil {
				t.Errorf("what could not be named is gone: %v", err)
			}
		})
	}
}
