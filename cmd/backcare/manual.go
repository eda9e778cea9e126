package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
)

// newManualCommand returns the command that packages are made with. Nobody in
// pain needs it, so it is in no list.
func newManualCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    "manual FOLDER",
		Short:  "Write the manual pages into a folder",
		Long:   phraseManualHelp,
		Hidden: true,
		Example: "  backcare manual /usr/local/share/man/man1\n" +
			"  backcare manual . && man ./backcare.1",
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageWith(helpHint(c), "manual takes one folder, but got %d", len(args))
			}
			return writeManual(a, c.Root(), args[0])
		},
	}
}

// writeManual writes a page for each command into a folder, over what is there.
// It is in English, as are the names of all commands and flags.
func writeManual(a *app, root *cobra.Command, folder string) error {
	const forAll = 0o644
	m := manual{root: root, build: thisBuild(), intendedUse: guidance.Open(guidance.English).Notices().IntendedUse}
	commands := m.commands(root)
	for _, c := range commands {
		if err := os.WriteFile(filepath.Join(folder, pageName(c)+".1"), []byte(m.page(c)), forAll); err != nil {
			return message.Errorf("write the manual: %w", err)
		}
	}
	fmt.Fprintln(a.stderr, a.library.Sayf(phraseManualWritten, len(commands), folder))
	return nil
}

// A manual is made of the commands.
type manual struct {
	root        *cobra.Command
	build       build
	intendedUse string
}

// commands are a command and those below it, in the order of their names.
func (m manual) commands(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			all = append(all, m.commands(sub)...)
		}
	}
	return all
}

// day is that of the commit that the program was built from, so that a release
// makes the same pages whenever it is built, or else today.
func (m manual) day() time.Time {
	if day, err := time.Parse(time.DateOnly, m.build.date); err == nil {
		return day
	}
	return now()
}
