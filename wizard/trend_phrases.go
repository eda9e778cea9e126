package wizard

// The phrases of the trend.
const (
	phraseOneEntry     = "1 entry, of %s: pain %d. One entry has no trend."
	phraseEntries      = "%d entries over %s."
	phraseFirstLast    = "It began at %d (%s) and was %d at last (%s)."
	phraseWorst        = "The worst was %d (%s)."
	phraseTooFew       = "Two entries are too few for a trend."
	phraseHigher       = "That is %d higher."
	phraseLower        = "That is %d lower."
	phraseNoDifference = "Between these two there is hardly a difference."

	phraseDay      = "day"
	phraseDays     = "days"
	phraseBout     = "bout"
	phraseBouts    = "bouts"
	phraseBoutOpen = "since %s"
	phraseBoutOver = "from %s to %s"
	phraseBoutDay  = "on %s"
	phraseLegend   = "[ ] a bout, > not over yet"

	phraseHelped     = "What was done, and the pain after it"
	phraseByItself   = "Pain also comes and goes by itself, so this does not show what caused the change. Less than 2 points is hardly noticed."
	phraseSaidWorse  = "What you said made it worse"
	phraseEffect     = "%s: %s, %s (%s)"
	phraseEffectFew  = "%s: %s, too few to say"
	phraseMean       = "on average about %g points %s"
	phraseMeanOne    = "on average about 1 point %s"
	phraseMeanNone   = "on average no change"
	phraseEachTime   = "each time %s"
	phraseRange      = "from %s to %s"
	phraseUnchanged  = "unchanged"
	phraseLowerWord  = "lower"
	phraseHigherWord = "higher"
	phraseOnce       = "once"
	phraseTwice      = "twice"
	phraseTimes      = "{n} times"
	phraseWorseOn    = "%s: %s, on %s"
	phraseWorseLast  = "%s: %s, last on %s"

	phraseTrendLimits = "This is what you wrote down, not a diagnosis. If the pain gets worse, does not heal or anything about it is new: backcare check."
)
