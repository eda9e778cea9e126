package guidance

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// Each way to sleep has its words and its positions, and those are part of the
// routine of the night.
func TestSleepHabit(t *testing.T) {
	l := Open("en")
	h, w := l.SleepHabit(), words[screeningWords](l, "sleep-habit")
	if h.Text == "" || h.Help == "" || h.Label == "" || h.Kind != Choice || h.ID != "sleep-habit" {
		t.Errorf("got %+v, want an item with all its words", h.Item)
	}
	if want := []string{"side", "curled", "back", "front", "half-sitting", "varies"}; !slices.Equal(optionIDs(h.Item), want) {
		t.Errorf("got options %q, want %q", optionIDs(h.Item), want)
	}
	same(t, "en/sleep-habit.json: options", optionIDs(h.Item), keys(w.Options))
	same(t, "en/sleep-habit.json: because", optionIDs(h.Item), keys(h.Because))
	if _, taken := l.Questionnaire().Item(h.ID); taken {
		t.Errorf("%s is an item of the check too", h.ID)
	}
	routine, _ := l.Routine("sleep")
	for _, o := range h.Options {
		if n := utf8.RuneCountInString(o.Text); n > 38 {
			t.Errorf("%s: got %d characters, want at most 38: %q", o.ID, n, o.Text)
		}
		if text := h.Because[o.ID]; strings.Count(text, ".") != 1 || !strings.HasSuffix(text, ".") {
			t.Errorf("%s: want one sentence: %q", o.ID, text)
		}
		if len(h.Positions[o.ID]) == 0 {
			t.Errorf("%s: no positions", o.ID)
		}
		for i, id := range h.Positions[o.ID] {
			r, ok := l.Relief().Find(id)
			inRoutine := slices.ContainsFunc(routine.Reliefs, func(r Relief) bool { return r.ID == id })
			if !ok || r.Kind != Position || !inRoutine || slices.Contains(h.Positions[o.ID][:i], id) {
				t.Errorf("%s: %q is no position of the routine sleep, or stands twice", o.ID, id)
			}
			if slices.Contains(h.Last, id) && i != len(h.Positions[o.ID])-1 {
				t.Errorf("%s: %q is a last choice, but not the last", o.ID, id)
			}
		}
	}
}

// What fits the habit and the answers comes first, then what fits the habit,
// then what fits the answers, then the rest; lying on the stomach comes last
// of all positions.
func TestForTheNight(t *testing.T) {
	l := Open("en")
	end := []string{"relaxation", "log-roll", "night-waking"}
	tests := []struct {
		name, habit string
		changes     given
		want        []string
	}{
		{"no habit", "", nil, []string{"side-pillow-between-knees", "flat-pillow-under-knees", "side-hug-pillow", "reclined", "side-fetal", "stomach-pillow-pelvis"}},
		{"unknown habit", "upside-down", nil, []string{"side-pillow-between-knees", "flat-pillow-under-knees", "side-hug-pillow", "reclined", "side-fetal", "stomach-pillow-pelvis"}},
		{"back", "back", nil, []string{"flat-pillow-under-knees", "reclined", "side-pillow-between-knees", "side-hug-pillow", "side-fetal", "stomach-pillow-pelvis"}},
		{"curled, and curling eases", "curled", given{"eases": "curl"}, []string{"side-fetal", "side-pillow-between-knees", "reclined", "flat-pillow-under-knees", "side-hug-pillow", "stomach-pillow-pelvis"}},
		{"curled, but arching eases", "curled", given{"eases": "arch"}, []string{"side-pillow-between-knees", "flat-pillow-under-knees", "side-hug-pillow", "reclined", "stomach-pillow-pelvis"}},
		{"front", "front", nil, []string{"side-pillow-between-knees", "side-hug-pillow", "flat-pillow-under-knees", "reclined", "side-fetal", "stomach-pillow-pelvis"}},
		{"front, and arching eases", "front", given{"eases": "arch"}, []string{"side-pillow-between-knees", "side-hug-pillow", "flat-pillow-under-knees", "reclined", "stomach-pillow-pelvis"}},
		{"front, neck", "front", given{"area": "neck"}, []string{"side-hug-pillow", "side-pillow-between-knees", "head-supported", "flat-pillow-under-knees", "reclined"}},
		{"half sitting, neck", "half-sitting", given{"area": "neck"}, []string{"head-supported", "reclined", "side-pillow-between-knees", "flat-pillow-under-knees", "side-hug-pillow"}},
		{"back, 28 weeks", "back", given{"risks": []string{"pregnancy"}, "pregnancy": "28-plus-weeks", "pre-eclampsia": "no"},
			[]string{"side-pillow-between-knees", "side-hug-pillow", "side-fetal"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := parsed(t, l.Triage(), calmGiven(t, l.Triage(), test.changes))
			got := ids(l.ForTheNight(r, l.Triage().Assess(r, History{}), test.habit), func(s Step) string { return s.Relief.ID })
			if want := slices.Concat(test.want, end); !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

// Each step says why, by the habit and by the answers.
func TestForTheNightSaysWhy(t *testing.T) {
	l := Open("en")
	r := parsed(t, l.Triage(), calmGiven(t, l.Triage(), nil))
	why := map[string]string{}
	for _, s := range l.ForTheNight(r, l.Triage().Assess(r, History{}), "back") {
		why[s.Relief.ID] = s.Why
	}
	habit, plan := l.SleepHabit().Because["back"], words[planWords](l, "plan").Whys
	fetal, _ := l.Relief().Find("side-fetal")
	for id, want := range map[string]string{
		"flat-pillow-under-knees":   habit + " " + plan["tonight-flat-pillow-under-knees"],
		"reclined":                  habit,
		"side-pillow-between-knees": plan["tonight-side-pillow-between-knees"],
		"side-fetal":                fetal.Words.Aim,
		"log-roll":                  plan["tonight-log-roll"],
	} {
		if why[id] != want {
			t.Errorf("%s: got why %q, want %q", id, why[id], want)
		}
	}
}
