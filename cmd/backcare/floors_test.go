package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors are the packages of backcare with those that each may import.
// Imports go down only.
var floors = map[string][]string{
	"backcare/cmd/backcare":              {"backcare/guidance/message", "backcare/guidance", "backcare/wizard", "backcare/wizard/terminal", "backcare/wizard/journal", "backcare/wizard/settings", "backcare/wizard/handout", "backcare/wizard/textwidth"},
	"backcare/wizard/handout":            {"backcare/guidance/message", "backcare/wizard", "backcare/guidance", "backcare/guidance/figure", "backcare/wizard/textwidth"},
	"backcare/wizard/settings":           {"backcare/guidance/message", "backcare/guidance", "backcare/wizard"},
	"backcare/wizard/journal":            {"backcare/guidance/message", "backcare/wizard"},
	"backcare/wizard/terminal":           {"backcare/guidance/message", "backcare/wizard", "backcare/guidance/figure", "backcare/wizard/textwidth"},
	"backcare/wizard/terminal/ptytest":   {},
	"backcare/wizard/terminal/scripted":  {"backcare/wizard"},
	"backcare/wizard/textwidth":          {},
	"backcare/wizard":                    {"backcare/guidance/message", "backcare/guidance", "backcare/guidance/figure"},
	"backcare/guidance/figure":           {"backcare/guidance", "backcare/guidance/content", "backcare/guidance/trusted"},
	"backcare/guidance":                  {"backcare/guidance/content", "backcare/guidance/message", "backcare/guidance/trusted"},
	"backcare/guidance/content":          {},
	"backcare/guidance/foreign":          {"backcare/guidance", "backcare/guidance/content"},
	"backcare/guidance/message":          {},
	"backcare/guidance/trusted":          {},
	"backcare/cmd/backcare/bench":        {"backcare/guidance"},
	"backcare/cmd/backcare/bench/hello":  {},
	"backcare/cmd/backcare/bench/floor":  {},
	"backcare/cmd/backcare/bench/prompt": {},
}

// only are the packages that may import a module that is to stay in one place.
var only = map[string][]string{
	"github.com/AlecAivazis/survey/v2": {"backcare/wizard/terminal", "backcare/cmd/backcare/bench/floor", "backcare/cmd/backcare/bench/prompt"},
	"github.com/fatih/color":           {"backcare/wizard/terminal", "backcare/cmd/backcare/bench/floor"},
	"github.com/spf13/cobra":           {"backcare/cmd/backcare", "backcare/cmd/backcare/bench/floor"},
}

func TestFloors(t *testing.T) {
	for _, line := range goList(t, "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "backcare/...") {
		fields := strings.Fields(line)
		pkg := fields[0]
		allowed, known := floors[pkg]
		if !known {
			t.Errorf("package %s stands on no floor; add it to the table", pkg)
		}
		for _, imported := range fields[1:] {
			if strings.HasPrefix(imported, "backcare/") && !slices.Contains(allowed, imported) {
				t.Errorf("%s imports %s, which is not below it", pkg, imported)
			}
			for module, places := range only {
				if (imported == module || strings.HasPrefix(imported, module+"/")) && !slices.Contains(places, pkg) {
					t.Errorf("%s imports %s, which belongs in %v", pkg, imported, places)
				}
			}
		}
	}
}

// What a person answers stays on their machine: there is no code in the
// program that would send it anywhere. Package net is there only because the
// flags of cobra can be addresses.
func TestNoNetworkCode(t *testing.T) {
	for _, line := range goList(t, "-deps", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "backcare/cmd/backcare") {
		fields := strings.Fields(line)
		if pkg := fields[0]; strings.HasPrefix(pkg, "net/http") || pkg == "crypto/tls" {
			t.Errorf("the program depends on %s", pkg)
		}
		if slices.Contains(fields[1:], "net") && fields[0] != "github.com/spf13/pflag" {
			t.Errorf("%s depends on package net", fields[0])
		}
	}
}

func goList(t *testing.T, args ...string) []string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list %s: %v", strings.Join(args, " "), err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) < 2 {
		t.Fatalf("go list %s: got %q, want packages", strings.Join(args, " "), lines)
	}
	return lines
}
