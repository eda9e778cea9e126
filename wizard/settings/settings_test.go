package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
	"backcare/wizard"
)

var english = guidance.Open(guidance.English)

// nothing is an empty environment.
func nothing(string) string { return "" }

// in writes a file of settings and returns its path.
func in(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "settings")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadFile(t *testing.T) {
	tests := []struct {
		name, text string
		want       wizard.Keep
		problems   []string
	}{
		{"empty", "", wizard.KeepAsk, nil},
		{"set", "journal = yes\n", wizard.KeepAlways, nil},
		{"comments and space", "# mine\n\n  journal=no   # for now\n", wizard.KeepNever, nil},
		{"other words for it", "journal = NEVER\n", wizard.KeepNever, nil},
		{"line ends of Windows", "journal = no\r\n# mine\r\n", wizard.KeepNever, nil},
		{"the last one counts", "journal = no\njournal = yes\n", wizard.KeepAlways, []string{"line 2: journal was in line 1 already; this line counts"}},
		{"a mark before the first line", "\ufeffjournal = no\n", wizard.KeepNever, nil},
		{"no value", "journal =\n", wizard.KeepAsk, []string{`line 1: journal is "", but it can be: ask, yes, no`}},
		{"a country that is none", "country = ZZ\n", wizard.KeepAsk, []string{`line 1: country is "ZZ", but it can be: the two letters of a country, such as GB, or none`}},
		{"a line too long for any use", strings.Repeat("x", 1<<19) + "\njournal = no\n", wizard.KeepNever, []string{"line 1: \"" + strings.Repeat("x", 60) + "...\" is not"}},
		{"every wrong line is named", "jurnal = yes\njournal = maybe\nwhat\njournal = no\narea = toe", wizard.KeepNever,
			[]string{`line 1: there is no setting "jurnal"; there are: country, language, plain,`, `line 2: journal is "maybe", but it can be: ask, yes, no`,
				`line 3: "what" is not of the form "name = value"`, `line 5: area is "toe", but it can be: neck, upper,`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := in(t, test.text)
			got, err := Decide(english, Read(path), nothing, nil)
			if got.Journal() != test.want {
				t.Errorf("journal is %q, want %q", got.Journal(), test.want)
			}
			if (err != nil) != (test.problems != nil) {
				t.Fatalf("got error %v, want %q", err, test.problems)
			}
			for _, want := range test.problems {
				if !strings.Contains(err.Error(), path+", "+want) {
					t.Errorf("got error %v, want %q in it", err, want)
				}
			}
		})
	}
}

// Every value of every setting can be set, is then what counts, and is told to
// come from the file; taken back, the default counts and the file is as before.
func TestSetEveryValue(t *testing.T) {
	usual, err := Decide(english, File{}, nothing, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Names() {
		if standard := usual.Of(name).Value; !Takes(english, name, standard) {
			t.Errorf("the default of %s, %q, is no value of it", name, standard)
		}
		values := Values(english, name)
		if name == Country { // a few of two hundred, each of which is a file flushed twice
			values = append(values[:3:3], None)
		}
		for _, value := range values {
			path := in(t, "# mine\n")
			if written, err := Set(english, path, name, strings.ToUpper(value)); err != nil || written != value {
				t.Errorf("set %s = %s: %q, %v", name, value, written, err)
			}
			got, err := Decide(english, Read(path), nothing, nil)
			if c := got.Of(name); err != nil || c.Value != value || c.Origin != FromFile {
				t.Errorf("%s = %s is read as %+v, %v", name, value, c, err)
			}
			if err := Unset(path, name); err != nil {
				t.Error(err)
			}
			if data, err := os.ReadFile(path); err != nil || string(data) != "# mine\n" {
				t.Errorf("after %s was taken out there is %q, %v", name, data, err)
			}
		}
	}
}

// Every comment and every other line survives a change, under each name that a
// setting has.
func TestChangesKeepComments(t *testing.T) {
	const before = "# mine\naccessible = true   # my screen reader\n\n\tcolour=no # eyes\r\nplain = no\n# end\n"
	path := in(t, before)
	for _, c := range []struct{ name, value, want string }{
		{"color", "yes", "# mine\naccessible = true   # my screen reader\n\n\tcolor = yes # eyes\r\nplain = no\n# end\n"},
		{"accessible", "true", "# mine\naccessible = true   # my screen reader\n\n\tcolor = yes # eyes\r\nplain = yes\n# end\n"},
		{"bell", "off", "# mine\naccessible = true   # my screen reader\n\n\tcolor = yes # eyes\r\nplain = yes\n# end\nbell = no\n"},
		{"plain", "", "# mine\n# my screen reader\n\n\tcolor = yes # eyes\r\n# end\nbell = no\n"},
		{"color", "", "# mine\n# my screen reader\n\n# eyes\n# end\nbell = no\n"},
	} {
		var err error
		if c.value == "" {
			err = Unset(path, c.name)
		} else {
			_, err = Set(english, path, c.name, c.value)
		}
		if data, _ := os.ReadFile(path); err != nil || string(data) != c.want {
			t.Errorf("after %s = %q: got %q, %v; want %q", c.name, c.value, data, err, c.want)
		}
	}
}

func TestSetMakesAFileForItsOwnerOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "settings")
	if err := Unset(path, Journal); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("taking nothing out made a file")
	}
	if _, err := Set(english, path, Journal, "yes"); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("got %v, %v; want nothing but the file", entries, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("got %v, %v; want a file for its owner only", info.Mode(), err)
	}
}

func TestSetRefusesWhatIsWrong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings")
	for name, value := range map[string]string{"journal": "maybe", "jurnal": "yes", "country": "GBR", "area": "", "": ""} {
		if _, err := Set(english, path, name, value); err == nil {
			t.Errorf("%s = %s was taken", name, value)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a refused setting left a file")
	}
}

// A flag counts before the environment, that before the file, that before the
// locale, and that before what is usual.
func TestDecide(t *testing.T) {
	type env = map[string]string
	tests := []struct {
		name    string
		setting string
		flags   map[string]string
		env     env
		file    string
		want    Choice
	}{
		{"usual", Plain, nil, nil, "", Choice{Plain, No, FromDefault, ""}},
		{"file", Plain, nil, nil, "plain = yes", Choice{Plain, Yes, FromFile, ""}},
		{"file, by its other name", Plain, nil, nil, "accessible = true", Choice{Plain, Yes, FromFile, ""}},
		{"known variable before the file", Plain, nil, env{"ACCESSIBLE": "0"}, "plain = yes", Choice{Plain, No, FromEnvironment, "ACCESSIBLE"}},
		{"known variable", Plain, nil, env{"ACCESSIBLE": "1"}, "plain = no", Choice{Plain, Yes, FromEnvironment, "ACCESSIBLE"}},
		{"known variable, any word", Plain, nil, env{"ACCESSIBLE": "please"}, "", Choice{Plain, Yes, FromEnvironment, "ACCESSIBLE"}},
		{"known variable, false", Plain, nil, env{"ACCESSIBLE": "False"}, "", Choice{Plain, No, FromEnvironment, "ACCESSIBLE"}},
		{"empty variable", Plain, nil, env{"ACCESSIBLE": "", "BACKCARE_PLAIN": ""}, "plain = yes", Choice{Plain, Yes, FromFile, ""}},
		{"own variable first", Plain, nil, env{"ACCESSIBLE": "1", "BACKCARE_PLAIN": "no"}, "plain = yes", Choice{Plain, No, FromEnvironment, "BACKCARE_PLAIN"}},
		{"flag first", Plain, map[string]string{Plain: Yes}, env{"ACCESSIBLE": "0", "BACKCARE_PLAIN": "no"}, "plain = no", Choice{Plain, Yes, FromFlag, ""}},

		{"colour, usual", Color, nil, nil, "", Choice{Color, Auto, FromDefault, ""}},
		{"colour, file", Color, nil, nil, "colour = never", Choice{Color, No, FromFile, ""}},
		{"NO_COLOR", Color, nil, env{"NO_COLOR": "1"}, "color = yes", Choice{Color, No, FromEnvironment, "NO_COLOR"}},
		{"NO_COLOR, whatever it is", Color, nil, env{"NO_COLOR": "0"}, "", Choice{Color, No, FromEnvironment, "NO_COLOR"}},
		{"NO_COLOR empty", Color, nil, env{"NO_COLOR": ""}, "", Choice{Color, Auto, FromDefault, ""}},
		{"FORCE_COLOR", Color, nil, env{"FORCE_COLOR": "1"}, "color = no", Choice{Color, Yes, FromEnvironment, "FORCE_COLOR"}},
		{"FORCE_COLOR=0", Color, nil, env{"FORCE_COLOR": "0"}, "", Choice{Color, Auto, FromDefault, ""}},
		{"NO_COLOR before FORCE_COLOR", Color, nil, env{"NO_COLOR": "1", "FORCE_COLOR": "1"}, "", Choice{Color, No, FromEnvironment, "NO_COLOR"}},
		{"own variable before both", Color, nil, env{"BACKCARE_COLOR": "always", "NO_COLOR": "1"}, "", Choice{Color, Yes, FromEnvironment, "BACKCARE_COLOR"}},
		{"--no-color before all", Color, map[string]string{Color: No}, env{"BACKCARE_COLOR": "yes", "FORCE_COLOR": "1"}, "color = yes", Choice{Color, No, FromFlag, ""}},

		{"country of the locale", Country, nil, env{"LANG": "en_GB.UTF-8"}, "", Choice{Country, "GB", FromLocale, "LANG"}},
		{"the first of the locale", Country, nil, env{"LANG": "en_GB.UTF-8", "LC_ADDRESS": "de_AT@euro", "LC_ALL": ""}, "", Choice{Country, "AT", FromLocale, "LC_ADDRESS"}},
		{"telephones before addresses", Country, nil, env{"LC_TELEPHONE": "ja_JP.UTF-8", "LC_ADDRESS": "de_AT"}, "", Choice{Country, "JP", FromLocale, "LC_TELEPHONE"}},
		{"the language of messages is no country", Country, nil, env{"LANG": "es_ES.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "", Choice{Country, "ES", FromLocale, "LANG"}},
		{"a region of many countries", Country, nil, env{"LANG": "es_419.UTF-8"}, "", Choice{Country, None, FromDefault, ""}},
		{"no country in the locale", Country, nil, env{"LANG": "C.UTF-8"}, "", Choice{Country, None, FromDefault, ""}},
		{"the first decides, with or without a country", Country, nil, env{"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, "", Choice{Country, None, FromDefault, ""}},
		{"country of the file", Country, nil, env{"LANG": "en_GB.UTF-8"}, "country = us", Choice{Country, "US", FromFile, ""}},
		{"country of the environment", Country, nil, env{"LANG": "en_GB.UTF-8", "BACKCARE_COUNTRY": "de"}, "country = US", Choice{Country, "DE", FromEnvironment, "BACKCARE_COUNTRY"}},

		{"language of the locale", Language, nil, env{"LANG": "es_MX.UTF-8"}, "", Choice{Language, "es", FromLocale, "LANG"}},
		{"a locale that nobody speaks", Language, nil, env{"LANG": "tlh_001.UTF-8"}, "", Choice{Language, "en", FromDefault, ""}},
		{"language of the file", Language, nil, env{"LANG": "es_MX.UTF-8"}, "language = en", Choice{Language, "en", FromFile, ""}},
		{"language of the environment", Language, nil, env{"LANG": "en_GB.UTF-8", "BACKCARE_LANGUAGE": "es"}, "language = en", Choice{Language, "es", FromEnvironment, "BACKCARE_LANGUAGE"}},
		{"--lang", Language, map[string]string{Language: "en"}, env{"BACKCARE_LANGUAGE": "es"}, "language = es", Choice{Language, "en", FromFlag, ""}},

		{"the bell", Bell, nil, nil, "bell = off", Choice{Bell, No, FromFile, ""}},
		{"--no-bell", Bell, map[string]string{Bell: No}, env{"BACKCARE_BELL": "on"}, "", Choice{Bell, No, FromFlag, ""}},
		{"the voice", Voice, nil, env{"BACKCARE_VOICE": "1"}, "voice = no", Choice{Voice, Yes, FromEnvironment, "BACKCARE_VOICE"}},
		{"the area", Area, nil, nil, "area = lower", Choice{Area, "lower", FromFile, ""}},
		{"the paces", Reading, nil, env{"BACKCARE_HOLD": "longer"}, "reading = own", Choice{Reading, "own", FromFile, ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			getenv := func(name string) string { return test.env[name] }
			f := Read(in(t, test.file))
			got, err := Decide(english, f, getenv, test.flags)
			if c := got.Of(test.setting); c != test.want || err != nil {
				t.Errorf("got %+v, %v; want %+v", c, err, test.want)
			}
			if early := DecideLanguage(f, getenv, test.flags[Language]); early != got.Of(Language).Value {
				t.Errorf("the language is %q at first, and then %q", early, got.Of(Language).Value)
			}
		})
	}
}

// Every setting has a variable, which is as strict as the file. What is wrong
// in it leaves the file to decide.
func TestEverySettingHasAVariable(t *testing.T) {
	for _, name := range Names() {
		value := Values(english, name)[0]
		variable := "BACKCARE_" + strings.ToUpper(name)
		set := func(to string) func(string) string {
			return func(v string) string {
				if v == variable {
					return to
				}
				return ""
			}
		}
		got, err := Decide(english, File{}, set(value), nil)
		if c := got.Of(name); err != nil || c != (Choice{name, value, FromEnvironment, variable}) {
			t.Errorf("%s=%s makes it %+v, %v", variable, value, c, err)
		}
		last := slices.Max(Values(english, name))
		got, err = Decide(english, Read(in(t, name+" = "+last)), set("perhaps"), nil)
		if c := got.Of(name); c.Value != last || c.Origin != FromFile {
			t.Errorf("with a wrong variable %s is %+v, want what the file says", name, c)
		}
		if err == nil || !strings.Contains(err.Error(), "the variable "+variable+` is "perhaps", but it can be: `) {
			t.Errorf("with a wrong variable the error is %v", err)
		}
	}
}

// The number to call is that of the table, and none where a country is not in
// it.
func TestNumber(t *testing.T) {
	for locale, want := range map[string]string{"en_GB.UTF-8": "999", "de_DE": "112", "en_US": "911", "en_AQ": "", "C": ""} {
		s, _ := Decide(english, File{}, func(name string) string { return map[string]string{"LANG": locale}[name] }, nil)
		if got := s.Number(english); got != want {
			t.Errorf("in %s the number is %q, want %q", locale, got, want)
		}
	}
}
