package terminal

import "github.com/fatih/color"

// An ink paints text for one stream. Every paint reads well on dark and on
// light backgrounds, and none carries a meaning that the words do not.
type ink struct {
	strong, focus, alarm, dim func(...any) string
}

// newInk returns an ink that paints, or one that leaves text alone. It
// decides for every color of its own, since the two output streams may differ.
func newInk(on bool) ink {
	paint := func(attributes ...color.Attribute) func(...any) string {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return ink{
		strong: paint(color.Bold),
		focus:  paint(color.FgCyan, color.Bold),
		alarm:  paint(color.FgRed, color.Bold),
		dim:    paint(color.Faint),
	}
}

// marks are the few glyphs of a drawn question.
type marks struct {
	focus, ticked, unticked string
}

// marksFor returns marks that the locale can show.
func marksFor(unicode bool) marks {
	m := marks{focus: ">", ticked: "[x]", unticked: "[ ]"}
	if unicode {
		m.focus = "›"
	}
	return m
}
