package main

import (
	"io"

	"github.com/spf13/cobra"
)

// A shell is one that can complete what is typed.
type shell struct {
	name string
	// script writes what the shell reads to be able to.
	script func(root *cobra.Command, w io.Writer) error
}

// shells are those that a script can be had for.
var shells = []shell{
	{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
	{"zsh", (*cobra.Command).GenZshCompletion},
	{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
	{"powershell", (*cobra.Command).GenPowerShellCompletionWithDesc},
}

func shellNames() []string {
	names := make([]string, len(shells))
	for i, s := range shells {
		names[i] = s.name
	}
	return names
}

func newCompletionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Let the shell complete commands, names and dates",
		Long:  phraseCompletionHelp,
		Example: "  backcare completion bash > ~/.local/share/bash-completion/completions/backcare\n" +
			"  backcare completion zsh > ~/.zfunc/_backcare\n" +
			"  backcare completion fish > ~/.config/fish/completions/backcare.fish\n" +
			"  backcare completion powershell >> $PROFILE",
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageWith(listHint(shellNames()), "completion takes the name of one shell")
			}
			for _, s := range shells {
				if s.name == args[0] {
					return s.script(c.Root(), a.stdout)
				}
			}
			return usageWith(didYouMean(args[0], shellNames()), "there is no script for the shell %q", args[0])
		},
	}
}

// isCompleting reports whether a shell asks for what can be typed next, rather
// than a person for something to be done.
func isCompleting(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}
