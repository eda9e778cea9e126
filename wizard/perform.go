package wizard

import (
	"errors"
	"strings"

	"backcare/guidance"
)

// playable reports whether a relief can be played by the clock.
func playable(r guidance.Relief) bool {
	return r.Kind == guidance.Exercise || r.Kind == guidance.Position || r.Guide != "" || len(r.Parts) > 0
}

// play plays some steps after asking what has to be known before each, and
// asks how the pain is afterwards. The error is ErrTooSmall where there is no
// room.
func (c *Conversation) play(out *Outcome, steps []guidance.Step) (aftermath, error) {
	w := c.newWalk(out, nil)
	w.playing = true
	var cleared []guidance.Step
	for _, s := range steps {
		s, err := w.onePart(s)
		if err != nil {
			return overAndDone, ignoreBack(err)
		}
		v, err := w.screen(s.Relief)
		if err != nil || v == askAgain {
			return signsAgain, err
		}
		if v == mayDo {
			cleared = append(cleared, w.parts(s)...)
		}
	}
	if len(cleared) == 0 {
		return nothingSafe, nil
	}
	w.playing = false
	if err := w.sayPending(choicesToBegin); err != nil {
		return overAndDone, err
	}
	m, err := w.perform(cleared, true)
	if m == moveRecheck {
		return signsAgain, err
	}
	return overAndDone, err
}

// onePart returns the part that the person chooses where only one of the parts
// of a step may be done, and else the step.
func (w *walk) onePart(s guidance.Step) (guidance.Step, error) {
	if !s.Relief.OnlyOnePart(w.holding) {
		return s, nil
	}
	q := Question{ID: "one-part", Text: s.Relief.Words.OnePart}
	for _, id := range s.Relief.Parts {
		r, _ := w.Library.Relief().Find(id)
		q.Choices = append(q.Choices, Choice{ID: id, Text: r.Words.Title})
	}
	id, err := w.pick(q)
	r, _ := w.Library.Relief().Find(id)
	part := w.stepOf(w.out, r)
	part.Phase, part.Cites = s.Phase, s.Cites
	return part, err
}

// parts returns the steps that a step consists of: mostly itself.
func (w *walk) parts(s guidance.Step) []guidance.Step {
	if len(s.Relief.Parts) == 0 {
		return []guidance.Step{s}
	}
	var parts []guidance.Step
	for _, r := range w.Library.Relief().PartsOf(s.Relief) {
		part := w.stepOf(w.out, r)
		part.Phase, part.Cites = s.Phase, s.Cites
		parts = append(parts, part)
	}
	return parts
}

// perform plays steps until the last is done, with what takes their place
// where one makes things worse. Then it asks for the pain.
func (w *walk) perform(steps []guidance.Step, reading bool) (move, error) {
	var done []guidance.Relief
	for len(steps) > 0 {
		if begin, err := w.ready(); err != nil || !begin {
			return moveFinish, err
		}
		p := newPlayer(w.Library, w.Stage, steps, reading, w.Pace)
		end, err := p.play()
		done = append(done, p.reliefsDone()...)
		if err != nil {
			return moveFinish, err
		}
		switch end {
		case leftPlayer:
			return moveFinish, errors.Join(ErrLeave, w.Display.Tell(p.offSkinPage()))
		case madeWorse:
			m, rest, err := w.afterWorse(steps[p.current], steps[p.current+1:])
			if err != nil || m != moveNext {
				return m, err
			}
			steps, reading = rest, true
		default:
			if err := w.tellEnding(end, p); err != nil {
				return moveFinish, err
			}
			steps = nil
		}
	}
	return w.afterwards(done)
}

// reliefsDone returns what was done, at least in part.
func (p *player) reliefsDone() []guidance.Relief {
	var done []guidance.Relief
	for n, s := range p.steps {
		if p.done[n] {
			done = append(done, s.Relief)
		}
	}
	return done
}

// afterwards asks how the pain is once something was done.
func (w *walk) afterwards(done []guidance.Relief) (move, error) {
	if len(done) == 0 {
		return moveNext, nil
	}
	stop, err := w.howNow(done...)
	if stop {
		return moveRecheck, err
	}
	return moveNext, err
}

// tellEnding says on the page of the conversation how the playing ended,
// because the stage is gone.
func (w *walk) tellEnding(end ending, p *player) error {
	s := p.steps[p.current]
	switch end {
	case skinHurt:
		w.out.leaveOut(s.Relief.ID)
		hurt := w.Library.Say(phraseSkinHurt)
		switch {
		case p.interval().Kind == Waiting: // it was what came before
			s = p.steps[p.current-1]
			w.out.leaveOut(s.Relief.ID)
			hurt = w.Library.Say(phraseSkinStays)
		case !p.done[p.current]:
			hurt = w.Library.Say(phraseIfOn) + " " + w.Library.Say(phraseLeaveToday)
		}
		return w.Display.Tell(append(Page{{Kind: Alarm, Text: hurt}}, list(w.Library.Say(phraseStop), Bullets, s.Relief.Words.Stop)...))
	case nobodyAnswered:
		return w.Display.Tell(Page{{Kind: Alarm, Text: w.Library.Say(phraseNobody)}})
	case quit:
		return w.Display.Tell(append(p.offSkinPage(), Block{Kind: Paragraph, Text: w.Library.Say(phraseStoppedHere)}))
	}
	page := p.offSkinPage()
	var titles []string
	for n, s := range p.steps {
		if p.finished[n] {
			titles = append(titles, s.Relief.Words.Title)
		}
	}
	if len(titles) > 0 {
		page = append(page, Block{Kind: Paragraph, Text: w.Library.Sayf(phraseAllDone, strings.Join(titles, ", "))})
	}
	if len(page) == 0 {
		return nil
	}
	return w.Display.Tell(page)
}

// offSkinPage says once more that something comes off the skin, where that was
// the last thing to do.
func (p *player) offSkinPage() Page {
	if p.offSkin == "" {
		return nil
	}
	return Page{{Kind: Alarm, Text: p.offSkin}}
}

// afterWorse leaves out what makes it worse, and asks what to do instead. It
// returns the steps to go on with after moveNext.
func (w *walk) afterWorse(s guidance.Step, rest []guidance.Step) (move, []guidance.Step, error) {
	w.worse++
	w.out.leaveOut(s.Relief.ID)
	w.out.done = append(w.out.done, Performed{Relief: s.Relief.ID, Before: w.latest, Worse: true})
	if w.worse >= worseThatStops {
		return moveRecheck, nil, w.recheck(w.Library.Say(phraseWorseTwice), "")
	}
	if err := w.Display.Tell(Page{{Kind: Paragraph, Text: w.Library.Say(phraseWorseAdvice)}}); err != nil {
		return moveFinish, nil, err
	}
	rest = w.notWorse(rest)
	instead, found := w.substitute(s.Relief)
	instead.Phase = s.Phase
	easier := s.Relief.EasierFor(w.holding) != ""
	for {
		choice, err := w.pick(Question{ID: "worse", Text: w.Library.Say(phraseWorseThen), Choices: worseChoices(w.Library, easier, found, instead.Relief, len(rest) > 0 || w.more)})
		if err != nil {
			return moveFinish, nil, ignoreBack(err)
		}
		switch choice {
		case "easier":
			easier = false
			if err := w.Display.Tell(easierPage(w.Library, s.Relief, w.holding)); err != nil {
				return moveFinish, nil, err
			}
		case "instead":
			v, err := w.screen(instead.Relief)
			switch {
			case err != nil || v == askAgain:
				return moveRecheck, nil, err
			case v == mayDo:
				return moveNext, append(w.parts(instead), rest...), nil
			}
			found = false
		case "next":
			return moveNext, rest, nil
		case "sign":
			return moveRecheck, nil, w.recheck(w.Library.Say(phraseNewSignAsk), "")
		default:
			return moveFinish, nil, nil
		}
	}
}

// worseChoices are what can be done after something made it worse. What would
// end it all is not the first.
func worseChoices(l *guidance.Library, easier, found bool, instead guidance.Relief, more bool) []Choice {
	var choices []Choice
	if easier {
		choices = append(choices, Choice{ID: "easier", Text: l.Say(phraseTryEasier)})
	}
	if found {
		choices = append(choices, Choice{ID: "instead", Text: l.Sayf(phraseTryInstead, instead.Words.Title)})
	}
	if more {
		choices = append(choices, Choice{ID: "next", Text: l.Say(phraseGoOnNext)})
	}
	return append(choices, Choice{ID: "sign", Text: l.Say(phraseNewSign)}, Choice{ID: "finish", Text: l.Say(phraseFinish)})
}

// notWorse returns the steps that did not make it worse.
func (w *walk) notWorse(steps []guidance.Step) []guidance.Step {
	var kept []guidance.Step
	for _, s := range steps {
		if !w.out.worse[s.Relief.ID] {
			kept = append(kept, s)
		}
	}
	return kept
}

// inWords says that there is no room for the stage, and reports whether err
// says so.
func (c *Conversation) inWords(err error) (bool, error) {
	if !errors.Is(err, ErrTooSmall) {
		return false, err
	}
	return true, c.Display.Tell(Page{{Kind: Paragraph, Text: c.Library.Say(phraseTooSmall)}})
}
