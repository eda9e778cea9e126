package main

import (
	"backcare/guidance"
	"backcare/wizard"
)

// reliefsJSON is a list of reliefs as scripts see it. What must be asked of a
// person first stands before the list, because a script cannot ask.
type reliefsJSON struct {
	// EmergencySigns forbid every relief: with one of them, call for help.
	EmergencySigns []string     `json:"emergencySigns"`
	Reliefs        []reliefJSON `json:"reliefs"`
	// Routines are lists of them, by id.
	Routines []routineJSON `json:"routines,omitempty"`
}

type routineJSON struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Aim     string   `json:"aim"`
	Minutes int      `json:"minutes,omitempty"`
	Reliefs []string `json:"reliefs"`
	Cites   []string `json:"cites"`
}

type reliefJSON struct {
	ID   string              `json:"id"`
	Kind guidance.ReliefKind `json:"kind"`
	// Guide is the name that 'backcare relief' takes, if it does.
	Guide  string   `json:"guide,omitempty"`
	Title  string   `json:"title"`
	Areas  []string `json:"areas"`
	Aim    string   `json:"aim"`
	How    []string `json:"how"`
	Dose   string   `json:"dose"`
	Felt   string   `json:"felt"`
	Stop   []string `json:"stop"`
	Easier string   `json:"easier"`
	// EasierNotIf are the states in which the easier way must be left out, if
	// there are any beside LeaveOutIf.
	EasierNotIf []string `json:"easierNotIf,omitempty"`
	// LeaveOutIf are the states in which it must be left out.
	LeaveOutIf []string `json:"leaveOutIf"`
	// Cautions are changes, by the state that asks for them.
	Cautions map[string]string `json:"cautions"`
	Evidence string            `json:"evidence"`
	Cites    []string          `json:"cites"`
	// Picture says what its figure shows.
	Picture string `json:"picture,omitempty"`
}

func newReliefsJSON(a *app, reliefs []guidance.Relief) reliefsJSON {
	out := reliefsJSON{EmergencySigns: a.library.Notices().EmergencyList.Items, Reliefs: []reliefJSON{}}
	for _, r := range reliefs {
		j := reliefJSON{ID: r.ID, Kind: r.Kind, Guide: r.Guide, Title: r.Words.Title, Areas: r.Areas, Aim: r.Words.Aim, How: r.Words.How,
			Dose: r.Words.Dose, Felt: r.Words.Felt, Stop: r.Words.Stop, Easier: r.Words.Easier,
			LeaveOutIf: a.library.LeaveOutIf(r), Cautions: map[string]string{}, Evidence: r.Words.Evidence, Cites: r.Cites}
		if f, ok := wizard.FigureOf(r); ok {
			j.Picture = a.library.PictureWords(f.ID)
		}
		for _, id := range r.EasierContraindications {
			j.EasierNotIf = append(j.EasierNotIf, a.library.Precautions().Reason(id))
		}
		for _, id := range r.Precautions {
			j.Cautions[a.library.Precautions().Reason(id)] = r.Words.Cautions[id]
		}
		out.Reliefs = append(out.Reliefs, j)
	}
	return out
}

func newRoutinesJSON(routines []guidance.Routine) []routineJSON {
	var out []routineJSON
	for _, r := range routines {
		j := routineJSON{ID: r.ID, Title: r.Words.Title, Aim: r.Words.Aim, Minutes: r.Minutes, Cites: r.Cites}
		for _, relief := range r.Reliefs {
			j.Reliefs = append(j.Reliefs, relief.ID)
		}
		out = append(out, j)
	}
	return out
}
