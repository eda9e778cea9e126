package main

import (
	"os"
	"strings"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard/settings"
)

// chooseLanguage returns the language for a run. It is needed before the flags
// are read, because what is wrong with them is said in it, too; a --lang that
// names none is an error later, when the flags are.
func chooseLanguage(args []string, f settings.File, getenv func(string) string) string {
	named := langIn(args)
	if !guidance.Speaks(named) {
		named = ""
	}
	return settings.DecideLanguage(f, getenv, named)
}

// langIn finds the last --lang among arguments.
func langIn(args []string) string {
	named := ""
	for n, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			named = value
		} else if arg == "--lang" && n+1 < len(args) {
			named = args[n+1]
		}
	}
	return named
}

// speakFrom makes a library the one that is told from, with the emergency number
// of the settings.
func (a *app) speakFrom(l *guidance.Library) {
	a.library = l.Calling(func() string { return settings.DecideNumber(l, a.file, os.Getenv) })
}

// A langFlag is the value of --lang.
type langFlag struct{ a *app }

func (f langFlag) String() string { return "" } // the help shows no default: the locale has it
func (f langFlag) Type() string   { return "language" }

// Set speaks a language from now on.
func (f langFlag) Set(name string) error {
	if !guidance.Speaks(name) {
		return message.Errorf("there is no language %q; there are: %s", name, strings.Join(guidance.Languages(), ", "))
	}
	if name != f.a.library.Language() {
		f.a.speakFrom(guidance.Open(name))
	}
	return nil
}
