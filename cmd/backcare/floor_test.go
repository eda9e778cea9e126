package main

import (
	"fmt"
	"go/format"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// The benchmark compares backcare with a program that has the same commands
// and flags and does nothing. UPDATE=1 writes its commands anew.
func TestFloorHasTheCommandsOfBackcare(t *testing.T) {
	const file = "bench/floor/tree.go"
	source, err := format.Source([]byte("package main\n\n" +
		"// tree has the commands and flags of backcare. A test of backcare writes it.\n" +
		"var tree = " + literal(newRootCommand(&app{})) + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, source, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(source) {
		t.Errorf("%s has other commands than backcare; run UPDATE=1 go test ./cmd/backcare -run %s", file, t.Name())
	}
}

// literal writes a command as Go.
func literal(c *cobra.Command) string {
	var switches, texts, subcommands []string
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Value.Type() == "bool" {
			switches = append(switches, f.Name)
		} else {
			texts = append(texts, f.Name)
		}
	})
	for _, sub := range c.Commands() {
		subcommands = append(subcommands, literal(sub))
	}
	var b strings.Builder
	if !c.HasParent() {
		b.WriteString("command")
	}
	b.WriteString("{")
	fmt.Fprintf(&b, "use: %q, short: %q", c.Use, c.Short)
	b.WriteString(listed("switches", switches) + listed("texts", texts))
	if len(subcommands) > 0 {
		b.WriteString(", subcommands: []command{\n" + strings.Join(subcommands, ",\n") + ",\n}")
	}
	return b.String() + "}"
}

func listed(name string, values []string) string {
	if len(values) == 0 {
		return ""
	}
	return fmt.Sprintf(", %s: %#v", name, values)
}
