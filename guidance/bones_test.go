package guidance

import "testing"

// Whoever is told that their bones may be weak is not told to treat it alone.
func TestWeakBonesAreNeverSelfCare(t *testing.T) {
	l := Open("en")
	triage, people := l.Triage(), 0
	for _, age := range []string{"18-49", "50-59", "60-64", "65-plus"} {
		for _, severity := range []string{"3", "5", "8"} {
			for _, began := range optionIDs(item(t, l, "began")) {
				for _, risk := range []string{"none", "bones", "steroids", "unsure"} {
					changes := given{"age": age, "severity": severity, "began": began, "risks": []string{risk}}
					if risk == "unsure" {
						changes["pregnancy"] = "no"
						if began != "strain" && began != "stumble" {
							changes["constant-pain"] = "no"
						}
					}
					r := parsed(t, triage, calmGiven(t, triage, changes))
					people++
					if l.Precautions().Holding(r)["bones"] && triage.Assess(r, History{}).Disposition == SelfCare {
						t.Errorf("self-care for weak bones: age %s, %s of 10, began %s, %s", age, severity, began, risk)
					}
				}
			}
		}
	}
	t.Logf("%d people", people)
}

func item(t *testing.T, l *Library, id string) Item {
	t.Helper()
	i, ok := l.Questionnaire().Item(id)
	if !ok {
		t.Fatalf("no item %q", id)
	}
	return i
}
