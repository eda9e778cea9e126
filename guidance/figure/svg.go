package figure

import (
	"cmp"
	"fmt"
	"html"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Paper says how a picture is put on a page.
type Paper struct {
	// ID tells the picture from others on the same page; without it, that is
	// the id of the figure.
	ID string
	// Title is what the picture is called, and Width how wide it is in pixels.
	Title string
	Width int
	// Words describe what is pictured, for those who have it read to them.
	Words string
}

// SVG writes a picture for paper and pages: black on white, with a title and
// a description for those who have it read to them. Marks are told by their
// hatch.
func SVG(w io.Writer, p Pose, on Paper) error {
	b := p.figure.frame
	if p.mirrored {
		b.x0, b.x1 = -b.x1, -b.x0
	}
	const margin = 2
	b = box{b.x0 - margin, b.y0 - margin, b.x1 + margin, b.y1 + margin}
	wide, high := b.x1-b.x0, b.y1-b.y0
	s := sketch{left: b.x0, top: b.y1}
	name := html.EscapeString(cmp.Or(on.ID, p.figure.ID))
	fmt.Fprintf(&s, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" width="%d" height="%.0f" role="img" aria-labelledby="%s-t %s-d">`+"\n",
		wide, high, on.Width, float64(on.Width)*high/wide, name, name)
	fmt.Fprintf(&s, "<title id=\"%s-t\">%s</title>\n<desc id=\"%s-d\">%s</desc>\n", name, html.EscapeString(on.Title), name, html.EscapeString(on.Words))
	shapes := p.shapes()
	s.patterns(name, shapes)
	fmt.Fprintf(&s, "<rect width=\"%s\" height=\"%s\" fill=\"#fff\"/>\n", number(wide), number(high))
	if p.figure.magnifier != nil {
		fmt.Fprintf(&s, "<g id=\"%s-whole\">\n", name)
	}
	for _, shape := range shapes {
		if shape.endless {
			shape.parts = within(shape.parts, b)
		}
		s.shape(name, &shape)
	}
	if m := p.figure.magnifier; m != nil {
		s.WriteString("</g>\n")
		s.magnify(name, *m, p.mirrored)
	}
	s.WriteString("</svg>\n")
	_, err := io.WriteString(w, s.String())
	return err
}

// The colours of a picture on paper. They are told apart by hatch as well, and
// dark enough to be printed in grey.
const (
	bodyColour   = "#000"
	feltColour   = "#fc6"
	warmColour   = "#c22"
	coldColour   = "#06a"
	motionColour = "#163"
)

// patterns defines the hatches that the shapes need.
func (s *sketch) patterns(name string, shapes []shape) {
	hatches := []struct {
		needed func(shape) bool
		text   string
	}{
		{func(h shape) bool { return len(h.marks) > 0 },
			`-felt" width="2" height="2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.1" height="2" fill="` + feltColour + `"/>`},
		{func(h shape) bool { return h.pattern == striped },
			`-warm" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="2" height="2" fill="#fff"/><rect width="1" height="2" fill="` + warmColour + `"/>`},
		{func(h shape) bool { return h.pattern == dotted },
			`-cold" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="2" height="2" fill="#fff"/><circle cx="1" cy="1" r=".6" fill="` + coldColour + `"/>`},
		{func(h shape) bool { return h.pattern == combed },
			`-hair" width="1.6" height="9" patternUnits="userSpaceOnUse"><rect width=".5" height="9" fill="#fff"/>`},
	}
	var defs strings.Builder
	for _, h := range hatches {
		if slices.ContainsFunc(shapes, h.needed) {
			fmt.Fprintf(&defs, `<pattern id="%s%s</pattern>`, name, h.text)
		}
	}
	if defs.Len() > 0 {
		fmt.Fprintf(s, "<defs>%s</defs>\n", defs.String())
	}
}

// magnify repeats the picture, larger, within a ring.
func (s *sketch) magnify(name string, m magnifier, mirrored bool) {
	rings := m.rings()
	if mirrored {
		m.Of[0], m.At[0] = -m.Of[0], -m.At[0]
		flip(rings.parts)
	}
	x, y, r := number(m.At[0]-s.left), number(s.top-m.At[1]), number(m.R)
	ofX, ofY := m.Of[0]-s.left, s.top-m.Of[1]
	fmt.Fprintf(s, `<clipPath id="%s-lens"><circle cx="%s" cy="%s" r="%s"/></clipPath>`+"\n", name, x, y, r)
	fmt.Fprintf(s, `<g clip-path="url(#%[1]s-lens)"><circle cx="%[2]s" cy="%[3]s" r="%[4]s" fill="#fff"/><use href="#%[1]s-whole" transform="translate(%[5]s %[6]s) scale(%[7]s)"/></g>`+"\n",
		name, x, y, r, number(m.At[0]-s.left-m.Times*ofX), number(s.top-m.At[1]-m.Times*ofY), number(m.Times))
	s.shape(name, &rings)
}

// within ends at the edges of the picture what has no end.
func within(parts []capsule, b box) []capsule {
	for i := range parts {
		c := &parts[i]
		c.x0, c.x1 = max(b.x0+c.r0, min(b.x1-c.r0, c.x0)), max(b.x0+c.r1, min(b.x1-c.r1, c.x1))
	}
	return parts
}

type sketch struct {
	strings.Builder
	left, top float64
	// x and y are where the outline has come to, in tenths.
	x, y int
	// marked is how many shapes have had their marks painted.
	marked int
}

// paperGap is how wide nearer parts are set off on paper.
const paperGap = .8

func (s *sketch) shape(name string, sh *shape) {
	s.gap(sh.parts)
	switch sh.pattern {
	case solid, thin:
		s.path(colourOf(sh.ink), sh.parts, 0)
	case blank:
		s.path("#fff", sh.parts, 0)
	case hollow:
		s.path(bodyColour, sh.parts, 0)
		s.path("#fff", sh.parts, -.7)
	case groove:
		s.path("#fff", sh.parts, 0)
	case combed:
		s.path("url(#"+name+"-hair)", sh.parts, 0)
	default:
		fill := map[pattern]string{striped: "warm", dotted: "cold"}[sh.pattern]
		s.path(colourOf(sh.ink), sh.parts, 0)
		s.path("url(#"+name+"-"+fill+")", sh.parts, -.6)
	}
	if len(sh.marks) > 0 {
		s.marks(name, sh)
	}
}

// marks paints what is felt on a shape, and only there.
func (s *sketch) marks(name string, sh *shape) {
	s.marked++
	clip := fmt.Sprintf("%s-flesh%d", name, s.marked)
	fmt.Fprintf(s, `<clipPath id="%s"><path d="`, clip)
	for _, c := range sh.parts {
		s.capsule(c, 0)
	}
	fmt.Fprintf(s, `"/></clipPath><path fill="url(#%s-felt)" clip-path="url(#%s)" d="`, name, clip)
	for _, c := range sh.marks {
		s.capsule(c, 0)
	}
	s.WriteString("\"/>\n")
}

// colourOf is the colour of a solid shape.
func colourOf(i Ink) string {
	switch i {
	case Warm:
		return warmColour
	case Cold:
		return coldColour
	case Motion:
		return motionColour
	}
	return bodyColour
}

// gap sets parts off from what is behind them.
func (s *sketch) gap(parts []capsule) {
	if !slices.ContainsFunc(parts, func(c capsule) bool { return c.cut0 <= 1 }) {
		return
	}
	s.WriteString(`<path fill="#fff" d="`)
	for _, c := range parts {
		if c.cut0 <= 1 {
			s.cut(c)
		}
	}
	s.WriteString("\"/>\n")
}

// cut writes the outline of the gap round a part, from where it is cut to
// where.
func (s *sketch) cut(c capsule) {
	if c.cut0 < 0 && c.cut1 > 1 {
		s.capsule(c, paperGap)
		return
	}
	from, to := max(0, c.cut0), min(1, c.cut1)
	wide := func(share float64) float64 { return c.r0 + (c.r1-c.r0)*share + paperGap }
	at := func(share float64) (float64, float64) { return c.x0 + (c.x1-c.x0)*share, c.y0 + (c.y1-c.y0)*share }
	x0, y0 := at(from)
	x1, y1 := at(to)
	length := math.Hypot(c.x1-c.x0, c.y1-c.y0)
	if length > 1e-6 {
		nx, ny := (c.y0-c.y1)/length, (c.x1-c.x0)/length
		s.start(x0+nx*wide(from), y0+ny*wide(from))
		s.line(x1+nx*wide(to), y1+ny*wide(to))
		s.line(x1-nx*wide(to), y1-ny*wide(to))
		s.line(x0-nx*wide(from), y0-ny*wide(from))
		s.WriteByte('Z')
	}
	if c.cut0 < 0 {
		s.circle(c.x0, c.y0, c.r0+paperGap)
	}
	if c.cut1 > 1 {
		s.circle(c.x1, c.y1, c.r1+paperGap)
	}
}

// path paints capsules, thicker by some.
func (s *sketch) path(fill string, parts []capsule, more float64) {
	fmt.Fprintf(s, `<path fill="%s" d="`, fill)
	for _, c := range parts {
		s.capsule(c, more)
	}
	s.WriteString("\"/>\n")
}

// capsule writes the outline, clockwise like all others, so that what
// overlaps joins.
func (s *sketch) capsule(c capsule, more float64) {
	r0, r1 := max(.1, c.r0+more), max(.1, c.r1+more)
	length := math.Hypot(c.x1-c.x0, c.y1-c.y0)
	if length < .05 {
		s.circle(c.x0, c.y0, max(r0, r1))
		return
	}
	nx, ny := (c.y0-c.y1)/length, (c.x1-c.x0)/length
	s.start(c.x0+nx*r0, c.y0+ny*r0)
	s.line(c.x1+nx*r1, c.y1+ny*r1)
	s.arc(r1, c.x1-nx*r1, c.y1-ny*r1)
	s.line(c.x0-nx*r0, c.y0-ny*r0)
	s.arc(r0, c.x0+nx*r0, c.y0+ny*r0)
	s.WriteByte('Z')
}

func (s *sketch) circle(x, y, r float64) {
	s.start(x-r, y)
	s.arc(r, x+r, y)
	s.arc(r, x-r, y)
	s.WriteByte('Z')
}

// start begins an outline, line and arc go on with it. They write how far it
// goes from where it has come to, which is shorter than where it goes.
func (s *sketch) start(x, y float64) {
	s.x, s.y = tenths(x-s.left), tenths(s.top-y)
	s.numbers("M", s.x, s.y)
}

func (s *sketch) line(x, y float64) {
	dx, dy := s.step(x, y)
	s.numbers("l", dx, dy)
}

func (s *sketch) arc(r, x, y float64) {
	dx, dy := s.step(x, y)
	s.numbers("a", tenths(r), tenths(r))
	s.WriteString(" 0 0 1")
	s.numbers(" ", dx, dy)
}

func (s *sketch) step(x, y float64) (dx, dy int) {
	toX, toY := tenths(x-s.left), tenths(s.top-y)
	dx, dy = toX-s.x, toY-s.y
	s.x, s.y = toX, toY
	return dx, dy
}

// tenths is a length in tenths of a unit, to which all are rounded.
func tenths(v float64) int { return int(math.Round(rounded(v) * 10)) }

// numbers writes two lengths, as short as can be.
func (s *sketch) numbers(before string, x, y int) {
	second := number(float64(y) / 10)
	if second[0] != '-' {
		second = " " + second
	}
	s.WriteString(before + number(float64(x)/10) + second)
}

// number is a length without what need not be said.
func number(v float64) string {
	text := strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
	if digits, ok := strings.CutPrefix(text, "0."); ok {
		return "." + digits
	}
	if digits, ok := strings.CutPrefix(text, "-0."); ok {
		return "-." + digits
	}
	if text == "-0" {
		return "0"
	}
	return text
}
