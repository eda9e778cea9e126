package terminal

import "backcare/guidance/figure"

// blankBraille is a braille pattern without dots. A space looks the same and
// is a third as long.
const blankBraille = "\u2800"

// drawn returns the lines of a picture that a terminal can show.
func drawn(c *figure.Canvas, unicode bool) []string {
	if unicode {
		return c.Braille()
	}
	return c.ASCII()
}

// inkStyle is how an ink is painted. The patterns of the drawing tell the same
// without colour.
func inkStyle(i figure.Ink) style {
	switch i {
	case figure.Prop, figure.Cushion:
		return faintly
	case figure.Felt:
		return inFelt
	case figure.Warm:
		return inWarm
	case figure.Cold:
		return inCold
	case figure.Motion:
		return inMotion
	default:
		return bare
	}
}
