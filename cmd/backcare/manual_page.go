package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// pageName is the name of the page of a command, such as backcare-journal-add.
func pageName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// page is the page of a command in the language mdoc, with its sections in the
// order in which manuals have them.
func (m manual) page(c *cobra.Command) string {
	p := &mdoc{}
	p.macro("Dd " + m.day().Format("January 2, 2006"))
	p.macro("Dt " + strings.ToUpper(pageName(c)) + " 1")
	p.macro("Os " + strings.TrimSpace("backcare "+m.build.version))
	p.macro("Sh NAME")
	p.macro("Nm " + pageName(c))
	p.macro("Nd " + escaped(lowerFirst(c.Short)))
	m.synopsis(p, c)
	m.description(p, c)
	if c == m.root {
		m.surroundings(p)
	}
	m.exits(p, c)
	p.macro("Sh EXAMPLES")
	p.literal(c.Example)
	m.seeAlso(p, c)
	return p.String()
}

// synopsis says how a command is called.
func (m manual) synopsis(p *mdoc, c *cobra.Command) {
	p.macro("Sh SYNOPSIS")
	p.macro(`Nm "` + c.CommandPath() + `"`)
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" {
			p.macro("Op " + longFlag(f))
		}
	})
	if c.HasAvailableSubCommands() {
		p.macro("Op Ar command")
	}
	if _, arguments, some := strings.Cut(c.Use, " "); some {
		p.macro(argumentNames(arguments))
	}
}

// argumentNames marks names such as "[NAME...]" or "[TOPIC | WORDS...]".
func argumentNames(names string) string {
	names = strings.NewReplacer("[", " [ ", "]", " ] ", "...", " ... ").Replace(names)
	var marked []string
	for name := range strings.FieldsSeq(names) {
		switch name {
		case "|", "...":
			marked = append(marked, name)
		case "[":
			marked = append(marked, "Oo")
		case "]":
			marked = append(marked, "Oc")
		default:
			marked = append(marked, "Ar "+strings.ToLower(name))
		}
	}
	return strings.Join(marked, " ")
}

// longFlag marks a flag by its long name, with what it takes.
func longFlag(f *pflag.Flag) string {
	takes, _ := pflag.UnquoteUsage(f)
	return strings.TrimSpace("Fl -" + f.Name + " " + argument(takes))
}

func argument(name string) string {
	if name == "" {
		return ""
	}
	return "Ar " + name
}

func (m manual) description(p *mdoc, c *cobra.Command) {
	p.macro("Sh DESCRIPTION")
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	if c == m.root {
		about = c.Short + ".\n\n" + m.intendedUse
	}
	p.paragraphs(about)
	if c.HasAvailableSubCommands() {
		p.macro("Pp")
		p.text(phraseManualCommands)
		p.macro("Bl -tag -width Ds")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				p.macro("It Xr " + pageName(sub) + " 1")
				p.text(sub.Short + ".")
			}
		}
		p.macro("El")
	}
	if c.HasAvailableLocalFlags() {
		p.macro("Pp")
		p.text(phraseManualFlags)
		p.macro("Bl -tag -width Ds")
		c.LocalFlags().VisitAll(p.flag)
		p.macro("El")
	}
	if c != m.root {
		p.macro("Pp")
		p.text(phraseFlagsOfAllPage)
		p.macro("Xr " + m.root.Name() + " 1 .")
	}
}

// flag is an item of a list of flags.
func (p *mdoc) flag(f *pflag.Flag) {
	_, usage := pflag.UnquoteUsage(f)
	short := ""
	if f.Shorthand != "" {
		short = "Fl " + f.Shorthand + " , "
	}
	p.macro("It " + short + longFlag(f))
	p.text(upperFirst(oneLine(usage)) + ".")
}

// surroundings are the environment and the files.
func (m manual) surroundings(p *mdoc) {
	p.macro("Sh ENVIRONMENT")
	p.macro("Bl -tag -width Ds")
	for _, v := range environment {
		p.macro("It Ev " + v.name)
		p.text(v.why)
	}
	p.macro("El")
	p.macro("Pp")
	p.text(phraseManualPrivate)
	p.macro("Sh FILES")
	p.macro("Bl -tag -width Ds")
	for _, f := range []struct{ path, why string }{
		{"~/.local/share/backcare/journal.jsonl", phraseFileJournal},
		{"~/.config/backcare/settings", phraseFileSettings},
	} {
		p.macro("It Pa " + escaped(f.path))
		p.text(f.why)
	}
	p.macro("El")
}

// exits are the codes that a command can leave with.
func (m manual) exits(p *mdoc, c *cobra.Command) {
	p.macro("Sh EXIT STATUS")
	p.macro("Bl -tag -width Ds")
	for _, e := range exitCodes {
		if !e.result || c.Flags().Lookup("exit-code") != nil {
			p.macro(fmt.Sprintf("It %d", e.code))
			p.text(e.when)
		}
	}
	p.macro("El")
}

// seeAlso are the pages around that of a command: above and below it, and
// beside it where they are few and belong together.
func (m manual) seeAlso(p *mdoc, c *cobra.Command) {
	var names []string
	add := func(commands ...*cobra.Command) {
		for _, other := range commands {
			if other != c && (other == m.root || other.IsAvailableCommand()) {
				names = append(names, pageName(other))
			}
		}
	}
	add(c.Commands()...)
	if c.HasParent() {
		add(m.root, c.Parent())
		if c.Parent() != m.root {
			add(c.Parent().Commands()...)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	p.macro("Sh SEE ALSO")
	for i, name := range names {
		comma := " ,"
		if i == len(names)-1 {
			comma = ""
		}
		p.macro("Xr " + name + " 1" + comma)
	}
}
