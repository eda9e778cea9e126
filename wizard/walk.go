package wizard

import (
	"errors"
	"fmt"
	"strconv"

	"backcare/guidance"
)

// riseThatStops is the rise of pain, in points of the 0 to 10 scale, from
// which a walk stops: the smallest change that matters to people is about two
// points (Suzuki 2020).
const riseThatStops = 2

// worseThatStops is how many steps may make things worse before the warning
// signs are asked again.
const worseThatStops = 2

// A walk goes through the steps of a plan, one at a time.
type walk struct {
	*Conversation
	out   *Outcome
	steps []guidance.Step
	// holding are the precautions of this person.
	holding map[string]bool
	// worse is how many steps made things worse in this walk.
	worse int
	// cleared are the ids of the screening items that found nothing.
	cleared map[string]bool
	// pain is the score at the start, or unknownPain.
	pain int
}

// unknownPain stands for a score that was never asked for.
const unknownPain = -1

// walk goes through the steps. It reports true when the warning signs have to
// be decided again.
func (c *Conversation) walk(out *Outcome, steps []guidance.Step) (again bool, err error) {
	w := &walk{Conversation: c, out: out, steps: steps, holding: c.Library.Precautions().Holding(out.Response),
		cleared: map[string]bool{}}
	w.pain = unknownPain
	if score, err := strconv.Atoi(one(out.Response, "severity")); err == nil {
		w.pain = score
	}
	for n := 0; n < len(w.steps); {
		move := moveNext
		if !out.worse[w.steps[n].Relief.ID] {
			if move, err = w.step(n); err != nil {
				return false, err
			}
		}
		switch move {
		case moveFinish:
			return false, nil
		case moveRecheck:
			return true, nil
		case moveBack:
			n = w.before(n)
		default:
			n++
		}
	}
	return false, c.Display.Tell(Page{{Kind: Paragraph, Text: phrasePlanDone}})
}

// before returns the number of the step before step n that did not make things
// worse, or n where there is none.
func (w *walk) before(n int) int {
	for m := n - 1; m >= 0; m-- {
		if !w.out.worse[w.steps[m].Relief.ID] {
			return m
		}
	}
	return n
}

// A move is where a walk goes after a step.
type move int

const (
	moveNext move = iota
	moveBack
	moveFinish
	moveRecheck
)

// step shows step n and asks how to go on.
func (w *walk) step(n int) (move, error) {
	s := w.steps[n]
	v, err := w.screen(s.Relief)
	if err != nil || v == askAgain {
		return moveRecheck, err
	}
	choices := w.moves(n, v == mayDo)
	if v == mayDo {
		if err := w.read(w.Display.Tell, len(choices), reliefPages(s.Relief, w.place(n), s.Why, s.Cautions)...); err != nil {
			return moveFinish, err
		}
	}
	for {
		choice, err := w.pick(Question{ID: "step", Text: phraseAfterStep, Back: w.before(n) < n, Choices: choices})
		if errors.Is(err, ErrBack) {
			return moveBack, nil
		}
		if err != nil {
			return moveFinish, err
		}
		move, done, err := w.act(choice, s)
		if done || err != nil {
			return move, err
		}
	}
}

// place says where step n stands in its phase, such as "Today, 2 of 6".
func (w *walk) place(n int) string {
	position, total := 0, 0
	for i, s := range w.steps {
		if s.Phase != w.steps[n].Phase {
			continue
		}
		total++
		if i <= n {
			position++
		}
	}
	place := strconv.Itoa(position) + " of " + strconv.Itoa(total)
	if phase := w.steps[n].Phase; phase != "" {
		place = w.Library.PhaseName(phase) + ", " + place
	}
	return place
}

// moves are the choices after step n. What is about doing the step is left out
// where it was not to be done.
func (w *walk) moves(n int, done bool) []Choice {
	next := phraseNext
	switch {
	case n == len(w.steps)-1:
		next = phraseLastStep
	case w.steps[n+1].Phase != w.steps[n].Phase && w.steps[n+1].Phase != "":
		next = fmt.Sprintf(phraseNextPhase, w.Library.PhaseName(w.steps[n+1].Phase))
	}
	choices := []Choice{{ID: "next", Text: next}}
	if w.before(n) < n {
		choices = append(choices, Choice{ID: "back", Text: phraseBackStep})
	}
	choices = append(choices, Choice{ID: "now", Text: phraseHowNow})
	if done {
		choices = append(choices, Choice{ID: "worse", Text: phraseWorse}, Choice{ID: "easier", Text: phraseEasierWay})
	}
	return append(choices, Choice{ID: "finish", Text: phraseFinish})
}

// act does what was chosen, and reports whether the step is over.
func (w *walk) act(choice string, s guidance.Step) (m move, done bool, err error) {
	switch choice {
	case "next":
		return moveNext, true, nil
	case "back":
		return moveBack, true, nil
	case "now":
		stop, err := w.howNow(s.Relief)
		return moveRecheck, stop, err
	case "worse":
		stop, err := w.makesWorse(s.Relief)
		if stop {
			return moveRecheck, true, err
		}
		return moveNext, true, err
	case "easier":
		return moveNext, false, w.Display.Tell(easierPage(s.Relief))
	default:
		return moveFinish, true, nil
	}
}

// howNow asks for the pain, says what the change means, and reports whether
// it rose so much that the warning signs come first.
func (w *walk) howNow(r guidance.Relief) (stop bool, err error) {
	item, _ := w.Library.Questionnaire().Item("severity")
	id, err := w.pick(questionOf(item, []string{strconv.Itoa(w.pain)}))
	if err != nil {
		return false, ignoreBack(err)
	}
	now, err := strconv.Atoi(id)
	if err != nil {
		return false, fmt.Errorf("read the pain score: %w", err)
	}
	before, change, text := w.pain, now-w.pain, phrasePainSame
	if before == unknownPain {
		w.pain = now
		return false, w.Display.Tell(Page{{Kind: Paragraph, Text: phrasePainNoted}})
	}
	if change >= riseThatStops {
		w.out.leaveOut(r.ID)
		return true, w.recheck(fmt.Sprintf(phrasePainRose, change), id)
	}
	if change <= -riseThatStops {
		text = phrasePainBetter
	}
	return false, w.Display.Tell(Page{{Kind: Paragraph, Text: fmt.Sprintf(text, before, now)}})
}

// makesWorse leaves a relief out from now on, says what to do instead, and
// reports whether so much made things worse that the warning signs come
// first.
func (w *walk) makesWorse(r guidance.Relief) (stop bool, err error) {
	w.worse++
	w.out.leaveOut(r.ID)
	if w.worse >= worseThatStops {
		return true, w.recheck(phraseWorseTwice, "")
	}
	page := Page{{Kind: Paragraph, Text: phraseWorseAdvice}}
	return false, w.Display.Tell(append(page, w.instead(r)...))
}

// instead says what to do in place of a relief, if there is anything that
// neither a precaution nor experience forbids.
func (w *walk) instead(r guidance.Relief) Page {
	excluded := map[string]bool{}
	for _, other := range w.Library.Relief().All {
		// What the same question is asked for is no safer.
		sameQuestion := r.Screening != "" && other.Screening == r.Screening
		excluded[other.ID] = w.out.worse[other.ID] || sameQuestion || !w.out.Assessment.Allows(other)
	}
	other, ok := w.Library.Relief().Substitute(r, one(w.out.Response, "area"), w.holding, excluded)
	if !ok {
		return nil
	}
	return Page{{Kind: Paragraph, Text: phraseInstead + other.Words.Title + "."}, {Kind: Steps, Items: other.Words.How}}
}

// recheck drops the answers to the warning signs, to how it has changed and to
// what eases it, so that they are asked again before anything else. A new score
// of pain is kept, if there is one.
func (w *walk) recheck(text, severity string) error {
	i := &interview{Conversation: w.Conversation, response: w.out.Response}
	for _, item := range w.Library.Questionnaire().Items {
		if item.Kind == guidance.Screen {
			i.forget(item.ID)
		}
	}
	for _, id := range []string{"course", "eases"} {
		i.response = i.response.Without(id)
	}
	if severity != "" {
		response, err := i.response.With("severity", severity)
		if err != nil {
			return fmt.Errorf("take the pain score: %w", err)
		}
		i.response = response
	}
	w.out.Response = i.response
	return w.Display.Tell(Page{{Kind: Alarm, Text: text}})
}

func ignoreBack(err error) error {
	if errors.Is(err, ErrBack) {
		return nil
	}
	return err
}
