package main

import (
	"os"
	"slices"

	"github.com/spf13/pflag"

	"backcare/wizard/settings"
	"backcare/wizard/terminal"
)

// readSettings reads the file of the settings, but not where only the version
// is wanted. Without a folder for it there is none.
func readSettings(args []string) settings.File {
	if len(args) == 1 && (args[0] == "--version" || args[0] == "-v") {
		return settings.File{}
	}
	path, err := settings.Path()
	if err != nil {
		return settings.File{}
	}
	return settings.Read(path)
}

// settled returns the settings as they are in this run, and what is wrong with
// them. They are decided once, when the flags are known.
func (a *app) settled() (settings.Settings, error) {
	if a.decided == nil {
		s, err := settings.Decide(a.library, a.file, os.Getenv, a.settingFlags())
		a.decided, a.undecided = &s, err
	}
	return *a.decided, a.undecided
}

// settings returns the settings as they are in this run. What is wrong with
// them was said when it began.
func (a *app) settings() settings.Settings {
	s, _ := a.settled()
	return s
}

// sayUnsettled says what is wrong with the settings: a person who needs help
// gets it all the same, with the settings that are right.
func (a *app) sayUnsettled() {
	if a.file.Empty() && !slices.ContainsFunc(settings.Names(), func(name string) bool { return os.Getenv(settings.Variable(name)) != "" }) {
		return // and nothing is decided before somebody needs it
	}
	if _, err := a.settled(); err != nil {
		a.sayError("%s", err)
		a.sayHint(phraseMendSettings)
	}
}

// settingFlags returns the flags that were given, as settings.
func (a *app) settingFlags() map[string]string {
	given := map[string]string{}
	if a.flags == nil {
		return given
	}
	a.flags.VisitAll(func(f *pflag.Flag) {
		if s, ok := flagSettings[f.Name]; ok && f.Changed {
			value := s.no
			if f.Value.String() == "true" {
				value = s.yes
			}
			given[s.name] = value
		}
	})
	if a.flags.Changed("lang") {
		given[settings.Language] = a.library.Language()
	}
	return given
}

// flagSettings are the flags that are settings for one run, with what they make
// of it when they are given and when they are given as false.
var flagSettings = map[string]struct{ name, yes, no string }{
	"plain":    {settings.Plain, settings.Yes, settings.No},
	"no-color": {settings.Color, settings.No, settings.Auto},
	"no-bell":  {settings.Bell, settings.No, settings.Yes},
	"voice":    {settings.Voice, settings.Yes, settings.No},
}

// colors are the values of the setting color.
var colors = map[string]terminal.Color{
	settings.Auto: terminal.AutoColor, settings.Yes: terminal.AlwaysColor, settings.No: terminal.NoColor,
}

// asksPlainly reports whether plain lines were asked for in this very call, as
// somebody does who means to answer questions in a pipe.
func (a *app) asksPlainly() bool {
	plain := a.settings().Of(settings.Plain)
	return plain.Value == settings.Yes && plain.Origin == settings.FromFlag
}

// emergencyNumber returns the number to call in the country of the settings,
// which is that of the locale unless somebody said otherwise, or "" where it is
// not known. A locale is not a place, so whoever shows the number shows the
// common others beside it.
func (a *app) emergencyNumber() string { return a.settings().Number(a.library) }
