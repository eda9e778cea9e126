package main

import (
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/handout"
)

type planOptions struct {
	source  checkSource
	from    string
	days    int
	walk    int
	json    bool
	ics     bool
	details bool
	// exitCode asks for the exit code of the check.
	exitCode bool
	output   outputFile
}

func newPlanCommand(a *app) *cobra.Command {
	o := planOptions{output: outputFile{doing: message.Phrase("write the plan")}}
	c := &cobra.Command{
		Use:   "plan [FILE]",
		Short: "Plan the days after a check, also for a calendar",
		Long: "Plan the days after a check: walks that grow, the movements that fit, heat or ice,\n" +
			"the pain in the evening, and when to look back. FILE is what check --save wrote;\n" +
			"without it and without --answers it is the latest check in the journal.",
		Example: "  backcare plan\n" +
			"  backcare plan --answers answers.json --from today --walk 10\n" +
			"  backcare plan kept.json --ics -o week.ics",
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.source.read(c, args); err != nil {
				return err
			}
			if err := o.output.named(c); err != nil {
				return err
			}
			return runPlan(a, o, c.Flags().Changed)
		},
	}
	f := c.Flags()
	o.source.addFlags(c)
	f.StringVar(&o.from, "from", "", "the first day, a `date` such as 2026-11-21, or today (tomorrow)")
	f.IntVar(&o.days, "days", 0, "how many `days`, 1 to 28 (7)")
	f.IntVar(&o.walk, "walk", 0, "how many `minutes` you can walk now without more pain, 1 to 15 (as your pain asks for)")
	f.BoolVar(&o.json, "json", false, "print the plan as JSON")
	f.BoolVar(&o.ics, "ics", false, "print the plan for a calendar (iCalendar)")
	f.BoolVar(&o.details, "details", false, "with --ics, say what each event is for and how to do it; others who see the\ncalendar can read it")
	f.BoolVar(&o.exitCode, "exit-code", false, "exit with 10 for clinician, 11 for urgent, 12 for emergency")
	o.output.addFlags(c)
	return c
}

func runPlan(a *app, o planOptions, given func(flag string) bool) error {
	now := now()
	o.ics = o.ics || !o.json && o.output.endsIn(".ics")
	o.json = o.json || !o.ics && o.output.endsIn(".json")
	week, err := o.week(now, given)
	if err != nil {
		return usagef("See 'backcare plan --help'.", "%w", err)
	}
	c, err := a.loadCheck(o.source, now)
	if err != nil {
		return err
	}
	plan, ok := a.library.WeekPlanFor(c.Response, c.Assessment, week)
	switch {
	case ok && c.Time.IsZero():
		return usagef("Do the check again: much can have changed since.", "the check does not say of which day it is, so nothing is planned on it")
	case ok && c.Stale():
		return usagef("Do the check again: much can have changed since.", "the check is of %s, and too old to plan on", shortTime(c.Time))
	case ok && given("from"):
		if err := near(week.From, dateOf(c.Time)); err != nil {
			return err
		}
	}
	if ok || o.json { // what to do is told at once where somebody should look first
		if goOn, err := o.output.checkOrAsk(a); !goOn {
			return err
		}
	}
	if err := showPlan(a, o, c, plan, ok); err != nil {
		return err
	}
	return dispositionError(checkOptions{exitCode: o.exitCode}, c.Assessment.Disposition)
}

// near refuses a first day on which the answers of a check say nothing any more,
// or nothing yet.
func near(from, check time.Time) error {
	last := check.Add(handout.LongestFresh).AddDate(0, 0, 1)
	if !from.Before(check) && !from.After(last) {
		return nil
	}
	return usagef("Much can change. To begin later, do the check again then.", "--from takes a date from %s to %s, because the check is of %[1]s, not %[3]s",
		check.Format(time.DateOnly), last.Format(time.DateOnly), from.Format(time.DateOnly))
}

// noCalendar says that there is none, and that an earlier one does not hold any
// more.
func noCalendar(o planOptions) error {
	if o.exitCode {
		return nil
	}
	if _, err := os.Stat(o.output.name); err == nil && !o.output.standard() {
		return message.Errorf("no calendar was written, because somebody should look first; %s holds an earlier plan, so take that out of your calendar and delete it", o.output.name)
	}
	return message.New("no calendar was written, because somebody should look first")
}

// week returns what was chosen about the days, or all that is wrong with it.
func (o planOptions) week(now time.Time, given func(flag string) bool) (guidance.WeekOptions, error) {
	const mostDays, longestWalk = 28, 15
	today := dateOf(now)
	w := guidance.WeekOptions{Days: o.days, WalkMinutes: o.walk, Today: today, From: today.AddDate(0, 0, 1)}
	var problems []error
	problem := func(format string, args ...any) { problems = append(problems, message.Errorf(format, args...)) }
	switch {
	case !given("from") || o.from == "tomorrow":
	case o.from == "today":
		w.From = today
	default:
		var err error
		if w.From, err = time.Parse(time.DateOnly, o.from); err != nil {
			problem("--from takes today, tomorrow, or a date such as 2026-11-21, not %q", o.from)
		}
	}
	if given("days") && (o.days < 1 || o.days > mostDays) {
		problem("--days takes 1 to %d days", mostDays)
	}
	if given("walk") && (o.walk < 1 || o.walk > longestWalk) {
		problem("--walk takes 1 to %d minutes; who can walk longer begins with %d", longestWalk, longestWalk)
	}
	if o.json && o.ics {
		problem("--json and --ics exclude each other")
	}
	if o.details && !o.ics {
		problem("--details belongs to --ics")
	}
	if !o.output.standard() && !o.ics && !o.json {
		problem("--output needs --ics or --json, or a name that ends in .ics or .json; to print a page, use 'backcare report'")
	}
	return w, errors.Join(problems...)
}

// dateOf returns the date of a time where the person is.
func dateOf(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// showPlan prints a plan in the form that was asked for. Where there is none,
// because somebody should look first, it says what to do instead.
func showPlan(a *app, o planOptions, c handout.Check, plan guidance.WeekPlan, ok bool) error {
	if o.json {
		data, err := indentedJSON(newPlanJSON(a.library, c, plan))
		if err != nil {
			return err
		}
		return a.deliver(o.output, data)
	}
	conversation := wizard.Conversation{Library: a.library, Number: c.Number}
	if !ok {
		pages := conversation.WaitingPages(c.Response, c.Assessment)
		if !o.ics {
			return presentAll(a.terminal(), pages)
		}
		for _, page := range pages { // it is no calendar, so it must not go where one belongs
			if err := a.terminal().Tell(page); err != nil {
				return err
			}
		}
		return noCalendar(o)
	}
	if o.ics {
		return a.deliver(o.output, handout.CalendarOf(a.library, plan, handout.CalendarOptions{Check: c.ID(), Stamp: c.Now, Details: o.details}))
	}
	care := conversation.ResultPages(c.Response, c.Assessment)[0]
	pages := append([]wizard.Page{care}, conversation.WeekPages(plan, c.Response, c.Assessment)...)
	return presentAll(a.terminal(), append(pages, wizard.Page{{Kind: wizard.Note, Text: a.library.Notices().IntendedUse}}))
}
