package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// builtWith returns what is in the program, built with more flags.
func builtWith(t *testing.T, flags ...string) (path string, data []byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "backcare")
	build := exec.Command("go", append(append([]string{"build", "-trimpath", "-o", path}, flags...), ".")...)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, data
}

// reachesOut matches the functions without which nothing is sent or received.
var reachesOut = regexp.MustCompile(`(?m) (net\.(\(\*?)?(Dial|Listen|Resolver|netFD|sysDialer|Lookup\w+\()\S*|net/http\.\S+|crypto/tls\.\S+|syscall\.(connect|socket|bind|listen|accept4?|sendto|sendmsg\w*|recvfrom|recvmsg\w*|Connect|Socket|Bind|Sendto)|golang\.org/x/sys/unix\.(connect|socket|bind|sendto|Connect|Socket))$`)

// The linker has left out of the program whatever could reach another machine:
// of package net there are only the types that flags of cobra can have.
func TestNoFunctionReachesOut(t *testing.T) {
	names := func(path string) []byte {
		out, err := exec.Command("go", "tool", "nm", path).Output()
		if err != nil {
			t.Fatalf("go tool nm: %v", err)
		}
		return out
	}
	path, _ := builtWith(t)
	symbols := names(path)
	for _, found := range reachesOut.FindAllSubmatch(symbols, -1) {
		t.Errorf("the program has %s", found[1])
	}
	// The pattern knows such functions where there are some.
	tool, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	other := names(filepath.Join(strings.TrimSpace(string(tool)), "bin", "go"+map[bool]string{true: ".exe"}[runtime.GOOS == "windows"]))
	known := len(reachesOut.FindAllSubmatch(other, -1))
	if known == 0 {
		t.Error("none are found in the go command either")
	}
	t.Logf("%d symbols, none of which reaches out; the go command has %d", bytes.Count(symbols, []byte("\n")), known)
}

// Whoever gets the program learns nothing about the machine that it was built
// on, nor about who built it.
func TestNothingOfTheMachineIsInTheProgram(t *testing.T) {
	variable := func(name string) string {
		out, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatalf("go env %s: %v", name, err)
		}
		return strings.TrimSpace(string(out))
	}
	here, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	machine := map[string]string{"home": home + "/", "the modules": variable("GOMODCACHE"), "the build cache": variable("GOCACHE"), "Go": variable("GOROOT") + "/",
		"the project": here + "/", "files for a while": os.TempDir() + "/"}
	secret := regexp.MustCompile(`(?i)token|secret|passw|credential|api_?key`)
	for _, entry := range os.Environ() {
		if name, value, _ := strings.Cut(entry, "="); secret.MatchString(name) && len(value) > 4 {
			machine["$"+name] = value
		}
	}
	for _, flags := range [][]string{nil, {"-ldflags=-s -w"}} {
		_, data := builtWith(t, flags...)
		for what, text := range machine {
			if bytes.Contains(data, []byte(text)) {
				t.Errorf("built with %q: the place of %s is in the program", flags, what)
			}
		}
		t.Logf("built with %q: %d bytes, none of %d places and secrets of this machine in them", flags, len(data), len(machine))
	}
}
