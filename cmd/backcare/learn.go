package main

import (
	"strings"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
)

type learnOptions struct {
	words []string
	list  bool
	json  bool
	cites bool
}

func newLearnCommand(a *app) *cobra.Command {
	var o learnOptions
	c := &cobra.Command{
		Use:   "learn [TOPIC | WORDS...]",
		Short: "Read what is known: why it happens, how long it takes, what helps",
		Long: "Read an answer to a question about back spasms: what to do, what is known, how\n" +
			"sure that is, and where web pages say otherwise. Ask in your own words.",
		Example: "  backcare learn\n" +
			"  backcare learn heat-or-ice\n" +
			"  backcare learn is walking good\n" +
			"  backcare learn --list\n" +
			"  backcare learn not-helpful --cites",
		RunE: func(_ *cobra.Command, args []string) error {
			o.words = args
			return runLearn(a, o)
		},
	}
	f := c.Flags()
	f.BoolVar(&o.list, "list", false, "list all topics")
	f.BoolVar(&o.cites, "cites", false, "print with the facts and sources behind each line")
	f.BoolVar(&o.json, "json", false, "print JSON for a script")
	return c
}

func runLearn(a *app, o learnOptions) error {
	words := strings.Join(strings.Fields(strings.Join(o.words, " ")), " ")
	if o.list && words != "" {
		return usagef("Leave one of them out.", "--list lists all topics, but got %q too", words)
	}
	found, err := lookUp(a, words)
	if err != nil {
		return err
	}
	if o.json {
		return writeJSON(a.stdout, newLearnJSON(a, words, found))
	}
	printed := o.list || o.cites || !a.terminal().Seen() && !(words == "" && a.asksPlainly())
	if !printed {
		c, done, err := a.converse("")
		if err == nil {
			defer done()
			if words == "" {
				return c.LearnAnything()
			}
			return c.Learn(found)
		}
	}
	reader := wizard.Conversation{Library: a.library, Number: a.emergencyNumber()}
	if words == "" {
		return a.presentLong(reader.TopicList())
	}
	return a.presentLong(reader.FoundPages(found, o.cites))
}

// namedTopics returns the topics that words name by their ids, or none where
// one of the words is no id.
func namedTopics(l *guidance.Library, words string) []guidance.Topic {
	var named []guidance.Topic
	for word := range strings.FieldsSeq(words) {
		t, ok := l.Topic(word)
		if !ok {
			return nil
		}
		named = append(named, t)
	}
	return named
}

// lookUp finds the topics for some words, or all topics for none. Where words
// fit nothing, the error names the topics that are spelled most like them.
func lookUp(a *app, words string) (guidance.Lookup, error) {
	l := a.library
	if words == "" {
		return guidance.Lookup{Topics: l.Topics()}, nil
	}
	if named := namedTopics(l, words); len(named) > 1 {
		return guidance.Lookup{Topics: named}, nil
	}
	found := l.Lookup(words)
	if len(found.Topics) > 0 || len(found.Signs) > 0 {
		return found, nil
	}
	var ids []string
	for _, t := range l.Topics() {
		ids = append(ids, t.ID)
	}
	return found, usageWith(message.Textf("Try other words, or 'backcare learn --list'. Not sure that it is only a spasm? backcare check. In danger now? Call %s.", l.Notices().NumberToCall(a.emergencyNumber())), "no topic fits %q%s", words,
		orMeant(likelyMeant(words, vocabulary{ids, fewIDs, asItIs})))
}
