package terminal

import (
	"fmt"
	"strings"

	"backcare/wizard"
	"backcare/wizard/textwidth"
)

// A list is a question's choices and what is said about keys, laid out so
// that no line is wider than the terminal: lines are counted to know what to
// erase.
type list struct {
	notice, hint []string
	options      []string // may hold line breaks
	page         int      // how many options to show at once
	rows         int      // what all of it takes, with the row of the cursor
	shown        int      // the same for what is shown at once
}

// fewest is how many rows of choices stay visible even where that pushes the
// beginning of the question off a small screen.
const fewest = 3

// layOut fits the list into what the screen has left below the question.
func layOut(t tongue, r *round, g *guard, columns, height int) list {
	// One column less, because terminals disagree on what a full line does.
	room := textWidth(columns) - 1
	l := list{hint: hint(t, r, g, room)}
	if r.notice != "" {
		l.notice = wrap(r.notice, room, "", "")
	}
	// A second line stands further in, or it would look like a choice.
	indent, hanging := "  ", "  "
	if r.several {
		indent, hanging = "      ", ""
	}
	var heights []int
	for _, c := range r.q.Choices {
		lines := wrap(oneLine(c.Text), room-len(indent), "", "")
		if len(lines) > 1 {
			lines = wrap(oneLine(c.Text), room-len(indent), "", hanging)
		}
		l.options = append(l.options, strings.Join(lines, "\n"+indent))
		heights = append(heights, len(lines))
	}

	// The last row is where the cursor waits.
	below := height - len(l.notice) - len(l.hint) - 1
	l.rows = len(l.notice) + len(l.hint) + tallest(heights, len(heights)) + 1
	l.page = pageSize(heights, max(below-r.above, min(below, fewest)))
	if l.page < len(heights) {
		more := t.sayf(phraseMoreChoices, len(heights))
		l.hint = append(l.hint, wrap(more, room, "", "")...)
		l.page = pageSize(heights, max(below-r.above, min(below, fewest))-1)
	}
	l.shown = len(l.notice) + len(l.hint) + tallest(heights, l.page) + 1
	return l
}

// pageSize says how many choices fit into so many rows wherever the page
// begins, and at least one.
func pageSize(heights []int, rows int) int {
	for size := len(heights); size > 1; size-- {
		if tallest(heights, size) <= rows {
			return size
		}
	}
	return 1
}

// first is the first choice of the page that shows the choice at, which is in
// its middle where that is possible.
func (l *list) first(at int) int {
	return max(0, min(at-l.page/2, len(l.options)-l.page))
}

// tallest is the most rows that so many choices in a row take.
func tallest(heights []int, size int) int {
	most := 0
	for i := 0; i+size <= len(heights); i++ {
		sum := 0
		for _, h := range heights[i : i+size] {
			sum += h
		}
		most = max(most, sum)
	}
	return most
}

// hint says which keys work, in the longest words that fit on one line.
func hint(t tongue, r *round, g *guard, room int) []string {
	long, short := keyWords(t, r)
	if g.back {
		long, short = append(long, t.say(phraseBackKey)), append(short, t.say(phraseBackKeyShort))
	}
	if g.why {
		long, short = append(long, t.say(phraseWhyKey)), append(short, t.say(phraseWhyKeyShort))
	}
	if words := strings.Join(long, ", "); textwidth.Columns(words) <= room {
		return []string{words}
	}
	return wrap(strings.Join(short, ", "), room, "", "")
}

// keyWords names the keys that answer, at length and in short.
func keyWords(t tongue, r *round) (long, short []string) {
	switch {
	case r.several:
		return []string{t.say(phraseSpaceTicks), t.say(phraseEnterGoesOn)}, []string{t.say(phraseSpaceTicksShort), t.say(phraseEnterDone)}
	case isScale(r.q):
		least, most := r.q.Choices[0].ID, r.q.Choices[len(r.q.Choices)-1].ID
		return []string{t.sayf(phraseTypeOrArrows, least, most), t.say(phraseEnterChooses)},
			[]string{t.sayf(phraseTypeShort, least, most), t.say(phraseEnter)}
	case len(r.q.Choices) == 1:
		return []string{t.say(phraseEnterGoesOn)}, []string{t.say(phraseEnterGoesOn)}
	default:
		return []string{t.say(phraseArrowsMove), t.say(phraseEnterChooses)}, []string{t.say(phraseArrowsShort), t.say(phraseEnterChooses)}
	}
}

// labels are the numbers that plain lines give the choices, and that answer.
// On a scale a choice is called what it is; the one choice that excludes all
// others is 0.
func labels(q wizard.Question, several bool) []string {
	all := make([]string, len(q.Choices))
	none := -1
	if several {
		none = soleExclusive(q)
	}
	n := 0
	for i, c := range q.Choices {
		switch {
		case i == none:
			all[i] = "0"
		case !several && isScale(q):
			all[i] = c.ID
		default:
			n++
			all[i] = fmt.Sprint(n)
		}
	}
	return all
}

// soleExclusive is the index of the only exclusive choice, or -1.
func soleExclusive(q wizard.Question) int {
	found := -1
	for i, c := range q.Choices {
		if !c.Exclusive {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
