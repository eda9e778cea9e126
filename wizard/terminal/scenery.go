package terminal

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"backcare/guidance/figure"
	"backcare/wizard"
	"backcare/wizard/textwidth"
)

// A scenery draws scenes on grids.
type scenery struct {
	tongue
	// unicode is whether the terminal can show more than ASCII.
	unicode bool
	grid    grid
	// canvas is where pictures are drawn before they come to the grid.
	canvas figure.Canvas
	// hinted are the hints that were laid out last.
	hinted struct {
		keys          []wizard.KeyHint
		columns, rows int
		lines         []hintRow
	}
	// read is the text that was laid out last, and how, for each width and
	// height.
	read struct {
		text wizard.Page
		laid map[[2]int][][]styledLine
	}
}

// draw draws a scene on a screen of a size. The grid is valid until the next
// scene is drawn.
func (s *scenery) draw(scene wizard.Scene, columns, rows int) *grid {
	s.grid.reset(columns, rows)
	if columns < fewestColumns || rows < fewestRows {
		s.lines(region{0, 0, columns, rows}, wrap(s.say(phraseWindowTooSmall), columns, "", ""), bare)
		return &s.grid
	}
	title := wrap(oneLine(scene.Title), columns-2, "", "")
	p := planScene(columns, rows, min(len(title), 2), strings.Contains(scene.Clock, ":"))
	if len(scene.Text) > 0 {
		p.makeReadable(len(wrap(oneLine(scene.Cue), p.cue.w, "", "")), scene.Detail != "")
	}
	s.top(&p, scene)
	s.middle(&p, scene)
	s.words(&p, scene)
	s.bottom(&p, scene)
	return &s.grid
}

// top draws the alert, the title with where it stands, and the bar.
func (s *scenery) top(p *scenePlan, scene wizard.Scene) {
	if s.alert(p, oneLine(scene.Alert)) {
		s.bar(p.bar, scene.Share)
		return
	}
	title := wrap(oneLine(scene.Title), p.title.w, "", "")
	if len(title) > p.title.h {
		title = append(title[:p.title.h-1], ellipsis(strings.Join(title[p.title.h-1:], " "), p.title.w))
	}
	s.lines(p.title, title, strongly)

	place, left := oneLine(scene.Place), oneLine(scene.Left)
	room := p.title.w - textwidth.Columns(title[0]) - 3
	if p.clock.y == p.title.y {
		room = 0
	}
	bar := p.bar
	switch both := strings.Join(notEmpty(place, left), "   "); {
	case textwidth.Columns(both) <= room:
		s.putRight(p.title, both, faintly)
	default:
		if textwidth.Columns(place) <= room {
			s.putRight(p.title, place, faintly)
		}
		if w := textwidth.Columns(left); w > 0 && w+12 <= bar.w && bar.h > 0 {
			s.putRight(bar, left, faintly)
			bar.w -= w + 2
		}
	}
	s.bar(bar, scene.Share)
}

// alert draws what has to be seen at once, and reports whether it needed the
// rows of the title: what to do now is not cut for the sake of a name.
func (s *scenery) alert(p *scenePlan, alert string) (overTitle bool) {
	if alert == "" {
		return false
	}
	alert = "!! " + alert
	first := wrap(alert, p.alert.w, "", "")[0]
	s.put(p.alert, first, loudly)
	rest := strings.TrimSpace(strings.TrimPrefix(alert, first))
	if rest == "" {
		return false
	}
	lines := wrap(rest, p.title.w, "", "")
	if last := p.title.h - 1; len(lines) > p.title.h {
		lines = append(lines[:last], ellipsis(strings.Join(lines[last:], " "), p.title.w))
	}
	s.lines(p.title, lines, loudly)
	return true
}

// bar draws how much is done.
func (s *scenery) bar(a region, share float64) {
	if a.h == 0 {
		return
	}
	done, open := "━", "─"
	if !s.unicode {
		done, open = "=", "-"
	}
	filled := int(max(0, min(share, 1))*float64(a.w) + .5)
	for x := range a.w {
		mark, paint := done, bare
		if x >= filled {
			mark, paint = open, faintly
		}
		// Not measured: some locales think these wide, terminals do not.
		s.cell(a.x+x, a.y, cell{mark, paint})
	}
}

// middle draws the picture, or the text where there is no room for both.
func (s *scenery) middle(p *scenePlan, scene wizard.Scene) {
	picture := p.picture
	if len(scene.Text) > 0 {
		picture = s.reading(p, scene)
	}
	if scene.Picture == nil || picture.h == 0 {
		return
	}
	if picture.w < pictureColumns || picture.h < pictureRows {
		for i, line := range wrap(s.say(phraseNoRoomForPicture), picture.w, "", "") {
			s.put(picture.below(i), line, faintly)
		}
		return
	}
	s.picture(picture, *scene.Picture)
}

// reading draws the text of a scene and returns what that leaves for the
// picture: all of it where the text has a place of its own, a part where the
// text is short, and otherwise that other place or nothing.
func (s *scenery) reading(p *scenePlan, scene wizard.Scene) region {
	const enough = 7 // rows of a picture that is worth keeping
	own := s.pages(scene.Text, p.text)
	if p.bare {
		s.text(p.text, own, scene.TextShare)
		return region{}
	}
	all := p.picture
	if p.text.x == all.x && p.text.h > 0 {
		all.h = p.text.y + p.text.h - all.y
	}
	pages := s.pages(scene.Text, all)
	beside := p.text.x != all.x && p.text.w >= pictureColumns && p.text.h >= pictureRows
	// Rather turn a page than lose the picture, and rather have a smaller
	// picture than turn a page.
	if scene.Picture != nil && (len(own) == 1 || len(own) == 2 && (len(pages) > 1 || !beside)) {
		s.text(p.text, own, scene.TextShare)
		return p.picture
	}
	if scene.Picture != nil && len(pages) == 1 && all.h-len(pages[0])-1 >= enough {
		s.text(all.below(all.h-len(pages[0])), pages, 0)
		return all.top(all.h - len(pages[0]) - 1)
	}
	s.text(all, pages, scene.TextShare)
	if beside {
		return p.text // they change places
	}
	return region{}
}

// pages lays text out for a region, once for as long as it stays the same.
func (s *scenery) pages(text wizard.Page, a region) [][]styledLine {
	if s.read.laid == nil || !reflect.DeepEqual(s.read.text, text) {
		s.read.text, s.read.laid = text, map[[2]int][][]styledLine{}
	}
	size := [2]int{a.w, a.h}
	pages, known := s.read.laid[size]
	if !known {
		pages = pagesOf(s.tongue, text, a)
		s.read.laid[size] = pages
	}
	return pages
}

// picture draws a body.
func (s *scenery) picture(a region, pose figure.Pose) {
	s.canvas.Draw(pose, a.w, a.h)
	at := s.canvas.BrailleCell
	if !s.unicode {
		lines := s.canvas.ASCII()
		at = func(x, y int) string { return lines[y][x : x+1] }
	}
	for y := range s.canvas.Height {
		for x := range s.canvas.Width {
			if text := at(x, y); text != " " && text != blankBraille {
				s.cell(a.x+x, a.y+y, cell{text, inkStyle(s.canvas.Cell(x, y))})
			}
		}
	}
}

// words draws what to do now, for how long, and how often.
func (s *scenery) words(p *scenePlan, scene wizard.Scene) {
	cue := wrap(oneLine(scene.Cue), p.cue.w, "", "")
	if scene.Cue == "" {
		cue = nil
	}
	if len(cue) > p.cue.h && p.cue.h > 0 {
		cue = append(cue[:p.cue.h-1], ellipsis(strings.Join(cue[p.cue.h-1:], " "), p.cue.w))
	}
	s.lines(p.cue, cue, strongly)

	detail := p.detail
	if used := s.clock(p, oneLine(scene.Clock)); detail.h == 0 && p.clock.y != p.title.y {
		detail = p.clock
		if used > 0 {
			detail.x, detail.w = detail.x+used+3, detail.w-used-3
		}
		if colon := strings.Contains(scene.Clock, ":"); (colon || detail.w < 12) && len(cue) < p.cue.h {
			detail = p.cue.below(len(cue))
		}
	}
	if text := oneLine(scene.Detail); text != "" && detail.w >= 12 {
		s.lines(detail, wrap(text, detail.w, "", ""), bare)
	}
}

// clock draws the time left, and returns how many columns it takes up.
func (s *scenery) clock(p *scenePlan, clock string) int {
	if clock == "" {
		return 0
	}
	face := &hashes
	if s.unicode {
		face = &blocks
	}
	lines := face.large(clock, p.gap)
	if !p.large || lines == nil || len([]rune(lines[0])) > p.clock.w {
		if p.clock.y == p.title.y {
			s.putRight(p.clock, clock, strongly)
		} else {
			s.put(p.clock, clock, strongly)
		}
		return max(2, len(clock))
	}
	for y, line := range lines {
		x := 0
		for _, r := range line {
			if r != ' ' {
				s.cell(p.clock.x+x, p.clock.y+y, cell{string(r), strongly})
			}
			x++
		}
	}
	if strings.Contains(clock, ":") {
		return largeWidth(max(3, len(clock)-1), true, p.gap)
	}
	return largeWidth(max(2, len(clock)), false, p.gap)
}

// text draws the page whose turn it is.
func (s *scenery) text(a region, pages [][]styledLine, share float64) {
	if len(pages) == 0 {
		return
	}
	at := min(int(max(0, share)*float64(len(pages))), len(pages)-1)
	for i, line := range pages[at] {
		s.put(a.below(i), line.text, line.style)
	}
	if len(pages) > 1 && a.h >= numberedRows {
		s.putRight(a.below(a.h-1), fmt.Sprintf("%d/%d", at+1, len(pages)), faintly)
	}
}

// bottom draws what comes next, and the keys.
func (s *scenery) bottom(p *scenePlan, scene wizard.Scene) {
	if next := oneLine(scene.Next); next != "" {
		s.put(p.next, ellipsis(next, p.next.w), faintly)
	}
	for y, row := range s.hints(scene.Keys, p.keys.w, p.keys.h) {
		at := p.keys.below(y)
		for _, h := range row.hints {
			name := s.key(h.Press)
			s.put(at, name, strongly)
			text := at
			text.x, text.w = at.x+len(name)+1, at.w-len(name)-1
			s.put(text, oneLine(h.Text), bare)
			used := hintWidth(s.tongue, h) + row.gap
			at.x, at.w = at.x+used, at.w-used
		}
	}
}

// hints lays the hints out. That takes many tries, and they stay the same while
// the picture moves, so it is not done for every frame.
func (s *scenery) hints(keys []wizard.KeyHint, columns, rows int) []hintRow {
	if h := &s.hinted; h.columns != columns || h.rows != rows || !slices.Equal(h.keys, keys) {
		h.keys, h.columns, h.rows = slices.Clone(keys), columns, rows
		h.lines = fitHints(s.tongue, keys, columns, rows)
	}
	return s.hinted.lines
}

// put writes one line at the top of an region, if it has any rows.
func (s *scenery) put(a region, text string, st style) {
	if a.h > 0 {
		s.grid.put(a.x, a.y, a.w, clean(text), st)
	}
}

// putRight writes one line that ends at the right edge of a region.
func (s *scenery) putRight(a region, text string, st style) {
	shift := max(0, a.w-textwidth.Columns(text))
	a.x, a.w = a.x+shift, a.w-shift
	s.put(a, text, st)
}

// lines writes lines, as many as there is room for.
func (s *scenery) lines(a region, lines []string, st style) {
	for i, line := range lines {
		s.put(a.below(i), line, st)
	}
}

// cell sets one cell, if it is on the screen.
func (s *scenery) cell(x, y int, c cell) {
	if x >= 0 && x < s.grid.columns && y >= 0 && y < s.grid.rows {
		s.grid.row(y)[x] = c
	}
}

// ellipsis cuts text that is wider than there is room for.
func ellipsis(text string, columns int) string {
	return textwidth.Cut(text, columns, "...")
}

// notEmpty leaves out what is empty.
func notEmpty(texts ...string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}
