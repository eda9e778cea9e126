package guidance

import (
	"fmt"
	"regexp"
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

// Content leaves the place of the emergency number open, so that each person is
// told theirs; what a person may type is no matter, and the page on despair names
// lines for a crisis.
func TestContentNamesNoEmergencyNumber(t *testing.T) {
	literal := regexp.MustCompile(`\b(911|999)\b|(?i)\b(call|ring|dial|llame(?: ahora)? al|o al) \d{2,}`)
	for _, file := range contentFiles(t) {
		if !strings.Contains(file, "/") || strings.HasSuffix(file, "/search.json") {
			continue
		}
		for _, p := range stringsOf(t, file) {
			if strings.Contains(p.path, ".keywords[") || strings.HasPrefix(p.path, "topics.despair.") || strings.HasPrefix(p.path, "number.") {
				continue
			}
			if literal.MatchString(p.text) {
				t.Errorf("%s: %s: names an emergency number, want %s: %q", file, p.path, numberPlace, p.text)
			}
		}
	}
}

// Every text comes with the number of the person, beside the common ones, and
// without one with those alone; no place is left open.
func TestContentTellsTheNumberOfThePerson(t *testing.T) {
	for language, tests := range map[string]map[string]string{
		"en": {"119": "Call 119 (or 112, 911, 999) now for any sign", "": "Call 112, 911 or 999 now for any sign"},
		"es": {"119": "Llame ahora al 119 (o 112, 911, 999) por", "": "Llame ahora al 112, 911 o 999 por"},
	} {
		for number, want := range tests {
			l := Open(language).Calling(func() string { return number })
			topic, _ := l.Topic("emergency")
			if got := fmt.Sprint(topic); !strings.Contains(got, want) {
				t.Errorf("%s, %q: want %q, got %s", language, number, want, got)
			}
			for _, file := range wordFiles(t) {
				name, own := strings.CutPrefix(strings.TrimSuffix(file, ".json"), language+"/")
				if own && name != noticesFile && strings.Contains(l.wordsFile(name).text, numberPlace) {
					t.Errorf("%s, %q: a place is left open", file, number)
				}
			}
		}
	}
}
