package main

// The phrases of the help.
const (
	phraseExamples   = "Examples:"
	phraseUsage      = "Usage:"
	phraseCommands   = "Commands:"
	phraseFlags      = "Flags:"
	phraseFlagsOfAll = "Flags of all commands:"
	phraseHelpFor    = "help for %s"
	phraseCommand    = "COMMAND"
	phraseSomeFlags  = "[flags]"
	phraseDefault    = "default"
	phraseMoreHelp   = "See '%s COMMAND --help' for more about a command."
)
