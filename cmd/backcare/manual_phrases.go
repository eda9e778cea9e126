package main

// The phrases of the manual.
const (
	phraseManualHelp = `Write the manual into a folder, a page for each command, for man(1) to read.
Each page is made from the help of its command.`
	phraseManualWritten = "%d pages are in %s."

	phraseExitDone      = "It is done."
	phraseExitFailure   = "It failed, for example on a full disk."
	phraseExitUsage     = "It was called wrongly, or what it was given to read is wrong."
	phraseExitClinician = "With --exit-code: see a clinician in the next days."
	phraseExitUrgent    = "With --exit-code: be seen today."
	phraseExitEmergency = "With --exit-code: call the emergency number now."
	phraseExitLeft      = "It was left, with Ctrl-C or at the end of the input."

	phraseEnvAccessible   = "If set to anything but 0 or false, all is asked and told in plain lines, as with --plain."
	phraseEnvColumns      = "How wide a line may be where no terminal says so, for example in a pipe."
	phraseEnvForceColor   = "If set, colour is used where it would not be, for example in a pipe."
	phraseEnvHome         = "The folder under which the settings and the journal are, where XDG_CONFIG_HOME and XDG_DATA_HOME are not set."
	phraseEnvLang         = "The locale, where none of the following is set. It says in which language to speak, whether the terminal can show UTF-8, and with its country which emergency number is told."
	phraseEnvLocale       = "The locale, instead of all others."
	phraseEnvCharacters   = "The locale, for whether the terminal can show UTF-8."
	phraseEnvLanguage     = "The locale, for the language."
	phraseEnvTerritory    = "The locale, for the country. LC_TELEPHONE comes before LC_ADDRESS."
	phraseEnvLocalAppData = "On Windows, the folder under which the journal is."
	phraseEnvNoColor      = "If set, no colour is used."
	phraseEnvSetting      = "The setting of that name, instead of what the file says."
	phraseEnvTerm         = "With dumb, all is asked and told in plain lines, without colour."
	phraseEnvTimeZone     = "The time zone of the days and hours that are told, if not that of the machine."
	phraseEnvConfig       = "The folder under which the settings are, but for macOS and Windows."
	phraseEnvData         = "The folder under which the journal is."

	phraseManualCommands = "The commands are:"
	phraseManualFlags    = "The flags are:"
	phraseFileJournal    = "The journal, one entry a line, for its owner alone to read. It is there once something was added. macOS and Windows keep it, and the settings, where they keep such files."
	phraseFileSettings   = "The settings. They are there once one was changed."
	phraseManualPrivate  = "Nothing that it is told leaves the machine: it has no code that could use a network."
	phraseFlagsOfAllPage = "The flags of all commands are in"
)
