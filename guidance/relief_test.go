package guidance

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What a relief refers to exists, and each caution has its words.
func TestReliefReferences(t *testing.T) {
	l := Open("en")
	precautions := map[string]bool{}
	for _, p := range l.Precautions().All {
		precautions[p.ID] = true
	}
	area, _ := l.Questionnaire().Item("area")
	catalog := l.Relief()
	for _, r := range catalog.All() {
		for _, id := range append(slices.Clone(r.Contraindications), r.Precautions...) {
			if !precautions[id] {
				t.Errorf("%s: there is no precaution %q", r.ID, id)
			}
		}
		for _, id := range r.Precautions {
			if slices.Contains(r.Contraindications, id) {
				t.Errorf("%s: %q both forbids and changes it; keep one", r.ID, id)
			}
		}
		same(t, r.ID+": cautions", r.Precautions, keys(r.Words.Cautions))
		for _, id := range r.Instead {
			if _, ok := catalog.Find(id); !ok || id == r.ID {
				t.Errorf("%s: instead %q is no other relief", r.ID, id)
			}
		}
		if len(r.Instead) == 0 {
			t.Errorf("%s: nothing to offer instead", r.ID)
		}
		if _, ok := catalog.ScreeningFor(r); r.Screening != "" && !ok {
			t.Errorf("%s: there is no screening item %q", r.ID, r.Screening)
		}
		if len(r.Areas) == 0 {
			t.Errorf("%s: for no area", r.ID)
		}
		for _, id := range r.Areas {
			if _, ok := area.Option(id); !ok {
				t.Errorf("%s: there is no area %q", r.ID, id)
			}
		}
		w := r.Words
		if len(w.How) == 0 || len(w.Stop) == 0 || w.Title == "" || w.Aim == "" || w.Dose == "" || w.Felt == "" || w.Easier == "" || w.Evidence == "" {
			t.Errorf("%s: words are missing; each relief has a title, an aim, how, a dose, felt, stop, easier and evidence", r.ID)
		}
	}
	for _, s := range catalog.Screening() {
		used := slices.ContainsFunc(catalog.All(), func(r Relief) bool { return r.Screening == s.ID })
		if !used {
			t.Errorf("screening.json: no relief asks %q; delete it or name it", s.ID)
		}
	}
	for _, p := range l.Precautions().All {
		used := slices.ContainsFunc(catalog.All(), func(r Relief) bool {
			return slices.Contains(r.Contraindications, p.ID) || slices.Contains(r.Precautions, p.ID)
		})
		if !used {
			t.Errorf("precautions.json: no relief minds %q; delete it or name it", p.ID)
		}
	}
	for _, routine := range structure[[]routineStructure]("routines") {
		for i, id := range routine.Reliefs {
			if _, ok := catalog.Find(id); !ok || slices.Contains(routine.Reliefs[:i], id) {
				t.Errorf("routines.json: %s: %q is no relief, or stands twice", routine.ID, id)
			}
		}
	}
}

// A dose that a tired person may take by the letter does no harm.
func TestDosesAreSensible(t *testing.T) {
	minutes := map[string]int{"heat": 15, "alternating": 15, "ice": 20}
	for _, r := range Open("en").Relief().All() {
		d, most := r.Dose, 30
		if m, ok := minutes[r.ID]; ok {
			most = m
			if d.MinutesMax == 0 || d.TimesPerDay == 0 {
				t.Errorf("%s: got %+v, want minutes and times a day: without them skin burns", r.ID, d)
			}
		}
		if d.MinutesMin > d.MinutesMax || d.MinutesMax > most || (d.MinutesMin == 0) != (d.MinutesMax == 0) {
			t.Errorf("%s: got %d to %d minutes, want a range up to %d", r.ID, d.MinutesMin, d.MinutesMax, most)
		}
		if d.HoldSeconds < 0 || d.HoldSeconds > 60 || d.HoldSeconds > 0 && d.Reps == 0 {
			t.Errorf("%s: got a hold of %d seconds and %d repetitions, want at most 60, and some to hold", r.ID, d.HoldSeconds, d.Reps)
		}
		if d.Reps < 0 || d.Reps > 10 || d.Sets > 3 || (d.Sets == 0) != (d.Reps == 0) {
			t.Errorf("%s: got %d sets of %d, want at most 3 of 10, and both or none", r.ID, d.Sets, d.Reps)
		}
		if d.EachSide && d.Reps == 0 {
			t.Errorf("%s: each side, but nothing to repeat", r.ID)
		}
		if d.TimesPerDay < 0 || d.TimesPerDay > 6 {
			t.Errorf("%s: got %d times a day, want at most 6", r.ID, d.TimesPerDay)
		}
	}
}

var (
	repsSaid    = regexp.MustCompile(`(?:^|with |to )([0-9]+)(?: times| each side|\. No hold)`)
	holdSaid    = regexp.MustCompile(`Hold (?:for )?([0-9]+) seconds`)
	minutesSaid = regexp.MustCompile(`^(?:Start with )?(?:([0-9]+) to )?([0-9]+) minutes`)
	perDaySaid  = regexp.MustCompile(`(?:^|[.] |most |Up to )([0-9]+) times a day`)
)

// The player counts by the structure and the person reads the words, so the
// two have to say the same.
func TestDoseWordsAgree(t *testing.T) {
	for _, r := range Open("en").Relief().All() {
		d, text := r.Dose, r.Words.Dose
		checkNumber(t, r.ID, "repetitions", d.Reps, repsSaid, text)
		checkNumber(t, r.ID, "seconds of hold", d.HoldSeconds, holdSaid, text)
		checkNumber(t, r.ID, "times a day", d.TimesPerDay, perDaySaid, text)
		if got := strings.Contains(text, "each side"); got != d.EachSide {
			t.Errorf("%s: the words say each side: %v, the dose says %v: %q", r.ID, got, d.EachSide, text)
		}
		low, high := 0, 0
		if m := minutesSaid.FindStringSubmatch(text); m != nil {
			high, _ = strconv.Atoi(m[2])
			low = high
			if m[1] != "" {
				low, _ = strconv.Atoi(m[1])
			}
		}
		if low != d.MinutesMin || high != d.MinutesMax {
			t.Errorf("%s: the words say %d to %d minutes, the dose says %d to %d: %q", r.ID, low, high, d.MinutesMin, d.MinutesMax, text)
		}
		for _, step := range r.Words.How {
			for _, m := range holdSaid.FindAllStringSubmatch(step, -1) {
				if m[1] != strconv.Itoa(d.HoldSeconds) {
					t.Errorf("%s: a step says to hold for %s seconds, the dose says %d: %q", r.ID, m[1], d.HoldSeconds, step)
				}
			}
			for _, m := range regexp.MustCompile(`After ([0-9]+), change`).FindAllStringSubmatch(step, -1) {
				if m[1] != strconv.Itoa(d.Reps) {
					t.Errorf("%s: a step says %s repetitions, the dose says %d: %q", r.ID, m[1], d.Reps, step)
				}
			}
		}
	}
}

func checkNumber(t *testing.T, id, what string, want int, said *regexp.Regexp, text string) {
	t.Helper()
	var got int
	for _, m := range said.FindAllStringSubmatch(text, -1) {
		if strings.Contains(text[strings.Index(text, m[0]):], m[0]+" a day") && said == repsSaid {
			continue // "2 times a day" is no repetition
		}
		n, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		if got == 0 {
			got = n
		}
	}
	if got != want {
		t.Errorf("%s: the words say %d %s, the dose says %d: %q", id, got, what, want, text)
	}
}

// What guidance advises against is never a step, whatever the documents say
// is best: no belt, no special shoes, no medicine on prescription.
func TestNeverOffered(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(belts?|corsets?|orthotics?|insoles?|rocker|collars?|traction|tens|relaxants?|opioids?|codeine|cyclobenzaprine|metaxalone|tizanidine|flexeril|skelaxin|zanaflex|diazepam|sit-ups?)\b`)
	for _, r := range Open("en").Relief().All() {
		w := r.Words
		told := append([]string{r.ID, w.Title, w.Aim, w.Dose, w.Felt, w.Easier}, w.How...)
		for _, text := range w.Cautions {
			told = append(told, text)
		}
		for _, text := range told {
			if m := never.FindString(text); m != "" {
				t.Errorf("%s: offers %q in %q; tell about it in a topic", r.ID, m, text)
			}
		}
		for _, id := range []string{"A29", "B11"} { // the relaxants
			if slices.Contains(r.Cites, id) && r.ID != "see-clinician-prep" {
				t.Errorf("%s: cites %s, muscle relaxants; only the talk with a clinician may", r.ID, id)
			}
		}
	}
}

// A relief with cautions gives those that hold, in order, and its substitute
// is one that nothing forbids.
func TestReliefUnderPrecautions(t *testing.T) {
	catalog := Open("en").Relief()
	tests := []struct {
		relief             string
		holding            []string
		forbidden, instead string
		cautions           int
	}{
		{"heat", nil, "", "breathing", 0},
		{"heat", []string{"diabetes", "older"}, "", "breathing", 2},
		{"heat", []string{"swelling"}, "swelling", "breathing", 0},
		{"painkillers", []string{"blood-thinner"}, "blood-thinner", "talk-to-pharmacist", 0},
		{"painkillers", []string{"older"}, "", "talk-to-pharmacist", 1},
		{"knee-to-chest", []string{"pregnant", "pregnant-16"}, "pregnant-16", "side-pillow-between-knees", 0},
		{"stay-active", []string{"child"}, "child", "short-rest", 0},
	}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.relief, test.holding), func(t *testing.T) {
			holding := map[string]bool{}
			for _, id := range test.holding {
				holding[id] = true
			}
			r, ok := catalog.Find(test.relief)
			if !ok {
				t.Fatal("no such relief")
			}
			if got, forbidden := r.Contraindicated(holding); got != test.forbidden || forbidden != (test.forbidden != "") {
				t.Errorf("got contraindication %q, want %q", got, test.forbidden)
			}
			if got := len(r.Cautions(holding)); got != test.cautions {
				t.Errorf("got %d cautions, want %d: %q", got, test.cautions, r.Cautions(holding))
			}
			if got, _ := catalog.Substitute(r, "", holding, nil); got.ID != test.instead {
				t.Errorf("got substitute %q, want %q", got.ID, test.instead)
			}
		})
	}
	if _, ok := catalog.Find("belt"); ok {
		t.Error("found a relief that is none")
	}
	all := map[string]bool{}
	for _, p := range Open("en").Precautions().All {
		all[p.ID] = true
	}
	if r, ok := catalog.Substitute(Relief{Instead: []string{"heat", "belt"}}, "", all, nil); ok {
		t.Errorf("got substitute %q although it is forbidden", r.ID)
	}
}

// What stands under "stop if" happens to the person while it is done, and is a
// reason to stop: it is no instruction, no fault of form, and nothing that was
// known before it began, which is asked or said first.
func TestStopLinesAreReasonsToStop(t *testing.T) {
	noReason := regexp.MustCompile(`^(Never|Do not|No (?:stretch|heat|massage)|Always|Keep|Leave|With|Only use|You (?:have|had) (?:a new hip|an? .*operation))|leave (?:it|this one) out|too far|that evening`)
	reason := regexp.MustCompile(`(?i)pain|hurt|ache|tingl|numb|weak|dizz|faint|light-headed|sharp|gives way|breath|catch|pinch|cramp|pull|grip|worse|slip|swollen|snap|blotch|white|red |sleepy|shiver|stiff|chang|stool|face|mistake|burn|growing|anxious|sets it off|avoid|drinks|urine|tablets|sign|position|further|seen|spasm|shivery|ill|nobody|loose|double`)
	for _, r := range Open("en").Relief().All() {
		for _, line := range r.Words.Stop {
			if m := noReason.FindString(line); m != "" || !reason.MatchString(line) {
				t.Errorf("%s: %q is no reason to stop (%q)", r.ID, line, m)
			}
		}
	}
}

// Each movement names at least one of the signs at which any movement stops:
// pain or tingling that runs down a limb, numbness, weakness, dizziness, pain
// in the chest or on a breath.
func TestMovementsNameAUniversalStop(t *testing.T) {
	universal := regexp.MustCompile(`(?i)tingling|numb|weak|gives way|dizzy|breathe in|breath\b|goes down a leg|inside the chest|swollen`)
	for _, r := range Open("en").Relief().All() {
		if r.Kind == Exercise && !slices.ContainsFunc(r.Words.Stop, universal.MatchString) {
			t.Errorf("%s: names none of them: %q", r.ID, r.Words.Stop)
		}
	}
}
