package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/handout"
)

type checkOptions struct {
	answers  string
	save     string
	json     bool
	exitCode bool
	journal  bool
	explain  bool
}

func newCheckCommand(a *app) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check",
		Short: "Find out how urgent it is, and what helps",
		Long: "Ask where the pain is, what it feels like and whether any warning sign is\n" +
			"present. Then say how urgent it is and why, or walk through the relief that fits.",
		Example: "  backcare check\n" +
			"  backcare check --plain\n" +
			"  backcare check --answers answers.json --json",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("answers") && o.answers == "" {
				return usagef("Give the answers a file, or - for standard input.", "--answers names no file")
			}
			return runCheck(a, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.answers, "answers", "", "read the answers from a JSON `file`, or from standard input with -; a FHIR\nQuestionnaireResponse or Bundle of backcare is read as well")
	f.BoolVar(&o.json, "json", false, "print the result as JSON")
	f.StringVar(&o.save, "save", "", "keep the answers and the result in a new `file` that only you can read")
	f.BoolVar(&o.journal, "journal", false, "with --answers, take the journal of this machine into account")
	f.BoolVar(&o.explain, "explain", false, "say why: what led to it, what is ruled out, what would have changed it")
	f.BoolVar(&o.exitCode, "exit-code", false, "exit with 10 for clinician, 11 for urgent, 12 for emergency")
	return c
}

func runCheck(a *app, o checkOptions) error {
	if err := mayCreate(o.save); err != nil {
		return err
	}
	if o.answers == "" && o.journal {
		return usagef("Without --answers the journal is read anyway, unless the setting journal is no.", "--journal belongs to --answers")
	}
	if o.answers == "" {
		return askCheck(a, o)
	}
	if o.journal {
		if err := a.mayRemember("so --journal reads nothing"); err != nil {
			return err
		}
	}
	go a.library.Relief() // reading it takes as long as all that is needed before it
	response, err := a.answersFrom(o.answers)
	if err != nil {
		return err
	}
	var history guidance.History
	if o.journal {
		history = a.remembered()
	}
	out := wizard.Outcome{Decided: true, Response: response, Assessment: a.library.Triage().Assess(response, history), History: history}
	return finishCheck(a, o, out, true)
}

// answersFrom reads the answers in a file, or in standard input for "-".
func (a *app) answersFrom(name string) (guidance.Response, error) {
	given, err := a.datedAnswersFrom(name, "report", time.Time{})
	return given.Response, err
}

// datedAnswersFrom is answersFrom with the time at which they were given: that
// of a FHIR resource, which may be unknown, and now for answers alone. Where the
// file is a saved check, the error names the command that takes one.
func (a *app) datedAnswersFrom(name, command string, now time.Time) (handout.Received, error) {
	data, err := readInput(a.stdin, name, message.Phrase("read the answers"))
	if err != nil {
		return handout.Received{}, err
	}
	given, err := a.parseAnswers(data, now)
	if err != nil {
		if looksSaved(data) {
			return given, usageWith(message.Textf("Give it as FILE, without --answers: backcare %s FILE.", command), "these are not answers but a check that was saved")
		}
		return given, a.answersError(err)
	}
	a.sayOverlooked(given.Response)
	return given, nil
}

// parseAnswers reads answers by item, or those of a FHIR resource that backcare
// wrote.
func (a *app) parseAnswers(data []byte, now time.Time) (handout.Received, error) {
	if handout.IsFHIR(data) {
		return handout.ReadFHIR(a.library, data)
	}
	response, err := a.library.Triage().ParseAnswers(data)
	return handout.Received{Response: response, Authored: now}, err
}

// sayOverlooked tells of warning signs in answers that do not count.
func (a *app) sayOverlooked(r guidance.Response) {
	for _, f := range a.library.Triage().Overlooked(r) {
		text := a.library.Sayf("a warning sign (%s) in the answers does not count, because its question is not asked: %s",
			f.Disposition.In(a.library), f.Reason)
		fmt.Fprintln(a.stderr, "backcare: "+text)
	}
}

// answersError says what is wrong with answers; with an emergency sign among
// them, whom to call comes first.
func (a *app) answersError(err error) error {
	var problems *guidance.AnswersError
	if errors.As(err, &problems) && len(problems.Emergencies) > 0 {
		n := a.library.Notices()
		fmt.Fprintln(a.stderr, n.WithNumber(n.CareWords[guidance.Emergency.String()].Action, a.emergencyNumber()))
	}
	return &usageError{err: err, hint: message.Phrase("See 'backcare questions' for the items and their options.")}
}

// finishCheck shows the outcome, unless the person has seen it, saves it where
// that was asked for, and returns the exit code that it asks for.
func finishCheck(a *app, o checkOptions, out wizard.Outcome, show bool) error {
	if show {
		// A reader that has gone does not make an emergency a success.
		if err := showCheck(a, o, out); err != nil && !errors.Is(err, syscall.EPIPE) {
			return err
		}
	}
	if o.save != "" {
		if err := a.save(o.save, out); err != nil {
			return err
		}
	}
	return dispositionError(o, out.Assessment.Disposition)
}

// askCheck asks a person, and shows the result as it goes.
func askCheck(a *app, o checkOptions) error {
	c, done, err := a.converse("Give the answers with --answers FILE, or ask for plain numbered lines with --plain.")
	if err != nil {
		return err
	}
	defer done()
	if o.json {
		c.Display = onlyTelling{c.Display}
	}
	out, left := c.Check()
	if !out.Decided {
		return left
	}
	out.Response = out.Response.Counted() // what somebody took back in the conversation is no answer
	if o.explain && !o.json && left == nil {
		teller := wizard.WhyTeller{Library: a.library, Number: c.Number}
		left = presentAll(c.Display, teller.Pages(out.Response, out.Assessment, out.History))
	}
	err = finishCheck(a, o, out, o.json)
	var code dispositionExit
	if saved := err == nil || errors.As(err, &code); saved && o.save != "" && out.Assessment.Disposition < guidance.Emergency {
		a.remark(a.library.Sayf("To print it, or for the doctor: backcare report %s", o.save))
	}
	if left != nil && (err == nil || errors.As(err, &code)) {
		return left
	}
	return err
}

// onlyTelling keeps results off the output, where the JSON goes.
type onlyTelling struct{ wizard.Display }

func (d onlyTelling) Present(p wizard.Page) error { return d.Tell(p) }

// showCheck prints the whole outcome at once.
func showCheck(a *app, o checkOptions, out wizard.Outcome) error {
	number := a.emergencyNumber()
	if o.json {
		result := newAssessmentJSON(a.library, out.Response, out.Assessment, number)
		if o.explain {
			result.Explanation = newExplanationJSON(a.library, out.Response, out.Assessment, out.History)
		}
		return writeJSON(a.stdout, result)
	}
	t := a.terminal()
	c := wizard.Conversation{Library: a.library, Number: number}
	var pages []wizard.Page
	if o.explain { // it has the plan with it
		pages = c.ExplainedPages(out.Response, out.Assessment, out.History)
	} else {
		pages = append(c.ResultPages(out.Response, out.Assessment), c.PlanPages(a.library.PlanFor(out.Response, out.Assessment))...)
	}
	pages = append(pages, wizard.Page{{Kind: wizard.Note, Text: a.library.Notices().IntendedUse}})
	return presentAll(t, pages)
}

// dispositionError returns the exit code that a finished check asks for.
func dispositionError(o checkOptions, d guidance.Disposition) error {
	codes := map[guidance.Disposition]dispositionExit{
		guidance.Clinician: exitClinician, guidance.Urgent: exitUrgent, guidance.Emergency: exitEmergency}
	if code, ok := codes[d]; ok && o.exitCode {
		return code
	}
	return nil
}

// inputLimit is the size above which a file of answers, or a saved check, is
// refused, in bytes. A full one has about 10 KB.
const inputLimit = 1 << 20

// readInput reads a file, or standard input for "-".
func readInput(stdin io.Reader, name string, doing message.Phrase) ([]byte, error) {
	in := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, usagef("Name a file that is there, or - for standard input.", "%s: %w", doing, err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, inputLimit+1))
	switch {
	case err != nil:
		return nil, usagef("", "%s: %w", doing, err)
	case len(data) > inputLimit:
		return nil, usagef("An answers file has a few kilobytes.", "%s: %w", doing, errTooLarge)
	}
	return data, nil
}

var errTooLarge = message.New("more than 1 MiB")
