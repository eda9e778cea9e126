package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// A part is something of others that is in the program: a module, or the
// standard library.
type part struct {
	path, version string
	// notices are the texts under which it may be passed on, by file.
	notices []notice
}

type notice struct{ file, text string }

// permissive are the licences that a part may have, each with the sentences
// that only it has. The first that fits is the licence of a text.
var permissive = []struct {
	name string
	says []string
}{
	{"Apache-2.0", []string{"Apache License", "Version 2.0, January 2004"}},
	{"MIT", []string{"Permission is hereby granted, free of charge, to any person obtaining a copy", `THE SOFTWARE IS PROVIDED "AS IS"`}},
	{"ISC", []string{"Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted"}},
	{"BSD-3-Clause", []string{"Redistribution and use in source and binary forms", "Neither the name of"}},
	{"BSD-2-Clause", []string{"Redistribution and use in source and binary forms"}},
}

// licenceOf returns the licence that a text is, or nothing where it is none of
// the permissive ones.
func licenceOf(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if strings.Contains(text, "GNU ") || strings.Contains(text, "Mozilla Public") {
		return ""
	}
	for _, l := range permissive {
		if !slices.ContainsFunc(l.says, func(s string) bool { return !strings.Contains(text, s) }) {
			return l.name
		}
	}
	return ""
}

// Everything of others in the program, on any system, is permissively licensed,
// and its notices go with the program. UPDATE=1 writes the list anew.
func TestThirdPartyIsListed(t *testing.T) {
	const file = "THIRD_PARTY.md"
	want := thirdParty(t, parts(t))
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the program is built of; run UPDATE=1 go test ./cmd/backcare -run %s", file, t.Name())
	}
}

// parts returns everything of others in the program, sorted.
func parts(t *testing.T) []part {
	t.Helper()
	folders := map[string][]string{} // of the packages of a module
	versions := map[string]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}", ".")
		list.Env = append(os.Environ(), "GOOS="+system)
		out, err := list.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		for line := range strings.Lines(string(out)) {
			if fields := strings.Split(strings.TrimSpace(line), "\t"); len(fields) == 4 {
				versions[fields[0]] = fields[1]
				folders[fields[0]] = append(folders[fields[0]], fields[2], fields[3])
			}
		}
	}
	goFolder, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := []part{{"Go standard library", strings.TrimSuffix(languageVersion(t), ".0"), noticesIn(t, strings.TrimSpace(string(goFolder)), nil)}}
	for path, dirs := range folders {
		all = append(all, part{path, versions[path], noticesIn(t, dirs[0], dirs[1:])})
	}
	slices.SortFunc(all, func(a, b part) int { return strings.Compare(strings.ToLower(a.path), strings.ToLower(b.path)) })
	return all
}

// languageVersion is the version of Go that go.mod asks for.
func languageVersion(t *testing.T) string {
	t.Helper()
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^go (\S+)$`).FindSubmatch(mod)
	if found == nil {
		t.Fatal("go.mod asks for no version of Go")
	}
	return string(found[1])
}

// noticesIn returns the notices in the folder of a module and in those of its
// packages, the former first.
func noticesIn(t *testing.T, module string, packages []string) []notice {
	t.Helper()
	named := regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)(\.(md|txt))?$`)
	slices.Sort(packages)
	var notices []notice
	for _, folder := range slices.Compact(append([]string{module}, packages...)) {
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !named.MatchString(f.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(folder, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			name, err := filepath.Rel(module, filepath.Join(folder, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			n := notice{filepath.ToSlash(name), strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))}
			if !slices.Contains(notices, n) {
				notices = append(notices, n)
			}
		}
	}
	return notices
}

// thirdParty writes the list: a table, and the notices below it.
func thirdParty(t *testing.T, all []part) string {
	t.Helper()
	var table, texts strings.Builder
	for _, p := range all {
		var licences []string
		fmt.Fprintf(&texts, "\n## %s\n", p.path)
		for _, n := range p.notices {
			if !strings.HasPrefix(strings.ToLower(n.file), "notice") {
				licence := licenceOf(n.text)
				if licence == "" {
					t.Errorf("%s of %s is no licence that is known to be permissive", n.file, p.path)
				}
				if !slices.Contains(licences, licence) {
					licences = append(licences, licence)
				}
			}
			fmt.Fprintf(&texts, "\n%s:\n\n```text\n%s\n```\n", n.file, n.text)
		}
		if len(licences) == 0 {
			t.Errorf("%s has no licence", p.path)
		}
		fmt.Fprintf(&table, "| %s | %s | %s |\n", p.path, p.version, strings.Join(licences, ", "))
	}
	return "# What of others is in backcare\n\n" +
		"The program is made with code of others. Each part may be used, changed and\n" +
		"passed on by anybody, as long as the notices below go with it. A test writes\n" +
		"this list and keeps it true.\n\n" +
		"| part | version | licence |\n|---|---|---|\n" + table.String() + texts.String()
}

// A licence that asks for more than to be named is told from one that does not.
func TestOnlyPermissiveLicencesPass(t *testing.T) {
	_, here, _, _ := runtime.Caller(0)
	own, err := os.ReadFile(filepath.Join(filepath.Dir(here), "../../LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		string(own): "MIT",
		"GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007":                                             "",
		"Mozilla Public License Version 2.0":                                                              "",
		"Redistribution and use in source and\nbinary forms, with or without modification, are permitted": "BSD-2-Clause",
		"All rights reserved.": "",
		"":                     "",
	} {
		if got := licenceOf(text); got != want {
			t.Errorf("the licence of %.40q is %q, want %q", text, got, want)
		}
	}
}
