package handout

// The phrases of a calendar with details.
const (
	phraseCalendarLeaveOut = "Leave it out if:"
	phraseCalendarStop     = "Stop if:"
)
