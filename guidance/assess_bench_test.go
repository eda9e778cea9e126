package guidance

import "testing"

// BenchmarkAssess measures the budget of 200,000 assessments a second on one
// core, which is 5,000 ns each: for a person with nothing to report, for one
// who has much to, and for one of whom nothing is known.
func BenchmarkAssess(b *testing.B) {
	triage := Open("en").Triage()
	person := newRespondent(b, triage)
	troubled := holds{}
	for item, option := range map[string]string{"spread": "both-legs", "feel": "tingling", "severity": "9", "course": "worse",
		"fever": "yes", "night-pain": "unsure", "one-limb-weakness": "yes", "leg-swelling": "yes", "breathless-on-effort": "yes",
		"age": "65-plus", "risks": "cancer"} {
		n, mask := number(b, triage.q, item, option)
		troubled[n] = mask
	}
	for name, h := range map[string]holds{"calm": {}, "troubled": troubled} {
		b.Run(name, func(b *testing.B) {
			answers := make([]uint16, len(triage.q.items))
			person.respond(h, answers)
			benchmarkAssess(b, triage, Response{q: triage.q, answers: answers})
		})
	}
	b.Run("silent", func(b *testing.B) { benchmarkAssess(b, triage, triage.q.NewResponse()) })
}

func benchmarkAssess(b *testing.B, triage *Triage, r Response) {
	b.ReportAllocs()
	for b.Loop() {
		triage.Assess(r, History{})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "assessments/s")
}
