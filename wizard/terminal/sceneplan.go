package terminal

// A region is a part of the screen.
type region struct{ x, y, w, h int }

// below returns the part of a region that is so many rows further down.
func (a region) below(rows int) region {
	rows = min(rows, a.h)
	return region{a.x, a.y + rows, a.w, a.h - rows}
}

// top returns the uppermost rows of a region.
func (a region) top(rows int) region { return region{a.x, a.y, a.w, max(0, min(rows, a.h))} }

// A scenePlan says where the parts of a scene stand. It depends on the size
// of the screen, on how many rows the title takes and on what the clock counts,
// and on nothing that changes while a relief is played, so that only what moves
// moves. A part
// with no rows is not shown.
type scenePlan struct {
	alert, title, bar, picture, cue, clock, text, next, keys region
	// detail is where the repetition stands. With no rows, it shares the
	// rows of the clock or of the cue.
	detail region
	// large is whether the clock is large, with so many columns between
	// digits.
	large bool
	gap   int
	// bare is whether there is no room for a picture. Text to read then takes
	// what the cue leaves.
	bare bool
}

// Sizes that change the plan.
const (
	fewestColumns, fewestRows = 20, 6

	wideColumns, wideRows = 76, 13 // picture and words side by side
	clockRows             = 16     // the clock is large
	airyRows              = 20     // empty rows between the parts
	tightRows             = 10     // below this, only what matters most

	pictureColumns, pictureRows = 20, 6 // the smallest picture
)

// planScene plans a screen of a size for a title of so many rows, and a clock
// that counts minutes or only seconds.
func planScene(columns, rows, titleRows int, minutes bool) scenePlan {
	inside := region{0, 0, columns, rows}
	if columns >= 30 {
		inside.x, inside.w = 1, columns-2
	}
	switch {
	case rows < tightRows:
		return planTight(inside)
	case columns >= wideColumns && rows >= wideRows:
		return planWide(inside)
	default:
		return planStacked(inside, titleRows, minutes)
	}
}

// planTight keeps what matters: the clock is on the row of the title, and
// all other rows are for the cue.
func planTight(in region) scenePlan {
	p := scenePlan{bare: true}
	p.alert, p.title = in.top(1), in.below(1).top(1)
	p.keys = in.below(in.h - 1)
	p.clockToTitle()
	rest := in.below(2).top(in.h - 3)
	if rest.h >= 5 {
		p.detail, p.picture = rest.below(rest.h-2).top(1), rest.below(rest.h-1)
		rest.h -= 2
	}
	p.cue = rest
	return p
}

// clockToTitle puts the clock at the end of the title.
func (p *scenePlan) clockToTitle() {
	const clock = 5 // "12:30"
	if p.clock.y == p.title.y && p.clock.h > 0 {
		return
	}
	p.clock = region{p.title.x + p.title.w - clock, p.title.y, clock, 1}
	p.title.w -= clock + 1
	p.large = false
}

// makeReadable gives text to read what the cue leaves, where there is no room
// for a picture, and makes the most of the rows elsewhere.
func (p *scenePlan) makeReadable(cueRows int, detail bool) {
	if p.bare {
		p.clockToTitle()
		p.cue.h = min(p.cue.h, cueRows)
		below := p.cue.y + p.cue.h
		end := p.keys.y
		if p.next.h > 0 {
			end = p.next.y
		}
		p.text = region{p.cue.x, below, p.cue.w, end - below}
		p.detail.h, p.picture.h = 0, 0
	}
	if !detail && p.text.x == p.detail.x && p.text.y > p.detail.y && p.detail.h > 0 {
		p.text.h += p.text.y - p.detail.y // nothing stands there
		p.text.y = p.detail.y
	}
}

// planWide puts the picture on the left and the words on the right.
func planWide(in region) scenePlan {
	// Wider than this, the eye has too far to go.
	const widestScene, gutter, narrowestWords = 140, 3, 30
	if in.w > widestScene {
		in.x, in.w = in.x+(in.w-widestScene)/2, widestScene
	}
	p, rest := planEdges(in, 1, 1)
	p.large = in.h >= clockRows

	picture := min(44, in.w-gutter-narrowestWords)
	if in.w >= 100 {
		picture = min(80, in.w*58/100)
	}
	p.picture = region{rest.x, rest.y, picture, rest.h}
	words := region{rest.x + picture + gutter, rest.y, rest.w - picture - gutter, rest.h}
	p.gap = digitGap(words.w)
	if words.h >= 24 {
		words = words.below(2)
	}
	p.cue, words = words.top(2), words.below(2)
	if words.h >= 12 {
		p.cue.h, words = 3, words.below(1)
	}
	p.clock = words.top(1)
	if p.large {
		p.clock = words.top(digitRows)
	}
	words = words.below(p.clock.h)
	if words.h >= 5 {
		words = words.below(1)
	}
	p.detail, words = words.top(2), words.below(2)
	if words.h >= 5 {
		p.text = words.below(1)
	}
	return p
}

// planStacked puts everything below each other, but the words beside the clock
// where that is narrow.
func planStacked(in region, titleRows int, minutes bool) scenePlan {
	keys := 1
	if in.h >= 18 {
		keys = 2
	}
	p, rest := planEdges(in, titleRows, keys)
	p.large = in.h >= clockRows && in.w >= largeWidth(4, true, 1)
	p.gap = digitGap(in.w)

	clock := 1
	if p.large {
		clock = digitRows
	}
	cue := 2
	if in.w < 30 {
		cue = 3
	}
	beside := largeWidth(2, false, p.gap) + 3
	if p.large && !minutes && in.w-beside >= 18 {
		cue = 0
	}
	picture := max(0, rest.h-cue-clock)
	if !p.large && (picture < pictureRows || in.w < pictureColumns) {
		return planBare(p, rest, max(2, cue))
	}
	p.cue, p.clock = rest.below(picture).top(cue), rest.below(picture+cue)
	if cue == 0 {
		words := region{in.x + beside, p.clock.y, in.w - beside, p.clock.h}
		p.cue, p.detail = words.top(2), words.below(3)
	}
	p.picture = rest.top(picture)
	if picture >= airyRows/2 {
		p.picture.h-- // the words stand clear of the picture
	}
	// A picture needs no more rows than this; what is left is for text.
	if enough := max(12, in.w/2); p.picture.h >= enough+6 {
		p.text = p.picture.below(enough + 1)
		p.picture.h = enough
	}
	return p
}

// planBare has the clock as large as it gets where there is no room for a
// picture: it is what is read from the floor.
func planBare(p scenePlan, rest region, cue int) scenePlan {
	p.bare = true
	if rest.h == cue+digitRows-1 {
		rest.h, p.next.h = rest.h+p.next.h, 0
	}
	p.cue, p.clock = rest.top(cue), rest.below(cue)
	if p.large = p.clock.h >= digitRows; p.large {
		p.clock, p.picture = p.clock.top(digitRows), p.clock.below(digitRows)
	}
	return p
}

// planEdges plans what is at the top and at the bottom, and returns what is
// in between.
func planEdges(in region, titleRows, keys int) (scenePlan, region) {
	var p scenePlan
	p.alert, in = in.top(1), in.below(1)
	p.title, in = in.top(titleRows), in.below(titleRows)
	all := in.h + 1 + titleRows
	if all >= 12 {
		p.bar, in = in.top(1), in.below(1)
		p.next = region{in.x, in.y + in.h - keys - 1, in.w, 1}
	}
	p.keys = in.below(in.h - keys)
	in.h -= keys + p.next.h
	if all >= airyRows && in.w >= wideColumns-2 {
		// An empty row below the bar, and one on either side of what
		// comes next.
		p.next.y--
		in = in.below(1)
		in.h -= 2
	}
	return p, in
}

// digitGap is how many columns to leave between large digits.
func digitGap(columns int) int {
	if largeWidth(4, true, 2) <= columns {
		return 2
	}
	return 1
}
