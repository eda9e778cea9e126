package handout

import (
	"unicode/utf8"

	"backcare/guidance"
)

// The sheet is printed on two sides, so it keeps to so much as fits on two pages
// of Letter, as roomOfPage is for the page of a clinician.
const roomOfSheet = 15000

// roomyLetters is up to where a sheet has room for larger type.
const roomyLetters = 13780

// fit moves what has no room out of the list at the end, those that need the most
// words first: whoever wants them finds them in backcare, which asks what forbids
// them. What to do now, what to mind and what would be an alarm always stay.
func (s *Sheet) fit(l *guidance.Library) {
	for s.letters(l) > roomOfSheet && len(s.More) > 0 {
		most := 0
		for i, step := range s.More {
			if step.letters() >= s.More[most].letters() {
				most = i
			}
		}
		s.Elsewhere = append(s.Elsewhere, s.More[most])
		s.More = append(s.More[:most:most], s.More[most+1:]...)
	}
}

// letters returns how much room a sheet takes, in letters of the smallest size.
func (s *Sheet) letters(library *guidance.Library) int {
	const list, step, heading = 2.4, 1.6, 250
	n := 0
	for _, l := range s.Lists {
		n += heading / 2
		for _, item := range l.Items {
			n += int(list * float64(utf8.RuneCountInString(item)+30))
		}
	}
	for _, p := range s.Parts {
		n += heading
		for _, x := range p.Steps {
			n += int(step * float64(max(x.letters(), 420)))
		}
	}
	for _, x := range s.More {
		n += x.letters() + 40
	}
	for _, r := range s.Remarks {
		n += int(list * float64(utf8.RuneCountInString(r)+50))
	}
	return n + utf8.RuneCountInString(s.afterMore(library))
}

// letters returns how many letters are said of a step.
func (s Step) letters() int {
	n := utf8.RuneCountInString(s.Title + s.Dose)
	for _, texts := range [][]string{s.How, s.Stop, s.TakeCare, s.LeaveOut} {
		for _, text := range texts {
			n += utf8.RuneCountInString(text) + 2
		}
	}
	return n
}
