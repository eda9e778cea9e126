package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"backcare/guidance"
	"backcare/wizard/terminal"
	"backcare/wizard/textwidth"
)

// helpText is the help of a command in so many columns: what it does, how it is
// called for the most usual ends, and only then all that there is.
func helpText(l *guidance.Library, columns int, c *cobra.Command) string {
	var b strings.Builder
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	for paragraph := range strings.SplitSeq(strings.TrimSpace(about), "\n\n") {
		writeLines(&b, terminal.Wrap(oneLine(paragraph), columns, "", ""))
		b.WriteString("\n")
	}
	section := func(heading, text string) {
		if text = strings.TrimRight(text, " \n"); text != "" {
			writeLines(&b, terminal.Wrap(heading, columns, "", ""))
			b.WriteString(text + "\n\n")
		}
	}
	section(l.Say(phraseExamples), c.Example)
	usage := "  " + useLine(l, c) + "\n"
	if c.HasAvailableSubCommands() {
		usage += "  " + c.CommandPath() + " " + l.Say(phraseCommand) + "\n"
	}
	section(l.Say(phraseUsage), usage)
	section(l.Say(phraseCommands), commandLines(c, columns))
	section(l.Say(phraseFlags), flagLines(l, c.LocalFlags(), columns))
	section(l.Say(phraseFlagsOfAll), flagLines(l, c.InheritedFlags(), columns))
	if c.HasAvailableSubCommands() {
		writeLines(&b, terminal.Wrap(l.Sayf(phraseMoreHelp, c.CommandPath()), columns, "", ""))
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func writeLines(b *strings.Builder, lines []string) {
	for _, line := range lines {
		b.WriteString(line + "\n")
	}
}

// useLine is how a command is called, as cobra tells it.
func useLine(l *guidance.Library, c *cobra.Command) string {
	line, some := strings.CutSuffix(c.UseLine(), " [flags]")
	if some {
		line += " " + l.Say(phraseSomeFlags)
	}
	return line
}

// flagLines are the flags of a set, each with what it is for.
func flagLines(l *guidance.Library, flags *pflag.FlagSet, columns int) string {
	var lines [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		takes, usage := pflag.UnquoteUsage(f)
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if takes != "" {
			name += " " + takes
		}
		if f.DefValue != "" && f.DefValue != "0" && f.DefValue != "false" {
			usage += " (" + l.Say(phraseDefault) + " " + f.DefValue + ")"
		}
		lines = append(lines, [2]string{name, oneLine(usage)})
	})
	return inTwoColumns(lines, columns)
}

// commandLines are the commands of a command, each with what it does.
func commandLines(c *cobra.Command, columns int) string {
	var lines [][2]string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			lines = append(lines, [2]string{"  " + sub.Name(), sub.Short})
		}
	}
	return inTwoColumns(lines, columns)
}

// inTwoColumns puts what is about a name beside it, or below it where there is
// no room for it beside all names.
func inTwoColumns(lines [][2]string, columns int) string {
	const readable, indent = 30, 6
	widest := 0
	for _, line := range lines {
		widest = max(widest, textwidth.Columns(line[0]))
	}
	var b strings.Builder
	beside := columns-widest-2 >= readable
	for _, line := range lines {
		name := line[0] + strings.Repeat(" ", widest+2-textwidth.Columns(line[0]))
		rest := widest + 2
		if !beside {
			writeLines(&b, terminal.Wrap(strings.TrimLeft(line[0], " "), columns, "  ", "    "))
			name, rest = strings.Repeat(" ", indent), indent
		}
		writeLines(&b, terminal.Wrap(line[1], columns, name, strings.Repeat(" ", rest)))
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
