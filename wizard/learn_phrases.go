package wizard

// The phrases around the topics.
const (
	phraseWhichTopic  = "What would you like to read about?"
	phraseEnoughRead  = "That is enough"
	phraseOtherTopics = "Something else"

	phraseToDo         = "What to do"
	phraseKnown        = "What is known"
	phraseMayHaveRead  = "What you may have read"
	phrasePageSays     = "A web page says: %s"
	phraseGuidanceSays = "Guidance says: %s"
	phraseSoHere       = "So here: %s"
)
