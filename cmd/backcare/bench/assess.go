//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"backcare/guidance"
)

// assessments counts how many sets of answers are judged in a second, on one
// core: those of the written cases in turn, from self-care to an emergency.
func assessments(_ *programs, t *table) error {
	const file = "guidance/testdata/cases-first.json"
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var cases []struct {
		Answers json.RawMessage `json:"answers"`
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	triage := guidance.Open("en").Triage()
	var responses []guidance.Response
	for _, c := range cases {
		response, err := triage.ParseAnswers(c.Answers)
		if err != nil {
			return fmt.Errorf("read the answers in %s: %w", file, err)
		}
		responses = append(responses, response)
	}
	if len(responses) == 0 {
		return fmt.Errorf("no cases in %s", file)
	}
	result := testing.Benchmark(func(b *testing.B) {
		n := 0
		for b.Loop() {
			triage.Assess(responses[n%len(responses)], guidance.History{})
			n++
		}
	})
	t.atLeast(fmt.Sprintf("assessments a second, one core, %d cases in turn", len(responses)), float64(result.N)/result.T.Seconds(), 200_000, "")
	return nil
}
