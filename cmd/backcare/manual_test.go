package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The manual tells of each variable that the program looks up, and of no other.
func TestManualHasTheWholeEnvironment(t *testing.T) {
	want := []string{"TZ"} // which package time looks up
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "bench" || d.Name() == "ptytest"):
			return fs.SkipDir
		case filepath.Ext(path) == ".go" && !strings.HasSuffix(path, "_test.go"):
			want = append(want, variablesIn(t, path)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	want = slices.Compact(want)
	var got []string
	for _, v := range environment {
		got = append(got, v.name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the manual tells of\n%q, and the program looks up\n%q", got, want)
	}
}

// variablesIn returns what looks like the name of a variable in a file that
// looks some up.
func variablesIn(t *testing.T, path string) []string {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	if strings.Contains(string(source), "os.UserConfigDir(") {
		names = append(names, "XDG_CONFIG_HOME")
	}
	if !strings.Contains(strings.ToLower(string(source)), "getenv") {
		return names
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	variable := regexp.MustCompile(`^[A-Z][A-Z0-9_]{3,}$`)
	ast.Inspect(file, func(n ast.Node) bool {
		if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			if text, err := strconv.Unquote(literal.Value); err == nil && variable.MatchString(text) {
				names = append(names, text)
			}
		}
		return true
	})
	return names
}

// Every code is told, and each is told once.
func TestManualHasEveryExitCode(t *testing.T) {
	var got []int
	for _, e := range exitCodes {
		got = append(got, e.code)
	}
	want := []int{exitDone, exitFailure, exitUsage, exitClinician, exitUrgent, exitEmergency, exitLeft}
	if !slices.Equal(got, want) {
		t.Errorf("the manual tells of %v, want %v", got, want)
	}
}

// What means something in the language of the pages is shown as it is written.
func TestManualShowsSignsAsTheyAre(t *testing.T) {
	p := &mdoc{}
	p.literal("  .ci/run --all 'a b' ~/c\\n\n  next")
	p.text("One. Two\nlines. 'Three'")
	const want = ".Bd -literal -offset indent\n" +
		`\&.ci/run \-\-all \(aqa b\(aq \(ti/c\en` + "\nnext\n.Ed\n" +
		"One.\nTwo lines.\n" + `\(aqThree\(aq` + "\n"
	if got := p.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What may be left out stands in brackets, one within the other where it must.
func TestManualMarksArguments(t *testing.T) {
	for names, want := range map[string]string{
		"ID":                 "Ar id",
		"[PAIN] [NOTE...]":   "Oo Ar pain Oc Oo Ar note ... Oc",
		"[TOPIC | WORDS...]": "Oo Ar topic | Ar words ... Oc",
		"[NAME [VALUE]]":     "Oo Ar name Oo Ar value Oc Oc",
	} {
		if got := argumentNames(names); got != want {
			t.Errorf("%q is marked %q, want %q", names, got, want)
		}
	}
}
