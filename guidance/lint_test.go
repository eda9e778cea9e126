package guidance

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
)

// The bounds of a text. A grade of 8 is an age of 13 to 14, for single lines
// that must name something long; the lines of a file together stay at grade 6,
// an age of 11 to 12.
const (
	mostGrade     = 8.0
	mostMeanGrade = 6.0
	// leastWords is how many words a text must have for its grade to mean
	// anything.
	leastWords = 8
	// mostWordsSentence and mostWordsText are how long a sentence and a text
	// may be.
	mostWordsSentence = 24
	mostWordsText     = 60
)

// A complaint says what is wrong with a text and what to do, or is empty.
type complaint func(text string) string

// lints are what every text of the content is held to.
var lints = []struct {
	name  string
	check complaint
}{
	{"grade", lintGrade},
	{"sentence", lintSentence},
	{"length", lintLength},
	{"jargon", lintJargon},
	{"negatives", lintNegatives},
	{"person", lintPerson},
	{"blame", lintBlame},
	{"cheer", lintCheer},
}

// Whoever writes content is told file, place and field of what is hard to read,
// and what to write instead.
func TestLint(t *testing.T) {
	texts := wordsOfContent(t)
	for _, l := range lints {
		t.Run(l.name, func(t *testing.T) {
			for _, p := range texts {
				if problem := l.check(p.text); problem != "" {
					t.Errorf("%s: %s: %q", p.path, problem, p.text)
				}
			}
		})
	}
}

// wordsOfContent returns every text that a person reads, each with its file,
// id and field.
func wordsOfContent(t *testing.T) []placed {
	t.Helper()
	var all []placed
	for _, file := range wordFiles(t) {
		if !strings.HasPrefix(file, "en/") {
			continue // structure, or the words of another language: these lints know English
		}
		if file == "en/search.json" || file == "en/clinical-terms.json" {
			continue // what people type, and what clinicians read
		}
		for _, p := range stringsOf(t, file) {
			if !strings.Contains(p.path, "keywords") { // the same
				all = append(all, placed{file + ": " + p.path, p.text})
			}
		}
	}
	return all
}

// A file as a whole is easier than its hardest line may be.
func TestLintMeanGrade(t *testing.T) {
	type sum struct {
		grade float64
		texts int
	}
	sums := map[string]*sum{}
	worst, hardest := -1.0, placed{}
	for _, p := range wordsOfContent(t) {
		file, _, _ := strings.Cut(p.path, ":")
		m := measure(p.text)
		if m.words < leastWords {
			continue
		}
		if sums[file] == nil {
			sums[file] = &sum{}
		}
		sums[file].grade += m.grade()
		sums[file].texts++
		if m.grade() > worst {
			worst, hardest = m.grade(), p
		}
	}
	for _, file := range keys(sums) {
		mean := sums[file].grade / float64(sums[file].texts)
		t.Logf("%s: mean grade %.1f over %d texts", file, mean, sums[file].texts)
		if mean > mostMeanGrade {
			t.Errorf("%s: mean grade %.1f, want at most %.1f", file, mean, mostMeanGrade)
		}
	}
	t.Logf("the hardest, of grade %.1f: %s: %q", worst, hardest.path, hardest.text)
}

func lintGrade(text string) string {
	m := measure(text)
	if m.words < leastWords || m.grade() <= mostGrade {
		return ""
	}
	return fmt.Sprintf("grade %.1f, want at most %.1f; use shorter words or sentences", m.grade(), mostGrade)
}

var sentenceEnd = regexp.MustCompile(`[.!?:;]( |$)`)

func lintSentence(text string) string {
	for _, sentence := range sentenceEnd.Split(text, -1) {
		if n := measure(sentence).words; n > mostWordsSentence {
			return fmt.Sprintf("a sentence of %d words, want at most %d; split it", n, mostWordsSentence)
		}
	}
	return ""
}

func lintLength(text string) string {
	if n := measure(text).words; n > mostWordsText {
		return fmt.Sprintf("%d words, want at most %d; leave something out", n, mostWordsText)
	}
	return ""
}

// jargon are words that people do not know, or that are longer than need be,
// each with what to write. The name of an illness may stand in brackets behind
// what it means, or after "called".
var jargon = map[string]string{
	"acute": "new", "ambulate": "walk", "analgesic": "painkiller", "antispasmodic": "muscle relaxant", "asymptomatic": "without signs",
	"benign": "harmless", "bilateral": "on both sides", "cervical": "of the neck", "chronic": "lasting", "commence": "begin",
	"contraindicated": "leave it out", "contraindication": "reason to leave it out", "discontinue": "stop", "dyspnoea": "short of breath",
	"dyspnea": "short of breath", "etiology": "cause", "exacerbate": "make worse", "facilitate": "help", "fasciculation": "twitching",
	"haematuria": "blood in the urine", "hematuria": "blood in the urine", "idiopathic": "without a known cause",
	"in order to": "to", "lordosis": "a hollow back (lordosis)", "lumbar": "of the low back", "malignancy": "cancer",
	"modality": "way", "musculoskeletal": "of muscles and bones", "myofascial": "tight spots in a muscle (myofascial)",
	"nsaid": "anti-inflammatory", "oedema": "swelling", "edema": "swelling", "orthotics": "shoe inserts (orthotics)",
	"osteoarthritis": "worn joints (osteoarthritis)", "osteoporosis": "weak bones (osteoporosis)", "palpate": "press", "paraesthesia": "tingling",
	"pathology": "illness", "prior to": "before", "prognosis": "what to expect", "prone": "on your stomach",
	"radiculopathy": "pain from a nerve", "retention": "not being able to pass urine", "sequelae": "what follows", "spondylosis": "a worn spine (spondylosis)",
	"stenosis": "a narrow spinal canal (stenosis)", "subsequent": "next", "sufficient": "enough", "supine": "on your back",
	"symptomatology": "signs", "thoracic": "of the upper back", "unilateral": "on one side", "utilise": "use", "utilize": "use",
	"vertebra": "bone of the spine", "vertebrae": "bones of the spine",
}

var bracketed = regexp.MustCompile(`\([^)]*\)`)

var explained = regexp.MustCompile(`\([^)]*\)|\bcalled [a-z]+`)

func lintJargon(text string) string {
	plain := " " + strings.Join(wordsOf(explained.ReplaceAllString(text, " ")), " ") + " "
	for _, hard := range keys(jargon) {
		if strings.Contains(plain, " "+hard+" ") || strings.Contains(plain, " "+hard+"s ") {
			return fmt.Sprintf("the word %q; write %q", hard, jargon[hard])
		}
	}
	return ""
}

// doubleNegative finds two negations in one breath, such as "not without".
var doubleNegative = regexp.MustCompile(`(?i)\b(not|never|no|cannot|nobody|nothing|none)\b( [a-z'-]+){0,4} (without|unless|not|never|unable|unlikely|unsafe|unusual|uncommon)\b`)

func lintNegatives(text string) string {
	for _, found := range doubleNegative.FindAllString(text, -1) {
		if !strings.Contains(found, " and ") && !strings.Contains(found, " or ") { // which count up rather than undo
			return fmt.Sprintf("two negatives in %q; say what is so", found)
		}
	}
	return ""
}

func lintPerson(text string) string {
	return findWord(text, "speak to the person as \"you\"", "the patient", "patients", "the user", "users", "sufferer", "sufferers",
		"the individual", "individuals", "one should", "the client", "he or she", "his or her")
}

func lintBlame(text string) string {
	return findWord(text, "nobody is to feel blamed", "lazy", "careless", "your fault", "neglected", "bad habit", "bad habits", "you failed",
		"should have", "complain", "complains", "victim", "suffering from", "obese", "overweight", "non-compliant")
}

func lintCheer(text string) string {
	if strings.Contains(text, "!") {
		return "an exclamation mark; say it calmly"
	}
	return findWord(text, "no false cheer, and nothing is simple that hurts", "simply", "obviously", "of course", "don't worry", "do not worry",
		"no worries", "well done", "great job", "good luck", "easy-peasy")
}

// findWord complains about the first of some words that stands in a text.
func findWord(text, why string, words ...string) string {
	plain := " " + strings.Join(wordsOf(text), " ") + " "
	for _, w := range words {
		if strings.Contains(plain, " "+w+" ") {
			return fmt.Sprintf("the words %q; %s", w, why)
		}
	}
	return ""
}

// The lint itself finds what it is there for, and passes plain words.
func TestLintComplains(t *testing.T) {
	tests := []struct {
		name string
		text string
		want string
	}{
		{"grade", "Physiological considerations necessitate comprehensive musculoskeletal evaluation by experienced professionals.", "grade"},
		{"grade", "Put a pillow under your knees, and let your back grow heavy.", ""},
		{"sentence", strings.Repeat("word ", 25) + ".", "a sentence of 25 words"},
		{"sentence", strings.Repeat("word ", 24) + ". " + strings.Repeat("word ", 24), ""},
		{"length", strings.Repeat("A word. ", 31), "62 words"},
		{"jargon", "It eases acute pain.", `"acute"; write "new"`},
		{"jargon", "Lie on your stomach. Prone is not for all.", `"prone"`},
		{"jargon", "Worn joints (osteoarthritis) hurt.", ""},
		{"jargon", "Worn joints of the spine are called spondylosis.", ""},
		{"jargon", "A broken vertebra.", `"bone of the spine"`},
		{"negatives", "Do not get up without help.", "two negatives"},
		{"negatives", "Never use it unless you are awake.", "two negatives"},
		{"negatives", "Not today. Without a fever you may.", ""},
		{"person", "The patient should lie down.", `"you"`},
		{"blame", "You should have moved more.", "blamed"},
		{"cheer", "Well done.", "cheer"},
		{"cheer", "You can do it!", "exclamation"},
	}
	for _, test := range tests {
		for _, l := range lints {
			if l.name != test.name {
				continue
			}
			if got := l.check(test.text); !strings.Contains(got, test.want) || test.want == "" && got != "" {
				t.Errorf("%s: %q: got %q, want %q", test.name, test.text, got, test.want)
			}
		}
	}
}

// Each content file says when it was last compared with what it cites, or its
// entries do: a real day, and not one to come.
func TestReviewedDates(t *testing.T) {
	reviewed := Open("en").Reviewed()
	tomorrow := time.Now().AddDate(0, 0, 1) // it may be that already where the author is
	check := func(where, date string) {
		t.Helper()
		day, err := time.Parse(time.DateOnly, date)
		if err != nil || day.After(tomorrow) || day.Year() < 2026 {
			t.Errorf("%s: reviewed on %q; write the day of the last review as YYYY-MM-DD, not one to come", where, date)
		}
	}
	for _, file := range wordFiles(t) {
		if strings.Contains(file, "/") || file == "reviewed.json" {
			continue // words are reviewed with what they belong to
		}
		entries := 0
		for _, p := range stringsOf(t, file) {
			if strings.HasSuffix(p.path, "reviewed") {
				entries++
				check(file+": "+p.path, p.text)
			}
		}
		if date, ok := reviewed[file]; ok || entries == 0 {
			check("reviewed.json: "+file, date)
		}
		delete(reviewed, file)
	}
	for file := range reviewed {
		t.Errorf("reviewed.json: %s: there is no such file", file)
	}
}
