//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// programs are what is measured, built the way it is released.
type programs struct {
	backcare, hello, floor, prompt string
	// dir is a folder of our own, and answers a file of answers in it.
	dir, answers string
	// runs is how often each program is timed.
	runs int
}

// healthy are the answers of a person with an ordinary spasm of the low back.
const healthy = `{"area":"lower","spread":"no","feel":["firm-contraction"],"em-nerves":"none","em-chest-belly":"none",
"em-head-accident":"none","severity":"5","duration":"2-6-days","began":"strain","course":"better","pattern":["none"],
"eases":"still","urgent-illness":"none","urgent-nerve":"none","age":"18-49","risks":["none"]}`

func build(dir string) (*programs, error) {
	p := &programs{dir: dir, answers: filepath.Join(dir, "answers.json")}
	for name, of := range map[string]struct {
		path *string
		pkg  string
	}{
		"backcare": {&p.backcare, "./cmd/backcare"},
		"hello":    {&p.hello, "./cmd/backcare/bench/hello"},
		"floor":    {&p.floor, "./cmd/backcare/bench/floor"},
		"prompt":   {&p.prompt, "./cmd/backcare/bench/prompt"},
	} {
		*of.path = filepath.Join(dir, name)
		cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", *of.path, of.pkg)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("build %s: %w\n%s", of.pkg, err, out)
		}
	}
	return p, os.WriteFile(p.answers, []byte(healthy), 0o600)
}

// environment is what the programs see: no settings and no journal but ours.
func (p *programs) environment() []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=" + p.dir, "LANG=en_GB.UTF-8", "TERM=xterm-256color"}
}

// command returns a command with that environment.
func (p *programs) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = p.environment()
	return cmd
}

func sizes(p *programs, t *table) error {
	var size [2]int64
	for i, path := range []string{p.hello, p.backcare} {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		size[i] = info.Size()
	}
	t.atMost("binary", float64(size[1])/float64(size[0]), 4, "x hello", fmt.Sprintf(" (%.1f MB)", float64(size[1])/1e6))
	return nil
}
