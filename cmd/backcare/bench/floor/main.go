// Command floor is the second yardstick of the benchmark: a program with the
// commands and flags of backcare that links the same libraries and does
// nothing. What backcare costs above it is its own. It must import nothing of
// backcare.
package main

import (
	"fmt"
	"os"

	"github.com/AlecAivazis/survey/v2"
	"github.com/fatih/color"
	"github.com/spf13/cobra"
)

// A command is one node of the tree of commands.
type command struct {
	use, short string
	// flags are the names of its flags, each a switch or a text.
	switches, texts []string
	subcommands     []command
}

func main() {
	root := tree.cobra()
	root.Version = "0"
	root.AddCommand(&cobra.Command{Use: "ask", Hidden: true, RunE: func(*cobra.Command, []string) error { return ask() }})
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// ask keeps the libraries of a conversation in the program.
func ask() error {
	var chosen int
	if err := survey.AskOne(&survey.Select{Message: "Which?", Options: []string{"one", "two"}}, &chosen); err != nil {
		return err
	}
	_, err := color.New(color.Bold).Println(chosen)
	return err
}

func (c command) cobra() *cobra.Command {
	out := &cobra.Command{Use: c.use, Short: c.short, SilenceErrors: true, SilenceUsage: true,
		RunE: func(*cobra.Command, []string) error { return nil }}
	for _, name := range c.switches {
		out.Flags().Bool(name, false, name)
	}
	for _, name := range c.texts {
		out.Flags().String(name, "", name)
	}
	for _, sub := range c.subcommands {
		out.AddCommand(sub.cobra())
	}
	return out
}
