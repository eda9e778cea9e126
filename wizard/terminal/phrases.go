package terminal

// The phrases of the terminal itself.
const (
	phraseEmergency = "EMERGENCY: %s"
	phraseUrgent    = "URGENT: %s"
	phrasePicture   = "Picture: %s"

	phraseMore          = "More: press Enter"
	phraseQuestionNext  = "A question: press Enter"
	phraseChoicesNext   = "To answer: press Enter"
	phraseQuestionAgain = "The question again: press Enter"
	phrasePressEnter    = "Press Enter" // where there is no room for more

	phraseBack          = "(back)"
	phraseNothingTicked = "Nothing is ticked. Press Space on a line."
	phraseStraySeveral  = "Letters and numbers do nothing here. Space ticks a line."
	phraseStrayScale    = "Type a number from %s to %s, then press Enter."
	phraseStray         = "Letters and numbers do nothing here. Use the arrows, then Enter."
	phraseClash         = "%q cannot go together with another answer."

	phraseMoreChoices      = "%d choices: the arrows show the rest."
	phraseSpaceTicks       = "Space ticks a line"
	phraseSpaceTicksShort  = "Space ticks"
	phraseEnterGoesOn      = "Enter goes on"
	phraseEnterDone        = "Enter done"
	phraseTypeOrArrows     = "Type %s to %s or use arrows"
	phraseTypeShort        = "Type %s to %s"
	phraseArrowsMove       = "Arrows move"
	phraseArrowsShort      = "Arrows"
	phraseEnterChooses     = "Enter chooses"
	phraseBackKey          = "b goes back"
	phraseBackKeyShort     = "b back"
	phraseWhyKey           = "? says why"
	phraseWhyKeyShort      = "? why"
	phraseSpace            = "Space"
	phraseEnter            = "Enter"
	phraseWindowTooSmall   = "Please make the window larger."
	phraseNoRoomForPicture = "(no room for the picture)"
	phraseFromTo           = "%s to %s"

	phraseLineTooLong   = "The line is too long."
	phraseChosenBefore  = "Before, you chose: %s"
	phraseAnswerMark    = "Answer:" // stands before what is typed; heard, a sign would be a riddle
	phraseSuggested     = "Suggested: %s, %s."
	phraseSuggestedOne  = "Suggested: %s."
	phraseChosen        = "You chose: %s"
	phraseTypeSeveral   = "Type the numbers, with spaces between"
	phraseZeroForNone   = "; 0 for none"
	phraseTypeOne       = "Type %s"
	phraseTypeNumber    = "Type a number from %s to %s"
	phraseBackLine      = "b for back"
	phraseWhyLine       = "question mark for why"
	phraseNoWhy         = "There is nothing more to say about this question."
	phraseNothingTyped  = "Nothing was typed."
	phraseOneNumber     = "One number, please."
	phraseNoneOfNumbers = "%q is not one of the numbers."
	phraseNotAnswered   = "question %q is not answered by %q: %s"

	phraseMeansNothing = "%q means nothing here."
	phraseTypeHelp     = "Type question mark for help, or q to quit."
	phraseKeys         = "Keys: %s. Press Enter after each."
	phraseQuestionMark = "question mark"
	phrasePlus         = "plus"
	phraseMinus        = "minus"

	phraseNoSpeech = "there is no program here that can speak, such as %s; everything is still shown in words"
	phraseEither   = "%s or %s"
)
