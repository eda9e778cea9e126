package guidance

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// keyframes returns how many keyframes each figure has. The figures
// themselves are read in package figure, which needs this one.
func keyframes(t *testing.T) map[string]int {
	t.Helper()
	count := map[string]int{}
	for id, f := range structure[map[string]struct {
		Keyframes []json.RawMessage `json:"keyframes"`
	}]("figures") {
		count[id] = len(f.Keyframes)
	}
	return count
}

// figureOf returns the id of the figure that shows a relief, or "".
func figureOf(r Relief, count map[string]int) string {
	for _, id := range []string{r.Figure, r.ID} {
		if id != "" && count[id] > 0 {
			return id
		}
	}
	return ""
}

// A walk has no cues: there is nothing to say at each step.
var walks = []string{"walking", "first-steps"}

// Whoever cannot look at the picture follows the cues, so there is one for each
// keyframe that moves, and each fits a narrow column. On the second side the
// picture is a mirror, so no cue names a side.
func TestCues(t *testing.T) {
	const most = 28
	side := regexp.MustCompile(`(?i)\b(left|right)\b`)
	count, cues := keyframes(t), 0
	for _, r := range Open("en").Relief().All() {
		want := count[figureOf(r, count)]
		if want == 1 || slices.Contains(walks, r.ID) {
			want = 0
		}
		if got := len(r.Words.Cues); got != want {
			t.Errorf("%s: got %d cues, want %d, one for each keyframe", r.ID, got, want)
		}
		for _, cue := range r.Words.Cues {
			cues++
			if n := utf8.RuneCountInString(cue); n > most {
				t.Errorf("%s: got a cue of %d characters, want at most %d: %q", r.ID, n, most, cue)
			}
			if n := len(strings.Fields(cue)); n < 2 || n > 6 {
				t.Errorf("%s: got a cue of %d words, want 2 to 6: %q", r.ID, n, cue)
			}
			if r.Dose.EachSide && side.MatchString(cue) {
				t.Errorf("%s: a cue names a side, but it is said for both: %q", r.ID, cue)
			}
			if strings.HasSuffix(cue, ".") {
				t.Errorf("%s: a cue ends with a full stop: %q", r.ID, cue)
			}
		}
	}
	t.Logf("%d cues", cues)
}

// Every exercise is counted or timed, or it is one of those that lead
// somewhere and are done when needed.
func TestExercisesAreCountedOrTimed(t *testing.T) {
	once := []string{"log-roll", "getting-up-from-floor", "rising-from-chair", "supported-cough"}
	count := keyframes(t)
	for _, r := range Open("en").Relief().All() {
		counted, timed := r.Dose.Reps > 0, r.Dose.MinutesMin > 0
		switch {
		case counted && timed:
			t.Errorf("%s: is counted and timed; which is it?", r.ID)
		case r.Kind == Exercise && !counted && !timed && !slices.Contains(once, r.ID):
			t.Errorf("%s: is neither counted nor timed, so it cannot be played", r.ID)
		case r.Kind == Exercise && count[figureOf(r, count)] < 2:
			t.Errorf("%s: no figure shows how it moves", r.ID)
		case r.Kind == Position && !timed:
			t.Errorf("%s: a position without minutes", r.ID)
		}
	}
}

// The words say when to change sides, and the player does as they say.
func TestSidesAgree(t *testing.T) {
	block := regexp.MustCompile(`After [0-9]+, change`)
	each := regexp.MustCompile(`other side|in the same way`)
	for _, r := range Open("en").Relief().All() {
		how := strings.Join(r.Words.How, " ")
		if r.Dose.Alternate && !r.Dose.EachSide {
			t.Errorf("%s: alternates, but is not for each side", r.ID)
		}
		if got := block.MatchString(how); got != (r.Dose.EachSide && !r.Dose.Alternate) {
			t.Errorf("%s: the steps say to change sides after some: %v, the dose is %+v", r.ID, got, r.Dose)
		}
		if r.Dose.Alternate && !each.MatchString(how) {
			t.Errorf("%s: alternates, but the steps do not say that the other side comes next", r.ID)
		}
	}
}

// What lies on the skin is looked at early, and again at half time, and the
// steps say so.
func TestSkinChecks(t *testing.T) {
	checked := 0
	for _, r := range Open("en").Relief().All() {
		d, how := r.Dose, strings.Join(r.Words.How, " ")
		onSkin := r.ID == "heat" || r.ID == "ice"
		if onSkin != (d.SkinCheckMinutes > 0) {
			t.Errorf("%s: got a skin check after %d minutes, lies on the skin %v", r.ID, d.SkinCheckMinutes, onSkin)
		}
		if !onSkin {
			continue
		}
		checked++
		if 2*d.SkinCheckMinutes > d.MinutesMin {
			t.Errorf("%s: got a skin check after %d of %d minutes, want it by half time", r.ID, d.SkinCheckMinutes, d.MinutesMin)
		}
		if want := fmt.Sprintf("Check your skin at %d minutes and at half time", d.SkinCheckMinutes); !strings.Contains(how, want) {
			t.Errorf("%s: want %q in the steps: %q", r.ID, want, how)
		}
		if d.TimesPerDay == 0 {
			t.Errorf("%s: nothing says how often a day", r.ID)
		}
	}
	if checked != 2 {
		t.Errorf("got %d reliefs on the skin, want heat and ice", checked)
	}
}

// What is said at half time is one or two short sentences, and only where there
// is a half time.
func TestHalfTime(t *testing.T) {
	for _, r := range Open("en").Relief().All() {
		text := r.Words.HalfTime
		if text != "" && (r.Dose.MinutesMin == 0 || utf8.RuneCountInString(text) > 60 || !strings.HasSuffix(text, ".")) {
			t.Errorf("%s: got half time %q for %d minutes, want a short sentence, and minutes", r.ID, text, r.Dose.MinutesMin)
		}
		if slices.Contains(walks, r.ID) && !strings.Contains(text, "Turn round") {
			t.Errorf("%s: got half time %q: nobody is told to turn back", r.ID, text)
		}
	}
}

// What can be followed by the clock has a name of its own and a time.
func TestGuides(t *testing.T) {
	want := map[string]string{"heat": "heat", "ice": "ice", "alternating": "alternating", "walk": "walking", "breathing": "breathing", "rest": "short-rest"}
	got := map[string]string{}
	for _, r := range Open("en").Relief().All() {
		if r.Guide == "" {
			continue
		}
		if got[r.Guide] != "" {
			t.Errorf("%s and %s are both called %q", got[r.Guide], r.ID, r.Guide)
		}
		got[r.Guide] = r.ID
		if r.Dose.MinutesMin == 0 || r.Dose.MinutesMax > 20 {
			t.Errorf("%s: got %d to %d minutes, want some, and at most 20", r.ID, r.Dose.MinutesMin, r.Dose.MinutesMax)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got guides %v, want %v", got, want)
	}
}

// A relief in parts is no way round what forbids a part.
func TestParts(t *testing.T) {
	l := Open("en")
	inParts := 0
	for _, r := range l.Relief().All() {
		parts := l.Relief().PartsOf(r)
		if len(parts) != len(r.Parts) {
			t.Errorf("%s: got parts %q, of which only %d exist", r.ID, r.Parts, len(parts))
		}
		if len(parts) == 0 {
			continue
		}
		inParts++
		minutes, leaveOut := 0, l.LeaveOutIf(r)
		for _, part := range parts {
			minutes += part.Dose.MinutesMin
			if len(part.Parts) > 0 || part.ID == r.ID {
				t.Errorf("%s: its part %s has parts itself", r.ID, part.ID)
			}
			if part.Dose.MinutesMin == 0 || part.Dose.MinutesMin != r.Dose.MinutesMin {
				t.Errorf("%s: its part %s lasts %d minutes, want the %d that its own dose says of each", r.ID, part.ID, part.Dose.MinutesMin, r.Dose.MinutesMin)
			}
			if r.UrgentSafe && !part.UrgentSafe {
				t.Errorf("%s: is urgentSafe, but its part %s is not", r.ID, part.ID)
			}
			if r.Dose.TimesPerDay > part.Dose.TimesPerDay {
				t.Errorf("%s: more often a day than its part %s", r.ID, part.ID)
			}
			if r.Screening != "" && r.Screening == part.Screening {
				t.Errorf("%s: asks %q, and its part %s asks it again", r.ID, r.Screening, part.ID)
			}
			for _, id := range part.Contraindications {
				if !coveredBy(l, id, r.Contraindications) {
					t.Errorf("%s: %q forbids its part %s, but not itself", r.ID, id, part.ID)
				}
			}
			for _, id := range part.Precautions {
				if !slices.Contains(slices.Concat(r.Precautions, r.Contraindications), id) {
					t.Errorf("%s: %q changes its part %s, but not itself", r.ID, id, part.ID)
				}
			}
			item, _ := l.Relief().ScreeningFor(part)
			for _, o := range item.Options {
				if item.LeaveOut[o.ID] && o.ID != "unsure" && !slices.Contains(leaveOut, o.Text) {
					t.Errorf("%s: whoever reads it is not told to leave it out with %q", r.ID, o.Text)
				}
			}
		}
		if len(r.Words.Parts) != len(parts) {
			t.Errorf("%s: got words for %d parts, want them for %d", r.ID, len(r.Words.Parts), len(parts))
		}
		for n, part := range parts {
			checkPart(t, l, r, part, n)
		}
		for _, id := range r.OnePartIf {
			if !slices.Contains(r.Precautions, id) || r.Words.OnePart == "" {
				t.Errorf("%s: %q allows one part only; say so in a caution, and ask which", r.ID, id)
			}
		}
		if minutes > 20 {
			t.Errorf("%s: its parts take %d minutes at least, want at most 20", r.ID, minutes)
		}
	}
	if inParts == 0 {
		t.Error("nothing has parts: this test is broken")
	}
}

// checkPart checks that a part has words of its own, which agree with what is
// played, and that what follows another waits.
func checkPart(t *testing.T, l *Library, r, part Relief, n int) {
	t.Helper()
	alone, _ := l.Relief().Find(part.ID)
	if part.Words.Title == alone.Words.Title || fmt.Sprint(part.Words.How) == fmt.Sprint(alone.Words.How) {
		t.Errorf("%s: its part %s has no words of its own", r.ID, part.ID)
	}
	if n > 0 && part.Words.Wait == "" {
		t.Errorf("%s: nobody waits before its part %s", r.ID, part.ID)
	}
	if part.Dose.MinutesMax > r.Dose.MinutesMax || part.Dose.MinutesMax > alone.Dose.MinutesMax {
		t.Errorf("%s: its part %s lasts up to %d minutes, longer than either allows", r.ID, part.ID, part.Dose.MinutesMax)
	}
	how := strings.Join(part.Words.How, " ")
	if want := fmt.Sprintf("Check your skin at %d minutes", part.Dose.SkinCheckMinutes); !strings.Contains(how, want) {
		t.Errorf("%s: its part %s does not say %q", r.ID, part.ID, want)
	}
	for _, m := range regexp.MustCompile(`([0-9]+) minutes`).FindAllStringSubmatch(how, -1) {
		if m[1] != fmt.Sprint(r.Dose.MinutesMax) && m[1] != fmt.Sprint(part.Dose.SkinCheckMinutes) {
			t.Errorf("%s: its part %s says %q, the dose is %d minutes", r.ID, part.ID, m[0], r.Dose.MinutesMax)
		}
	}
}

// coveredBy reports whether one of some precautions holds whenever another
// does.
func coveredBy(l *Library, id string, others []string) bool {
	when := map[string]Criteria{}
	for _, p := range l.Precautions().All {
		when[p.ID] = p.When
	}
	return slices.ContainsFunc(others, func(other string) bool {
		for _, alternative := range when[id] {
			if !slices.ContainsFunc(when[other], func(weaker []Condition) bool { return implies(alternative, weaker) }) {
				return false
			}
		}
		return true
	})
}

// implies reports whether all conditions of weaker hold when those of stronger
// do.
func implies(stronger, weaker []Condition) bool {
	for _, w := range weaker {
		found := slices.ContainsFunc(stronger, func(s Condition) bool {
			return s.Item == w.Item && !slices.ContainsFunc(s.In, func(id string) bool { return !slices.Contains(w.In, id) })
		})
		if !found {
			return false
		}
	}
	return true
}

// A borrowed figure shows something that is safe for whoever sees it.
func TestBorrowedFigures(t *testing.T) {
	catalog, count := Open("en").Relief(), keyframes(t)
	for _, r := range catalog.All() {
		if r.Figure == "" {
			continue
		}
		shown, ok := catalog.Find(r.Figure)
		if !ok || count[r.Figure] == 0 || r.Figure == r.ID || count[r.ID] > 0 {
			t.Errorf("%s: its figure %q is no other relief with a figure, or it has one itself", r.ID, r.Figure)
		}
		for _, id := range shown.Contraindications {
			if !slices.Contains(r.Contraindications, id) {
				t.Errorf("%s: shows %s, which %q forbids", r.ID, shown.ID, id)
			}
		}
	}
}

// Every routine can be done by somebody with pain anywhere in the back, and
// what leads out of bed or off a chair comes last.
func TestRoutines(t *testing.T) {
	l := Open("en")
	areas, _ := l.Questionnaire().Item("area")
	same(t, "en/routines.json", ids(structure[[]routineStructure]("routines"), func(r routineStructure) string { return r.ID }),
		keys(words[map[string]RoutineWords](l, "routines")))
	ends := map[string]string{"bed": "log-roll", "desk": "rising-from-chair", "sleep": "night-waking"}
	for _, routine := range l.Routines() {
		if routine.Words.Title == "" || routine.Words.Aim == "" {
			t.Errorf("%s: no title or no aim", routine.ID)
		}
		if last := routine.Reliefs[len(routine.Reliefs)-1].ID; ends[routine.ID] != "" && last != ends[routine.ID] {
			t.Errorf("%s: got %q last, want %q", routine.ID, last, ends[routine.ID])
		}
		for _, r := range routine.Reliefs {
			if routine.ID == "desk" && r.Kind != Exercise || routine.ID == "bed" && r.Screening == "unsteady" {
				t.Errorf("%s: %s cannot be done there", routine.ID, r.ID)
			}
		}
	}
	five, ok := l.Routine("five-minutes")
	if !ok || five.Minutes != 5 {
		t.Errorf("got routine %v of %d minutes, want five-minutes of 5", ok, five.Minutes)
	}
	for _, area := range areas.Options {
		for _, p := range l.Precautions().All {
			left := 0
			for _, r := range five.Reliefs {
				if _, forbidden := r.Contraindicated(map[string]bool{p.ID: true}); r.For(area.ID) && !forbidden {
					left++
				}
			}
			if left == 0 {
				t.Errorf("five-minutes: nothing is left for %s with %s", area.ID, p.ID)
			}
		}
	}
}
