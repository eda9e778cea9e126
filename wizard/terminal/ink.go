package terminal

import (
	"strings"

	"github.com/fatih/color"
)

// An ink paints text for one stream. Every paint reads well on dark and on
// light backgrounds, and none carries a meaning that the words do not.
type ink struct {
	strong, focus, alarm, dim func(...any) string
	// cells paints the cells of pictures.
	cells map[style]func(...any) string
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
		cells: map[style]func(...any) string{
			faintly:  paint(color.Faint),
			inFelt:   paint(color.FgMagenta),
			inWarm:   paint(color.FgRed),
			inCold:   paint(color.FgCyan),
			inMotion: paint(color.FgGreen),
		},
	}
}

// row returns a row of a picture as a line, painted in as few pieces as
// possible.
func (in ink) row(cells []cell) string {
	for len(cells) > 0 && cells[len(cells)-1].text == " " {
		cells = cells[:len(cells)-1]
	}
	var line strings.Builder
	for len(cells) > 0 {
		var run strings.Builder
		as, n := cells[0].style, 0
		for n < len(cells) && (cells[n].style == as || cells[n].text == " ") {
			run.WriteString(cells[n].text)
			n++
		}
		if paint := in.cells[as]; paint != nil && strings.TrimSpace(run.String()) != "" {
			line.WriteString(paint(run.String()))
		} else {
			line.WriteString(run.String())
		}
		cells = cells[n:]
	}
	return line.String()
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
