package main

import (
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"backcare": func() {
		setClock(os.Getenv("BACKCARE_TEST_NOW"))
		main()
	}})
}

// setClock stops the clock of the program at a time such as
// 2026-11-20T21:30:00Z, so that a script can name days.
func setClock(at string) {
	if stopped, err := time.Parse(time.RFC3339, at); err == nil {
		now = func() time.Time { return stopped.In(time.Local) }
	}
}

// TestScripts runs the commands as a shell does. Each script under
// testdata/script is a story with its input files. UPDATE=1 rewrites the
// outputs that the scripts compare with; read them before committing.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "en_GB.UTF-8")
			return nil
		},
	})
}
