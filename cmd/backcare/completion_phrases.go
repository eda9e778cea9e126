package main

// The phrases of the completion in a shell.
const (
	phraseCompletionHelp = `Print the script that lets a shell complete what you type: commands and flags,
and the names of movements, topics, areas and entries of the journal, each with
a word on what it is. Keep the script where the shell looks for it, and open a
new shell.

bash needs the package bash-completion. zsh looks into ~/.zfunc when ~/.zshrc
has, before compinit: fpath=(~/.zfunc $fpath)

Folders that are not there must be made first.`

	phraseNewestEntry = "the newest entry"
	phraseOneOnDay    = "one entry"
	phraseSomeOnDay   = "%d entries"
)

// valueWords say what can be given to a flag that takes one of a few words,
// by the name of the flag and the word.
var valueWords = map[string]map[string]string{
	"format": {
		"csv":      "for a spreadsheet",
		"fhir":     "for the records of a clinic (FHIR R4)",
		"html":     "a page to print or to open in a browser",
		"json":     "for a script",
		"markdown": "for notes",
		"text":     "to read in the terminal",
	},
	"for": {forClinician: "a page for a doctor or physiotherapist"},
	"shell": {
		"bash":       "Linux, and macOS with a newer bash",
		"fish":       "the friendly interactive shell",
		"powershell": "Windows",
		"zsh":        "macOS",
	},
	"last": {"15": "as many as a screen shows", "50": "more than that", "0": "all"},
	"trend days": {
		"7":  "the last week",
		"30": "the last month",
		"90": "the last three months",
		"0":  "everything",
	},
	"plan days": {"7": "a week, as without it", "14": "two weeks", "28": "four weeks, the most"},
	"walk":      {"3": "minutes", "5": "minutes", "10": "minutes", "15": "minutes, the most to begin with"},
}
