//go:build unix

package main

import (
	"fmt"
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
	// allowed is a value above the budget that is no failure yet, or 0: what was
	// reached and a little more, so that it gets no worse.
	allowed float64
}

// over reports whether the figure is outside its budget.
func (r row) over() bool {
	if r.budget < 0 {
		return r.value < -r.budget
	}
	return r.value > r.budget
}

// fails reports whether the figure is outside what is allowed.
func (r row) fails() bool { return r.over() && r.value > r.allowed }

// A table is what was measured, in order.
type table struct {
	rows []row
	// missing says what could not be measured, and why.
	missing []string
}

// atMost adds a figure that may not be above its budget. The unit follows the
// numbers.
func (t *table) atMost(what string, value, budget float64, unit, detail string) {
	t.rows = append(t.rows, row{what: what, measured: figure(value, unit) + detail, value: value, budget: budget, limit: "<= " + figure(budget, unit)})
}

// atLeast adds a figure that may not be below its budget.
func (t *table) atLeast(what string, value, budget float64, unit string) {
	t.rows = append(t.rows, row{what: what, measured: figure(value, unit), value: value, budget: -budget, limit: ">= " + figure(budget, unit)})
}

// allow lets the figure that was added last be above its budget, up to a value.
// Beside the call stands why.
func (t *table) allow(value float64) { t.rows[len(t.rows)-1].allowed = value }

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
		switch {
		case r.fails():
			within = "**over**"
		case r.over():
			within = fmt.Sprintf("**over**, allowed up to %g", r.allowed)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", r.what, r.measured, r.limit, within)
	}
	return b.String()
}

// verdict says what falls short and what is not known. Where the figures are
// such that load cannot change, either is an error.
func (t *table) verdict(fail bool) error {
	var over []string
	failures := 0
	for _, r := range t.rows {
		if r.over() {
			over = append(over, r.what)
		}
		if r.fails() {
			failures++
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
	case fail && failures > 0:
		return errOver
	case fail && len(t.missing) > 0:
		return errMissing
	}
	return nil
}
