package main

import "backcare/guidance"

// reliefsJSON is a list of reliefs as scripts see it. What must be asked of a
// person first stands before the list, because a script cannot ask.
type reliefsJSON struct {
	// EmergencySigns forbid every relief: with one of them, call for help.
	EmergencySigns []string     `json:"emergencySigns"`
	Reliefs        []reliefJSON `json:"reliefs"`
}

type reliefJSON struct {
	ID     string              `json:"id"`
	Kind   guidance.ReliefKind `json:"kind"`
	Title  string              `json:"title"`
	Areas  []string            `json:"areas"`
	Aim    string              `json:"aim"`
	How    []string            `json:"how"`
	Dose   string              `json:"dose"`
	Felt   string              `json:"felt"`
	Stop   []string            `json:"stop"`
	Easier string              `json:"easier"`
	// LeaveOutIf are the states in which it must be left out.
	LeaveOutIf []string `json:"leaveOutIf"`
	// Cautions are changes, by the state that asks for them.
	Cautions map[string]string `json:"cautions"`
	Evidence string            `json:"evidence"`
	Cites    []string          `json:"cites"`
}

func newReliefsJSON(a *app, reliefs []guidance.Relief) reliefsJSON {
	out := reliefsJSON{EmergencySigns: a.library.Notices().EmergencyList.Items, Reliefs: []reliefJSON{}}
	for _, r := range reliefs {
		j := reliefJSON{ID: r.ID, Kind: r.Kind, Title: r.Words.Title, Areas: r.Areas, Aim: r.Words.Aim, How: r.Words.How,
			Dose: r.Words.Dose, Felt: r.Words.Felt, Stop: r.Words.Stop, Easier: r.Words.Easier,
			LeaveOutIf: a.library.LeaveOutIf(r), Cautions: map[string]string{}, Evidence: r.Words.Evidence, Cites: r.Cites}
		for _, id := range r.Precautions {
			j.Cautions[a.library.Precautions().Reason(id)] = r.Words.Cautions[id]
		}
		out.Reliefs = append(out.Reliefs, j)
	}
	return out
}
