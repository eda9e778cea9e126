//go:build unix

package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// What is no file of settings is refused at once, and stays as it is.
func TestWhatIsNoFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	pipe, large, folder := filepath.Join(dir, "pipe"), filepath.Join(dir, "large"), filepath.Join(dir, "folder")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o600), os.WriteFile(large, nil, 0o600), os.Truncate(large, 1<<40), os.Mkdir(folder, 0o700)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		pipe: "it is not an ordinary file", folder: "it is not an ordinary file", "/dev/zero": "it is not an ordinary file", large: "it is larger than settings can be",
	} {
		if _, err := Decide(english, Read(path), nothing, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is read: %v", path, err)
		}
		if path == "/dev/zero" {
			continue // nothing is to be tried beside it
		}
		before, _ := os.Lstat(path)
		if _, err := Set(english, path, Bell, No); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is changed: %v", path, err)
		}
		if after, err := os.Lstat(path); err != nil || !os.SameFile(before, after) {
			t.Errorf("%s is another file: %v", path, err)
		}
	}
}

// However many change settings at once, each change counts.
func TestChangesAtOnceAllCount(t *testing.T) {
	changes := map[string]string{Bell: No, Journal: Yes, Country: "GB", Color: No, Plain: Yes, Language: "es"}
	for range 20 {
		path := filepath.Join(t.TempDir(), "backcare", fileName)
		var all sync.WaitGroup
		for name, value := range changes {
			all.Go(func() {
				if _, err := Set(english, path, name, value); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for name, value := range changes {
			if !strings.Contains(string(data), name+" = "+value+"\n") {
				t.Fatalf("%s = %s was lost in %q", name, value, data)
			}
		}
	}
}
