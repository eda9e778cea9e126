package main

import (
	"errors"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"backcare/guidance/message"
	"backcare/wizard"
)

type journalTrendOptions struct {
	area string
	days int // 0 for all
	json bool
}

func newJournalTrendCommand(a *app) *cobra.Command {
	var o journalTrendOptions
	c := &cobra.Command{
		Use:   "trend",
		Short: "Show how the pain goes, and what was followed by less of it",
		Example: "  backcare journal trend\n" +
			"  backcare journal trend --area lower --days 30",
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			return runJournalTrend(a, o, time.Now())
		},
	}
	f := c.Flags()
	f.StringVar(&o.area, "area", "", "only one `area`, such as neck or lower")
	f.IntVar(&o.days, "days", 0, "only the last `n` days, today included; 0 is everything")
	f.BoolVar(&o.json, "json", false, "print the numbers as JSON")
	return c
}

func runJournalTrend(a *app, o journalTrendOptions, now time.Time) error {
	if err := a.checkTrend(o); err != nil {
		return err
	}
	j, err := openJournal()
	if err != nil {
		return err
	}
	debug.SetGCPercent(collectEarly)
	var r reading
	var fault error
	trend := wizard.NewTrend(r.through(j.Course(), &fault), o.area, sinceDays(now, o.days), now)
	if fault != nil {
		return fault
	}
	switch {
	case o.json:
		err = writeTrend(a.stdout, a.library, trend)
	case trend.Entries == 0:
		err = a.sayNoEntries(r)
	case len(trend.Areas) == 0 && len(trend.Effects) == 0:
		a.remark(a.library.Say("There is no entry with a pain to show. Take fewer limits, or see all entries with 'backcare journal show'."))
	default:
		teller := wizard.TrendTeller{Library: a.library, In: now.Location()}
		err = presentAll(a.terminal(), teller.Pages(trend))
	}
	if err != nil {
		return err
	}
	r.sayUnreadable(a)
	a.warnShared(j)
	return r.tooNew()
}

func (a *app) checkTrend(o journalTrendOptions) error {
	const longest = 100_000 // more days than anybody lives
	var problems []error
	if o.days < 0 || o.days > longest {
		problems = append(problems, message.New("--days takes a number of days from 1, or 0 for everything"))
	}
	if o.area != "" {
		problems = append(problems, a.checkArea(o.area))
	}
	if err := errors.Join(problems...); err != nil {
		return usagef("See 'backcare journal trend --help'.", "%w", err)
	}
	return nil
}

// sinceDays returns when the last so many days began, or no time for 0.
func sinceDays(now time.Time, days int) time.Time {
	if days == 0 {
		return time.Time{}
	}
	return time.Date(now.Year(), now.Month(), now.Day()-days+1, 0, 0, 0, 0, now.Location())
}
