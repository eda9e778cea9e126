package wizard

import (
	"errors"

	"backcare/guidance"
)

// Outcome is what a check came to.
type Outcome struct {
	// Decided is true when there is a result, even where the person left
	// afterwards.
	Decided    bool
	Response   guidance.Response
	Assessment guidance.Assessment
	// History is what was remembered before it.
	History guidance.History

	// worse are the ids of the reliefs that made things worse, and are not
	// offered again.
	worse map[string]bool
	// done is what was gone through, in order.
	done []Performed
	// pending is what was found out before some steps and is not said yet.
	pending []Page
	// mentioned is the assessment of which it was said last that a clinician
	// should look.
	mentioned string
}

func (o *Outcome) leaveOut(relief string) {
	if o.worse == nil {
		o.worse = map[string]bool{}
	}
	o.worse[relief] = true
}

// Check talks a person through the whole check: the emergency list, the
// questions, the review, the result, and the first steps of relief. It
// returns the outcome once there is one, and ErrLeave when the person left
// before or after.
func (c *Conversation) Check() (Outcome, error) {
	out, err := c.open()
	if err != nil && !out.Decided {
		return out, c.stopped(err)
	}
	if err != nil || out.Decided {
		return out, err
	}
	if err := c.recall(); err != nil {
		return out, err
	}
	if out.Response, err = c.again(); err != nil {
		return Outcome{}, c.stopped(err)
	}
	err = c.checkOn(&out)
	return out, errors.Join(err, c.offerToKeep(&out, err))
}

// checkOn asks, decides and shows the result, again and again until the person
// has nothing more to change.
func (c *Conversation) checkOn(out *Outcome) error {
	changing := ""
	for {
		decided, err := c.decide(out.Response, changing)
		if err != nil {
			*out = Outcome{}
			return c.stopped(err)
		}
		out.Decided, out.Response, out.Assessment, out.History = true, decided.Response, decided.Assessment, c.history()
		next, err := c.result(out)
		if err != nil || next == nothingElse {
			return err
		}
		changing = next
	}
}

// open says what would be an emergency, and asks whether it is one. Where it
// is, the call is shown, and the outcome is decided unless that was a mistake.
func (c *Conversation) open() (Outcome, error) {
	c.attend()
	for {
		if err := c.read(c.Display.Tell, 2, c.EmergencyList()); err != nil {
			return Outcome{}, err
		}
		choice, err := c.choose("begin", c.Library.Notices().Brief,
			Choice{ID: "sign", Text: c.Library.Say(phraseOneIsTrue)}, Choice{ID: "begin", Text: c.Library.Say(phraseBegin)})
		if err != nil || choice == "begin" {
			return Outcome{}, err
		}
		out := Outcome{Decided: true, Response: c.Library.Questionnaire().NewResponse(),
			Assessment: guidance.Assessment{Disposition: guidance.Emergency}}
		if err := c.showResult(&out); err != nil {
			return out, err
		}
		choice, err = c.askAfterEmergency()
		if err != nil || choice == "called" {
			return out, err
		}
	}
}

// decide asks until the answers are complete and the person says that they
// are right, beginning with an item to change, if there is one. An emergency
// needs no review: its page lets a mistake be mended.
func (c *Conversation) decide(r guidance.Response, changing string) (Outcome, error) {
	i := &interview{Conversation: c, response: r, after: 1}
	for {
		if err := i.change(changing); err != nil {
			return Outcome{}, err
		}
		if err := i.run(); err != nil {
			return Outcome{}, err
		}
		a := c.Library.Triage().Assess(i.response, c.history())
		if a.Disposition == guidance.Emergency {
			return Outcome{Response: i.response, Assessment: a}, nil
		}
		item, changed, err := c.review(i.response, c.Library.Say(phraseShowResult), c.Library.Say(phraseReview), len(i.asked) > 0)
		switch {
		case errors.Is(err, ErrBack):
			changing, i.asked = i.last().ID, i.asked[:len(i.asked)-1]
		case err != nil:
			return Outcome{}, err
		case !changed:
			return Outcome{Response: i.response, Assessment: a}, nil
		default:
			changing = item.ID
		}
	}
}

// review lists all answers and returns the item to change, if any.
func (c *Conversation) review(r guidance.Response, keep, text string, back bool) (guidance.Item, bool, error) {
	q := Question{ID: "review", Text: text, Why: c.Library.Say(phraseReviewWhy), Back: back, Choices: []Choice{{ID: "", Text: keep}}}
	for _, item := range r.Asked() {
		if ids := r.Options(item.ID); ids != nil {
			q.Choices = append(q.Choices, Choice{ID: item.ID, Text: item.Label + ": " + optionTexts(item, ids)})
		}
	}
	id, err := c.pick(q)
	if err != nil {
		return guidance.Item{}, false, err
	}
	item, changed := c.Library.Questionnaire().Item(id)
	return item, changed, nil
}

// How many choices there are below a result, and below an emergency.
const (
	choicesAfterResult    = 5
	choicesAfterEmergency = 2
)

// showResult presents the result with room for what is asked next.
func (c *Conversation) showResult(out *Outcome) error {
	choices := choicesAfterResult
	if out.Assessment.Disposition == guidance.Emergency {
		choices = choicesAfterEmergency
	}
	return c.read(c.Display.Present, choices, c.ResultPages(out.Response, out.Assessment)...)
}

// What comes after a result, beside an item to change.
const (
	// nothingElse ends the check.
	nothingElse = "-"
	// askedAgain goes back to the questions that are open again.
	askedAgain = ""
)

// result shows the outcome and what can be done with it. It returns the id of
// an item to change, askedAgain or nothingElse.
func (c *Conversation) result(out *Outcome) (next string, err error) {
	if err := c.showResult(out); err != nil {
		return nothingElse, err
	}
	if out.Assessment.Disposition == guidance.Emergency {
		choice, err := c.askAfterEmergency()
		if err != nil || choice == "called" {
			return nothingElse, err
		}
		next, err := c.mistake(out, false)
		if next == nothingElse {
			next = askedAgain // the page comes again, with the call
		}
		return next, err
	}
	steps := c.Library.PlanFor(out.Response, out.Assessment)
	for {
		choice, err := c.choose("after-result", c.Library.Say(phraseAfterResult),
			Choice{ID: "first", Text: c.Library.Say(phraseFirstStep)}, Choice{ID: "plan", Text: c.Library.Say(phraseWholePlan)},
			Choice{ID: "background", Text: c.Library.Say(phraseBackground)}, Choice{ID: "change", Text: c.Library.Say(phraseChange)},
			Choice{ID: "finish", Text: c.Library.Say(phraseFinish)})
		if err != nil {
			return nothingElse, err
		}
		switch choice {
		case "first":
			if again, err := c.walk(out, steps); err != nil || !again {
				return nothingElse, err
			}
			return askedAgain, nil
		case "plan":
			err = c.read(c.Display.Present, choicesAfterResult, c.PlanPages(steps)...)
		case "background":
			err = c.background(out.Assessment)
		case "change":
			if next, err = c.mistake(out, true); next != nothingElse {
				return next, err
			}
		default:
			return nothingElse, nil
		}
		if err != nil {
			return nothingElse, err
		}
	}
}

// askAfterEmergency asks whether help is called, with the number in sight.
func (c *Conversation) askAfterEmergency() (string, error) {
	return c.choose("after-emergency", c.Library.Sayf(phraseAfterEmergency, c.number()),
		Choice{ID: "called", Text: c.Library.Say(phraseCalled)}, Choice{ID: "mistake", Text: c.Library.Say(phraseMistake)})
}

// mistake asks which answer was wrong, and returns the id of its item, or
// nothingElse where none was.
func (c *Conversation) mistake(out *Outcome, back bool) (string, error) {
	item, changed, err := c.review(out.Response, c.Library.Say(phraseNoneWrong), c.Library.Say(phraseWhichMistake), back)
	if errors.Is(err, ErrBack) || err == nil && !changed {
		return nothingElse, nil
	}
	return item.ID, err
}

// stopped says what it means to have left before there was a result.
func (c *Conversation) stopped(err error) error {
	if !errors.Is(err, ErrLeave) {
		return err
	}
	n := c.Library.Notices()
	told := c.Display.Tell(Page{
		{Kind: Paragraph, Text: c.Library.Say(phraseStopped)},
		{Kind: Paragraph, Text: c.Library.Sayf(phraseStoppedSigns, c.number())},
		{Kind: Bullets, Items: n.EmergencyList.Items},
	})
	return errors.Join(err, told)
}
