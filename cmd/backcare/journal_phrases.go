package main

// The phrases of the journal.
const (
	phrasePain      = "pain %d"
	phraseCheck     = "check"
	phraseRoutine   = "routine"
	phraseNote      = "note"
	phraseMadeWorse = "%s (worse)"
	phraseFromTo    = "%d to %d"

	phraseDateHead = "date"
	phraseTimeHead = "time"
	phraseAreaHead = "area"
	phrasePainHead = "pain"
	phraseWhatHead = "what"
	phraseIDHead   = "id"
	phraseNoteHead = "note"

	phraseNoneInArea   = "There is no entry for: %s."
	phraseMoreEntries  = "%d of %d entries. See all with 'backcare journal show --last 0'."
	phraseMoreCommands = "See the course with 'backcare journal trend', add with 'backcare journal add', and all else with 'backcare journal --help'."
	phraseExportedOne  = "entry is in"
	phraseExported     = "entries are in"
)
