package wizard

// The phrases of the explanation of a check.
const (
	phraseRulesApply   = "%d rules look at the answers. %d of them apply here."
	phraseRulesOne     = "%d rules look at the answers. 1 of them applies here."
	phraseRulesNone    = "%d rules look at the answers. None of them applies here."
	phraseRuleLine     = "%s You said: %s. (rule %s)"
	phraseSaid         = "%s: %s"
	phraseSaidJoin     = "; "
	phraseNotSureTitle = "What you were not sure about"
	phraseNotSureSigns = "Not sure is not a no. These count as signs that may be there:"
	phraseRuledOut     = "What your answers rule out"
	phraseRuledOutTier = "You said no to these. Any of them would have meant: %s."
	phraseNotAskedHead = "What was not asked"
	phraseNotAskedCall = "A call was needed before these came up, so nothing is known about them:"
	phraseNotAskedElse = "Your other answers left these out, so nothing is known about them:"

	phraseChangeTitle = "What would have changed this"
	phraseNoChange1   = "Nothing is weighed against these signs. Each of them alone is a reason to call."
	phraseNoChange2   = "If an answer was a slip, do the check again."
	phraseNoChange3   = "Nothing is weighed against a sign of the first page: it is a reason to call."
	phraseWays        = "It would have been \"%s\" in each of these cases:"
	phraseDownNever   = "No one or two other answers would have made it less urgent."
	phraseWaysLimit   = "What follows only shows how the rules work. It is no reason to answer otherwise. When something really is different, do the check again."
	phraseMoreWays    = "and %d more of this kind"

	phraseCase         = "If %s."
	phraseCaseAnd      = "%s, and if %s"
	phraseCaseAnswer   = "at \"%s\" you had said %s instead of %s"
	phraseCaseTicked   = "at \"%s\" you had also said %s"
	phraseCaseUnticked = "at \"%s\" you had not said %s"
	phraseCaseSign     = "you had said yes to %s"
	phraseCaseNoSign   = "you had said no to %s"
	phraseQuoted       = "\"%s\""
	phraseListed       = "%s, %s"
	phraseOr           = "%s or %s"
	phraseFromTo       = "%s to %s"

	phraseStepLine     = "%s. %s"
	phraseBecause      = " You said: %s."
	phraseLeftOutTitle = "What was left out, and why"
	phraseLeftOutLine  = "%s, because %s."
	phraseUntilLooked  = "Until somebody has looked, only what is safe for anybody is a step. Left out so far: %s."

	phraseWhySources = "Each rule and step has its sources: backcare sources, with the name of a rule."
)
