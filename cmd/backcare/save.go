package main

import (
	"encoding/json"
	"os"
	"time"

	"backcare/guidance/message"
	"backcare/wizard"
)

// savedCheck is a finished check in a file: what was answered, and what it
// meant.
type savedCheck struct {
	// Version is the version of this format.
	Version int `json:"version"`
	// Time is when the check was finished.
	Time time.Time `json:"time"`
	// Answers are in the form that --answers reads, with those that do not
	// count: they may contradict the others, and whoever reads it must know.
	Answers    map[string]any `json:"answers"`
	Assessment assessmentJSON `json:"assessment"`
}

const savedVersion = 1

// savedFile is where a check is saved: a new file, and never one that is there.
func savedFile(name string) outputFile {
	return outputFile{name: name, doing: message.Phrase("save the check")}
}

// mayCreate refuses a name that is taken before a person spends two minutes
// on questions. Nothing is ever written over.
func mayCreate(name string) error {
	switch _, err := os.Lstat(name); {
	case name == "":
		return nil
	case err == nil:
		return usagef("Choose another name; nothing is written over.", "%s %w", name, errTaken)
	}
	return savedFile(name).check()
}

// save writes a finished check to a new file that only its owner can read.
// When it fails there is no file.
func (a *app) save(name string, out wizard.Outcome) error {
	data, err := json.MarshalIndent(savedCheck{Version: savedVersion, Time: now(), Answers: out.Response.AllAnswers(),
		Assessment: newAssessmentJSON(a.library, out.Response, out.Assessment, a.emergencyNumber())}, "", "  ")
	if err != nil {
		return message.Errorf("save the check: %w", err)
	}
	return savedFile(name).write(append(data, '\n'))
}
