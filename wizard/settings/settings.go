// Package settings is what a person decided once and for all: in a small file
// that they can read and change, with lines of the form
//
//	journal = yes
//
// and for one run in the environment or with a flag. Decide is the one place
// that knows which of them counts: a flag before the environment, that before
// the file, and the file before what the locale suggests and what is usual.
//
// It is strict: a name or a value that it does not know is an error that names
// the line, because a setting that is silently not heeded is worse than none.
//
// It may import guidance and wizard, for what the values mean, and the standard
// library. It must not import a terminal.
package settings

import (
	"maps"
	"slices"
	"strings"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
)

// The names of the settings.
const (
	Country  = "country"
	Language = "language"
	Plain    = "plain"
	Color    = "color"
	Voice    = "voice"
	Bell     = "bell"
	Journal  = "journal"
	Area     = "area"
	Reading  = "reading"
	Hold     = "hold"
)

// Values that several settings have.
const (
	Yes = "yes"
	No  = "no"
	// Auto leaves it to the program.
	Auto = "auto"
	// None stands for no country and no area.
	None = "none"
)

// A setting is what is known of one, by its name.
type setting struct {
	name string
	// synonym is another name that is taken for it, or empty.
	synonym string
	// standard is what it is where nobody says anything.
	standard string
	// values returns what it can be.
	values func(*guidance.Library) []string
	// variable is the one of the environment that sets it.
	variable string
	// known looks for it in variables that many programs heed. The name of the
	// variable is empty where none says anything.
	known func(getenv func(string) string) (value, variable string)
	// locale looks for what the locale suggests, in the same way.
	locale func(getenv func(string) string) (value, variable string)
}

// all are the settings, in the order in which they are shown.
var all = []setting{
	{name: Country, standard: None, values: countries, variable: "BACKCARE_COUNTRY", locale: localeCountry},
	{name: Language, standard: guidance.English, values: languages, variable: "BACKCARE_LANGUAGE", locale: localeLanguage},
	{name: Plain, synonym: "accessible", standard: No, values: yesNo, variable: "BACKCARE_PLAIN", known: accessible},
	{name: Color, synonym: "colour", standard: Auto, values: colors, variable: "BACKCARE_COLOR", known: knownColor},
	{name: Voice, standard: No, values: yesNo, variable: "BACKCARE_VOICE"},
	{name: Bell, standard: Yes, values: yesNo, variable: "BACKCARE_BELL"},
	{name: Journal, standard: string(wizard.KeepAsk), values: keeps, variable: "BACKCARE_JOURNAL"},
	{name: Area, standard: None, values: areas, variable: "BACKCARE_AREA"},
	{name: Reading, standard: string(wizard.ReadNormal), values: readings, variable: "BACKCARE_READING"},
	{name: Hold, standard: string(wizard.HoldNormal), values: holds, variable: "BACKCARE_HOLD"},
}

func yesNo(*guidance.Library) []string  { return []string{Yes, No} }
func colors(*guidance.Library) []string { return []string{Auto, Yes, No} }

func keeps(*guidance.Library) []string {
	return []string{string(wizard.KeepAsk), string(wizard.KeepAlways), string(wizard.KeepNever)}
}

func readings(*guidance.Library) []string {
	return []string{string(wizard.ReadSlow), string(wizard.ReadNormal), string(wizard.ReadFast), string(wizard.ReadOwn)}
}

func holds(*guidance.Library) []string {
	return []string{string(wizard.HoldShorter), string(wizard.HoldNormal), string(wizard.HoldLonger)}
}

func languages(*guidance.Library) []string { return guidance.Languages() }

func countries(l *guidance.Library) []string {
	return append(slices.Sorted(maps.Keys(l.EmergencyNumbers().ByTerritory)), None)
}

func areas(l *guidance.Library) []string {
	item, _ := l.Questionnaire().Item("area")
	var ids []string
	for _, o := range item.Options {
		ids = append(ids, o.ID)
	}
	return append(ids, None)
}

// Names returns the names of all settings, in the order to show them in.
func Names() []string {
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.name
	}
	return names
}

// Named returns the name of the setting that a person means by a name or a
// synonym, and false where there is none.
func Named(name string) (string, bool) {
	s, ok := find(name)
	return s.name, ok
}

// Values returns what a setting can be, and nil where there is none of that
// name.
func Values(l *guidance.Library, name string) []string {
	if s, ok := find(name); ok {
		return s.values(l)
	}
	return nil
}

// Variable returns the name of the variable of the environment that sets a
// setting for one run, or nothing where there is no such setting.
func Variable(name string) string {
	s, _ := find(name)
	return s.variable
}

func find(name string) (setting, bool) {
	for _, s := range all {
		if name == s.name || name == s.synonym && name != "" {
			return s, true
		}
	}
	return setting{}, false
}

// take returns a value as the setting writes it: in its own letters, and a
// common word for yes or no as that. It is false where the setting cannot be
// that.
func (s setting) take(l *guidance.Library, value string) (string, bool) {
	for _, v := range s.values(l) {
		if strings.EqualFold(v, value) || strings.EqualFold(v, synonyms[strings.ToLower(value)]) {
			return v, true
		}
	}
	return "", false
}

// synonyms are other words for values.
var synonyms = map[string]string{
	"true": Yes, "on": Yes, "1": Yes, "always": Yes,
	"false": No, "off": No, "0": No, "never": No,
}

// Takes reports whether a setting can be a value.
func Takes(l *guidance.Library, name, value string) bool {
	s, known := find(name)
	if !known {
		return false
	}
	_, ok := s.take(l, value)
	return ok
}

// Can returns what a setting can be, in words for a person.
func Can(l *guidance.Library, name string) message.Text {
	s, known := find(name)
	if !known {
		return message.Phrase("")
	}
	return s.can(l)
}

// can returns what a setting can be, in words for a person. There are too many
// countries to name.
func (s setting) can(l *guidance.Library) message.Text {
	if s.name == Country {
		return phraseCountries
	}
	return verbatim(strings.Join(s.values(l), ", "))
}
