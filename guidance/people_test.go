package guidance

import "testing"

// writtenPeople returns the answers of all written cases.
func writtenPeople(t *testing.T, triage *Triage) []Response {
	t.Helper()
	var people []Response
	for _, name := range []string{"vignettes", "cases-first", "cases-second", "cases-third"} {
		for _, v := range readVignettes(t, name) {
			r, err := triage.ParseAnswers(v.Answers)
			if err != nil {
				t.Fatalf("%s: %v", v.ID, err)
			}
			people = append(people, r)
		}
	}
	return people
}

// calmResponse returns the answers of a person with nothing to report.
func calmResponse(t *testing.T, triage *Triage) Response {
	t.Helper()
	p := newRespondent(t, triage)
	out := make([]uint16, len(triage.q.items))
	p.respond(holds{}, out)
	return Response{q: triage.q, answers: out}
}
