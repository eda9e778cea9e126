package handout

// The phrases of the pages themselves. What is medical is in guidance.
const (
	phraseSheet     = "Your back: the plan for today"
	phraseOfCheck   = "From the check of %s"
	phraseWhy       = "Why"
	phraseSayThis   = "Say this"
	phraseUntilThen = "Until then"
	phraseNoWaiting = "Wait no longer if"
	phraseNotToDo   = "What not to do"
	phraseNone      = "None of the warning signs was there on that day."
	phraseFirstPage = "You said that one of the signs on the first page is true."
	phraseAlso      = "Also"
	phraseStop      = "Stop if"
	phraseTakeCare  = "For you"
	phraseLeaveOut  = "Leave it out if"
	phraseNotes     = "Notes, and what the pharmacist says"
	phraseSources   = "Where this comes from"
	phraseIntended  = "What this is"
	phraseDone      = "done"
)

// dateForm is how a day is written on a page.
const dateForm = "Monday 2 January 2006"
