package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// speak puts all that commands say about themselves into the language of the
// person. It is called only when that is about to be shown.
func (a *app) speak(c *cobra.Command) {
	say := a.library.Say
	if name, arguments, ok := strings.Cut(c.Use, " "); ok {
		c.Use = name + " " + say(arguments)
	}
	c.Short, c.Long, c.Example = say(c.Short), say(c.Long), say(c.Example)
	flag := func(f *pflag.Flag) {
		if f.Usage = say(f.Usage); f.Name == "help" {
			f.Usage = a.library.Sayf(phraseHelpFor, c.Name())
		}
	}
	c.LocalFlags().VisitAll(flag)
	for _, sub := range c.Commands() {
		a.speak(sub)
	}
}
