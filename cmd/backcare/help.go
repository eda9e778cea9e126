package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"backcare/guidance"
)

// helpText is the help of a command: what it does, how it is called for the
// most usual ends, and only then all that there is.
func helpText(l *guidance.Library, c *cobra.Command) string {
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
	section(l.Say(phraseExamples), c.Example)
	usage := "  " + useLine(l, c) + "\n"
	if c.HasAvailableSubCommands() {
		usage += "  " + c.CommandPath() + " " + l.Say(phraseCommand) + "\n"
	}
	section(l.Say(phraseUsage), usage)
	section(l.Say(phraseCommands), commandLines(c))
	section(l.Say(phraseFlags), flagLines(l, c.LocalFlags()))
	section(l.Say(phraseFlagsOfAll), flagLines(l, c.InheritedFlags()))
	if c.HasAvailableSubCommands() {
		b.WriteString("\n" + l.Sayf(phraseMoreHelp, c.CommandPath()) + "\n")
	}
	return b.String()
}

// useLine is how a command is called, as cobra tells it.
func useLine(l *guidance.Library, c *cobra.Command) string {
	line, some := strings.CutSuffix(c.UseLine(), " [flags]")
	if some {
		line += " " + l.Say(phraseSomeFlags)
	}
	return line
}

// flagLines are the flags of a set, as pflag tells them.
func flagLines(l *guidance.Library, flags *pflag.FlagSet) string {
	return strings.ReplaceAll(flags.FlagUsages(), "(default ", "("+l.Say(phraseDefault)+" ")
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
