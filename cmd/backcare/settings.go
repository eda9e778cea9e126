package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/settings"
)

const settingsCommand = "settings"

func newSettingsCommand(a *app) *cobra.Command {
	var unset bool
	c := &cobra.Command{
		Use:     settingsCommand + " [NAME [VALUE]]",
		Short:   "Show the settings, or change one",
		Long:    phraseSettingsHelp,
		Example: "  backcare settings\n  backcare settings country GB\n  backcare settings plain yes\n  backcare settings hold longer\n  backcare settings hold --default",
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := settings.Path()
			switch {
			case err != nil:
				return err
			case unset && len(args) != 1:
				return usagef("Such as: backcare settings hold --default", "--default takes the name of one setting")
			case len(args) == 0:
				return showSettings(a, path)
			case len(args) > 2:
				return usagef("See 'backcare settings --help'.", "settings takes a name and a value, but got %q", strings.Join(args, " "))
			}
			name, known := settings.Named(args[0])
			switch {
			case !known:
				return usageWith(didYouMean(args[0], settings.Names()), "there is no setting %q", args[0])
			case unset:
				return unsetSetting(a, path, name)
			case len(args) == 1:
				return showSetting(a, name)
			}
			return changeSetting(a, path, name, args[1])
		},
	}
	c.Flags().BoolVar(&unset, "default", false, "take a setting out of the file")
	return c
}

// wrongSettings is the error where not all settings can be told, because some
// are wrong.
func (a *app) wrongSettings() error {
	if _, err := a.settled(); err != nil {
		return usagef("Mend the file or the variable that is named.", "%w", err)
	}
	return nil
}

// showSettings shows all settings.
func showSettings(a *app, path string) error {
	if err := a.wrongSettings(); err != nil {
		return err
	}
	if err := a.terminal().Tell(wizard.Page{{Text: a.library.Sayf(phraseSettingsIn, path)}}); err != nil {
		return err
	}
	var page wizard.Page
	for _, c := range a.settings().All() {
		page = append(page, wizard.Block{Kind: wizard.Heading, Text: c.Name + ": " + c.Value}, wizard.Block{Text: a.aboutSetting(c)})
	}
	return a.presentLong([]wizard.Page{page})
}

// showSetting shows the value of one setting as the result, and beside it what
// there is to know about it.
func showSetting(a *app, name string) error {
	if err := a.wrongSettings(); err != nil {
		return err
	}
	c := a.settings().Of(name)
	if _, err := fmt.Fprintln(a.stdout, c.Value); err != nil {
		return err
	}
	page := wizard.Page{{Text: a.aboutSetting(c)}}
	if name == settings.Country {
		page = append(page, wizard.Block{Text: a.library.Say(phraseNumberSource)})
	}
	page = append(page, wizard.Block{Text: a.library.Sayf(phraseSettingHint, name, name)})
	return a.terminal().Tell(page)
}

// aboutSetting says what a setting is for, where its value comes from and what
// it can be.
func (a *app) aboutSetting(c settings.Choice) string {
	about := []string{a.library.Say(settingWords[c.Name])}
	if c.Name == settings.Country {
		about = append(about, a.aboutNumber())
	}
	return strings.Join(append(about, a.library.Sayf(phraseItCanBe, settings.Can(a.library, c.Name).In(a.library)), a.origin(c)), " ")
}

// aboutNumber says which number is told.
func (a *app) aboutNumber() string {
	if number := a.emergencyNumber(); number != "" {
		return a.library.Sayf(phraseNumberIs, number)
	}
	return a.library.Sayf(phraseNumberUnknown, a.library.Notices().NumberToCall(""))
}

// origin says where a value comes from.
func (a *app) origin(c settings.Choice) string {
	switch c.Origin {
	case settings.FromLocale:
		return a.library.Sayf(phraseFromLocale, c.Variable)
	case settings.FromFile:
		return a.library.Say(phraseFromFile)
	case settings.FromEnvironment:
		return a.library.Sayf(phraseFromEnvironment, c.Variable)
	case settings.FromFlag:
		return a.library.Say(phraseFromFlag)
	}
	return a.library.Say(phraseFromDefault)
}

func changeSetting(a *app, path, name, value string) error {
	if !settings.Takes(a.library, name, value) {
		hint := message.Textf(phraseItCanBe, settings.Can(a.library, name))
		if near, ok := guidance.Nearest(strings.ToLower(value), settings.Values(a.library, name)); ok && name != settings.Country {
			hint = message.Textf("Did you mean %q? It can be: %s.", near, settings.Can(a.library, name))
		}
		return usageWith(hint, "%s cannot be %q", name, value)
	}
	written, err := settings.Set(a.library, path, name, value)
	if err != nil {
		return err
	}
	return a.sayNow(path, name, written)
}

func unsetSetting(a *app, path, name string) error {
	if err := settings.Unset(path, name); err != nil {
		return err
	}
	return a.sayNow(path, name, "")
}

// sayNow says what a setting is after a change of the file. With no value it is
// whatever counts now.
func (a *app) sayNow(path, name, written string) error {
	now, _ := settings.Decide(a.library, settings.Read(path), os.Getenv, nil) // what is wrong is no matter of this change
	a.decided = &now
	c := now.Of(name)
	if written == "" {
		written = c.Value
	}
	page := wizard.Page{{Text: a.library.Sayf(phraseSettingNow, name, written)}}
	switch {
	case c.Value != written:
		page = append(page, wizard.Block{Text: a.library.Sayf(phraseOverridden, c.Value, c.Variable)})
	case name == settings.Country:
		page = append(page, wizard.Block{Text: a.aboutNumber()})
	}
	return a.terminal().Tell(page)
}
