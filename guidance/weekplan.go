package guidance

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
)

// A WeekPlan says what to do on which day and when, for some days after a
// check.
type WeekPlan struct {
	// From is the first day: midnight of a date, in UTC because it is a date
	// and no moment.
	From time.Time
	// Days is how many days it goes on.
	Days int
	// Activities are what there is to do, by day and time. A review may come
	// after the last day.
	Activities []Activity
	// Steps are the steps of the person's plan that the activities consist of,
	// each relief once.
	Steps []Step
	// LeaveOut says by relief in which states it must be left out, which a
	// conversation would ask just before it.
	LeaveOut map[string][]string
	// Rules say how to go on from day to day, and what limits there are.
	Rules []string
	// Cites are the ids of the facts and sources behind the rules.
	Cites []string
}

// An Activity is one thing to do at one time of one day.
type Activity struct {
	// ID is that of its kind, such as "walk".
	ID string
	// Day counts from 1. An appointment may be made before that.
	Day int
	// Once is true for what is done on one day only, such as looking back.
	Once bool
	// Start is the time of day, in minutes after midnight, and Minutes how
	// long it takes.
	Start, Minutes int
	// Reliefs are the ids of what is done, in order.
	Reliefs []string
	// Title says what it is, and Discreet the same without a word about
	// health, for a calendar that others see.
	Title, Discreet string
	// Text says how.
	Text string
	// Cites are the ids of the facts and sources behind it.
	Cites []string
}

// Step returns the step of a plan with a relief.
func (p WeekPlan) Step(relief string) (Step, bool) {
	for _, s := range p.Steps {
		if s.Relief.ID == relief {
			return s, true
		}
	}
	return Step{}, false
}

// Date returns the day of an activity of a plan.
func (p WeekPlan) Date(a Activity) time.Time { return p.From.AddDate(0, 0, a.Day-1) }

// WeekOptions are what a person may choose about a WeekPlan.
type WeekOptions struct {
	// From is the first day, as in a WeekPlan.
	From time.Time
	// Today is the day on which the plan is made, in the same way, or zero for
	// the one before From. What cannot wait for From is put near it.
	Today time.Time
	// Days is how many, or 0 for as many as is usual.
	Days int
	// WalkMinutes is how long the person can walk now without more pain, or 0
	// to begin as short as their pain asks for.
	WalkMinutes int
}

type weekStructure struct {
	Days       int                 `json:"days"`
	Activities []activityStructure `json:"activities"`
	// Levels are how long the first walk takes, the first that fits.
	Levels []levelStructure `json:"levels"`
	// Steps are how many minutes each relief that is walked grows by in a day.
	Steps map[string]int `json:"steps"`
	// LaterMovements are those that are for when the first days are over.
	LaterMovements struct {
		FromDay int `json:"fromDay"`
		// Most is how many movements there are in one go, at most.
		Most int `json:"most"`
	} `json:"laterMovements"`
	// RestDays are the days for which short rests are meant.
	RestDays int               `json:"restDays"`
	Reviews  []reviewStructure `json:"reviews"`
	Rules    struct {
		Cites []string `json:"cites"`
	} `json:"rules"`
}

type activityStructure struct {
	ID  string        `json:"id"`
	For []Disposition `json:"for"`
	// Times are the times of day, as hours and minutes.
	Times   []string `json:"times"`
	Minutes int      `json:"minutes"`
	// Reliefs are what it may consist of, the best first. Those that are not
	// in the person's plan are no part of it.
	Reliefs []string `json:"reliefs"`
	// Without is the id of the text where the person's plan has none of them,
	// for what is done all the same.
	Without string `json:"without"`
	// Short is the id of the text where the dose of the person allows no more
	// than the least.
	Short string   `json:"short"`
	Cites []string `json:"cites"`
}

type levelStructure struct {
	When    Criteria `json:"when"`
	Minutes int      `json:"minutes"`
}

type reviewStructure struct {
	ID        string        `json:"id"`
	For       []Disposition `json:"for"`
	When      Criteria      `json:"when"`
	AfterDays int           `json:"afterDays"`
	Cites     []string      `json:"cites"`
}

type weekWords struct {
	Titles map[string]string `json:"titles"`
	// One are the titles for one minute, where they differ.
	One      map[string]string `json:"one"`
	Discreet map[string]string `json:"discreet"`
	Texts    map[string]string `json:"texts"`
	Rules    []string          `json:"rules"`
	Rest     string            `json:"rest"`
	Comfort  string            `json:"comfort"`
}

// WeekPlanFor returns what to do in the days after a check, made of what
// PlanFor offers and of nothing else. Whoever is to be seen the same day or now
// gets none: false is returned, and what to do is the care alone. It is pure.
func (l *Library) WeekPlanFor(r Response, a Assessment, o WeekOptions) (WeekPlan, bool) {
	if a.Disposition >= Urgent {
		return WeekPlan{}, false
	}
	w := &weekPlanner{Library: l, response: r, assessment: a, options: o, week: structure[weekStructure]("weekplan"),
		words: words[weekWords](l, "weekplan"), offered: map[string]Step{}}
	if w.options.Days == 0 {
		w.options.Days = w.week.Days
	}
	if w.options.Today.IsZero() {
		w.options.Today = w.options.From.AddDate(0, 0, -1)
	}
	for _, s := range l.PlanFor(r, a) {
		if _, twice := w.offered[s.Relief.ID]; !twice {
			w.order, w.offered[s.Relief.ID] = append(w.order, s.Relief.ID), s
		}
	}
	return w.plan(), true
}

type weekPlanner struct {
	*Library
	response   Response
	assessment Assessment
	options    WeekOptions
	week       weekStructure
	words      weekWords
	// offered are the steps of the person's plan by relief, and order the
	// reliefs in its order.
	offered map[string]Step
	order   []string
}

func (w *weekPlanner) plan() WeekPlan {
	p := WeekPlan{From: w.options.From, Days: w.options.Days, Rules: w.rules(), Cites: w.week.Rules.Cites}
	packed := false // heat or ice, not both
	for _, s := range w.week.Activities {
		if len(s.For) > 0 && !slices.Contains(s.For, w.assessment.Disposition) {
			continue
		}
		var added []Activity
		switch s.ID {
		case "appointment":
			added = w.appointment(s)
		case "walk":
			added = w.walks(s)
		case "movements":
			added = w.movements(s)
		case "heat", "ice":
			if !packed {
				added = w.packs(s)
				packed = len(added) > 0
			}
		default:
			added = w.daily(s)
		}
		p.Activities = append(p.Activities, added...)
	}
	p.Activities = append(p.Activities, w.review()...)
	sort.SliceStable(p.Activities, func(i, j int) bool {
		x, y := &p.Activities[i], &p.Activities[j]
		return x.Day < y.Day || x.Day == y.Day && x.Start < y.Start
	})
	p.Steps, p.LeaveOut = w.steps(p.Activities), map[string][]string{}
	for _, step := range p.Steps {
		if states := w.ScreenedOut(step.Relief); len(states) > 0 {
			p.LeaveOut[step.Relief.ID] = states
		}
	}
	return p
}

// activity returns one thing to do, with its words.
func (w *weekPlanner) activity(id string, day, start, minutes int, cites []string, reliefs ...string) Activity {
	title := w.words.Titles[id]
	if one := w.words.One[id]; minutes == 1 && one != "" {
		title = one
	}
	title = strings.ReplaceAll(title, "{minutes}", strconv.Itoa(minutes))
	return Activity{ID: id, Day: day, Start: start, Minutes: minutes, Reliefs: reliefs, Title: title,
		Discreet: w.words.Discreet[id], Text: w.words.Texts[id], Cites: cites}
}

// daily returns what is done each day of some days.
func (w *weekPlanner) daily(s activityStructure) []Activity {
	var all []Activity
	for day := 1; day <= w.options.Days; day++ {
		for _, at := range s.Times {
			a := w.activity(s.ID, day, timeOfDay(at), s.Minutes, s.Cites)
			if _, with := w.first(s.Reliefs); !with && s.Without != "" {
				a.Text = w.words.Texts[s.Without]
			}
			all = append(all, a)
		}
	}
	return all
}

// appointment returns when to make an appointment: on the next day on which
// somebody answers the telephone, whenever the rest of the plan begins.
func (w *weekPlanner) appointment(s activityStructure) []Activity {
	day := w.options.Today.AddDate(0, 0, 1)
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, 1)
	}
	const hours = 24
	after := int(day.Sub(w.options.From).Hours()) / hours
	a := w.activity(s.ID, 1+after, timeOfDay(s.Times[0]), s.Minutes, s.Cites)
	a.Once = true
	return []Activity{a}
}

// walks returns the walks, from the person's level upward to the dose.
func (w *weekPlanner) walks(s activityStructure) []Activity {
	step, ok := w.first(s.Reliefs)
	if !ok {
		return nil
	}
	var all []Activity
	minutes, most := w.level(), step.Relief.Dose.MinutesMax
	for day := 1; day <= w.options.Days; day++ {
		for _, at := range s.Times {
			all = append(all, w.activity(s.ID, day, timeOfDay(at), min(minutes, most), s.Cites, step.Relief.ID))
		}
		minutes += w.week.Steps[step.Relief.ID]
	}
	return all
}

// level returns how long the first walk takes, in minutes.
func (w *weekPlanner) level() int {
	if w.options.WalkMinutes > 0 {
		return w.options.WalkMinutes
	}
	answers := w.response.effective()
	for _, level := range w.week.Levels {
		if len(level.When) == 0 || w.Questionnaire().compileAll(level.When).holds(answers) {
			return level.Minutes
		}
	}
	return 1
}

// movements returns the movements of the plan: all of them the first time of a
// day, and then those that may be done as often.
func (w *weekPlanner) movements(s activityStructure) []Activity {
	var all []Activity
	for day := 1; day <= w.options.Days; day++ {
		ids := w.movementsOn(day)
		for n, at := range s.Times {
			again := slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
				return n > 0 && w.offered[id].Relief.Dose.TimesPerDay <= n
			})
			if len(again) > 0 {
				all = append(all, w.activity(s.ID, day, timeOfDay(at), s.Minutes, s.Cites, again...))
			}
		}
	}
	return all
}

// movementsOn returns the movements for a day: those of the first days, and
// later those for later before them.
func (w *weekPlanner) movementsOn(day int) []string {
	var now, later []string
	for _, id := range w.order {
		switch step := w.offered[id]; {
		case step.Relief.Kind != Exercise || step.Relief.Dose.Reps == 0:
		case step.Phase == ThisWeek:
			later = append(later, id)
		default:
			now = append(now, id)
		}
	}
	if day >= w.week.LaterMovements.FromDay {
		now = append(later, now...)
	}
	return now[:min(len(now), w.week.LaterMovements.Most)]
}

// packs returns the times for heat or ice, no more of them than its dose.
func (w *weekPlanner) packs(s activityStructure) []Activity {
	step, ok := w.first(s.Reliefs)
	if !ok {
		return nil
	}
	var all []Activity
	dose := step.Relief.Dose
	for day := 1; day <= w.options.Days; day++ {
		for _, at := range s.Times[:min(len(s.Times), dose.TimesPerDay)] {
			a := w.activity(s.ID, day, timeOfDay(at), dose.MinutesMin, s.Cites, step.Relief.ID)
			if dose.MinutesMax == dose.MinutesMin && s.Short != "" {
				a.Text = w.words.Texts[s.Short]
			}
			all = append(all, a)
		}
	}
	return all
}

// first returns the first of some reliefs that the person's plan holds.
func (w *weekPlanner) first(ids []string) (Step, bool) {
	for _, id := range ids {
		if step, ok := w.offered[id]; ok {
			return step, true
		}
	}
	return Step{}, false
}

// review returns when to look back, which is in any plan.
func (w *weekPlanner) review() []Activity {
	const at, minutes = 10 * 60, 15
	answers := w.response.effective()
	for _, s := range w.week.Reviews {
		if slices.Contains(s.For, w.assessment.Disposition) && (len(s.When) == 0 || w.Questionnaire().compileAll(s.When).holds(answers)) {
			a := w.activity(s.ID, s.AfterDays+1, at, minutes, s.Cites)
			a.Once = true
			return []Activity{a}
		}
	}
	return nil
}

// rules returns how to go on, and the limit of rest.
func (w *weekPlanner) rules() []string {
	if w.assessment.ComfortOnly {
		var titles []string
		for _, id := range w.order {
			titles = append(titles, w.offered[id].Relief.Words.Title)
		}
		return []string{strings.ReplaceAll(w.words.Comfort, "{titles}", strings.Join(titles, "; "))}
	}
	var rules []string
	if _, walking := w.first([]string{"walking", "first-steps"}); walking {
		rules = append(rules, w.words.Rules...)
	}
	if step, ok := w.offered["short-rest"]; ok {
		rules = append(rules, strings.NewReplacer("{dose}", step.Relief.Words.Dose, "{days}", strconv.Itoa(w.week.RestDays)).Replace(w.words.Rest))
	}
	return rules
}

// steps returns the steps behind some activities, each relief once.
func (w *weekPlanner) steps(activities []Activity) []Step {
	var all []Step
	seen := map[string]bool{}
	for _, a := range activities {
		for _, id := range a.Reliefs {
			if !seen[id] {
				seen[id] = true
				all = append(all, w.offered[id])
			}
		}
	}
	return all
}

// timeOfDay returns a time such as "09:30" in minutes after midnight. The
// content is validated by tests, so it is one.
func timeOfDay(text string) int {
	t, _ := time.Parse("15:04", text)
	return t.Hour()*60 + t.Minute()
}
