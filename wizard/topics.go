package wizard

import (
	"errors"

	"backcare/guidance"
)

// browse lets a person choose topics, by group, until they have had enough.
func (c *Conversation) browse(groups []guidance.TopicGroup, read func(guidance.Topic) error) error {
	for {
		q := Question{ID: "topics", Text: c.Library.Say(phraseWhichTopic)}
		for _, g := range groups {
			q.Choices = append(q.Choices, Choice{ID: g.ID, Text: g.Title})
		}
		q.Choices = append(q.Choices, Choice{ID: "", Text: c.Library.Say(phraseEnoughRead)})
		id, err := c.pick(q)
		if err != nil || id == "" {
			return err
		}
		for _, g := range groups {
			if g.ID != id {
				continue
			}
			if err := c.browseGroup(g, read); err != nil && !errors.Is(err, ErrBack) {
				return err
			}
		}
	}
}

// browseGroup lets a person choose topics of a group, until they want to see
// the groups again.
func (c *Conversation) browseGroup(g guidance.TopicGroup, read func(guidance.Topic) error) error {
	for {
		t, err := c.chooseTopic(Question{ID: "topic", Text: g.Title + ":", Back: true}, g.Topics, c.Library.Say(phraseOtherTopics))
		if err != nil || t.ID == "" {
			return err
		}
		if err := read(t); err != nil {
			return err
		}
	}
}

// background lets a person read after a check, but nothing about what the
// result forbids: who is to be seen today reads of no stretch.
func (c *Conversation) background(a guidance.Assessment) error {
	var groups []guidance.TopicGroup
	for _, g := range c.Library.TopicGroups() {
		allowed := guidance.TopicGroup{ID: g.ID, Title: g.Title}
		for _, t := range g.Topics {
			if c.allows(a, t) {
				allowed.Topics = append(allowed.Topics, t)
			}
		}
		if len(allowed.Topics) > 0 {
			groups = append(groups, allowed)
		}
	}
	return c.browse(groups, func(t guidance.Topic) error {
		return c.readTopic(c.Display.Tell, 1, 1, c.TopicPages(t, false)...)
	})
}

// allows reports whether an assessment allows everything that a topic is about.
func (c *Conversation) allows(a guidance.Assessment, t guidance.Topic) bool {
	for _, id := range t.Reliefs {
		if r, ok := c.Library.Relief().Find(id); ok && !a.Allows(r) {
			return false
		}
	}
	return true
}
