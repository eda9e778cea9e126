//go:build unix

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// journalCounts counts how often a save makes the disk write.
func journalCounts(p *programs, t *table) error {
	if !present("strace") {
		t.miss("writes of a save", "there is no strace")
		return nil
	}
	log := filepath.Join(p.dir, "strace")
	home, err := p.home(1)
	if err != nil {
		return err
	}
	cmd := p.command("strace", "-f", "-o", log, "-e", "trace=fsync,fdatasync,write", p.backcare, "journal", "add", "4")
	cmd.Env = append(cmd.Env, home)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("trace a save: %w\n%s", err, out)
	}
	data, err := os.ReadFile(log)
	if err != nil {
		return err
	}
	flushes := 0
	for line := range strings.Lines(string(data)) {
		if strings.Contains(line, "write(1") {
			break // it is said to be saved
		}
		if strings.Contains(line, "sync(") {
			flushes++
		}
	}
	t.atMost("flushes before a check-in is said to be saved", float64(flushes), 1, "", "")
	return nil
}

// noOp is the smallest command that knows of a journal and does nothing with
// it: it finds out where the journal is, and opens no file of it. What the
// others take above it is their reading and writing.
var noOp = []string{"journal", "path"}

// journals times saving, and reading journals of several lengths.
func journals(p *programs, t *table) error {
	home, err := p.home(10)
	if err != nil {
		return err
	}
	// Where the pain is is said, so that the journal is not read for it: how long
	// saving takes behind a reading is among the readers below.
	save := []string{"journal", "add", "4", "--area", "lower"}
	times, err := p.elapsed(p.runs, append(p.environment(), home), p.backcares(noOp, save)...)
	if err != nil {
		return err
	}
	t.atMost("saving a check-in", ratio(times[1], times[0]), 1.3, "x no-op", "")
	for _, c := range []struct {
		entries int
		budget  float64
	}{{10, 2.2}, {1_000, 2.2}, {100_000, 65}} {
		if err := p.reading(t, c.entries, c.budget); err != nil {
			return err
		}
	}
	return p.linear(t)
}

// linear compares what an entry takes in a long journal with what it takes in
// a shorter one, above what a no-op takes. A tenth is left for the noise of a
// machine that others use, and another for memory further away.
func (p *programs) linear(t *table) error {
	var each [2]float64
	for i, entries := range []int{10_000, 100_000} {
		home, err := p.home(entries)
		if err != nil {
			return err
		}
		times, err := p.elapsed(fewest, append(p.environment(), home), p.backcares(noOp, []string{"journal", "show"})...)
		if err != nil {
			return err
		}
		each[i] = float64(times[1]-times[0]) / float64(entries)
	}
	t.atMost("an entry among 100,000, `journal show`", each[1]/each[0], 1.2, "x one among 10,000", "")
	return nil
}

// backcares are commands of backcare, as they are run.
func (p *programs) backcares(all ...[]string) [][]string {
	var commands [][]string
	for _, args := range all {
		commands = append(commands, append([]string{p.backcare}, args...))
	}
	return commands
}

// readers are the commands that go through a journal.
var readers = [][]string{{"journal", "show"}, {"journal", "trend"}, {"journal", "export"}, {"journal", "export", "--format", "csv"},
	{"journal", "add", "4"}, {"journal", "edit", "last", "--pain", "3"}}

// looks is how often a reader is weighed. One that takes 3 ms may end between
// two looks at it, or be seen only before it has read; the most of several runs
// is what counts.
const looks = 10

// reading times and weighs each reader of a journal.
func (p *programs) reading(t *table, entries int, budget float64) error {
	home, err := p.home(entries)
	if err != nil {
		return err
	}
	check := []string{"check", "--answers", p.answers}
	all := append([][]string{noOp, check}, readers...)
	all = append(all, append(check, "--journal"))
	runs := p.runs
	if entries > 10_000 {
		runs = fewest // of which each takes long enough
	}
	times, err := p.elapsed(runs, append(p.environment(), home), p.backcares(all...)...)
	if err != nil {
		return err
	}
	for n, args := range all {
		name := strings.ReplaceAll(fmt.Sprintf("`%s`, %d entries", strings.Join(args, " "), entries), p.answers+" ", "")
		base := 0
		switch {
		case n < 2: // what the others are held against
			continue
		case args[0] == "check":
			base = 1
		}
		unit := []string{"x no-op", "x without --journal"}[base]
		t.atMost(name, ratio(times[n], times[base]), budget, unit, fmt.Sprintf(" (%.0f ms)", float64(times[n])/1e6))
		most := 0.0
		for range looks {
			cmd := p.command(p.backcare, args...)
			cmd.Env = append(cmd.Env, home)
			once, err := peak(cmd)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			most = max(most, once)
		}
		t.atMost(name+": memory", most, 16, " MiB", "")
	}
	return nil
}

// home makes a folder for data with a journal of some entries, and returns the
// variable that names it.
func (p *programs) home(entries int) (string, error) {
	dir := filepath.Join(p.dir, fmt.Sprint("data-", entries))
	home := "XDG_DATA_HOME=" + dir
	file := filepath.Join(dir, "backcare", "journal.jsonl")
	if _, err := os.Stat(file); err == nil {
		return home, nil
	}
	// One entry by the program itself is the pattern for all.
	cmd := p.command(p.backcare, "journal", "add", "4", "--area", "lower", "better after a walk")
	cmd.Env = append(cmd.Env, home)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("start a journal: %w\n%s", err, out)
	}
	pattern, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	return home, multiply(file, pattern, entries)
}

// multiply writes a journal of entries an hour apart, each with an id and a
// score of its own: of ten two are checks with their answers, one is a note, one a
// note that JSON writes with escapes, and six are routines. Each fiftieth corrects
// the one before.
func multiply(file string, pattern []byte, entries int) error {
	var entry map[string]any
	if err := json.Unmarshal(bytes.TrimSpace(pattern), &entry); err != nil {
		return fmt.Errorf("read an entry: %w", err)
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	id := fmt.Sprint(entry["id"])
	name := func(n int) string { return fmt.Sprintf("%s%06d%s", id[:2], n, id[8:]) } // as if at other times
	last := time.Now().Add(-time.Hour)
	kinds := [...]string{
		`"kind":"check","area":"lower","pain":%[1]d,"feelings":["grabbing"],"disposition":"self-care","answers":` + strings.ReplaceAll(healthy, "\n", ""),
		`"kind":"note","area":"lower","pain":%[1]d,"note":"better after a walk, größer als gedacht"`,
		`"kind":"routine","area":"neck","pain":%[1]d,"done":[{"relief":"shoulder-raises","before":5,"after":%[1]d},{"relief":"chest-opener","together":true}]`,
	}
	const quoting = `"kind":"note","area":"lower","pain":%[1]d,"note":"she said \"walk\":\nso I did"`
	const corrections = 50
	for n := range entries {
		at := last.Add(-time.Duration(entries-n) * time.Hour)
		kind := kinds[min(n%5, len(kinds)-1)]
		if n%10 == 6 {
			kind = quoting
		}
		what := fmt.Sprintf(kind, n%11)
		if n%corrections == corrections-1 {
			what += fmt.Sprintf(`,"corrects":"%s"`, name(n-1))
		}
		fmt.Fprintf(out, `{"v":%v,"id":"%s","time":"%s",%s}`+"\n", entry["v"], name(n), at.Format(time.RFC3339), what)
	}
	return out.Flush()
}
