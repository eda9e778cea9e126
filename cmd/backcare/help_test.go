package main

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"backcare/guidance"
)

// allCommands are the commands that a person can call, the root first.
func allCommands(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		all = append(all, allCommands(sub)...)
	}
	return all
}

// Each command shows how it is called, at least twice, and each of these calls
// is one that it takes.
func TestExamplesAreCallsThatWork(t *testing.T) {
	for _, c := range allCommands(newRootCommand(&app{})) {
		lines := strings.Split(strings.TrimSpace(c.Example), "\n")
		if len(lines) < 2 {
			t.Errorf("%s has %d examples, want 2 or more", c.CommandPath(), len(lines))
		}
		for _, line := range lines {
			call, _, _ := strings.Cut(line, "   ") // what stands behind is about it
			call, _, _ = strings.Cut(call, " | ")
			call, _, _ = strings.Cut(call, " >")
			words := strings.Fields(call)
			if len(words) == 0 || words[0] != "backcare" {
				t.Errorf("%s: %q is no call of backcare", c.CommandPath(), line)
				continue
			}
			root := newRootCommand(&app{})
			root.InitDefaultHelpCmd()
			called, rest, err := root.Find(words[1:])
			if err != nil {
				t.Errorf("%q: %v", line, err)
				continue
			}
			if err := called.ParseFlags(rest); err != nil {
				t.Errorf("%q: %v", line, err)
			}
			if c.HasParent() && called.CommandPath() != c.CommandPath() && !strings.HasPrefix(called.CommandPath(), c.CommandPath()+" ") {
				t.Errorf("%q is an example of %s, but calls %s", line, c.CommandPath(), called.CommandPath())
			}
		}
	}
}

// How it is called comes before all that there is.
func TestHelpHasTheExamplesFirst(t *testing.T) {
	for _, c := range allCommands(newRootCommand(&app{})) {
		help := helpText(guidance.Open(guidance.English), 80, c)
		at := -1
		for _, heading := range []string{phraseExamples, phraseUsage, phraseCommands, phraseFlags, phraseFlagsOfAll} {
			here := strings.Index(help, "\n\n"+heading+"\n")
			if here < 0 && heading != phraseExamples && heading != phraseUsage {
				continue
			}
			if here <= at {
				t.Errorf("%s: %q is at %d, behind %d:\n%s", c.CommandPath(), heading, here, at, help)
			}
			at = here
		}
	}
}

// Help fits a narrow screen. Only examples and how a command is called stay in
// one piece, to be copied.
func TestHelpFitsANarrowScreen(t *testing.T) {
	const columns = 40
	for _, c := range allCommands(newRootCommand(&app{})) {
		help := helpText(guidance.Open(guidance.English), columns, c)
		kept := c.Example + "\n" + c.UseLine()
		for line := range strings.Lines(help) {
			line = strings.TrimRight(line, "\n")
			if len(line) > columns && !strings.Contains(kept, strings.TrimSpace(line)) {
				t.Errorf("%s: %q has %d columns", c.CommandPath(), line, len(line))
			}
		}
	}
}
