package handout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
)

// Nothing of the plan of today vanishes: each step is explained, or is named with
// where it is explained, and what is named there is true.
func TestEveryStepOfTodayIsOnTheSheet(t *testing.T) {
	all := cases(t)
	for who, c := range severe(t) {
		all[who] = c
	}
	for _, feel := range []string{"firm-contraction", "hard-knot", "tight-stiff", "sharp-spot", "travelling-ache", "twitch", "popping"} {
		for _, area := range []string{"neck", "upper", "shoulder-blades", "middle", "lower", "elsewhere"} {
			for _, began := range []string{"strain", "stumble", "posture"} {
				changes := fmt.Sprintf(`{"area":%q,"feel":[%q],"began":%q}`, area, feel, began)
				all[changes] = checked(t, answersWith(t, changes))
			}
		}
	}
	sheets, atTheEnd := 0, 0
	for who, c := range all {
		s := NewSheet(c)
		if s.Alarm {
			continue
		}
		sheets++
		text := strings.Join(strings.Fields(write(t, "sheet.txt", c)), " ")
		for _, step := range c.Library.PlanFor(c.Response, c.Assessment) {
			if step.Phase != guidance.ThisWeek && !strings.Contains(text, step.Relief.Words.Title) {
				t.Errorf("%s: %s is in the plan for %s and not on the sheet", who, step.Relief.ID, step.Phase)
			}
		}
		if _, hint, ok := strings.Cut(text, "How these are done: "); ok {
			hint, _, _ = strings.Cut(hint, ".")
			places := strings.Split(hint, ", ")
			for _, step := range slices.Concat(s.More, s.Later, s.Elsewhere) {
				place := whereShown(t, step.ID)
				if place == "" {
					atTheEnd++
					place = phraseAtTheEnd
				}
				if !slices.ContainsFunc(places, func(p string) bool { return strings.HasSuffix(p, place) }) {
					t.Errorf("%s: %s is shown by %q, and the sheet says %q", who, step.ID, place, places)
				}
			}
			for _, p := range places {
				if name, ok := strings.CutPrefix(p, "backcare relief "); ok && !slices.ContainsFunc(library.Relief().Guides(), func(r guidance.Relief) bool { return r.Guide == name }) {
					t.Errorf("%s: there is no %q", who, p)
				}
			}
		}
	}
	if sheets < 100 || atTheEnd == 0 {
		t.Errorf("looked at %d sheets, with %d steps at the end of a check", sheets, atTheEnd)
	}
}

// shownBy is what the commands list of themselves, as backcare stretches --list
// does. A relief that is in none of the lists is shown at the end of a check.
var shownBy = map[string]string{
	"backcare relief alternating": "alternating",
	"backcare relief breathing":   "breathing",
	"backcare relief heat":        "heat",
	"backcare relief ice":         "ice",
	"backcare relief rest":        "short-rest",
	"backcare relief walk":        "walking",
	"backcare sleep": "side-pillow-between-knees flat-pillow-under-knees side-hug-pillow reclined side-fetal head-supported " +
		"stomach-pillow-pelvis night-waking",
	"backcare stretches": "shoulder-raises seated-twist standing-twist pelvic-tilt knee-rolls knee-to-chest back-bend cat-cow heels-sit " +
		"hip-hinge chin-tuck neck-turns blade-squeeze chest-opener upper-back-extension first-steps log-roll getting-up-from-floor " +
		"rising-from-chair supported-cough calf-stretch",
}

// whereShown is the command that shows a relief, or nothing.
func whereShown(t *testing.T, id string) string {
	t.Helper()
	if _, ok := library.Relief().Find(id); !ok {
		t.Fatalf("there is no %s", id)
	}
	for command, ids := range shownBy {
		if slices.Contains(strings.Fields(ids), id) {
			return command
		}
	}
	return ""
}
