package terminal

import (
	"slices"

	"backcare/wizard"
	"backcare/wizard/textwidth"
)

// keyName is what is printed on the key for a press, or nothing where there
// is no such key.
func keyName(p wizard.Press) string {
	switch p {
	case wizard.PressPause:
		return phraseSpace
	case wizard.PressBegin:
		return phraseEnter
	case wizard.PressNext:
		return "n"
	case wizard.PressPrevious:
		return "p"
	case wizard.PressRepeat:
		return "r"
	case wizard.PressLonger:
		return "+"
	case wizard.PressShorter:
		return "-"
	case wizard.PressWorse:
		return "w"
	case wizard.PressFine:
		return "y"
	case wizard.PressHelp:
		return "?"
	case wizard.PressQuit:
		return "q"
	case wizard.PressLeave:
		return "Ctrl-C"
	}
	return ""
}

// A hintRow is one row of hints.
type hintRow struct {
	hints []wizard.KeyHint
	gap   int // columns between two hints
}

// Between two hints.
const (
	widestGap    = 3
	clearGap     = 2 // the least that tells two hints apart at a glance
	narrowestGap = 1
)

// fitHints lays hints out on at most so many rows. Where they do not fit, words
// give way to shorter ones and then hints to none, from the end; the help has
// all of them. What stops or answers something stays, at last as the mere key.
func fitHints(t tongue, hints []wizard.KeyHint, columns, rows int) []hintRow {
	hints = slices.DeleteFunc(slices.Clone(hints), func(h wizard.KeyHint) bool { return keyName(h.Press) == "" })
	fits := func() []hintRow { return layHints(t, hints, columns, rows, widestGap) }
	for at := len(hints) - 1; fits() == nil && at >= 0; at-- {
		if h := &hints[at]; h.Short != "" {
			h.Text = h.Short
		}
	}
	for at := len(hints) - 1; fits() == nil && at >= 0; at-- {
		if !staysHinted(hints[at].Press) {
			hints = slices.Delete(hints, at, at+1)
		}
	}
	for gap := widestGap; gap >= narrowestGap; gap-- {
		if lines := layHints(t, hints, columns, rows, gap); lines != nil && gap >= clearGap {
			return lines
		}
	}
	for at := len(hints) - 1; at >= 0; at-- {
		hints[at].Text = ""
		for gap := clearGap; gap >= narrowestGap; gap-- {
			if lines := layHints(t, hints, columns, rows, gap); lines != nil {
				return lines
			}
		}
	}
	return nil
}

// staysHinted reports whether a press must be found at once, however narrow
// the screen.
func staysHinted(p wizard.Press) bool {
	return p == wizard.PressFine || p == wizard.PressWorse || p == wizard.PressQuit || p == wizard.PressHelp
}

// hintWidth is how many columns a hint takes.
func hintWidth(t tongue, h wizard.KeyHint) int {
	width := textwidth.Columns(t.key(h.Press))
	if text := oneLine(h.Text); text != "" {
		width += 1 + textwidth.Columns(text)
	}
	return width
}

// layHints puts each hint on the first row that has room for it, or returns
// nil where that takes too many rows.
func layHints(t tongue, hints []wizard.KeyHint, columns, rows, gap int) []hintRow {
	lines := []hintRow{}
	var used []int
	for _, h := range hints {
		width := hintWidth(t, h)
		at := slices.IndexFunc(used, func(n int) bool { return n+gap+width <= columns })
		if at < 0 {
			at, lines, used = len(lines), append(lines, hintRow{gap: gap}), append(used, -gap)
		}
		lines[at].hints = append(lines[at].hints, h)
		used[at] += gap + width
		if len(lines) > rows || used[at] > columns {
			return nil
		}
	}
	return lines
}
