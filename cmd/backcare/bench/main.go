//go:build unix

// Command bench measures backcare beside programs that do less, on the machine
// it runs on, and prints one table with the budget next to each figure.
//
//	go run ./cmd/backcare/bench            # everything, a few minutes
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
	"time"
)

func main() {
	counts := flag.Bool("counts", false, "leave out times, and fail where a budget is overrun")
	runs := flag.Int("runs", 40, fmt.Sprintf("how often each program is timed, %d or more", fewest))
	flag.Parse()
	if err := run(*counts, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// fewest is of how few runs a median is taken.
const fewest = 20

func run(counts bool, runs int) error {
	if runs < fewest {
		return fmt.Errorf("a median of %d runs says little: give -runs %d or more", runs, fewest)
	}
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
	steps := []step{{"sizes", sizes}, {"instructions", instructions}, {"a moving figure", figureBytes}, {"flushes of a save", journalCounts}}
	if !counts {
		p.runs = runs
		steps = append(steps, step{"peak memory, a figure moving", figureMemory}, step{"starts", starts}, step{"screens", screens}, step{"journals", journals}, step{"assessments", assessments}, step{"sweep", sweep},
			step{"instructions of a frame", frames})
	}
	t.measure(p, steps)
	fmt.Printf("%s, on %s/%s %s, %d cores, %s, %s\n\n%s", time.Now().Format("2 January 2006"), runtime.GOOS, runtime.GOARCH, kernel(),
		runtime.NumCPU(), processor(), runtime.Version(), &t)
	return t.verdict(counts)
}

// A step measures some rows of the table.
type step struct {
	name string
	run  func(*programs, *table) error
}

// measure goes through the steps. One that fails, as on a system without what
// it needs, is noted as missing and takes nothing from the others.
func (t *table) measure(p *programs, steps []step) {
	for _, s := range steps {
		if err := s.run(p, t); err != nil {
			t.miss(s.name, err.Error())
		}
	}
}

// kernel returns the release of the kernel, or nothing where it is not known.
func kernel() string {
	data, _ := os.ReadFile("/proc/sys/kernel/osrelease") // only Linux has it
	return strings.TrimSpace(string(data))
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
