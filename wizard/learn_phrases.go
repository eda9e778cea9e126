package wizard

// The phrases around the topics.
const (
	phraseWhichTopic  = "What would you like to read about?"
	phraseWhichFound  = "Several topics fit. Which one?"
	phraseEnoughRead  = "That is enough"
	phraseOtherTopics = "Something else"
	phraseAllTopics   = "Other topics"
	phraseGoLearn     = "Read: why, how long, what helps"

	phraseToDo         = "What to do"
	phraseKnown        = "What is known"
	phraseMayHaveRead  = "What you may have read"
	phrasePageSays     = "A web page says: %s"
	phraseGuidanceSays = "Guidance says: %s"
	phraseSoHere       = "So here: %s"

	phraseEvidenceFor = "%s: %s"

	phraseAfterTopic  = "What now?"
	phraseReadRelated = "Read: %s"
	phraseDoIt        = "Do one of these now"

	phraseToDoIt      = "To do it"
	phraseReadOnWith  = "Read on"
	phraseCommandDoes = "%s: %s"
	phraseUnsureCheck = "Not sure that it is only a spasm? %s"
	phraseUnsureCall  = "Not sure that it is only a spasm? %s. In danger now? Call %s."
	phraseFoundLead   = "These topics fit, the best first. Each opens by its name, as in 'backcare learn %s'."
	phraseTopicIs     = "%s: %s"
	phraseCompared    = "Last compared with its sources on %s; no clinician has reviewed it yet. With --cites each line names its sources."
	phraseCited       = "The ids in brackets are facts and sources: 'backcare sources ID' shows each."

	phraseSignCall   = "If one of these is true for you, and new, call %s now:"
	phraseSignSeen   = "If one of these is true for you, be seen today:"
	phraseSignUnsure = "If you are not sure, do not wait: do the check (backcare check), or ask for help."
)

// The commands that a topic leads to.
const (
	commandRelief    = "backcare relief "
	commandStretches = "backcare stretches "
	commandSleep     = "backcare sleep"
	commandCheck     = "backcare check"
	commandLearn     = "backcare learn "
)
