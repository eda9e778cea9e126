package main

import (
	"os"
	"path/filepath"
	"testing"
)

// A home is a folder of a person with what was there before, by its name.
type home map[string]string

// make writes all of it into a folder.
func (h home) make(t *testing.T, dir string) {
	t.Helper()
	for name, text := range h {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), ownerOnly); err != nil {
			t.Fatal(err)
		}
	}
}

// homeIn returns what is in a folder.
func homeIn(t *testing.T, dir string) home {
	t.Helper()
	found := home{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

const (
	journalName  = "data/backcare/journal.jsonl"
	settingsName = "config/backcare/settings"
)
