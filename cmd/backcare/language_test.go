package main

import (
	"strings"
	"testing"

	"backcare/wizard/settings"
)

func TestChooseLanguage(t *testing.T) {
	for _, test := range []struct{ args, env, want string }{
		{"check", "", "en"},
		{"check", "LANG=en_GB.UTF-8", "en"},
		{"check", "LANG=C", "en"},
		{"check", "LANG=es_MX.UTF-8", "es"},
		{"check", "LANG=es", "es"},
		{"check", "LANG=es@modern", "es"},
		{"check", "LANG=en_US LC_MESSAGES=es_ES", "es"},
		{"check", "LANG=es_ES LC_MESSAGES=es_ES LC_ALL=C", "en"},
		{"check", "LANG=tlh_XX", "en"},
		{"check", "LANG=../en", "en"},
		{"check", "LANG=.", "en"},
		{"check --lang es", "LANG=en_US", "es"},
		{"--lang=es check", "LANG=en_US", "es"},
		{"check --lang en", "LANG=es_ES", "en"},
		{"check --lang es --lang en", "", "en"},
		{"check --lang xx", "LANG=es_ES", "es"}, // and the error about it is in Spanish
		{"check --lang", "LANG=es_ES", "es"},
		{"learn -- --lang es", "", "en"},
	} {
		env := map[string]string{}
		for _, pair := range strings.Fields(test.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		if got := chooseLanguage(strings.Fields(test.args), settings.File{}, func(name string) string { return env[name] }); got != test.want {
			t.Errorf("%s with %s: got %q, want %q", test.args, test.env, got, test.want)
		}
	}
}
