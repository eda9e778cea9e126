package guidance

import (
	"slices"
	"strings"
	"testing"
)

// netOf returns the safety net of a person for whom something holds beside the
// calm answers.
func netOf(t *testing.T, held map[string]string) ([]string, Disposition) {
	t.Helper()
	l := Open("en")
	response, a := personWith(t, l, held)
	return l.Notices().SafetyNetFor(response, a, "999"), a.Disposition
}

// What would be an alarm is told as it is for the person: the signs of a
// pregnancy to the pregnant, those of the arteries of the neck where it hurts
// there, and never a deadline that is past or a level that is reached.
func TestSafetyNetIsForThePerson(t *testing.T) {
	tests := []struct {
		name      string
		held      map[string]string
		level     Disposition
		want, not []string
	}{
		{"calm", nil, SelfCare, []string{"Call 999", "Be seen today: fever", "no better in four weeks"}, []string{"baby", "double vision"}},
		{"for four weeks", map[string]string{"duration": "4-6-weeks"}, SelfCare, []string{"no better in a week", "six weeks after it began"}, []string{"four weeks"}},
		{"pregnant", map[string]string{"risks": "pregnancy", "pregnancy": "28-plus-weeks"}, Clinician,
			[]string{"or maternity: bleeding", "baby moves less", "severe headache"}, []string{"tip of the shoulder", "See a clinician"}},
		{"early in a pregnancy", map[string]string{"risks": "pregnancy", "pregnancy": "under-16-weeks"}, Clinician, []string{"tip of the shoulder"}, nil},
		{"after a birth", map[string]string{"risks": "pregnancy", "pregnancy": "after-birth"}, SelfCare, []string{"since the birth", "severe headache"}, []string{"baby"}},
		{"neck", map[string]string{"area": "neck"}, SelfCare, []string{"double vision"}, nil},
		{"a child", map[string]string{"age": "under-16"}, Clinician, []string{"a limp"}, nil},
		{"fever", map[string]string{"urgent-illness": "yes", "fever": "yes"}, Urgent, []string{"Call 999"}, []string{"Be seen today", "See a clinician"}},
		{"numb", map[string]string{"em-nerves": "yes", "saddle-numbness": "yes"}, Emergency, []string{"Call 999"}, []string{"Be seen today", "See a clinician"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lines, level := netOf(t, test.held)
			text := strings.Join(lines, "\n")
			if level != test.level || len(lines) == 0 || !strings.HasPrefix(lines[0], "Call 999 (or 112, 911): numb") {
				t.Errorf("got %v and\n%s", level, text)
			}
			for _, want := range test.want {
				if !strings.Contains(text, want) {
					t.Errorf("got no %q in\n%s", want, text)
				}
			}
			if n := slices.IndexFunc(test.not, func(not string) bool { return strings.Contains(text, not) }); n >= 0 {
				t.Errorf("got %q in\n%s", test.not[n], text)
			}
		})
	}
}
