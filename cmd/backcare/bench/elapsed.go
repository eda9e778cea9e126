//go:build unix

package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// starts times programs from start to exit, side by side.
func starts(p *programs, t *table) error {
	none := func(name string, args ...string) []string { return append([]string{name}, args...) }
	times, err := p.elapsed(p.runs, p.environment(), none(p.hello), none(p.floor, "--version"), none(p.backcare, "--version"),
		none(p.floor, "check"), none(p.backcare, "check", "--answers", p.answers, "--json"))
	if err != nil {
		return err
	}
	ms := func(d time.Duration) string { return fmt.Sprintf(" (%.2f ms)", float64(d)/1e6) }
	t.atMost("start to exit, `--version`", ratio(times[2], times[1]), 1.15, "x floor", ms(times[2]))
	t.atMost("`check --answers --json`", ratio(times[4], times[3]), 2, "x floor", ms(times[4]))
	return nil
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }

// elapsed returns the median time of each of some commands, run with an
// environment.
func (p *programs) elapsed(runs int, environment []string, commands ...[]string) ([]time.Duration, error) {
	if present("hyperfine") {
		return p.hyperfine(runs, environment, commands)
	}
	all := make([][]time.Duration, len(commands))
	for range runs {
		for i, c := range commands { // in turn, so that a busy moment is shared
			began := time.Now()
			cmd := exec.Command(c[0], c[1:]...)
			cmd.Env = environment
			if out, err := cmd.CombinedOutput(); err != nil {
				return nil, fmt.Errorf("run %v: %w\n%s", c, err, out)
			}
			all[i] = append(all[i], time.Since(began))
		}
	}
	return medians(all), nil
}

func medians(all [][]time.Duration) []time.Duration {
	out := make([]time.Duration, len(all))
	for i, times := range all {
		out[i] = median(times)
	}
	return out
}

func median[T cmp.Ordered](values []T) T {
	slices.Sort(values)
	return values[len(values)/2]
}

// hyperfine lets hyperfine time the commands, without a shell. It runs one
// command after the other, so it is asked again and again for a few runs, for
// the commands to take turns.
func (p *programs) hyperfine(runs int, environment []string, commands [][]string) ([]time.Duration, error) {
	const few = 5
	all := make([][]time.Duration, len(commands))
	for done := 0; done < runs; done += few {
		round, err := p.hyperfineRound(few, environment, commands)
		if err != nil {
			return nil, err
		}
		for i, times := range round {
			all[i] = append(all[i], times...)
		}
	}
	return medians(all), nil
}

// hyperfineRound returns the times of each command.
func (p *programs) hyperfineRound(runs int, environment []string, commands [][]string) ([][]time.Duration, error) {
	file := filepath.Join(p.dir, "hyperfine.json")
	args := []string{"-N", "--style", "none", "--warmup", "1", "--runs", fmt.Sprint(runs), "--export-json", file}
	for _, c := range commands {
		var quoted []string
		for _, word := range c {
			quoted = append(quoted, "'"+word+"'")
		}
		args = append(args, strings.Join(quoted, " "))
	}
	cmd := exec.Command("hyperfine", args...)
	cmd.Env = environment
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("hyperfine: %w\n%s", err, out)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var report struct {
		Results []struct {
			Times []float64 `json:"times"` // in seconds
		} `json:"results"`
	}
	if err := json.Unmarshal(data, &report); err != nil {
		return nil, fmt.Errorf("read the report of hyperfine: %w", err)
	}
	round := make([][]time.Duration, len(report.Results))
	for i, r := range report.Results {
		for _, seconds := range r.Times {
			round[i] = append(round[i], time.Duration(seconds*float64(time.Second)))
		}
	}
	return round, nil
}
