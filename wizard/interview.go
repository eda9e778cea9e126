package wizard

import (
	"errors"
	"fmt"
	"slices"

	"backcare/guidance"
)

// An interview asks items until all that is asked in its scope is answered,
// or an answer decides an emergency.
type interview struct {
	*Conversation
	response guidance.Response
	// scope are the ids of the items to ask. Nil means all.
	scope map[string]bool
	// asked are the ids of the items answered in this interview, in order, to
	// go back through.
	asked []string
	// after is the number of questions that follow the items, such as the
	// review, for the place in the whole.
	after int
}

// run asks until nothing is left. It returns ErrLeave when the person leaves.
func (i *interview) run() error {
	for {
		item, more := i.next()
		if !more {
			return nil
		}
		if err := i.resolve(item); err != nil {
			return err
		}
		if err := i.ask(item); err != nil {
			return err
		}
	}
}

// next returns the first item of the scope that needs an answer.
func (i *interview) next() (guidance.Item, bool) {
	for _, id := range i.Library.Triage().Unanswered(i.response) {
		if i.scope == nil || i.scope[id] {
			return i.Library.Questionnaire().Item(id)
		}
	}
	return guidance.Item{}, false
}

// resolve prepares to ask again about a screen that its signs contradict.
func (i *interview) resolve(item guidance.Item) error {
	if !slices.Contains(i.response.Contradicted(), item.ID) {
		return nil
	}
	i.forget(item.ID)
	return i.Display.Tell(Page{{Kind: Paragraph, Text: i.Library.Say(phraseContradicted)}})
}

// forget drops the answers to a screen and to its signs.
func (i *interview) forget(screen string) {
	i.response = i.response.Without(screen)
	for _, item := range i.Library.Questionnaire().Items() {
		if item.Screen == screen {
			i.response = i.response.Without(item.ID)
		}
	}
}

// ask asks one item, and goes back through earlier ones where the person
// wants to.
func (i *interview) ask(item guidance.Item) error {
	options, err := i.answer(item, len(i.asked) > 0)
	for errors.Is(err, ErrBack) && len(i.asked) > 0 {
		item, i.asked = i.last(), i.asked[:len(i.asked)-1]
		options, err = i.answer(item, len(i.asked) > 0)
	}
	if err != nil {
		return err
	}
	i.asked = append(i.asked, item.ID)
	return i.take(item, options)
}

// change asks an item again, if there is one. Going back from it keeps what
// was said.
func (i *interview) change(id string) error {
	item, ok := i.Library.Questionnaire().Item(id)
	if !ok {
		return nil
	}
	options, err := i.answer(item, true)
	if err != nil {
		return ignoreBack(err)
	}
	return i.take(item, options)
}

// take notes the answer to an item. A screen that is answered anew opens its
// signs anew.
func (i *interview) take(item guidance.Item, options []string) error {
	if item.Kind == guidance.Screen {
		i.forget(item.ID)
	}
	response, err := i.response.With(item.ID, options...)
	if err != nil {
		return fmt.Errorf("take the answer: %w", err)
	}
	i.response = response
	return nil
}

func (i *interview) last() guidance.Item {
	item, _ := i.Library.Questionnaire().Item(i.asked[len(i.asked)-1])
	return item
}

// answer asks for the options of an item.
func (i *interview) answer(item guidance.Item, back bool) ([]string, error) {
	q := i.question(item)
	q.Back = back
	if item.Multiple() {
		chosen, err := i.Prompter.ChooseSeveral(q)
		ids := make([]string, len(chosen))
		for k, c := range chosen {
			ids[k] = q.Choices[c].ID
		}
		return ids, err
	}
	chosen, err := i.Prompter.ChooseOne(q)
	if err != nil {
		return nil, err
	}
	return []string{q.Choices[chosen].ID}, nil
}

// question puts an item into the words of the Prompter.
func (i *interview) question(item guidance.Item) Question {
	given := i.response.Given(item.ID)
	if item.ID == "area" && len(given) == 0 && i.Area != "" {
		given = []string{i.Area}
	}
	q := questionOf(item, given)
	q.Place = i.place(item.ID)
	for _, sign := range i.response.Listed(item.ID) {
		q.Signs = append(q.Signs, sign.Label)
	}
	return q
}

// questionOf puts an item into a Question, with an earlier answer marked. On
// warning signs the first choice, which never clears, is marked instead.
func questionOf(item guidance.Item, given []string) Question {
	q := Question{ID: item.ID, Text: item.Text, Why: item.Help}
	for n, o := range item.Options {
		q.Choices = append(q.Choices, Choice{ID: o.ID, Text: o.Text, Exclusive: o.Exclusive})
		if !slices.Contains(given, o.ID) {
			continue
		}
		if item.Multiple() {
			q.Chosen = append(q.Chosen, n)
		} else if item.Kind != guidance.Screen && item.Kind != guidance.Sign {
			q.Default = n
		}
	}
	return q
}

// place says where an item stands among those that this interview asks, such as
// "Question 3 of 17", or nothing where it is the only one. What was answered
// before it began is not counted, so that no number is left out. The whole can
// grow when an answer opens further questions.
func (i *interview) place(id string) string {
	position, total := 0, i.after
	for _, item := range i.response.Asked() {
		if i.scope != nil && !i.scope[item.ID] {
			continue
		}
		if item.ID != id && len(i.response.Given(item.ID)) > 0 && !slices.Contains(i.asked, item.ID) {
			continue
		}
		total++
		if item.ID == id {
			position = total - i.after
		}
	}
	if total == 1 {
		return ""
	}
	return i.Library.Sayf(phraseQuestionPlace, position, total)
}
