package guidance

import (
	"slices"
	"strings"
	"testing"
)

// A pose is what the clinical reference says about one movement, position or
// remedy. It is written down by hand and not from the content.
type pose struct {
	id                             string
	reps, hold, minutesMin, minMax int
	perDay                         int
	eachSide                       bool
	// leaveOut are the precautions that must forbid it, and mind those that
	// must forbid or change it.
	leaveOut, mind []string
	// screen is asked before it.
	screen string
	// told are words that must stand somewhere in it.
	told []string
}

func poses() []pose {
	return []pose{
		{id: "shoulder-raises", reps: 5, hold: 5, perDay: 3, mind: []string{"acute-severe", "neck-pain"}, told: []string{"Keep breathing", "One side at a time"}},
		{id: "seated-twist", reps: 5, hold: 5, eachSide: true, leaveOut: []string{"bones", "acute-severe", "sharp-first-day", "spine-procedure"},
			mind: []string{"pregnant", "older"}, told: []string{"firm chair", "Cross your arms"}},
		{id: "standing-twist", reps: 5, hold: 5, eachSide: true, leaveOut: []string{"bones", "acute-severe", "spine-procedure"}, mind: []string{"pregnant"}, screen: "unsteady"},
		{id: "knee-to-chest", reps: 5, hold: 5, eachSide: true, leaveOut: []string{"bones", "leg-pain", "pregnant-16", "acute-severe"},
			mind: []string{"spine-procedure"}, screen: "knee-hip", told: []string{"behind the thigh, not on the knee"}},
		{id: "knee-rolls", reps: 5, hold: 2, perDay: 3, eachSide: true, leaveOut: []string{"pregnant-16", "acute-severe"},
			mind: []string{"bones", "spine-procedure"}, told: []string{"shoulders stay down", "new hip"}},
		{id: "pelvic-tilt", reps: 5, hold: 2, perDay: 3, leaveOut: []string{"pregnant-16"}, mind: []string{"acute-severe"}, told: []string{"Your bottom stays down"}},
		{id: "cat-cow", reps: 5, hold: 5, leaveOut: []string{"acute-severe"}, mind: []string{"bones", "neck-pain", "pregnant", "spine-procedure"}, told: []string{"table", "wrists or knees"}},
		{id: "heels-sit", reps: 8, hold: 5, leaveOut: []string{"acute-severe"}, mind: []string{"bones", "pregnant", "leg-pain", "spine-procedure"}, screen: "knee-hip", told: []string{"one deep breath"}},
		{id: "chin-tuck", reps: 10, hold: 2, leaveOut: []string{"acute-severe", "knock"}, mind: []string{"bones", "arm-pain", "tingling"}, told: []string{"dizzy", "see double", "eyes level"}},
		{id: "blade-squeeze", reps: 8, hold: 5, leaveOut: []string{"acute-severe", "breath"}, told: []string{"Do not lift your shoulders"}},
		{id: "chest-opener", reps: 5, hold: 5, leaveOut: []string{"acute-severe", "breath"}, mind: []string{"bones"}, told: []string{"Pain inside the chest is never a stretch", "slipped out before"}},
		{id: "upper-back-extension", reps: 5, leaveOut: []string{"acute-severe", "bones", "neck-pain", "spine-procedure"}, told: []string{"no wheels", "dizzy when you look up"}},
		{id: "hip-hinge", reps: 5, leaveOut: []string{"acute-severe"}, mind: []string{"bones", "older"}, screen: "unsteady", told: []string{"worktop"}},
		{id: "back-bend", reps: 5, hold: 2, perDay: 3, leaveOut: []string{"acute-severe", "bones", "bending-eases", "spine-procedure"}, screen: "unsteady"},
		{id: "neck-turns", reps: 5, hold: 2, eachSide: true, leaveOut: []string{"acute-severe", "knock"}, told: []string{"Never roll the head in circles"}},
		{id: "walking", minutesMin: 10, minMax: 15, perDay: 2, leaveOut: []string{"acute-severe"}, screen: "unsteady", told: []string{"Chest pain or short breath"}},
		{id: "first-steps", minutesMin: 2, minMax: 5, mind: []string{"acute-severe", "older"}, screen: "unsteady", told: []string{"hour or two"}},
		{id: "log-roll", mind: []string{"bones", "pregnant"}, told: []string{"shoulders and hips together", "for a minute"}},

		{id: "knees-over-pillows", minutesMin: 5, minMax: 10, leaveOut: []string{"pregnant-16", "pregnant-28"}, told: []string{"two or three big pillows", "roll to your side"}},
		{id: "floor-90-90", minutesMin: 5, minMax: 10, leaveOut: []string{"pregnant-16"}, mind: []string{"acute-severe", "older", "bones"}, screen: "floor-safety", told: []string{"phone", "calves on a firm box"}},
		{id: "side-pillow-between-knees", minutesMin: 5, minMax: 10, mind: []string{"pregnant-28"}, told: []string{"from knee to ankle", "ear to shoulder"}},
		{id: "side-fetal", minutesMin: 5, minMax: 10, leaveOut: []string{"bones", "arching-eases"}, told: []string{"your tummy hurts. Do the check again"}},
		{id: "reclined", minutesMin: 5, minMax: 10, mind: []string{"pregnant-28"}, told: []string{"feet down first, then push with your arms"}},
		{id: "stomach-pillow-pelvis", minutesMin: 5, minMax: 5, leaveOut: []string{"pregnant", "pregnant-16", "pregnant-28", "after-birth", "neck-pain", "older", "arm-pain"},
			told: []string{"hips and low tummy, not the chest", "tummy operation", "Tingling in an arm"}},
		{id: "flat-pillow-under-knees", minutesMin: 5, minMax: 10, leaveOut: []string{"pregnant-16", "pregnant-28"}, told: []string{"one pillow under your knees"}},

		{id: "heat", minutesMin: 10, minMax: 15, perDay: 3, leaveOut: []string{"swelling", "knock", "cancer"}, mind: []string{"diabetes", "tingling", "pregnant", "older"}, screen: "heat-skin",
			told: []string{"Wrap it", "Never lie on it, and never fall asleep with it", "pain patch", "Red blotches"}},
		{id: "ice", minutesMin: 10, minMax: 15, perDay: 3, mind: []string{"diabetes", "tingling"}, screen: "cold-skin", told: []string{"damp cloth", "Do not lie on it", "white or mottled"}},
		{id: "breathing", minutesMin: 5, minMax: 5, mind: []string{"breath"}, told: []string{"count to 4", "count to 6", "Do not hold your breath"}},
	}
}

// Doses and what forbids a movement are those of the clinical reference.
func TestPosesAgreeWithTheReference(t *testing.T) {
	catalog := Open("en").Relief()
	for _, p := range poses() {
		r, ok := catalog.Find(p.id)
		if !ok {
			t.Errorf("there is no relief %q", p.id)
			continue
		}
		d := r.Dose
		if d.Reps != p.reps || d.HoldSeconds != p.hold || d.EachSide != p.eachSide || d.TimesPerDay != p.perDay {
			t.Errorf("%s: got %+v, want %d times, hold %d, each side %v, %d times a day", p.id, d, p.reps, p.hold, p.eachSide, p.perDay)
		}
		if d.MinutesMin != p.minutesMin || d.MinutesMax != p.minMax {
			t.Errorf("%s: got %d to %d minutes, want %d to %d", p.id, d.MinutesMin, d.MinutesMax, p.minutesMin, p.minMax)
		}
		for _, id := range p.leaveOut {
			if !slices.Contains(r.Contraindications, id) {
				t.Errorf("%s: %q does not forbid it", p.id, id)
			}
		}
		for _, id := range p.mind {
			if !slices.Contains(slices.Concat(r.Contraindications, r.Precautions), id) {
				t.Errorf("%s: %q neither forbids nor changes it", p.id, id)
			}
		}
		if r.Screening != p.screen {
			t.Errorf("%s: got screening %q, want %q", p.id, r.Screening, p.screen)
		}
		w := r.Words
		text := strings.Join(slices.Concat(w.How, w.Stop, []string{w.Dose, w.Easier}), " ")
		for _, caution := range w.Cautions {
			text += " " + caution
		}
		for _, told := range p.told {
			if !strings.Contains(text, told) {
				t.Errorf("%s: nowhere says %q", p.id, told)
			}
		}
	}
}

// In the first two days at 7 to 10 of 10 only breathing, resting, rolling out
// of bed and the smallest movements are offered. What nobody can do without,
// such as getting up from a chair, is shown in its easiest way; what is not
// meant for then says so.
func TestSevereFirstDays(t *testing.T) {
	allowed := []string{"shoulder-raises", "pelvic-tilt", "first-steps", "log-roll"}
	needed := []string{"getting-up-from-floor", "rising-from-chair", "supported-cough"}
	// moving are the remedies in which somebody moves, or is moved.
	moving := []string{"massage", "ball-massage", "stay-active", "move-often", "pacing-lifting", "cramp-relief"}
	still := []string{"short-rest", "heat", "ice", "alternating", "breathing", "relaxation", "painkillers", "avoid-what-hurts", "drink-and-eat", "desk-changes",
		"talk-to-pharmacist", "until-seen", "see-clinician-prep",
		"night-waking"} // which is the log roll and a few steps, both allowed
	holding := map[string]bool{"acute-severe": true}
	for _, r := range Open("en").Relief().All() {
		_, forbidden := r.Contraindicated(holding)
		changed := len(r.Cautions(holding)) > 0
		switch r.Kind {
		case Exercise:
			if want := !slices.Contains(slices.Concat(allowed, needed), r.ID); forbidden != want {
				t.Errorf("%s: forbidden in severe fresh pain: %v, want %v", r.ID, forbidden, want)
			}
		case Remedy:
			if slices.Contains(moving, r.ID) == slices.Contains(still, r.ID) {
				t.Errorf("%s: does somebody move in it? Say so in this test", r.ID)
			}
			if slices.Contains(moving, r.ID) && !forbidden && !changed {
				t.Errorf("%s: moves somebody in severe fresh pain, and neither is left out nor changed", r.ID)
			}
		}
	}
	for _, id := range []string{"shoulder-raises", "pelvic-tilt", "first-steps"} {
		r, _ := Open("en").Relief().Find(id)
		if len(r.Cautions(holding)) == 0 {
			t.Errorf("%s: is not made smaller in severe fresh pain", id)
		}
	}
}
