package wizard

import (
	"errors"

	"backcare/guidance"
)

// Learn shows what some words led to: warning signs first, then the topic, or
// a choice of topics, and lets the person read on from there.
func (c *Conversation) Learn(found guidance.Lookup) error {
	var read []guidance.Topic
	signs := c.signPage(found.Signs)
	switch {
	case found.Sure:
		read = found.Read()
	case len(found.Topics) > 0:
		if err := c.readSigns(signs, len(found.Topics)+1); err != nil {
			return err
		}
		which := Question{ID: "found", Text: c.Library.Say(phraseWhichFound), Signs: []string{c.unsure().Text}}
		chosen, err := c.chooseTopic(which, found.Topics, c.Library.Say(phraseAllTopics))
		if err != nil {
			return err
		}
		if signs = nil; chosen.ID != "" {
			read = []guidance.Topic{chosen}
		}
	}
	if len(read) > 0 {
		// The signs stand on the same page, so that they do not scroll away.
		if err := c.readOn(signs, read...); !errors.Is(err, ErrBack) {
			return untilFinished(err)
		}
	}
	return c.LearnAnything()
}

func (c *Conversation) readSigns(signs Page, choices int) error {
	if len(signs) == 0 {
		return nil
	}
	return c.read(c.Display.Present, choices, signs)
}

// LearnAnything lets a person choose among all topics.
func (c *Conversation) LearnAnything() error {
	return untilFinished(c.browse(c.Library.TopicGroups(), c.readFrom))
}

// chooseTopic asks for one of some topics. The topic is empty when the person
// wants something else.
func (c *Conversation) chooseTopic(q Question, topics []guidance.Topic, other string) (guidance.Topic, error) {
	for _, t := range topics {
		q.Choices = append(q.Choices, Choice{ID: t.ID, Text: t.Title})
	}
	q.Choices = append(q.Choices, Choice{ID: "", Text: other})
	id, err := c.pick(q)
	t, _ := c.Library.Topic(id)
	return t, err
}

// What can be done after a topic, beside reading a related one.
const (
	afterDo     = "do"
	afterCheck  = "check"
	afterOther  = "other"
	afterFinish = "finish"
)

// readFrom shows a topic, and then whatever the person goes on to.
func (c *Conversation) readFrom(t guidance.Topic) error { return c.readOn(nil, t) }

// readOn does the same after something that must be read first. It returns
// ErrBack when the person wants to choose again, and errFinished when they are
// done. Of several topics the first tells what can be read on.
func (c *Conversation) readOn(first Page, topics ...guidance.Topic) error {
	for {
		t := topics[0]
		q, pages := c.afterTopic(t), c.TopicPages(t, false)
		mustRead := 1 // what to do, of each topic
		for _, other := range topics[1:] {
			mustRead = len(pages) + 1
			pages = append(pages, c.TopicPages(other, false)...)
		}
		if len(first) > 0 {
			pages, first = append([]Page{first}, pages...), nil
			mustRead++
		}
		if err := c.readTopic(c.Display.Present, len(q.Choices), mustRead, pages...); err != nil {
			return err
		}
		choice, err := c.pick(q)
		if err != nil {
			return err
		}
		switch choice {
		case afterDo:
			return c.doOne(c.deeds(t))
		case afterCheck:
			_, err := c.Check()
			return finished(err)
		case afterOther:
			return ErrBack
		case afterFinish:
			return errFinished
		default:
			next, _ := c.Library.Topic(choice)
			topics = []guidance.Topic{next}
		}
	}
}

// afterTopic asks what to do after a topic. To finish is suggested, so that
// Enter does not lead on from topic to topic without end.
func (c *Conversation) afterTopic(t guidance.Topic) Question {
	q := Question{ID: "after-topic", Text: c.Library.Say(phraseAfterTopic)}
	for _, id := range t.Related {
		if related, ok := c.Library.Topic(id); ok {
			q.Choices = append(q.Choices, Choice{ID: id, Text: c.Library.Sayf(phraseReadRelated, related.Title)})
		}
	}
	if len(c.deeds(t)) > 0 {
		q.Choices = append(q.Choices, Choice{ID: afterDo, Text: c.Library.Say(phraseDoIt)})
	}
	if t.Check {
		q.Choices = append(q.Choices, Choice{ID: afterCheck, Text: c.Library.Say(phraseGoCheck)})
	}
	q.Choices = append(q.Choices, Choice{ID: afterOther, Text: c.Library.Say(phraseAllTopics)}, Choice{ID: afterFinish, Text: c.Library.Say(phraseFinish)})
	q.Default, q.Back = len(q.Choices)-1, true
	return q
}

// errFinished ends reading from any depth. Nobody outside sees it.
var errFinished = errors.New("finished reading")

// untilFinished makes no error out of the end.
func untilFinished(err error) error {
	if errors.Is(err, errFinished) {
		return nil
	}
	return err
}

// finished makes an end out of no error.
func finished(err error) error {
	if err == nil {
		return errFinished
	}
	return err
}

// A deed is something that a topic is about and that can be done with the
// program, with the command that does it.
type deed struct {
	id, title, command string
	do                 func() error
}

// deeds returns what can be done about a topic, in order.
func (c *Conversation) deeds(t guidance.Topic) []deed {
	var deeds []deed
	sleeps := false
	for _, id := range t.Reliefs {
		r, ok := c.Library.Relief().Find(id)
		if !ok {
			continue
		}
		session := Session{Reliefs: []guidance.Relief{r}}
		switch {
		case r.Guide != "":
			deeds = append(deeds, deed{r.ID, r.Words.Title, commandRelief + r.Guide, func() error { return c.Guide(session) }})
		case r.Kind == guidance.Exercise:
			deeds = append(deeds, deed{r.ID, r.Words.Title, commandStretches + r.ID, func() error { return c.Stretches(session) }})
		case c.forTheNight(r) && !sleeps:
			sleeps = true
			deeds = append(deeds, deed{r.ID, c.Library.Say(phraseGoSleep), commandSleep, c.Sleep})
		}
	}
	return deeds
}

// forTheNight reports whether a relief is one of the positions for the night.
func (c *Conversation) forTheNight(r guidance.Relief) bool {
	night, _ := c.Library.Routine("sleep")
	for _, other := range night.Reliefs {
		if other.ID == r.ID {
			return true
		}
	}
	return false
}

// doOne does one of some deeds, the only one or the one chosen. The warning
// signs come before it, as always.
func (c *Conversation) doOne(deeds []deed) error {
	if len(deeds) == 1 {
		return finished(deeds[0].do())
	}
	q := Question{ID: "deed", Text: c.Library.Say(phraseWhichRelief)}
	for _, d := range deeds {
		q.Choices = append(q.Choices, Choice{ID: d.id, Text: d.title})
	}
	id, err := c.pick(q)
	if err != nil {
		return err
	}
	for _, d := range deeds {
		if d.id == id {
			return finished(d.do())
		}
	}
	return nil
}

// signPage tells about the most urgent warning signs that words may have been
// about. One that has a topic is told there.
func (c *Conversation) signPage(signs []guidance.SpokenSign) Page {
	if len(signs) == 0 {
		return nil
	}
	most := signs[0].Disposition
	var labels []string
	for _, s := range signs {
		if s.Disposition == most && s.Topic == "" {
			labels = append(labels, s.Item.Label)
		}
	}
	if len(labels) == 0 {
		return nil
	}
	page := Page{{Kind: Alarm, Emergency: true, Text: c.Library.Sayf(phraseSignCall, c.number())}}
	if most < guidance.Emergency {
		page = Page{{Kind: Alarm, Text: c.Library.Say(phraseSignSeen)}}
	}
	return append(page, Block{Kind: Bullets, Items: labels}, Block{Kind: Paragraph, Text: c.Library.Say(phraseSignUnsure)})
}
