package wizard

import "errors"

// ErrBack is returned by a Prompter when the person asks for the question
// before this one.
var ErrBack = errors.New("back to the question before")

// ErrLeave is returned by a Prompter when the person leaves: Ctrl-C, the end
// of input, a closed terminal. It is never an answer, so nothing is ever
// concluded from it.
var ErrLeave = errors.New("left")

// A Question is what a Prompter needs to ask for one choice or for several.
// It holds words only; how they look and which keys answer is the
// Prompter's concern.
type Question struct {
	// ID names the question for a scripted Prompter and for messages.
	ID string
	// Place says where in the conversation this is, such as "3 of 9". It may
	// be empty.
	Place string
	// Text is the question itself, one sentence or two.
	Text string
	// Signs are short lines printed above the choices, such as the warning
	// signs that one "none of these" would clear. They may be empty.
	Signs []string
	// Why says why this is asked and explains its words. It is shown when the
	// person asks for it.
	Why string
	// Choices are the possible answers, in order. There is at least one.
	Choices []Choice
	// Default is the index of the choice that is highlighted first. On a
	// question that could clear a warning sign it is never the choice that
	// clears.
	Default int
	// Chosen are the indexes of the choices ticked at first when several may
	// hold, so that going back shows what was said.
	Chosen []int
	// Back is true when there is a question before this one to go back to.
	Back bool
}

// A Choice is one possible answer to a Question.
type Choice struct {
	// ID names the answer.
	ID string
	// Text is the answer in the person's words, short enough for one line of
	// a narrow terminal wherever it can be.
	Text string
	// Exclusive is true for an answer that excludes all others of a question
	// where several may hold, such as "none of these".
	Exclusive bool
}

// A Prompter asks a person. It returns ErrBack or ErrLeave, possibly wrapped,
// when there is no answer; it never answers in the person's stead.
type Prompter interface {
	// ChooseOne returns the index of the one choice that the person made.
	ChooseOne(Question) (int, error)
	// ChooseSeveral returns the indexes of the choices that hold, in
	// ascending order and at least one. An exclusive choice comes alone.
	ChooseSeveral(Question) ([]int, error)
}
