package guidance

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// A typedPhrase is words as people type them, with the sign that must be heard in
// them: "any" where it does not matter which, and none where there is none.
type typedPhrase struct{ set, language, sign, words string }

func typedPhrases(t testing.TB) []typedPhrase {
	t.Helper()
	data, err := os.ReadFile("testdata/spoken.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var typed []typedPhrase
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[2:] {
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			t.Fatalf("spoken.tsv: not a phrase: %q", line)
		}
		typed = append(typed, typedPhrase{fields[0], fields[1], fields[2], fields[3]})
	}
	return typed
}

// What people say in their own words is heard, and what is no danger is not
// taken for one. What is still missed or mistaken is logged.
func TestTypedPhrases(t *testing.T) {
	type tally struct{ danger, missed, ordinary, mistaken int }
	tallies := map[string]*tally{}
	libraries := map[string]*Library{"en": Open("en"), "es": Open("es")}
	for _, p := range typedPhrases(t) {
		n := tallies[p.set]
		if n == nil {
			n = &tally{}
			tallies[p.set] = n
		}
		found := libraries[p.language].Lookup(p.words)
		right := p.sign == "" && len(found.Signs) == 0 || p.sign == "any" && len(found.Signs) > 0 || hears(found, p.sign)
		if p.sign == "" {
			n.ordinary++
		} else {
			n.danger++
		}
		if right {
			continue
		}
		got := ids(found.Signs, func(s SpokenSign) string { return s.ID })
		t.Logf("%s: %q: got %q, want %q", p.set, p.words, got, p.sign)
		if p.sign == "" {
			n.mistaken++
		} else {
			n.missed++
		}
	}
	for _, set := range keys(tallies) {
		n := tallies[set]
		t.Logf("%s: %d of %d dangers missed, %d of %d ordinary ones mistaken", set, n.missed, n.danger, n.mistaken, n.ordinary)
		if n.danger < 60 || n.missed*10 > n.danger || n.mistaken*20 > n.ordinary {
			t.Errorf("%s: want at most 1 in 10 dangers missed and 1 in 20 ordinary ones mistaken", set)
		}
	}
}

// A sign is heard whatever the language of the program, and read in it.
func TestSignsOfAnyLanguage(t *testing.T) {
	for _, test := range []struct{ language, words, sign string }{
		{"en", "no puedo orinar", "bladder-change"}, {"en", "dolor en el pecho", "chest-pain"}, {"en", "quiero morirme", "despair"},
		{"es", "cant pee", "bladder-change"}, {"es", "chest pain", "chest-pain"}, {"es", "numb between my legs", "saddle-numbness"},
	} {
		l := Open(test.language)
		found := l.Lookup(test.words)
		item, _ := l.Questionnaire().Item(test.sign)
		if !hears(found, test.sign) || found.Signs[0].Item.Label != item.Label {
			t.Errorf("%s: %q: got %v, want %s in the language", test.language, test.words, found.Signs, test.sign)
		}
	}
}

// Nobody who may be in danger is led to something to do for the back, and what
// to do about the danger comes first.
func TestNoSignLeadsToAnAction(t *testing.T) {
	first := structure[searchStructure](searchFile)
	for _, language := range Languages() {
		l := Open(language)
		for _, p := range typedPhrases(t) {
			found := l.Lookup(p.words)
			if len(found.Signs) == 0 {
				continue
			}
			told := slices.ContainsFunc(found.Signs, func(s SpokenSign) bool { return s.Topic == found.Topics[0].ID })
			if !found.Sure || !told && found.Topics[0].ID != first.EmergencyTopic && found.Topics[0].ID != first.UrgentTopic {
				t.Errorf("%s: %q: got %s first", language, p.words, topicIDs(found.Topics))
			}
			for _, topic := range found.Topics {
				if len(topic.Reliefs) > 0 {
					t.Errorf("%s: %q: %s leads to %q", language, p.words, topic.ID, topic.Reliefs)
				}
			}
		}
	}
}

// Ordinary words before or after never make a sign unheard.
func TestMoreWordsLoseNoSign(t *testing.T) {
	l := Open("en")
	more := []string{"please help", "since tuesday my back hurts and", "should i stretch or walk and", "and is it normal", "not sure but", "no idea but"}
	for _, p := range typedPhrases(t) {
		if p.language != "en" || p.sign == "" {
			continue
		}
		for _, s := range l.Lookup(p.words).Signs {
			for _, m := range more {
				for _, words := range []string{m + " " + p.words, p.words + ", " + m} {
					if !hears(l.Lookup(words), s.ID) {
						t.Errorf("%q: %s is not heard", words, s.ID)
					}
				}
			}
		}
	}
}

// The parts of a sign are heard in either order.
func TestSignsInEitherOrder(t *testing.T) {
	l := Open("en")
	for _, test := range []struct{ a, b, sign string }{
		{"numb", "between my legs", "saddle-numbness"}, {"no feeling", "my willy", "saddle-numbness"}, {"weak", "both legs", "both-legs"},
		{"leaking", "wee", "bladder-change"}, {"tight", "chest", "chest-pain"}, {"weak arm", "slurred speech", "stroke-signs"},
		{"fever", "stiff neck", "stiff-neck-fever"}, {"floppy", "foot", "one-limb-weakness"}, {"swollen", "calf", "leg-swelling"},
	} {
		for _, words := range []string{test.a + " " + test.b, test.b + " is " + test.a} {
			if !hears(l.Lookup(words), test.sign) {
				t.Errorf("%q: %s is not heard", words, test.sign)
			}
		}
	}
}

// What is denied is not heard, but only where nothing else is said of it.
func TestDeniedSigns(t *testing.T) {
	for _, test := range []struct {
		language, words, sign string
		heard                 bool
	}{
		{"en", "no fever, just stiff", "fever", false}, {"en", "no numbness in my bum but sore", "saddle-numbness", false},
		{"en", "no fever. i am hot and shivering", "fever", true}, {"en", "no fever medicine helps", "fever", true},
		{"en", "no control of my bladder", "bladder-change", true}, {"en", "is it better? no. chest pain now", "chest-pain", true},
		{"en", "not suicidal", "despair", true}, {"en", "no feeling between my legs", "saddle-numbness", true},
		{"es", "no tengo fiebre", "fever", false}, {"es", "no controlo la orina", "bladder-change", true},
		{"es", "no me responden las piernas", "both-legs", true}, {"es", "no siento las piernas", "both-legs", true},
	} {
		if got := hears(Open(test.language).Lookup(test.words), test.sign); got != test.heard {
			t.Errorf("%q: %s heard is %v, want %v", test.words, test.sign, got, test.heard)
		}
	}
}

// Words typed as one, or with what nobody sees in them, are heard too.
func TestWordsTypedAsOne(t *testing.T) {
	l := Open("en")
	for words, sign := range map[string]string{"cantpee": "bladder-change", "can\u200bt p\u200bee": "bladder-change", "chestpain": "chest-pain", "numbbum": "saddle-numbness"} {
		if !hears(l.Lookup(words), sign) {
			t.Errorf("%q: %s is not heard", words, sign)
		}
	}
}
