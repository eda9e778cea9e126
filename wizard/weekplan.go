package wizard

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"backcare/guidance"
)

// WeekPages returns a week plan in parts: day by day, when, which movements,
// how to go on, what to mind, and when to look back. What would change it comes
// last, as after every result.
func (c *Conversation) WeekPages(p guidance.WeekPlan, r guidance.Response, a guidance.Assessment) []Page {
	w := weekTeller{library: c.Library, plan: p, sets: setsOf(p)}
	pages := []Page{w.days()}
	pages = append(pages, w.movements()...)
	for _, part := range []struct {
		heading string
		items   []string
	}{
		{c.Library.Say(phraseWeekTimes), w.times()},
		{c.Library.Say(phraseWeekGoOn), p.Rules},
		{c.Library.Say(phraseWeekForYou), w.cautions()},
		{c.Library.Say(phraseWeekLeaveOut), w.leaveOut()},
		{c.Library.Say(phraseWeekBack), w.dated()},
		{c.Library.Notices().SafetyNet.Title, c.Library.Notices().SafetyNetFor(r, a, c.Number)},
	} {
		if len(part.items) > 0 {
			pages = append(pages, list(part.heading, Bullets, part.items))
		}
	}
	return pages
}

type weekTeller struct {
	library *guidance.Library
	plan    guidance.WeekPlan
	sets    movementSets
}

// days tells what changes from day to day.
func (w weekTeller) days() Page {
	page := Page{{Kind: Title, Text: w.library.Sayf(phraseWeekTitle, w.library.Date(guidance.DateForm, w.plan.From))}}
	table := Table{Columns: []Column{{Head: w.library.Say(phraseWeekDay)}}}
	walks, movements := w.first("walk"), w.first("movements")
	if walks != nil {
		table.Columns = append(table.Columns, Column{Head: w.library.Say(phraseWeekWalk), Named: true})
	}
	if movements != nil {
		table.Columns = append(table.Columns, Column{Head: w.library.Say(phraseWeekMovements), Named: true})
	}
	if len(table.Columns) == 1 {
		return page
	}
	for day := 1; day <= w.plan.Days; day++ {
		row := []string{w.library.Date(guidance.ShortDayForm, w.plan.Date(guidance.Activity{Day: day}))}
		if walks != nil {
			row = append(row, w.minutes(w.on(day, "walk").Minutes))
		}
		if movements != nil {
			row = append(row, w.set(w.on(day, "movements")))
		}
		table.Rows = append(table.Rows, row)
	}
	return append(page, Block{Kind: Heading, Text: w.library.Say(phraseWeekDays)}, Block{Kind: Rows, Table: &table})
}

func (w weekTeller) minutes(n int) string {
	if n == 1 {
		return w.library.Say(phraseWeekMinute)
	}
	return w.library.Sayf(phraseWeekMinutes, n)
}

// set names the list of movements of an activity, which a day may not have.
func (w weekTeller) set(a guidance.Activity) string {
	n := w.sets.of(a)
	if n < 0 {
		return w.library.Say(phraseWeekNoSet)
	}
	return w.library.Sayf(phraseWeekSet, n+1)
}

// first returns the first activity of a kind, or nil.
func (w weekTeller) first(id string) *guidance.Activity {
	n := slices.IndexFunc(w.plan.Activities, func(a guidance.Activity) bool { return a.ID == id })
	if n < 0 {
		return nil
	}
	return &w.plan.Activities[n]
}

// on returns the first activity of a kind on a day.
func (w weekTeller) on(day int, id string) guidance.Activity {
	for _, a := range w.plan.Activities {
		if a.Day == day && a.ID == id {
			return a
		}
	}
	return guidance.Activity{}
}

// times says for each kind of activity when it is, and how it is done.
func (w weekTeller) times() []string {
	var all []guidance.Activity
	seen := map[string]bool{}
	for _, a := range w.plan.Activities {
		if seen[a.ID] || a.Once {
			continue
		}
		seen[a.ID] = true
		all = append(all, a)
	}
	// What a later day brings may begin earlier on it.
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	var lines []string
	for _, a := range all {
		title := a.Title
		if a.ID == "walk" { // how long it is stands in the table
			title = w.library.Say(phraseWalkAlone)
		}
		lines = append(lines, w.library.Sayf(phraseWeekAt, w.clock(a), sentence(title)+" "+a.Text))
	}
	return lines
}

// sentence ends a title that has no end yet.
func sentence(title string) string {
	if strings.HasSuffix(title, "?") {
		return title
	}
	return title + "."
}

// clock returns all times of day at which an activity is, on its day.
func (w weekTeller) clock(a guidance.Activity) string {
	var times []string
	for _, other := range w.plan.Activities {
		if other.Day == a.Day && other.ID == a.ID {
			times = append(times, ClockOf(other.Start))
		}
	}
	if n := len(times) - 1; n > 0 {
		return strings.Join(times[:n], ", ") + w.library.Say(phraseWeekAnd) + times[n]
	}
	return strings.Join(times, "")
}

// ClockOf returns a time of day, given in minutes after midnight.
func ClockOf(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// dated tells what is done once, such as looking back.
func (w weekTeller) dated() []string {
	var lines []string
	for _, a := range w.plan.Activities {
		if a.Once {
			lines = append(lines, w.library.Sayf(phraseWeekOn, w.library.Date(guidance.ShortWeekdayForm, w.plan.Date(a)), ClockOf(a.Start), sentence(a.Title)+" "+a.Text))
		}
	}
	return lines
}

func (w weekTeller) cautions() []string {
	var lines []string
	for _, s := range w.plan.Steps {
		if len(s.Cautions) > 0 {
			lines = append(lines, w.library.Sayf(phraseWeekEach, s.Relief.Words.Title, strings.Join(s.Cautions, " ")))
		}
	}
	return lines
}

func (w weekTeller) leaveOut() []string {
	var lines []string
	for _, s := range w.plan.Steps {
		if states := w.plan.LeaveOut[s.Relief.ID]; len(states) > 0 {
			lines = append(lines, w.library.Sayf(phraseWeekEach, s.Relief.Words.Title, strings.Join(states, "; ")))
		}
	}
	return lines
}

// movementSets are the different lists of movements of a plan, in order.
type movementSets [][]string

// setsOf returns what is moved the first time of each day, each list once.
func setsOf(p guidance.WeekPlan) movementSets {
	var sets movementSets
	day := 0
	for _, a := range p.Activities {
		if a.ID == "movements" && a.Day != day && sets.of(a) < 0 {
			sets = append(sets, a.Reliefs)
		}
		if a.ID == "movements" {
			day = a.Day
		}
	}
	return sets
}

// of returns the number of the list of an activity, or -1.
func (s movementSets) of(a guidance.Activity) int {
	return slices.IndexFunc(s, func(ids []string) bool { return slices.Equal(ids, a.Reliefs) })
}

// movements tells the movements of each list with their dose.
func (w weekTeller) movements() []Page {
	var pages []Page
	for n, ids := range w.sets {
		var lines []string
		for _, id := range ids {
			step, _ := w.plan.Step(id)
			line := step.Relief.Words.Title + ". " + step.Relief.Words.Dose
			if step.Relief.Dose.TimesPerDay < 2 {
				line = w.library.Sayf(phraseWeekOnce, line)
			}
			lines = append(lines, line)
		}
		pages = append(pages, list(w.library.Sayf(phraseWeekSetTitle, n+1), Bullets, lines))
	}
	return pages
}
