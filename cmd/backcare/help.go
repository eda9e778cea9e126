package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// helpText is the help of a command: what it does, how it is called for the
// most usual ends, and only then all that there is.
func helpText(c *cobra.Command) string {
	var b strings.Builder
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	b.WriteString(strings.TrimSpace(about) + "\n")
	section := func(heading, text string) {
		if text = strings.TrimRight(text, " \n"); text != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", heading, text)
		}
	}
	section(phraseExamples, c.Example)
	usage := "  " + c.UseLine() + "\n"
	if c.HasAvailableSubCommands() {
		usage += "  " + c.CommandPath() + " COMMAND\n"
	}
	section(phraseUsage, usage)
	section(phraseCommands, commandLines(c))
	section(phraseFlags, c.LocalFlags().FlagUsages())
	section(phraseFlagsOfAll, c.InheritedFlags().FlagUsages())
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n"+phraseMoreHelp+"\n", c.CommandPath())
	}
	return b.String()
}

// commandLines are the commands of a command, a line each.
func commandLines(c *cobra.Command) string {
	var b strings.Builder
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(&b, "  %-*s %s\n", sub.NamePadding(), sub.Name(), sub.Short)
		}
	}
	return b.String()
}

func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "help [COMMAND...]",
		Short:             "Show the help of a command",
		Long:              "Show the help of a command, as --help behind it does.",
		Example:           "  backcare help check\n  backcare help journal add",
		ValidArgsFunction: offerAfter(commandValues),
		RunE: func(c *cobra.Command, args []string) error {
			at, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(at, rest)
			}
			at.InitDefaultHelpFlag() // to be shown
			return at.Help()
		},
	}
}
