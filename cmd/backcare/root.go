package main

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard/settings"
	"backcare/wizard/terminal"
)

// app is what the commands share: the streams, and the knowledge.
type app struct {
	stdin          *os.File
	stdout, stderr *os.File
	library        *guidance.Library
	term           *terminal.Terminal

	// unwritten is why help could not be written: whoever asks for it is not told.
	unwritten error

	// file is what the file of the settings says, and flags those that all
	// commands have. What both come to is decided once.
	file      settings.File
	flags     *pflag.FlagSet
	decided   *settings.Settings
	undecided error
}

// run is the whole program but for the exit.
func run(args []string, stdin, stdout, stderr *os.File) int {
	f := readSettings(args)
	return runIn(guidance.Open(chooseLanguage(args, f, os.Getenv)), f, args, stdin, stdout, stderr)
}

// runIn is run in a language, with settings.
func runIn(l *guidance.Library, f settings.File, args []string, stdin, stdout, stderr *os.File) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, file: f}
	a.speakFrom(l)
	root := newRootCommand(a)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if isCompleting(args) {
		if err := offerValues(a, root); err != nil {
			return a.report(err)
		}
	}
	return a.report(errors.Join(root.Execute(), a.unwritten))
}

func newRootCommand(a *app) *cobra.Command {
	var showVersion, plain, noColor, noBell, voice bool
	root := &cobra.Command{
		Use:           "backcare",
		Short:         "Guided self-care for a back that has just gone into spasm",
		Example:       "  backcare check        find out how urgent it is, and what helps\n  backcare stretches    movements, with a moving picture\n  backcare relief       heat, ice, a walk, rest or breathing\n  backcare sleep        positions for the night\n  backcare learn        why it happens, how long it takes, what helps",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 && isRelief(a.library, args[0]) {
				return usageWith(message.Textf("Did you mean %s?", anyOf(reliefMeant(a.library, "", args[0]))), "there is no command %q", args[0])
			}
			return unknownCommand(c, args)
		},
		PersistentPreRun: func(c *cobra.Command, _ []string) {
			if !showVersion && !isCompleting([]string{c.Name()}) && c.Name() != settingsCommand {
				a.sayUnsettled()
			}
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if showVersion {
				return printVersion(a.stdout)
			}
			return runWelcome(a, c)
		},
	}
	root.PersistentFlags().BoolVar(&plain, "plain", false, "ask in plain numbered lines, for screen readers and pipes")
	root.PersistentFlags().BoolVar(&noColor, "no-color", false, "use no colour")
	root.PersistentFlags().BoolVar(&noBell, "no-bell", false, "ring no bell at the end of a movement or a side")
	root.PersistentFlags().BoolVar(&voice, "voice", false, "say what to do, with the speech program of this machine")
	root.PersistentFlags().Var(langFlag{a}, "lang", "speak this `language` (that of your locale)")
	a.flags = root.PersistentFlags()
	root.Flags().BoolVarP(&showVersion, "version", "v", false, "print the version")
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		a.speak(root)
		if c == root { // only here, so that no other command pays for reading it
			c.Long = c.Short + ".\n\n" + a.library.Notices().IntendedUse
		}
		_, a.unwritten = io.WriteString(a.stdout, helpText(a.library, a.terminal().Width(), c))
	})
	root.SetHelpCommand(newHelpCommand())
	root.AddCommand(newCheckCommand(a), newStretchesCommand(a), newReliefCommand(a), newSleepCommand(a), newLearnCommand(a),
		newReportCommand(a), newJournalCommand(a), newPlanCommand(a), newQuestionsCommand(a), newWhyCommand(a), newSourcesCommand(a),
		newSettingsCommand(a), newCompletionCommand(a), newManualCommand(a))
	return root
}

// unknownCommand refuses what is neither a command nor a flag.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := helpHint(c)
	if near, ok := guidance.Nearest(args[0], commandNames(c)); ok {
		hint = message.Textf("Did you mean '%s %s'?", c.CommandPath(), near)
	}
	return usageWith(hint, "there is no command %q", args[0])
}

// commandNames are the names of the commands of a command.
func commandNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// helpHint says where to read on.
func helpHint(c *cobra.Command) message.Text {
	return message.Textf("See '%s --help'.", c.CommandPath())
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageWith(helpHint(c), "%s takes no argument, but got %q", c.Name(), args[0])
	}
	return nil
}
