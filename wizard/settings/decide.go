package settings

import (
	"errors"
	"strings"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
)

// An Origin is where the value of a setting comes from.
type Origin int

// The origins, from the one that counts least.
const (
	// FromDefault is what is usual.
	FromDefault Origin = iota
	// FromLocale is what the locale of the machine suggests.
	FromLocale
	// FromFile is what the person decided for good.
	FromFile
	// FromEnvironment is a variable.
	FromEnvironment
	// FromFlag is what was asked for in this run.
	FromFlag
)

// A Choice is what a setting is, and why.
type Choice struct {
	Name, Value string
	Origin      Origin
	// Variable is the one that says so, of the environment or the locale.
	Variable string
}

// Settings are all settings as they are in a run.
type Settings struct{ choices []Choice }

// Decide decides what each setting is. The flags are those that were given, by
// the name of their setting. The error names everything that is wrong, in the
// file by line; the settings then hold what was right.
func Decide(l *guidance.Library, f File, getenv func(string) string, flags map[string]string) (Settings, error) {
	problems := few(f.problems(l))
	choices := make([]Choice, len(all))
	for i, s := range all {
		c, err := s.decide(l, f, getenv, flags)
		if err != nil {
			problems = append(problems, err)
		}
		choices[i] = c
	}
	return Settings{choices}, errors.Join(problems...)
}

// DecideLanguage decides which language to speak, which has to be known before
// a library can be opened. It is the same that Decide decides; what is wrong is
// said there.
func DecideLanguage(f File, getenv func(string) string, flag string) string {
	flags := map[string]string{}
	if flag != "" {
		flags[Language] = flag
	}
	s, _ := find(Language)
	c, _ := s.decide(nil, f, getenv, flags) // a language is no matter of a library
	return c.Value
}

// DecideNumber decides the emergency number of the country, or "" where that or
// its number is not known, before there are other settings. It is the same that
// Decide decides; what is wrong is said there.
func DecideNumber(l *guidance.Library, f File, getenv func(string) string) string {
	s, _ := find(Country)
	c, _ := s.decide(l, f, getenv, nil)
	return l.EmergencyNumbers().ByTerritory[c.Value]
}

// decide decides what one setting is.
func (s setting) decide(l *guidance.Library, f File, getenv func(string) string, flags map[string]string) (c Choice, err error) {
	if value, given := flags[s.name]; given {
		return Choice{s.name, value, FromFlag, ""}, nil
	}
	if value := getenv(s.variable); value != "" {
		if v, ok := s.take(l, value); ok {
			return Choice{s.name, v, FromEnvironment, s.variable}, nil
		}
		err = message.Errorf("the variable %s is %q, but it can be: %s", s.variable, beginning(value), s.can(l))
	}
	if s.known != nil {
		if value, variable := s.known(getenv); variable != "" {
			return Choice{s.name, value, FromEnvironment, variable}, err
		}
	}
	if value, found := f.value(l, s); found {
		return Choice{s.name, value, FromFile, ""}, err
	}
	if s.locale != nil {
		if value, variable := s.locale(getenv); variable != "" {
			return Choice{s.name, value, FromLocale, variable}, err
		}
	}
	return Choice{s.name, s.standard, FromDefault, ""}, err
}

// accessible heeds ACCESSIBLE, which asks programs for plain lines.
func accessible(getenv func(string) string) (value, variable string) {
	switch on, set := switchedOn(getenv("ACCESSIBLE")); {
	case !set:
		return "", ""
	case on:
		return Yes, "ACCESSIBLE"
	}
	return No, "ACCESSIBLE"
}

// knownColor heeds NO_COLOR and FORCE_COLOR, of which no comes before yes.
func knownColor(getenv func(string) string) (value, variable string) {
	if getenv("NO_COLOR") != "" {
		return No, "NO_COLOR"
	}
	if on, _ := switchedOn(getenv("FORCE_COLOR")); on {
		return Yes, "FORCE_COLOR"
	}
	return "", ""
}

// switchedOn reads a variable that is on by being set, as ACCESSIBLE=1 is.
func switchedOn(value string) (on, set bool) {
	return value != "" && value != "0" && !strings.EqualFold(value, "false"), value != ""
}

// localeCountry returns the territory of the locale, such as GB of en_GB.UTF-8.
// The language of messages says nothing of where a person is, and neither does a
// region of several countries, such as 419 of es_419.
func localeCountry(getenv func(string) string) (value, variable string) {
	locale, variable := firstSet(getenv, "LC_ALL", "LC_TELEPHONE", "LC_ADDRESS", "LANG")
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	_, territory, _ := strings.Cut(locale, "_")
	if territory == "" || strings.ContainsAny(territory, "0123456789") {
		return "", ""
	}
	return strings.ToUpper(territory), variable
}

// localeLanguage returns the language of the locale, such as es of es_MX.UTF-8,
// where the program speaks it.
func localeLanguage(getenv func(string) string) (value, variable string) {
	locale, variable := firstSet(getenv, "LC_ALL", "LC_MESSAGES", "LANG")
	if end := strings.IndexAny(locale, "_.@-"); end >= 0 {
		locale = locale[:end]
	}
	if !guidance.Speaks(locale) {
		return "", ""
	}
	return locale, variable
}

// firstSet returns the locale of the first variable that is set: it decides.
func firstSet(getenv func(string) string, names ...string) (value, variable string) {
	for _, name := range names {
		if value := getenv(name); value != "" {
			return value, name
		}
	}
	return "", ""
}

// All returns every setting, in the order of Names.
func (s Settings) All() []Choice { return s.choices }

// Of returns what a setting of that name is, by its own name.
func (s Settings) Of(name string) Choice {
	for _, c := range s.choices {
		if c.Name == name {
			return c
		}
	}
	return Choice{}
}

// On reports whether a setting is yes.
func (s Settings) On(name string) bool { return s.Of(name).Value == Yes }

// Journal returns whether checks are remembered.
func (s Settings) Journal() wizard.Keep { return wizard.Keep(s.Of(Journal).Value) }

// Area returns the area that is likely meant, or "".
func (s Settings) Area() string {
	if area := s.Of(Area).Value; area != None {
		return area
	}
	return ""
}

// Number returns the emergency number of the country, or "" where the country
// or its number is not known.
func (s Settings) Number(l *guidance.Library) string {
	return l.EmergencyNumbers().ByTerritory[s.Of(Country).Value]
}

// Pace returns how fast reliefs are played.
func (s Settings) Pace() wizard.Pace {
	return wizard.Pace{Reading: wizard.ReadingPace(s.Of(Reading).Value), Hold: wizard.HoldPace(s.Of(Hold).Value)}
}
