//go:build unix

package main

import (
	"fmt"
	"math"
	"strings"
)

// A row is one figure with its budget.
type row struct {
	what, measured string
	// value and budget are in the same unit. A budget that is a least is
	// negative.
	value, budget float64
	// limit is the budget in words.
	limit string
}

// over reports whether the figure is outside its budget.
func (r row) over() bool {
	if r.budget < 0 {
		return r.value < -r.budget
	}
	return r.value > r.budget
}

// A table is what was measured, in order.
type table struct {
	rows []row
	// missing says what could not be measured, and why.
	missing []string
}

// atMost adds a figure that may not be above its budget. The unit follows the
// numbers.
func (t *table) atMost(what string, value, budget float64, unit, detail string) {
	t.add(row{what: what, measured: figure(value, unit) + detail, value: value, budget: budget, limit: "<= " + figure(budget, unit)})
}

// atLeast adds a figure that may not be below its budget.
func (t *table) atLeast(what string, value, budget float64, unit string) {
	t.add(row{what: what, measured: figure(value, unit), value: value, budget: -budget, limit: ">= " + figure(budget, unit)})
}

// add adds a row if its figure was measured. Nothing that is measured is 0 or
// less: that, or a ratio to it, is a measurement that failed.
func (t *table) add(r row) {
	if !(r.value > 0) || math.IsInf(r.value, 0) {
		t.miss(r.what, "the measurement gave "+r.measured)
		return
	}
	t.rows = append(t.rows, r)
}

func (t *table) miss(what, why string) { t.missing = append(t.missing, what+": "+why) }

// figure writes a number as short as it can be read.
func figure(v float64, unit string) string {
	switch {
	case v >= 1e6:
		return fmt.Sprintf("%.2f M%s", v/1e6, unit)
	case v >= 100:
		return fmt.Sprintf("%.0f%s", v, unit)
	default:
		return fmt.Sprintf("%.2f%s", v, unit)
	}
}

// String returns the table as Markdown.
func (t *table) String() string {
	var b strings.Builder
	b.WriteString("| what | measured | budget | |\n|---|---|---|---|\n")
	for _, r := range t.rows {
		within := "within"
		if r.over() {
			within = "**over**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", r.what, r.measured, r.limit, within)
	}
	return b.String()
}

// verdict says what falls short and what is not known. Where the figures are
// such that load cannot change, either is an error.
func (t *table) verdict(fail bool) error {
	var over []string
	for _, r := range t.rows {
		if r.over() {
			over = append(over, r.what)
		}
	}
	fmt.Println()
	for _, m := range t.missing {
		fmt.Println("Not measured:", m)
	}
	if len(over) == 0 {
		fmt.Printf("All %d figures are within their budgets.\n", len(t.rows))
	} else {
		fmt.Printf("Over budget: %s.\n", strings.Join(over, "; "))
	}
	switch {
	case fail && len(over) > 0:
		return errOver
	case fail && len(t.missing) > 0:
		return errMissing
	}
	return nil
}
