package guidance

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var weekFrom = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)

// weekOf returns the plan of a person for whom something holds beside the calm
// answers.
func weekOf(t *testing.T, o WeekOptions, held map[string]string) (WeekPlan, Response, Assessment, bool) {
	t.Helper()
	l := Open("en")
	response, a := personWith(t, l, held)
	o.From = weekFrom
	p, ok := l.WeekPlanFor(response, a, o)
	return p, response, a, ok
}

// personWith returns the answers of a person for whom something holds beside
// the calm answers, and what they mean.
func personWith(t *testing.T, l *Library, held map[string]string) (Response, Assessment) {
	t.Helper()
	r := newRespondent(t, l.Triage())
	h := holds{}
	for item, option := range held {
		n, mask := number(t, l.Questionnaire(), item, option)
		h[n] = mask
	}
	answers := make([]uint16, len(r.calm))
	r.respond(h, answers)
	response := Response{q: l.Questionnaire(), answers: answers}
	return response, l.Triage().Assess(response, History{})
}

// minutesOf returns the minutes of an activity, those of each day in brackets.
func minutesOf(p WeekPlan, id string) string {
	days := map[int][]string{}
	for _, a := range p.Activities {
		if a.ID == id {
			days[a.Day] = append(days[a.Day], fmt.Sprint(a.Minutes))
		}
	}
	var out []string
	for day := 1; day <= p.Days; day++ {
		out = append(out, strings.Join(days[day], "+"))
	}
	return strings.Join(out, " ")
}

func TestWalksGrowFromTheLevel(t *testing.T) {
	tests := []struct {
		name string
		held map[string]string
		o    WeekOptions
		want string
	}{
		{"mild", nil, WeekOptions{}, "5+5 7+7 9+9 11+11 13+13 15+15 15+15"},
		{"middling", map[string]string{"severity": "5"}, WeekOptions{}, "3+3 5+5 7+7 9+9 11+11 13+13 15+15"},
		{"severe for days", map[string]string{"severity": "8"}, WeekOptions{}, "2+2 4+4 6+6 8+8 10+10 12+12 14+14"},
		{"severe and new", map[string]string{"severity": "8", "duration": "under-2-days"}, WeekOptions{}, "2+2 3+3 4+4 5+5 5+5 5+5 5+5"},
		{"walks ten minutes already", nil, WeekOptions{WalkMinutes: 10}, "10+10 12+12 14+14 15+15 15+15 15+15 15+15"},
		{"walks more than the dose", nil, WeekOptions{WalkMinutes: 40, Days: 2}, "15+15 15+15"},
		{"three days", nil, WeekOptions{Days: 3}, "5+5 7+7 9+9"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, _, _, ok := weekOf(t, test.o, test.held)
			if got := minutesOf(p, "walk"); !ok || got != test.want {
				t.Errorf("got %v, walks of %q, want %q", ok, got, test.want)
			}
		})
	}
}

func TestWeekHasItsReview(t *testing.T) {
	tests := []struct {
		name string
		held map[string]string
		id   string
		date string
	}{
		{"self-care", nil, "review", "2026-12-05"},
		{"for a week", map[string]string{"duration": "1-2-weeks"}, "review", "2026-11-28"},
		{"for two weeks", map[string]string{"duration": "2-4-weeks"}, "review-later", "2026-11-28"},
		{"for four weeks", map[string]string{"duration": "4-6-weeks"}, "review-later", "2026-11-28"},
		{"65 and over", map[string]string{"age": "65-plus"}, "review-older", "2026-11-28"},
		{"a clinician", map[string]string{"age": "16-17"}, "review-seen", "2026-11-28"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, _, _, ok := weekOf(t, WeekOptions{}, test.held)
			if !ok || len(p.Activities) == 0 {
				t.Fatal("there is no plan")
			}
			last := p.Activities[len(p.Activities)-1]
			if got := p.Date(last).Format(time.DateOnly); last.ID != test.id || got != test.date {
				t.Errorf("got %s on %s, want %s on %s", last.ID, got, test.id, test.date)
			}
			if deadline := strings.Contains(last.Text, "four weeks"); deadline != (test.id == "review") {
				t.Errorf("got %q", last.Text)
			}
			appointment := slices.ContainsFunc(p.Activities, func(a Activity) bool { return a.ID == "appointment" })
			if appointment != (test.id == "review-seen") {
				t.Errorf("got appointment %v", appointment)
			}
		})
	}
}

// Whoever should see a clinician in the next days is to call on the next day on
// which somebody answers, whenever the plan begins.
func TestAppointmentIsNearTheCheck(t *testing.T) {
	teen := map[string]string{"age": "16-17"}
	day := func(text string) time.Time {
		at, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	for _, test := range []struct{ today, from, want string }{
		{"2026-11-18", "2026-11-19", "2026-11-19"}, // a Thursday
		{"2026-11-20", "2026-11-21", "2026-11-23"}, // after a Friday
		{"2026-11-21", "2026-11-22", "2026-11-23"},
		{"2026-11-16", "2026-11-27", "2026-11-17"},
		{"2026-11-18", "2026-11-18", "2026-11-19"},
	} {
		l := Open("en")
		r, a := personWith(t, l, teen)
		p, _ := l.WeekPlanFor(r, a, WeekOptions{From: day(test.from), Today: day(test.today)})
		n := slices.IndexFunc(p.Activities, func(a Activity) bool { return a.ID == "appointment" })
		if n < 0 || p.Date(p.Activities[n]).Format(time.DateOnly) != test.want {
			t.Errorf("from %s, made on %s: got %v, want %s", test.from, test.today, p.Activities[max(n, 0)], test.want)
		}
	}
}

// Who does not walk is not told to walk less.
func TestEveningsAreForThePerson(t *testing.T) {
	for name, held := range map[string]map[string]string{"walks": nil, "comfort only": {"urgent-illness": "unsure", "fever": "unsure"}, "a child": {"age": "under-16"}} {
		p, _, _, ok := weekOf(t, WeekOptions{}, held)
		n := slices.IndexFunc(p.Activities, func(a Activity) bool { return a.ID == "pain" })
		if !ok || n < 0 {
			t.Fatalf("%s: got no evening in %v", name, p.Activities)
		}
		if walks := minutesOf(p, "walk") != strings.Repeat(" ", p.Days-1); walks != strings.Contains(p.Activities[n].Text, "walks") || walks != (name == "walks") {
			t.Errorf("%s: got walks %v and %q", name, walks, p.Activities[n].Text)
		}
	}
}

// No plan holds anything that the person's own plan does not, does anything
// more often than its dose, or asks for two things at once; and nobody who is
// to be seen the same day gets one.
func TestEveryWeekIsSafe(t *testing.T) {
	l := Open("en")
	person := newRespondent(t, l.Triage())
	random := rand.New(rand.NewPCG(5, 8))
	answers := make([]uint16, len(person.calm))
	plans, none, comfort := 0, 0, 0
	const people = 20_000
	for range people {
		h := holds{}
		for range random.IntN(6) {
			n := random.IntN(len(person.calm))
			h[n] = 1 << random.IntN(len(l.Questionnaire().Items()[n].Options))
		}
		person.respond(h, answers)
		r := Response{q: l.Questionnaire(), answers: answers}
		a := l.Triage().Assess(r, History{})
		o := WeekOptions{From: weekFrom, Days: random.IntN(29), WalkMinutes: random.IntN(16)}
		p, ok := l.WeekPlanFor(r, a, o)
		if ok == (a.Disposition >= Urgent) {
			t.Fatalf("%v: got a plan %v for %v", r.Answers(), ok, a.Disposition)
		}
		if !ok {
			none++
			continue
		}
		plans++
		if a.ComfortOnly {
			comfort++
		}
		if fault := weekFault(l, p, l.PlanFor(r, a), a); fault != "" {
			t.Fatalf("%v: %s", r.Answers(), fault)
		}
		if again, _ := l.WeekPlanFor(r, a, o); !reflect.DeepEqual(again, p) {
			t.Fatalf("%v: the same person gets another plan", r.Answers())
		}
	}
	t.Logf("%d plans for %d people, %d of them with comfort only; %d get none", plans, people, comfort, none)
	if plans < 1000 || none < 1000 || comfort < 10 {
		t.Error("this test sees too few of each")
	}
}

// weekFault returns what is wrong with a plan, or "".
func weekFault(l *Library, p WeekPlan, steps []Step, a Assessment) string {
	offered := map[string]bool{}
	for _, s := range steps {
		offered[s.Relief.ID] = true
	}
	perDay, end := map[string]int{}, map[int]int{}
	evenings, walked, reviews := 0, 0, 0
	for _, act := range p.Activities {
		if act.Start < end[act.Day] {
			return fmt.Sprintf("day %d: %s at %d begins before the last is over at %d", act.Day, act.ID, act.Start, end[act.Day])
		}
		end[act.Day] = act.Start + act.Minutes
		if act.Title == "" || act.Discreet == "" || act.Text == "" || act.Minutes < 1 || strings.Contains(act.Title, "{") {
			return fmt.Sprintf("an activity without its words or minutes: %+v", act)
		}
		for _, id := range act.Reliefs {
			relief, ok := l.Relief().Find(id)
			if !ok || !offered[id] || !a.Allows(relief) {
				return id + " is not in the person's own plan"
			}
			perDay[fmt.Sprint(act.Day, id)]++
			if n := perDay[fmt.Sprint(act.Day, id)]; n > max(1, relief.Dose.TimesPerDay) && relief.Dose.MinutesMax == 0 || n > 3 {
				return fmt.Sprintf("%s %d times on a day", id, n)
			}
			if relief.Dose.MinutesMax > 0 && act.Minutes > relief.Dose.MinutesMax {
				return fmt.Sprintf("%s for %d minutes", id, act.Minutes)
			}
		}
		switch {
		case act.ID == "walk" && act.Minutes < walked:
			return "a walk is shorter than the one before"
		case act.ID == "walk" && walked > 0 && act.Minutes > walked+2:
			return "a walk grows by more than two minutes"
		case act.ID == "walk":
			walked = act.Minutes
		case act.ID == "pain":
			evenings++
		case strings.HasPrefix(act.ID, "review"):
			reviews++
		}
	}
	for day := 1; day <= p.Days; day++ {
		if perDay[fmt.Sprint(day, "heat")]+perDay[fmt.Sprint(day, "ice")] > 3 {
			return "more than three packs on a day"
		}
	}
	if evenings != p.Days || reviews != 1 || len(p.Rules) == 0 && len(p.Steps) > 0 {
		return fmt.Sprintf("%d evenings of %d days, %d reviews, %d rules", evenings, p.Days, reviews, len(p.Rules))
	}
	return ""
}

// A calendar may be seen by others, so nothing in it tells why.
func TestDiscreetWordsTellNothing(t *testing.T) {
	telling := regexp.MustCompile(`(?i)pain|back|heat|ice\b|doctor|clinic|spasm|exercise|muscle|check|ill|health`)
	w := words[weekWords](Open("en"), "weekplan")
	for id, text := range w.Discreet {
		if m := telling.FindString(strings.ReplaceAll(text, "Look back", "")); m != "" {
			t.Errorf("en/weekplan.json: discreet.%s: %q tells %q", id, text, m)
		}
	}
}

func TestWeekHasItsWords(t *testing.T) {
	w, s := words[weekWords](Open("en"), "weekplan"), structure[weekStructure]("weekplan")
	activities := append(ids(s.Activities, func(a activityStructure) string { return a.ID }), ids(s.Reviews, func(r reviewStructure) string { return r.ID })...)
	slices.Sort(activities)
	activities = slices.Compact(activities)
	same(t, "en/weekplan.json: titles", activities, keys(w.Titles))
	same(t, "en/weekplan.json: discreet", activities, keys(w.Discreet))
	texts := slices.Clone(activities)
	for _, a := range s.Activities {
		for _, id := range []string{a.Without, a.Short} {
			if id != "" {
				texts = append(texts, id)
			}
		}
	}
	same(t, "en/weekplan.json: texts", texts, keys(w.Texts))
	for _, a := range s.Activities {
		for _, at := range a.Times {
			if _, err := time.Parse("15:04", at); err != nil {
				t.Errorf("weekplan.json: %s: %q is no time of day", a.ID, at)
			}
		}
		for _, id := range a.Reliefs {
			if _, ok := Open("en").Relief().Find(id); !ok {
				t.Errorf("weekplan.json: %s: there is no relief %q", a.ID, id)
			}
		}
	}
	for id := range s.Steps {
		if relief, ok := Open("en").Relief().Find(id); !ok || relief.Dose.MinutesMax == 0 {
			t.Errorf("weekplan.json: steps: %q is no relief with minutes", id)
		}
	}
	if n := len(s.Levels); n == 0 || len(s.Levels[n-1].When) > 0 {
		t.Error("weekplan.json: levels: the last one must fit anybody")
	}
}
