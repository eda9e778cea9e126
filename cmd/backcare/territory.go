package main

import (
	"os"
	"strings"
)

// emergencyNumber returns the number to call by the territory of the locale,
// or "" where neither is known. A locale is not a place, so whoever shows the
// number shows the common others beside it.
func (a *app) emergencyNumber() string {
	return a.library.EmergencyNumbers().ByTerritory[territory(os.Getenv)]
}

// territory returns the ISO 3166-1 code of the locale in the environment, or
// "" where it names none.
func territory(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := getenv(name)
		if locale == "" {
			continue
		}
		locale, _, _ = strings.Cut(locale, ".")
		locale, _, _ = strings.Cut(locale, "@")
		_, code, _ := strings.Cut(locale, "_")
		return code
	}
	return ""
}
