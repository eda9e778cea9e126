package main

// The phrases of the journal.
const (
	phraseNoneInArea   = "There is no entry for: %s."
	phraseMoreEntries  = "%d of %d entries. See all with 'backcare journal show --last 0'."
	phraseMoreCommands = "See the course with 'backcare journal trend', add with 'backcare journal add', and all else with 'backcare journal --help'."
	phraseExportedOne  = "entry is in"
	phraseExported     = "entries are in"
)
