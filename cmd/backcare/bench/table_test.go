//go:build unix

package main

import (
	"errors"
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
