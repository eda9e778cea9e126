//go:build unix

package main

import (
	"bytes"
	"os"
	"testing"
)

// Where a method may be looked up by a name that is known only at run time, as
// text/template does, the linker has to keep every exported method of
// everything, which made the program an eighth larger.
func TestNoMethodIsLookedUpByName(t *testing.T) {
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"reflect.Value.MethodByName":  false,
		"text/template.(*state).walk": false,
		"main.newRootCommand":         true, // so the names would be seen
	} {
		if got := bytes.Contains(program, []byte(name)); got != want {
			t.Errorf("%s is in the program: %v, want %v", name, got, want)
		}
	}
}
