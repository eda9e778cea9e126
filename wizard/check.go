package wizard

import (
	"errors"
	"fmt"

	"backcare/guidance"
)

// Outcome is what a check came to.
type Outcome struct {
	// Decided is true when there is a result, even where the person left
	// afterwards.
	Decided    bool
	Response   guidance.Response
	Assessment guidance.Assessment

	// worse are the ids of the reliefs that made things worse, and are not
	// offered again.
	worse map[string]bool
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
	if err := c.open(); err != nil {
		return Outcome{}, c.stopped(err)
	}
	out := Outcome{Response: c.Library.Questionnaire().NewResponse()}
	for {
		decided, err := c.decide(out.Response)
		if err != nil {
			return Outcome{}, c.stopped(err)
		}
		out.Decided, out.Response, out.Assessment = true, decided.Response, decided.Assessment
		again, err := c.result(&out)
		if err != nil || !again {
			return out, err
		}
	}
}

// open says what would be an emergency, and waits until it is read.
func (c *Conversation) open() error {
	if err := c.read(c.Display.Tell, 1, c.EmergencyList()); err != nil {
		return err
	}
	_, err := c.choose("begin", c.Library.Notices().Brief, Choice{ID: "begin", Text: phraseBegin})
	return err
}

// decide asks until the answers are complete and the person says that they
// are right. An emergency needs no review: its page lets a mistake be mended.
func (c *Conversation) decide(r guidance.Response) (Outcome, error) {
	i := &interview{Conversation: c, response: r, after: 1}
	for {
		if err := i.run(); err != nil {
			return Outcome{}, err
		}
		a := c.Library.Triage().Assess(i.response)
		if a.Disposition == guidance.Emergency {
			return Outcome{Response: i.response, Assessment: a}, nil
		}
		item, changed, err := c.review(i.response, phraseShowResult, phraseReview)
		switch {
		case errors.Is(err, ErrBack) && len(i.asked) > 0:
			item, i.asked = i.last(), i.asked[:len(i.asked)-1]
		case err != nil:
			return Outcome{}, err
		case !changed:
			return Outcome{Response: i.response, Assessment: a}, nil
		}
		if err := i.ask(item); err != nil && !errors.Is(err, ErrBack) {
			return Outcome{}, err
		}
	}
}

// review lists all answers and returns the item to change, if any.
func (c *Conversation) review(r guidance.Response, keep, text string) (guidance.Item, bool, error) {
	q := Question{ID: "review", Text: text, Why: phraseReviewWhy, Back: true, Choices: []Choice{{ID: "", Text: keep}}}
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

// result shows the outcome and what can be done with it, and reports whether
// an answer was changed, so that there is something to decide again.
func (c *Conversation) result(out *Outcome) (again bool, err error) {
	if err := c.showResult(out); err != nil {
		return false, err
	}
	if out.Assessment.Disposition == guidance.Emergency {
		return c.afterEmergency(out)
	}
	steps := c.Library.PlanFor(out.Response, out.Assessment)
	for {
		choice, err := c.choose("after-result", phraseAfterResult,
			Choice{ID: "first", Text: phraseFirstStep}, Choice{ID: "plan", Text: phraseWholePlan},
			Choice{ID: "background", Text: phraseBackground}, Choice{ID: "change", Text: phraseChange},
			Choice{ID: "finish", Text: phraseFinish})
		if err != nil {
			return false, err
		}
		switch choice {
		case "first":
			again, err = c.walk(out, steps)
			if err != nil || again {
				return again, err
			}
			return false, nil
		case "plan":
			err = c.read(c.Display.Present, choicesAfterResult, c.PlanPages(steps)...)
		case "background":
			err = c.background()
		case "change":
			if again, err = c.change(out); again {
				return true, nil
			}
		default:
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
}

func (c *Conversation) afterEmergency(out *Outcome) (again bool, err error) {
	choice, err := c.choose("after-emergency", phraseAfterEmergency,
		Choice{ID: "called", Text: phraseCalled}, Choice{ID: "mistake", Text: phraseMistake})
	if err != nil || choice == "called" {
		return false, err
	}
	return c.change(out)
}

// change takes back one answer, so that it is asked again.
func (c *Conversation) change(out *Outcome) (again bool, err error) {
	item, changed, err := c.review(out.Response, phraseNoneWrong, phraseWhichMistake)
	if errors.Is(err, ErrBack) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !changed {
		return out.Assessment.Disposition == guidance.Emergency, nil
	}
	i := &interview{Conversation: c, response: out.Response}
	i.forget(item.ID)
	out.Response = i.response
	return true, nil
}

// background shows the topics, one at a time.
func (c *Conversation) background() error {
	for {
		choices := []Choice{{ID: "", Text: phraseFinish}}
		for _, topic := range c.Library.Topics() {
			choices = append(choices, Choice{ID: topic.ID, Text: topic.Title})
		}
		id, err := c.pick(Question{ID: "topic", Text: phraseWhichTopic, Choices: choices, Default: 1})
		if err != nil || id == "" {
			return err
		}
		for _, topic := range c.Library.Topics() {
			if topic.ID == id {
				if err := c.read(c.Display.Tell, 1, topicPages(topic)...); err != nil {
					return err
				}
			}
		}
	}
}

func topicPages(t guidance.Topic) []Page {
	var pages []Page
	for n, text := range t.Paragraphs {
		page := Page{{Kind: Paragraph, Text: text}}
		if n == 0 {
			page = append(Page{{Kind: Heading, Text: t.Title}}, page...)
		}
		pages = append(pages, page)
	}
	return pages
}

// stopped says what it means to have left before there was a result.
func (c *Conversation) stopped(err error) error {
	if !errors.Is(err, ErrLeave) {
		return err
	}
	n := c.Library.Notices()
	told := c.Display.Tell(Page{
		{Kind: Paragraph, Text: phraseStopped},
		{Kind: Paragraph, Text: fmt.Sprintf(phraseStoppedSigns, c.number())},
		{Kind: Bullets, Items: n.EmergencyList.Items},
	})
	return errors.Join(err, told)
}
