package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"backcare/wizard"
)

// savedCheck is a finished check in a file: what was answered, and what it
// meant.
type savedCheck struct {
	// Version is the version of this format.
	Version int `json:"version"`
	// Answers are in the form that --answers reads.
	Answers    map[string]any `json:"answers"`
	Assessment assessmentJSON `json:"assessment"`
}

const savedVersion = 1

// mayCreate refuses a name that is taken before a person spends two minutes
// on questions. Nothing is ever written over.
func mayCreate(name string) error {
	if name == "" {
		return nil
	}
	if _, err := os.Lstat(name); err == nil {
		return usagef("Choose another name; nothing is written over.", "%s exists already", name)
	}
	if _, err := os.Stat(filepath.Dir(name)); err != nil {
		return usagef("Make the folder first.", "save the check: %w", err)
	}
	return nil
}

// save writes a finished check to a new file that only its owner can read.
// When it fails there is no file.
func (a *app) save(name string, out wizard.Outcome) error {
	data, err := json.MarshalIndent(savedCheck{Version: savedVersion, Answers: out.Response.Answers(),
		Assessment: newAssessmentJSON(a.library, out.Response, out.Assessment, a.emergencyNumber())}, "", "  ")
	if err != nil {
		return fmt.Errorf("save the check: %w", err)
	}
	const ownerOnly = 0o600
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, ownerOnly)
	if errors.Is(err, fs.ErrExist) {
		return mayCreate(name)
	}
	if err != nil {
		return fmt.Errorf("save the check: %w", err)
	}
	_, err = f.Write(append(data, '\n'))
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("save the check: %w", errors.Join(err, os.Remove(name)))
	}
	return nil
}
