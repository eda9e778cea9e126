package main

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/settings"
)

// offerValues tells the commands what they can complete. It is called only when
// a shell asks, so that no other start pays for it.
func offerValues(a *app, root *cobra.Command) error {
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	for command, values := range a.completions() {
		c, _, err := root.Find(strings.Fields(command))
		if err != nil {
			return message.Errorf("complete %s: %w", command, err)
		}
		for flag, offer := range values {
			if flag == "" {
				c.ValidArgsFunction = offer
			} else if err := c.RegisterFlagCompletionFunc(flag, offer); err != nil {
				return message.Errorf("complete %s --%s: %w", command, flag, err)
			}
		}
	}
	a.speak(root)
	plainUsages(root)
	return nil
}

// plainUsages puts what each flag is for into one plain line, which is all that
// a shell shows.
func plainUsages(c *cobra.Command) {
	plain := func(f *pflag.Flag) {
		_, usage := pflag.UnquoteUsage(f)
		f.Usage = oneLine(usage)
	}
	c.Flags().VisitAll(plain)
	c.PersistentFlags().VisitAll(plain)
	for _, sub := range c.Commands() {
		plainUsages(sub)
	}
}

// completions are what can be completed, by command and flag; no flag is for
// the arguments. Each argument and each flag with a value has its entry, so
// that nothing is offered by oversight, such as the files of a folder where a
// note is meant.
func (a *app) completions() map[string]map[string]cobra.CompletionFunc {
	area := offer(a.areaValues)
	formats := func(names ...string) cobra.CompletionFunc { return offer(a.described("format", names...)) }
	return map[string]map[string]cobra.CompletionFunc{
		"":          {"lang": offer(guidance.Languages)},
		"check":     {"answers": files, "save": files},
		"stretches": {"": offerAfter(a.stretchValues), "area": area},
		"relief":    {"": firstOf(offer(a.guideValues))},
		"learn":     {"": firstOf(offer(a.topicValues))},
		"report": {"": firstOf(files), "answers": files, "output": files, "subject": nothing,
			"format": formats(formatNames()...), "for": offer(a.described("for", forClinician))},
		"plan": {"": firstOf(files), "answers": files, "output": files, "from": offer(a.daysAhead),
			"days": offer(a.described("plan days", "7", "14", "28")), "walk": offer(a.described("walk", "3", "5", "10", "15"))},
		"questions":      {"format": formats(questionFormatNames...)},
		"why":            {"": firstOf(files), "answers": files},
		"sources":        {"": firstOf(offer(a.sourceValues))},
		"settings":       {"": offerAfter(a.settingValues)},
		"completion":     {"": firstOf(offer(a.described("shell", shellNames()...)))},
		"manual":         {"": firstOf(folders)},
		"journal add":    {"": firstOf(offer(a.painValues)), "area": area, "note": nothing, "at": offer(a.daysAgo)},
		"journal edit":   {"": firstOf(offer(a.entryValues)), "area": area, "note": nothing, "at": offer(a.daysAgo), "pain": offer(a.painValues)},
		"journal show":   {"area": area, "last": offer(a.described("last", "15", "50", "0"))},
		"journal trend":  {"area": area, "days": offer(a.described("trend days", "7", "30", "90", "0"))},
		"journal export": {"output": files, "format": formats(exportFormatNames...)},
	}
}

// offer completes with values.
func offer(values func() []cobra.Completion) cobra.CompletionFunc {
	return offerAfter(func(*cobra.Command, []string) []cobra.Completion { return values() })
}

// offerAfter completes with values that depend on the words before.
func offerAfter(values func(c *cobra.Command, before []string) []cobra.Completion) cobra.CompletionFunc {
	return func(c *cobra.Command, before []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		fitting := slices.DeleteFunc(values(c, before), func(v cobra.Completion) bool { return !strings.HasPrefix(v, begun) })
		// The order says something: the newest first, or the head before the feet.
		return fitting, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// firstOf completes the first argument, and no other.
func firstOf(offer cobra.CompletionFunc) cobra.CompletionFunc {
	return func(c *cobra.Command, before []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(before) > 0 {
			return nothing(c, before, begun)
		}
		return offer(c, before, begun)
	}
}

// files leaves it to the shell to complete the name of a file.
func files(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

// folders leaves it to the shell to complete the name of a folder.
func folders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// nothing is for what only the person knows.
func nothing(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// described returns a few words, each with what it means for a kind of value.
func (a *app) described(kind string, all ...string) func() []cobra.Completion {
	return func() []cobra.Completion {
		values := make([]cobra.Completion, len(all))
		for i, w := range all {
			values[i] = cobra.CompletionWithDesc(w, a.library.Say(valueWords[kind][w]))
		}
		return values
	}
}

// areaValues are the areas, from the neck down.
func (a *app) areaValues() []cobra.Completion { return a.optionValues("area") }

// painValues are how strong the pain is.
func (a *app) painValues() []cobra.Completion { return a.optionValues("severity") }

// optionValues are the options of a question.
func (a *app) optionValues(item string) []cobra.Completion {
	question, _ := a.library.Questionnaire().Item(item)
	values := make([]cobra.Completion, len(question.Options))
	for i, o := range question.Options {
		about := strings.TrimSpace(strings.TrimPrefix(o.Text, o.ID)) // a pain has its number in both
		values[i] = cobra.CompletionWithDesc(o.ID, about)
	}
	return values
}

// stretchValues are the movements for the area that was named, and the
// routines, without what was named already.
func (a *app) stretchValues(c *cobra.Command, named []string) []cobra.Completion {
	area, _ := c.Flags().GetString("area")
	var values []cobra.Completion
	add := func(id, title string) {
		if !slices.Contains(named, id) {
			values = append(values, cobra.CompletionWithDesc(id, title))
		}
	}
	for _, r := range a.library.MovementRoutines() {
		add(r.ID, r.Words.Aim)
	}
	for _, r := range a.library.Relief().All() {
		if r.Kind == guidance.Exercise && r.For(area) {
			add(r.ID, r.Words.Title)
		}
	}
	return values
}

// guideValues are what can be followed by the clock.
func (a *app) guideValues() []cobra.Completion {
	var values []cobra.Completion
	for _, r := range a.library.Relief().Guides() {
		values = append(values, cobra.CompletionWithDesc(r.Guide, r.Words.Title))
	}
	return values
}

// topicValues are the topics, each with the question that it answers.
func (a *app) topicValues() []cobra.Completion {
	var values []cobra.Completion
	for _, t := range a.library.Topics() {
		values = append(values, cobra.CompletionWithDesc(t.ID, t.Question))
	}
	return values
}

// sourceValues are all ids of works, facts and whatever cites them.
func (a *app) sourceValues() []cobra.Completion {
	teller := wizard.SourceTeller{Library: a.library}
	lines := teller.Lines()
	var values []cobra.Completion
	for _, id := range teller.IDs() {
		values = append(values, cobra.CompletionWithDesc(id, lines[id]))
	}
	return values
}

// commandValues are the commands of the command that the words before lead to.
func commandValues(c *cobra.Command, before []string) []cobra.Completion {
	at, rest, err := c.Root().Find(before)
	if err != nil || len(rest) > 0 {
		return nil
	}
	var values []cobra.Completion
	for _, sub := range at.Commands() {
		if sub.IsAvailableCommand() {
			values = append(values, cobra.CompletionWithDesc(sub.Name(), sub.Short))
		}
	}
	return values
}

// settingValues are the names of the settings, and behind a name what it can be.
func (a *app) settingValues(_ *cobra.Command, before []string) []cobra.Completion {
	var values []cobra.Completion
	switch len(before) {
	case 0:
		for _, name := range settings.Names() {
			values = append(values, cobra.CompletionWithDesc(name, settings.Can(a.library, name).In(a.library)))
		}
	case 1:
		for _, value := range settings.Values(a.library, before[0]) {
			values = append(values, cobra.CompletionWithDesc(value, a.library.EmergencyNumbers().ByTerritory[value]))
		}
	}
	return values
}

// daysAhead are the next days, as the first of a plan.
func (a *app) daysAhead() []cobra.Completion {
	const days = 7
	values := make([]cobra.Completion, days)
	for n := range values {
		day := now().AddDate(0, 0, n+1)
		values[n] = cobra.CompletionWithDesc(day.Format(time.DateOnly), a.library.Date(guidance.WeekdayForm, day))
	}
	return values
}
