package main

// tree has the commands and flags of backcare. A test of backcare writes it.
var tree = command{use: "backcare", short: "Guided self-care for a back that has just gone into spasm", switches: []string{"no-bell", "no-color", "plain", "version", "voice"}, texts: []string{"lang"}, subcommands: []command{
	{use: "check", short: "Find out how urgent it is, and what helps", switches: []string{"exit-code", "explain", "journal", "json"}, texts: []string{"answers", "save"}},
	{use: "completion SHELL", short: "Let the shell complete commands, names and dates"},
	{use: "journal", short: "Keep a journal of the pain, and see how it goes", subcommands: []command{
		{use: "add [PAIN] [NOTE...]", short: "Add how strong the pain is, a note, or both", texts: []string{"area", "at", "note"}},
		{use: "edit ID", short: "Correct an entry, or take it back", switches: []string{"retract"}, texts: []string{"area", "at", "note", "pain"}},
		{use: "erase", short: "Remove the journal for good, after asking", switches: []string{"yes"}},
		{use: "export", short: "Write the journal as JSON or for a spreadsheet", switches: []string{"force"}, texts: []string{"format", "output"}},
		{use: "path", short: "Print where the journal is, or will be"},
		{use: "show", short: "Show the entries, the newest first", switches: []string{"json"}, texts: []string{"area", "last"}},
		{use: "trend", short: "Show how the pain goes, and what was followed by less of it", switches: []string{"json"}, texts: []string{"area", "days"}},
	}},
	{use: "learn [TOPIC | WORDS...]", short: "Read what is known: why it happens, how long it takes, what helps", switches: []string{"cites", "json", "list"}},
	{use: "manual FOLDER", short: "Write the manual pages into a folder"},
	{use: "plan [FILE]", short: "Plan the days after a check, also for a calendar", switches: []string{"details", "exit-code", "force", "ics", "journal", "json"}, texts: []string{"answers", "days", "from", "output", "walk"}},
	{use: "questions", short: "Show every question of the check, with its answers", switches: []string{"json"}, texts: []string{"format"}},
	{use: "relief [NAME]", short: "Heat, ice, a walk, rest or breathing, by the clock", switches: []string{"json", "list", "print"}},
	{use: "report [FILE]", short: "Make a sheet for the fridge, or a page for the doctor", switches: []string{"force", "journal"}, texts: []string{"answers", "for", "format", "output", "subject"}},
	{use: "settings [NAME [VALUE]]", short: "Show the settings, or change one", switches: []string{"default"}},
	{use: "sleep", short: "Find a position to lie and sleep in", switches: []string{"json", "print"}},
	{use: "sources [ID]", short: "Show where all of this comes from, and what cites what", switches: []string{"json"}},
	{use: "stretches [NAME...]", short: "Do movements with a moving picture and a clock", switches: []string{"json", "list", "print"}, texts: []string{"area"}},
	{use: "why [FILE]", short: "Say why a check came to its result", switches: []string{"journal", "json"}, texts: []string{"answers"}},
}}
