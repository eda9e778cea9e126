package terminal

import (
	"slices"

	"github.com/mattn/go-runewidth"

	"backcare/wizard"
)

// hintGap stands between two hints.
const hintGap = "   "

// keyName is what is printed on the key for a press, or nothing where there
// is no such key.
func keyName(p wizard.Press) string {
	switch p {
	case wizard.PressPause:
		return "Space"
	case wizard.PressBegin:
		return "Enter"
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

// fitHints lays hints out on at most so many rows. What does not fit is left
// out from the end, but never how to end this and how to learn more.
func fitHints(hints []wizard.KeyHint, columns, rows int) [][]wizard.KeyHint {
	hints = slices.DeleteFunc(slices.Clone(hints), func(h wizard.KeyHint) bool { return keyName(h.Press) == "" })
	for {
		lines := layHints(hints, columns)
		if len(lines) <= rows {
			return lines
		}
		last := len(hints) - 1
		for last >= 0 && (hints[last].Press == wizard.PressQuit || hints[last].Press == wizard.PressHelp) {
			last--
		}
		if last < 0 {
			return lines[:rows]
		}
		hints = slices.Delete(hints, last, last+1)
	}
}

// layHints puts each hint on the first row that has room for it.
func layHints(hints []wizard.KeyHint, columns int) [][]wizard.KeyHint {
	var lines [][]wizard.KeyHint
	var used []int
	for _, h := range hints {
		width := len(keyName(h.Press)) + 1 + runewidth.StringWidth(oneLine(h.Text))
		at := slices.IndexFunc(used, func(n int) bool { return n+len(hintGap)+width <= columns })
		if at < 0 {
			at, lines, used = len(lines), append(lines, nil), append(used, -len(hintGap))
		}
		lines[at] = append(lines[at], h)
		used[at] += len(hintGap) + width
	}
	return lines
}
