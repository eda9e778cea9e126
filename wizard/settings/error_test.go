//go:build linux

package settings

import (
	"errors"
	"strings"
	"testing"

	"backcare/guidance/message"
)

// A home that is another folder wherever the program is started is none.
func TestPathNeedsAHome(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", "")
	for _, home := range []string{"", "relative", "./x"} {
		t.Setenv("HOME", home)
		var fault *message.Advised
		if path, err := Path(); !errors.As(err, &fault) || fault.Hint == nil {
			t.Errorf("with HOME=%q the settings are at %q, %v", home, path, err)
		}
	}
	t.Setenv("HOME", "/home/me")
	if path, err := Path(); err != nil || path != "/home/me/.config/backcare/settings" {
		t.Errorf("the settings are at %q, %v", path, err)
	}
}

// A file that is no settings at all is not told line by line.
func TestFewProblemsAreTold(t *testing.T) {
	_, err := Decide(english, Read(in(t, strings.Repeat("wrong\n", 9000)+"journal = no\n")), nothing, nil)
	if err == nil || strings.Count(err.Error(), "\n") != 20 || !strings.Contains(err.Error(), "and 8980 more") {
		t.Errorf("got %d bytes of problems", len(err.Error()))
	}
}
