//go:build unix

// Command bench measures backcare beside programs that do less, on the machine
// it runs on, and prints one table with the budget next to each figure.
//
//	go run ./cmd/backcare/bench            # everything, about two minutes
//	go run ./cmd/backcare/bench -counts    # only what load cannot change
//
// Run it at the root of the project. Times are medians of runs that take
// turns, and are reported as ratios. With -counts an overrun is a failure, and
// so is a figure that cannot be had on this machine. Instructions are counted by cachegrind and system calls by strace, where
// they are present.
//
// It is not part of the program. It must not be imported.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

func main() {
	counts := flag.Bool("counts", false, "leave out times, and fail where a budget is overrun")
	runs := flag.Int("runs", 40, "how often each program is timed")
	flag.Parse()
	if err := run(*counts, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(counts bool, runs int) error {
	dir, err := os.MkdirTemp("", "backcare-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	p, err := build(dir)
	if err != nil {
		return err
	}
	var t table
	steps := []func(*programs, *table) error{sizes, instructions, figures, journalCounts}
	if !counts {
		p.runs = runs
		steps = append(steps, starts, screens, journals, assessments)
	}
	for _, step := range steps {
		if err := step(p, &t); err != nil {
			return err
		}
	}
	fmt.Printf("%s/%s, %d cores, %s, %s\n\n%s", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), processor(), runtime.Version(), &t)
	return t.verdict(counts)
}

// processor returns the name of the processor, or nothing where it is not
// known.
func processor() string {
	data, _ := os.ReadFile("/proc/cpuinfo") // only Linux has it
	for line := range strings.Lines(string(data)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown processor"
}

// present reports whether a program is on this machine.
func present(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

var (
	errOver    = errors.New("over budget")
	errMissing = errors.New("not everything was measured")
)
