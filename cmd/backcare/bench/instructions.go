//go:build unix

package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// instructions counts what a start costs, on one thread, so that no other one
// is counted while it waits. 2.5 and 25 million were asked for; the budgets are
// what was reached and a little more, so that none of it is lost unseen.
func instructions(p *programs, t *table) error {
	if !present("valgrind") {
		t.miss("instructions", "there is no valgrind")
		return nil
	}
	for _, c := range []struct {
		what   string
		budget float64
		args   []string
	}{
		{"instructions of `--version`", 1.5e6, []string{"--version"}},
		{"instructions of `check --answers --json`", 12e6, []string{"check", "--answers", p.answers, "--json"}},
	} {
		n, err := p.count(append([]string{p.backcare}, c.args...)...)
		if err != nil {
			t.miss(c.what, err.Error())
			continue
		}
		t.atMost(c.what, n, c.budget, "", "")
	}
	return nil
}

var refs = regexp.MustCompile(`I\s+refs:\s+([\d,]+)`)

func (p *programs) count(args ...string) (float64, error) {
	cmd := p.command("valgrind", append([]string{"--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"}, args...)...)
	cmd.Env = append(cmd.Env, "GOMAXPROCS=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("count the instructions of %s: %w\n%s", strings.Join(args[1:], " "), err, out)
	}
	found := refs.FindSubmatch(out)
	if found == nil {
		return 0, fmt.Errorf("count the instructions of %s: no count in\n%s", strings.Join(args[1:], " "), out)
	}
	return strconv.ParseFloat(strings.ReplaceAll(string(found[1]), ",", ""), 64)
}
