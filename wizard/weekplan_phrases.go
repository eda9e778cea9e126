package wizard

// The phrases of the week plan.
const (
	phraseWeekTitle     = "Your days from %s"
	phraseWeekTimes     = "When"
	phraseWeekDays      = "Day by day"
	phraseWeekDay       = "Day"
	phraseWeekWalk      = "Walks of"
	phraseWeekMovements = "Movements"
	phraseWeekMinutes   = "%d minutes"
	phraseWeekMinute    = "1 minute"
	phraseWeekSet       = "set %d"
	phraseWeekNoSet     = "none yet"
	phraseWeekAt        = "%s: %s"
	phraseWeekOn        = "%s, %s: %s"
	phraseWeekSetTitle  = "Movements, set %d"
	phraseWeekOnce      = "%s (once a day)"
	phraseWeekGoOn      = "How to go on"
	phraseWeekForYou    = "For you"
	phraseWeekLeaveOut  = "Leave it out if"
	phraseWeekEach      = "%s: %s"
	phraseWeekBack      = "Look back"
	phraseWeekAnd       = " and "
	phraseWalkAlone     = "Walk"
)
