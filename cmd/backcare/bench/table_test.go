//go:build unix

package main

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// Only where load changes nothing does an overrun fail, and there a figure that
// is missing does as well.
func TestVerdict(t *testing.T) {
	within, over, low, missing := table{}, table{}, table{}, table{}
	within.atMost("size", 4, 4, "x hello", "")
	within.atLeast("speed", 10, 10, "")
	over.atMost("size", 4.01, 4, "x hello", " (6 MB)")
	low.atLeast("speed", 9, 10, "")
	missing.miss("instructions", "there is no valgrind")
	for _, test := range []struct {
		name           string
		table          table
		timed, counted error
		row            string
	}{
		{"within", within, nil, nil, "| size | 4.00x hello | <= 4.00x hello | within |"},
		{"over", over, nil, errOver, "| size | 4.01x hello (6 MB) | <= 4.00x hello | **over** |"},
		{"low", low, nil, errOver, "| speed | 9.00 | >= 10.00 | **over** |"},
		{"missing", missing, nil, errMissing, ""},
	} {
		if err := test.table.verdict(false); !errors.Is(err, test.timed) {
			t.Errorf("%s, timed: got %v, want %v", test.name, err, test.timed)
		}
		if err := test.table.verdict(true); !errors.Is(err, test.counted) {
			t.Errorf("%s, counted: got %v, want %v", test.name, err, test.counted)
		}
		if got := test.table.String(); !strings.Contains(got, test.row) {
			t.Errorf("%s: got\n%s\nwant %q in it", test.name, got, test.row)
		}
	}
}

// A measurement that gave nothing is not within its budget: it is missing, and
// says so. A step that fails takes nothing from the next.
func TestMeasureKeepsWhatItHas(t *testing.T) {
	var got table
	got.measure(nil, []step{
		{"memory", func(_ *programs, t *table) error { t.atMost("memory", 0, 16, " MiB", ""); return nil }},
		{"bytes", func(_ *programs, t *table) error { t.atMost("bytes", math.NaN(), 1.2, "x", ""); return nil }},
		{"time", func(_ *programs, t *table) error { t.atMost("time", math.Inf(1), 1.2, "x", ""); return nil }},
		{"speed", func(_ *programs, t *table) error { t.atLeast("speed", math.Inf(1), 10, ""); return nil }},
		{"trace", func(*programs, *table) error { return errors.New("ptrace is forbidden") }},
		{"size", func(_ *programs, t *table) error { t.atMost("size", 4, 4, "x hello", ""); return nil }},
	})
	want := []string{"memory: the measurement gave 0.00 MiB", "bytes: the measurement gave NaNx", "time: the measurement gave +Inf Mx",
		"speed: the measurement gave +Inf M", "trace: ptrace is forbidden"}
	if !slices.Equal(got.missing, want) {
		t.Errorf("got missing %q, want %q", got.missing, want)
	}
	if len(got.rows) != 1 || got.rows[0].what != "size" {
		t.Errorf("got rows %v, want the size alone", got.rows)
	}
	if err := got.verdict(true); !errors.Is(err, errMissing) {
		t.Errorf("got %v, want %v", err, errMissing)
	}
}

// A program that answers no key has no time and no bytes to a key.
func TestSettledIsNotSilent(t *testing.T) {
	e := &eye{}
	if at, n, err := e.settled(); err == nil {
		t.Errorf("got %v and %d bytes for a key that was not answered, want an error", at, n)
	}
}

// A median of a few runs is refused before anything is built.
func TestFewRunsAreRefused(t *testing.T) {
	if err := run(false, fewest-1); err == nil || !strings.Contains(err.Error(), "-runs 20") {
		t.Errorf("got %v, want an error that names -runs 20", err)
	}
}
