package handout

// The phrases of the pages themselves. What is medical is in guidance.
const (
	phraseSheet     = "Your back: the plan for today"
	phraseOfCheck   = "From the check of %s"
	phraseWhy       = "Why"
	phraseSayThis   = "Say this"
	phraseUntilThen = "Until then"
	phraseNoWaiting = "Most important while you wait"
	phraseNotToDo   = "What not to do"
	phraseNone      = "None of the warning signs was there on that day."
	phraseFirstPage = "You said that one of the signs on the first page is true."
	phraseStop      = "Stop if"
	phraseTakeCare  = "For you"
	phraseLeaveOut  = "Leave it out if"
	phraseMore      = "Also in your plan"
	phraseLater     = "When these movements go well, there are more: %s."
	phraseHowMore   = "How all of them are done: backcare stretches, relief and sleep, each with --print."
	phraseNotes     = "Notes, and what the pharmacist says"
	phraseSources   = "Where this comes from"
	phraseIntended  = "What this is"
	phraseCall      = "Call %s"
	phraseTick      = "Done: %s"
	phraseTickOf    = "Done: %s, %d of %d"
)
