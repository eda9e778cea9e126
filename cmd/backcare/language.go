package main

import (
	"strings"

	"backcare/guidance"
	"backcare/guidance/message"
)

// chooseLanguage returns the language for a run: that of --lang, else that of
// the locale, else English. It is needed before the flags are read, because
// what is wrong with them is said in it, too; a --lang that names none is an
// error later, when the flags are.
func chooseLanguage(args []string, getenv func(string) string) string {
	if named := langIn(args); guidance.Speaks(named) {
		return named
	}
	// A language in the settings belongs here: a person chose it, and did not
	// choose the locale of each machine.
	if of := localeLanguage(getenv); guidance.Speaks(of) {
		return of
	}
	return guidance.English
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

// localeLanguage returns the language of the locale in the environment, such
// as "es" of "es_MX.UTF-8", or "" where it names none.
func localeLanguage(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := getenv(name); locale != "" {
			if end := strings.IndexAny(locale, "_.@-"); end >= 0 {
				locale = locale[:end]
			}
			return locale
		}
	}
	return ""
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
		f.a.library = guidance.Open(name)
	}
	return nil
}
