package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard/handout"
	"backcare/wizard/terminal"
)

type questionsOptions struct {
	format string
	json   bool
}

// questionFormats write the questions, by the name of the format.
var questionFormats = map[string]func(*app) error{
	"text": func(a *app) error { return writeQuestions(a.stdout, a.library.Questionnaire(), a.terminal().Width()) },
	"json": func(a *app) error { return writeJSON(a.stdout, questionsJSON(a.library.Questionnaire())) },
	"fhir": func(a *app) error { return writeJSON(a.stdout, handout.QuestionnaireOf(a.library)) },
}

// questionFormatNames are their names, in the order in which they are told.
var questionFormatNames = []string{"text", "json", "fhir"}

func newQuestionsCommand(a *app) *cobra.Command {
	var o questionsOptions
	c := &cobra.Command{
		Use:   "questions",
		Short: "Show every question of the check, with its answers",
		Long: "Show every question of the check, with the ids that an answers file uses.\n" +
			"A question with a condition is asked only where the condition holds.",
		Example: "  backcare questions\n  backcare questions --json\n  backcare questions --format fhir",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if o.json && c.Flags().Changed("format") && o.format != "json" {
				return usagef("Leave one of them out.", "--json is not --format %s", o.format)
			}
			return runQuestions(a, o)
		},
	}
	c.Flags().StringVar(&o.format, "format", "text", "the `format`: text, json, or fhir for a FHIR R4 Questionnaire")
	c.Flags().BoolVar(&o.json, "json", false, "print JSON for a script, as --format json does")
	return c
}

func runQuestions(a *app, o questionsOptions) error {
	if o.json {
		o.format = "json"
	}
	write, ok := questionFormats[o.format]
	if !ok {
		return usageWith(didYouMean(o.format, questionFormatNames), "there is no format %q", o.format)
	}
	return write(a)
}

// itemJSON is one question as scripts see it.
type itemJSON struct {
	ID         string               `json:"id"`
	Text       string               `json:"text"`
	Help       string               `json:"help"`
	Multiple   bool                 `json:"multiple"`
	Options    []optionJSON         `json:"options"`
	EnableWhen *guidance.EnableWhen `json:"enableWhen,omitempty"`
	// Signs are the ids of the warning signs that a screen lists. One of its
	// answers other than "none" opens them.
	Signs []string `json:"signs,omitempty"`
}

type optionJSON struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

func questionsJSON(q *guidance.Questionnaire) []itemJSON {
	signs := map[string][]string{}
	for _, item := range q.Items() {
		if item.Screen != "" {
			signs[item.Screen] = append(signs[item.Screen], item.ID)
		}
	}
	out := make([]itemJSON, len(q.Items()))
	for i, item := range q.Items() {
		out[i] = itemJSON{ID: item.ID, Text: item.Text, Help: item.Help, Multiple: item.Multiple(),
			EnableWhen: item.EnableWhen, Signs: signs[item.ID]}
		for _, o := range item.Options {
			out[i].Options = append(out[i].Options, optionJSON{ID: o.ID, Text: o.Text})
		}
	}
	return out
}

func writeQuestions(w io.Writer, q *guidance.Questionnaire, columns int) error {
	for _, item := range q.Items() {
		lines := terminal.Wrap(item.ID+": "+item.Text, columns, "", "    ")
		for _, o := range item.Options {
			lines = append(lines, terminal.Wrap(o.ID+": "+o.Text, columns, "  ", "      ")...)
		}
		if _, err := fmt.Fprintln(w, strings.Join(lines, "\n")); err != nil {
			return err
		}
	}
	return nil
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return message.Errorf("write JSON: %w", err)
	}
	return nil
}
