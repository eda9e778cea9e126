package wizard

import (
	"reflect"
	"slices"
	"strconv"

	"backcare/guidance"
)

// mostLines is how many lines tell the ways to another result. What is beyond
// is counted; a script gets all.
const mostLines = 14

// A likeness is some changes that are told together: other answers to one
// question, or signs of one list.
type likeness struct {
	// under is the id of the item, or of the screen that lists the signs.
	under string
	// option is "yes" or "no" for signs, and "" else.
	option  string
	without bool
	changes []guidance.Change
}

func (l likeness) like(other likeness) bool {
	return l.under == other.under && l.option == other.option && l.without == other.without
}

// changeLines tells the ways to another result, those that are alike in one
// line.
func (w WhyTeller) changeLines(r guidance.Response, c guidance.Counterfactual) []string {
	var rows [][]likeness
	for _, set := range c.Sets {
		row := make([]likeness, len(set))
		for i, change := range set {
			row[i] = w.likeness(change)
		}
		rows = append(rows, row)
	}
	// The last change of a set is joined first: only rows that are alike in
	// all else may be told in one.
	for n := len(c.Sets[0]) - 1; n >= 0; n-- {
		rows = together(rows, n)
	}
	var lines []string
	for i, row := range rows {
		if i == mostLines && len(rows) > mostLines+1 {
			lines = append(lines, w.Library.Sayf(phraseMoreWays, len(rows)-i))
			break
		}
		text := w.likenessText(r, row[0])
		for _, l := range row[1:] {
			text = w.Library.Sayf(phraseCaseAnd, text, w.likenessText(r, l))
		}
		lines = append(lines, w.Library.Sayf(phraseCase, text))
	}
	return lines
}

// likeness returns a change as the first of its kind.
func (w WhyTeller) likeness(c guidance.Change) likeness {
	l := likeness{under: c.Item, without: c.Without, changes: []guidance.Change{c}}
	if item, _ := w.Library.Questionnaire().Item(c.Item); item.Kind == guidance.Sign {
		l.option = c.Option
		if item.Screen != "" && c.Option != noOption { // which is told sign by sign
			l.under = item.Screen
		}
	}
	return l
}

// together puts rows together that differ in their part n only, and there are
// alike.
func together(rows [][]likeness, n int) [][]likeness {
	var joined [][]likeness
	for _, row := range rows {
		i := slices.IndexFunc(joined, func(other []likeness) bool {
			for m := range row {
				if m == n && !row[m].like(other[m]) || m != n && !reflect.DeepEqual(row[m], other[m]) {
					return false
				}
			}
			return true
		})
		if i < 0 {
			joined = append(joined, slices.Clone(row))
			continue
		}
		joined[i][n].changes = append(slices.Clip(joined[i][n].changes), row[n].changes...)
	}
	return joined
}

// likenessText tells changes that are alike, as what would have to be so.
func (w WhyTeller) likenessText(r guidance.Response, l likeness) string {
	q := w.Library.Questionnaire()
	under, _ := q.Item(l.under)
	var texts []string
	for _, c := range l.changes {
		item, _ := q.Item(c.Item)
		if item.Kind == guidance.Sign {
			texts = append(texts, item.Label)
		} else {
			texts = append(texts, optionTexts(item, []string{c.Option}))
		}
	}
	if n := len(l.changes); under.Kind == guidance.Scale && consecutive(l.changes) {
		texts = []string{w.Library.Sayf(phraseFromTo, l.changes[0].Option, l.changes[n-1].Option)}
	}
	all := w.anyOf(texts)
	switch {
	case l.option == noOption:
		return w.Library.Sayf(phraseCaseNoSign, all)
	case l.option != "":
		return w.Library.Sayf(phraseCaseSign, all)
	case l.without:
		return w.Library.Sayf(phraseCaseUnticked, under.Text, all)
	case under.Kind == guidance.Several:
		return w.Library.Sayf(phraseCaseTicked, under.Text, all)
	}
	return w.Library.Sayf(phraseCaseAnswer, under.Text, all, w.anyOf([]string{optionTexts(under, r.Options(l.under))}))
}

// anyOf lists texts, each in quotes, of which one is enough.
func (w WhyTeller) anyOf(texts []string) string {
	all := w.Library.Sayf(phraseQuoted, texts[0])
	for i, text := range texts[1:] {
		format := phraseListed
		if i == len(texts)-2 {
			format = phraseOr
		}
		all = w.Library.Sayf(format, all, w.Library.Sayf(phraseQuoted, text))
	}
	return all
}

// consecutive reports whether changes of a scale are at least two scores, one
// after the other.
func consecutive(changes []guidance.Change) bool {
	for i, c := range changes {
		score, err := strconv.Atoi(c.Option)
		first, _ := strconv.Atoi(changes[0].Option)
		if err != nil || score != first+i {
			return false
		}
	}
	return len(changes) > 1
}

// noOption is the option by which a warning sign is absent.
const noOption = "no"
