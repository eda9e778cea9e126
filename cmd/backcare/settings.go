package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard/settings"
)

func newSettingsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "settings [NAME VALUE]",
		Short: "Show the settings, or change one",
		Long: "Show the settings and where they are kept, or change one.\n\n" +
			"journal: whether checks are remembered. ask: it is asked at the end of each\n" +
			"check. yes: always. no: never, and the journal is not read either.",
		Example: "  backcare settings\n  backcare settings journal no",
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := settings.Path()
			if err != nil {
				return err
			}
			switch len(args) {
			case 0:
				return showSettings(a, path)
			case 2:
				return changeSetting(a, path, args[0], args[1])
			}
			return usagef("See 'backcare settings --help'.", "settings takes a name and a value, but got %q", args)
		},
	}
}

func showSettings(a *app, path string) error {
	s, err := settings.Load(path)
	if err != nil {
		return usagef("Mend the line, or remove the file.", "%w", err)
	}
	fmt.Fprintln(a.stderr, a.library.Sayf("In %s:", path))
	for _, name := range settings.Names() {
		_, err := fmt.Fprintf(a.stdout, "%s = %s # %s\n", name, s.Value(name), strings.Join(settings.Values(name), ", "))
		if err != nil {
			return err
		}
	}
	return nil
}

func changeSetting(a *app, path, name, value string) error {
	if near, ok := guidance.Nearest(name, settings.Names()); ok && near != name {
		return usageWith(message.Textf("Did you mean %q?", near), "there is no setting %q", name)
	}
	values := settings.Values(name)
	if values == nil {
		return usageWith(message.Textf("There are: %s.", strings.Join(settings.Names(), ", ")), "there is no setting %q", name)
	}
	if !settings.Takes(name, value) {
		return usageWith(message.Textf("It can be: %s.", strings.Join(values, ", ")), "%s cannot be %q", name, value)
	}
	if err := settings.Set(path, name, value); err != nil {
		return err
	}
	fmt.Fprintln(a.stderr, a.library.Sayf("%s is now %s.", name, value))
	return nil
}
