package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// What can be typed is either completed or known to be nobody's but the
// person's: each argument and each value of a flag has its entry, and each
// entry is about one of them.
func TestEveryValueHasItsCompletion(t *testing.T) {
	a := &app{}
	offered := a.completions()
	seen := 0
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			visit(sub)
		}
		command := strings.TrimPrefix(strings.TrimPrefix(c.CommandPath(), "backcare"), " ")
		var want []string
		if strings.Contains(c.Use, " ") {
			want = append(want, "")
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.NoOptDefVal == "" {
				want = append(want, f.Name)
			}
		})
		var got []string
		for flag := range offered[command] {
			got = append(got, flag)
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q completes the values of %q, and takes those of %q", command, got, want)
		}
		seen += len(want)
		delete(offered, command)
	}
	visit(newRootCommand(a))
	for command := range offered {
		t.Errorf("there are completions for %q, which is no command", command)
	}
	t.Logf("%d arguments and flags with a completion", seen)
}
