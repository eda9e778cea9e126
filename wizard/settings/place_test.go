//go:build !windows

package settings

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A link to the settings stays one: what it leads to is changed.
func TestSetFollowsALink(t *testing.T) {
	real, link := filepath.Join(t.TempDir(), "mine"), filepath.Join(t.TempDir(), fileName)
	if err := os.WriteFile(real, []byte("# mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	if _, err := Set(english, link, Bell, No); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if data, err := os.ReadFile(real); err != nil || string(data) != "# mine\nbell = no\n" {
		t.Errorf("the file is %q, %v", data, err)
	}
}

// A pipe in the place of the settings is an error, and nobody waits for it.
func TestAPipeIsNoSettings(t *testing.T) {
	path := filepath.Join(t.TempDir(), fileName)
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Decide(english, Read(path), nothing, nil)
	if err == nil || !strings.Contains(err.Error(), "not an ordinary file") {
		t.Errorf("got %v", err)
	}
	if _, err := Set(english, path, Bell, No); err == nil {
		t.Error("the pipe was replaced")
	}
}
