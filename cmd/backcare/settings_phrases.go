package main

import (
	"backcare/guidance/message"
	"backcare/wizard/settings"
)

// The phrases of the settings.
const (
	phraseSettingsHelp = `Show the settings, where each comes from and what it can be, or change one. A
flag counts before the environment, that before the file, and the file before
what is usual.

The settings, and what each can be: country (two letters such as GB, or none),
language (en, es), plain (yes, no), color (auto, yes, no), voice (yes, no), bell
(yes, no), journal (ask, yes, no), area (neck, upper, shoulder-blades, middle,
lower, elsewhere, or none), reading (slow, normal, fast, own), hold (shorter,
normal, longer).`
	phraseSettingsIn  = "In %s:"
	phraseSettingNow  = "%s is now %s."
	phraseItCanBe     = "It can be: %s."
	phraseOverridden  = "In this shell it stays %s, because the variable %s says so."
	phraseSettingHint = "To change it: backcare settings %s VALUE. To take that back: backcare settings %s --default."

	phraseFromDefault     = "Nobody has set it."
	phraseFromLocale      = "From the locale (%s)."
	phraseFromFile        = "From the file."
	phraseFromEnvironment = "From the environment (%s)."
	phraseFromFlag        = "From a flag."

	phraseNumberIs      = "The number to call is %s."
	phraseNumberUnknown = "No number is known for it. You are told to call %s."
	phraseNumberSource  = "Where the numbers are from: backcare sources emergency-numbers."

	phraseMendSettings message.Phrase = "What can be read of the settings counts. Mend the file or the variable that is named, or see 'backcare settings --help'."
)

// settingWords say what each setting is for.
var settingWords = map[string]string{
	settings.Country:  "The country whose emergency number you are told.",
	settings.Language: "What the program speaks.",
	settings.Plain:    "Plain numbered lines, for screen readers and braille displays. The name accessible means the same. Where TERM is dumb, they are plain by themselves.",
	settings.Color:    "Whether there is colour. With auto: where the terminal has it.",
	settings.Voice:    "Whether the machine says aloud what to do.",
	settings.Bell:     "Whether it rings when sides change and at the end.",
	settings.Journal:  "Whether checks are remembered. With ask: you are asked after each check. With no: no check reads the journal either.",
	settings.Area:     "The place that is marked first when you are asked where the pain is.",
	settings.Reading:  "How long you have to read before a movement. With own, and in plain lines: until you go on.",
	settings.Hold:     "How long a movement is held when it is played, within safe limits. Pages and plans say the usual time. Heat and ice last no longer.",
}
