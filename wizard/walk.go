package wizard

import (
	"errors"
	"fmt"
	"slices"
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
	// latest is the last score, or nil, and scored is how much of what was
	// done was done before it.
	latest *int
	scored int
	// playing is true while steps are asked about to be played at once, so that
	// what is found out is said together.
	playing bool
	// more is true when further steps come after the one that is played.
	more bool
}

// unknownPain stands for a score that was never asked for.
const unknownPain = -1

// walk goes through the steps. It reports true when the warning signs have to
// be decided again.
func (c *Conversation) walk(out *Outcome, steps []guidance.Step) (again bool, err error) {
	w := c.newWalk(out, steps)
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
	return false, c.Display.Tell(Page{{Kind: Paragraph, Text: c.Library.Say(phrasePlanDone)}})
}

func (c *Conversation) newWalk(out *Outcome, steps []guidance.Step) *walk {
	w := &walk{Conversation: c, out: out, steps: steps, holding: c.Library.Precautions().Holding(out.Response),
		cleared: map[string]bool{}, pain: unknownPain, scored: len(out.done)}
	if w.latest = scoreOf(out.Response); w.latest != nil {
		w.pain = *w.latest
	}
	return w
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
	at := stop{Step: s, n: n, mayDo: v == mayDo}
	if at.mayDo {
		if begin, err := w.ready(); err != nil || !begin {
			return moveFinish, err
		}
		if err := w.read(w.Display.Tell, len(w.moves(at)), reliefPages(w.Library, w.Pace.held(s.Relief), w.place(n), s.Why, s.Cautions)...); err != nil {
			return moveFinish, err
		}
	}
	for {
		q := Question{ID: "step", Text: w.Library.Say(phraseAfterStep), Back: w.before(n) < n, Choices: w.moves(at)}
		if at.played {
			q.Default = 1 // after "once more"
		}
		choice, err := w.pick(q)
		if errors.Is(err, ErrBack) {
			return moveBack, nil
		}
		if err != nil {
			return moveFinish, err
		}
		move, done, err := w.act(choice, &at)
		if done || err != nil {
			return move, err
		}
	}
}

// A stop is a step at which a walk is.
type stop struct {
	guidance.Step
	n int
	// mayDo is true when it may be done, and played when it was.
	mayDo, played bool
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
	place := w.Library.Sayf(phrasePlace, position, total)
	if phase := w.steps[n].Phase; phase != "" {
		place = w.Library.PhaseName(phase) + ", " + place
	}
	return place
}

// moves are the choices at a stop. What is about doing the step is left out
// where it was not to be done.
func (w *walk) moves(at stop) []Choice {
	var choices []Choice
	if at.mayDo && w.Stage != nil && playable(at.Relief) {
		play := Choice{ID: "play", Text: w.Library.Say(phrasePlay)}
		if at.played {
			play.Text = w.Library.Say(phrasePlayAgain)
		}
		choices = append(choices, play)
	}
	next := w.Library.Say(phraseNext)
	switch n := at.n; {
	case n == len(w.steps)-1:
		next = w.Library.Say(phraseLastStep)
	case w.steps[n+1].Phase != w.steps[n].Phase && w.steps[n+1].Phase != "":
		next = w.Library.Sayf(phraseNextPhase, w.Library.PhaseName(w.steps[n+1].Phase))
	}
	choices = append(choices, Choice{ID: "next", Text: next})
	if w.before(at.n) < at.n {
		choices = append(choices, Choice{ID: "back", Text: w.Library.Say(phraseBackStep)})
	}
	choices = append(choices, Choice{ID: "now", Text: w.Library.Say(phraseHowNow)})
	if at.mayDo {
		easier := Choice{ID: "easier", Text: w.Library.Say(phraseHowSure)}
		if at.Relief.EasierFor(w.holding) != "" {
			easier.Text = w.Library.Say(phraseEasierWay)
		}
		choices = append(choices, Choice{ID: "worse", Text: w.Library.Say(phraseWorse)}, easier)
	}
	return append(choices, Choice{ID: "finish", Text: w.Library.Say(phraseFinish)})
}

// act does what was chosen, and reports whether the step is over.
func (w *walk) act(choice string, at *stop) (m move, done bool, err error) {
	w.more = at.n+1 < len(w.steps)
	switch choice {
	case "next":
		return moveNext, true, nil
	case "back":
		return moveBack, true, nil
	case "play":
		return w.playAt(at)
	case "now":
		stop, err := w.howNow(at.Relief)
		return moveRecheck, stop, err
	case "worse":
		m, instead, err := w.afterWorse(at.Step, nil)
		w.steps = slices.Insert(w.steps, at.n+1, instead...)
		return m, true, err
	case "easier":
		return moveNext, false, w.Display.Tell(easierPage(w.Library, at.Relief, w.holding))
	default:
		return moveFinish, true, nil
	}
}

// playAt plays the step of a stop.
func (w *walk) playAt(at *stop) (m move, done bool, err error) {
	step, err := w.onePart(at.Step)
	if err != nil {
		return moveNext, false, ignoreBack(err)
	}
	parts := w.parts(step)
	m, err = w.perform(parts, len(parts) > 1)
	if small, err := w.inWords(err); small || err != nil {
		return moveNext, false, err
	}
	at.played = true
	return m, m != moveNext || w.out.worse[at.Relief.ID], nil
}

// howNow asks for the pain after some reliefs, says what the change means, and
// reports whether it rose so much that the warning signs come first.
func (w *walk) howNow(after ...guidance.Relief) (stop bool, err error) {
	item, _ := w.Library.Questionnaire().Item("severity")
	id, err := w.pick(questionOf(item, []string{strconv.Itoa(w.pain)}))
	if err != nil {
		return false, ignoreBack(err)
	}
	now, err := strconv.Atoi(id)
	if err != nil {
		return false, fmt.Errorf("read the pain score: %w", err)
	}
	w.record(after, &now)
	before, change, text := w.pain, now-w.pain, w.Library.Say(phrasePainSame)
	if before == unknownPain {
		w.pain = now
		return false, w.Display.Tell(Page{{Kind: Paragraph, Text: w.Library.Say(phrasePainNoted)}})
	}
	if change >= riseThatStops {
		for _, r := range after {
			w.out.leaveOut(r.ID)
		}
		return true, w.recheck(w.Library.Sayf(phrasePainRose, change), id)
	}
	if change <= -riseThatStops {
		text = w.Library.Say(phrasePainBetter)
	}
	return false, w.Display.Tell(Page{{Kind: Paragraph, Text: fmt.Sprintf(text, before, now)}})
}

// record remembers for this conversation what was done since the last score,
// with what made it worse meanwhile, and the pain after it.
func (w *walk) record(done []guidance.Relief, now *int) {
	for _, r := range done {
		known := func(p Performed) bool { return p.Relief == r.ID }
		if !slices.ContainsFunc(w.out.done[w.scored:], known) {
			w.out.done = append(w.out.done, Performed{Relief: r.ID})
		}
	}
	for n := range w.out.done[w.scored:] {
		p := &w.out.done[w.scored+n]
		if p.Before, p.After, p.Together = nil, nil, n > 0; n == 0 {
			p.Before, p.After = w.latest, now
		}
	}
	w.scored, w.latest = len(w.out.done), now
}

// scoreOf returns the pain that the answers give, or nil.
func scoreOf(r guidance.Response) *int {
	score, err := strconv.Atoi(one(r, "severity"))
	if err != nil {
		return nil
	}
	return &score
}

// substitute returns what to do in place of a relief, if there is anything that
// neither a precaution nor experience forbids.
func (w *walk) substitute(r guidance.Relief) (guidance.Step, bool) {
	excluded := map[string]bool{}
	for _, other := range w.Library.Relief().All() {
		// What the same question is asked for is no safer.
		sameQuestion := r.Screening != "" && other.Screening == r.Screening
		excluded[other.ID] = w.out.worse[other.ID] || sameQuestion || !w.out.Assessment.Allows(other)
	}
	other, ok := w.Library.Relief().Substitute(r, one(w.out.Response, "area"), w.holding, excluded)
	if left := w.leftInsteadOf(w.out, []guidance.Relief{r}); !ok && len(left) > 0 {
		other, ok = left[0], true
	}
	return w.stepOf(w.out, other), ok
}

// instead says what to do in place of a relief.
func (w *walk) instead(r guidance.Relief) Page {
	s, ok := w.substitute(r)
	if !ok {
		return nil
	}
	return Page{{Kind: Paragraph, Text: w.Library.Say(phraseInstead) + s.Relief.Words.Title + "."}, {Kind: Steps, Items: s.Relief.Words.How}}
}

// recheck drops the answers to the warning signs, to how it has changed and to
// what eases it, so that they are asked again before anything else. A new score
// of pain is kept, if there is one.
func (w *walk) recheck(text, severity string) error {
	i := &interview{Conversation: w.Conversation, response: w.out.Response}
	for _, item := range w.Library.Questionnaire().Items() {
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
