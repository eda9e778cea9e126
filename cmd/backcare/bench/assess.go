//go:build unix

package main

import (
	"testing"

	"backcare/guidance"
)

// assessments counts how many sets of answers are judged in a second, on one
// core.
func assessments(_ *programs, t *table) error {
	triage := guidance.Open("en").Triage()
	response, err := triage.ParseAnswers([]byte(healthy))
	if err != nil {
		return err
	}
	result := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			triage.Assess(response, guidance.History{})
		}
	})
	t.atLeast("assessments a second, one core", float64(result.N)/result.T.Seconds(), 200_000, "")
	return nil
}
