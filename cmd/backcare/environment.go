package main

// environment is what the program looks up in the environment, and why, for
// the manual. A test looks for what it misses.
var environment = []struct{ name, why string }{
	{"ACCESSIBLE", phraseEnvAccessible},
	{"BACKCARE_AREA", phraseEnvSetting},
	{"BACKCARE_BELL", phraseEnvSetting},
	{"BACKCARE_COLOR", phraseEnvSetting},
	{"BACKCARE_COUNTRY", phraseEnvSetting},
	{"BACKCARE_HOLD", phraseEnvSetting},
	{"BACKCARE_JOURNAL", phraseEnvSetting},
	{"BACKCARE_LANGUAGE", phraseEnvSetting},
	{"BACKCARE_PLAIN", phraseEnvSetting},
	{"BACKCARE_READING", phraseEnvSetting},
	{"BACKCARE_VOICE", phraseEnvSetting},
	{"COLUMNS", phraseEnvColumns},
	{"FORCE_COLOR", phraseEnvForceColor},
	{"HOME", phraseEnvHome},
	{"LANG", phraseEnvLang},
	{"LC_ADDRESS", phraseEnvTerritory},
	{"LC_ALL", phraseEnvLocale},
	{"LC_CTYPE", phraseEnvCharacters},
	{"LC_MESSAGES", phraseEnvLanguage},
	{"LC_TELEPHONE", phraseEnvTerritory},
	{"LOCALAPPDATA", phraseEnvLocalAppData},
	{"NO_COLOR", phraseEnvNoColor},
	{"TERM", phraseEnvTerm},
	{"TZ", phraseEnvTimeZone},
	{"XDG_CONFIG_HOME", phraseEnvConfig},
	{"XDG_DATA_HOME", phraseEnvData},
}
