package main

import (
	"errors"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/settings"
	"backcare/wizard/terminal"
)

// terminal returns the screen and the keys, as the settings ask for
// them. There is one in a run, because colour is decided once.
func (a *app) terminal() *terminal.Terminal {
	if a.term == nil {
		s := a.settings()
		a.term = terminal.Open(terminal.Settings{In: a.stdin, Out: a.stdout, Err: a.stderr,
			Getenv: os.Getenv, Plain: s.On(settings.Plain), Color: colors[s.Of(settings.Color).Value],
			NoBell: !s.On(settings.Bell), Voice: s.On(settings.Voice), Language: a.library})
	}
	return a.term
}

// collectInTime is how far the memory may grow in a conversation, in percent,
// before it is tidied. One movement is over before that, which is worth a
// megabyte, since tidying needs books of its own: 8.8 MiB at 80 and more, 9.5 at
// 75. Two minutes of a routine take 11.6 MiB, 11.4 at 75.
const collectInTime = 85

// converse returns a conversation with the person at the terminal, and what
// to call when it is over. Where nobody can be asked, the error is a
// usageError with the hint: never a guess, never a hang.
func (a *app) converse(hint message.Phrase) (*wizard.Conversation, func(), error) {
	t := a.terminal()
	prompter, err := t.Prompter()
	if errors.Is(err, terminal.ErrNoTerminal) {
		return nil, nil, &usageError{err: err, hint: hint}
	}
	if err != nil {
		return nil, nil, err
	}
	debug.SetGCPercent(collectInTime)
	t.LeaveOnSignal(func(os.Signal) { os.Exit(exitLeft) })
	done := func() { _ = t.Close() } // the screen is given back as far as it can be
	if err := t.VoiceProblem(); err != nil {
		a.sayError("%s", err)
	}
	return &wizard.Conversation{Prompter: prompter, Display: t, Stage: t.Stage(), Memory: a.memory(),
		Library: a.library, Number: a.emergencyNumber(), Area: a.settings().Area(), Pace: a.settings().Pace()}, done, nil
}

// presentAll shows all pages as results, one after the other, unasked.
func presentAll(d wizard.Display, pages []wizard.Page) error {
	for n, page := range pages {
		if n > 0 {
			page = append(wizard.Page{{}}, page...)
		}
		if err := d.Present(page); err != nil {
			return err
		}
	}
	return nil
}

// presentLong shows pages as results. Where a person reads them on a screen, it
// waits before anything scrolls out of sight.
func (a *app) presentLong(pages []wizard.Page) error {
	if a.terminal().Seen() {
		if c, done, err := a.converse(""); err == nil {
			defer done()
			return presentAll(c.Display, pages)
		}
	}
	return presentAll(a.terminal(), pages)
}

// runWelcome is backcare without a command: in a terminal it asks what is
// needed, elsewhere it shows the help.
func runWelcome(a *app, c *cobra.Command) error {
	conversation, done, err := a.converse("")
	var usage *usageError
	if errors.As(err, &usage) {
		return c.Help()
	}
	if err != nil {
		return err
	}
	defer done()
	return conversation.Welcome()
}
