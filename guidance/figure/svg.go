package figure

import (
	"cmp"
	"fmt"
	"html"
	"io"
	"math"
	"slices"
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
	fmt.Fprintf(&s, "<title id=\"%s-t\">%s</title>\n<desc id=\"%s-d\">%s</desc>\n", name, html.EscapeString(on.Title), name, html.EscapeString(p.figure.Words))
	fmt.Fprintf(&s, `<defs>`+
		`<pattern id="%[1]s-felt" width="2" height="2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1" height="2" fill="#fff"/></pattern>`+
		`<pattern id="%[1]s-warm" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="2" height="2" fill="#fff"/><rect width="1" height="2"/></pattern>`+
		`<pattern id="%[1]s-cold" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="2" height="2" fill="#fff"/><circle cx="1" cy="1" r=".5"/></pattern>`+
		`<pattern id="%[1]s-hair" width="1.6" height="9" patternUnits="userSpaceOnUse"><rect width=".5" height="9" fill="#fff"/></pattern>`+
		"</defs>\n", name)
	fmt.Fprintf(&s, "<rect width=\"%.1f\" height=\"%.1f\" fill=\"#fff\"/>\n", wide, high)
	for _, shape := range p.shapes() {
		if shape.endless {
			shape.parts = within(shape.parts, b)
		}
		s.shape(name, &shape)
	}
	s.WriteString("</svg>\n")
	_, err := io.WriteString(w, s.String())
	return err
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
}

// paperGap is how wide nearer parts are set off on paper.
const paperGap = .8

func (s *sketch) shape(name string, sh *shape) {
	s.gap(sh.parts)
	switch sh.pattern {
	case solid, thin:
		s.path("#000", sh.parts, 0)
	case blank:
		s.path("#fff", sh.parts, 0)
	case hollow:
		s.path("#000", sh.parts, 0)
		s.path("#fff", sh.parts, -.7)
	case groove:
		s.path("#fff", sh.parts, 0)
	case combed:
		s.path("url(#"+name+"-hair)", sh.parts, 0)
	default:
		fill := map[pattern]string{striped: "warm", dotted: "cold"}[sh.pattern]
		s.path("#000", sh.parts, 0)
		s.path("url(#"+name+"-"+fill+")", sh.parts, -.6)
	}
	if len(sh.marks) > 0 {
		s.path("url(#"+name+"-felt)", sh.marks, 0)
	}
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
		s.WriteByte('M')
		for i, corner := range [][3]float64{{x0, y0, wide(from)}, {x1, y1, wide(to)}, {x1, y1, -wide(to)}, {x0, y0, -wide(from)}} {
			if i > 0 {
				s.WriteByte('L')
			}
			s.point(corner[0]+nx*corner[2], corner[1]+ny*corner[2])
		}
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
	s.WriteByte('M')
	s.point(c.x0+nx*r0, c.y0+ny*r0)
	s.WriteByte('L')
	s.point(c.x1+nx*r1, c.y1+ny*r1)
	fmt.Fprintf(s, "A%.1f %.1f 0 0 1 ", r1, r1)
	s.point(c.x1-nx*r1, c.y1-ny*r1)
	s.WriteByte('L')
	s.point(c.x0-nx*r0, c.y0-ny*r0)
	fmt.Fprintf(s, "A%.1f %.1f 0 0 1 ", r0, r0)
	s.point(c.x0+nx*r0, c.y0+ny*r0)
	s.WriteByte('Z')
}

func (s *sketch) circle(x, y, r float64) {
	s.WriteByte('M')
	s.point(x-r, y)
	fmt.Fprintf(s, "a%.1f %.1f 0 1 1 %.1f 0a%.1f %.1f 0 1 1 %.1f 0Z", r, r, 2*r, r, r, -2*r)
}

func (s *sketch) point(x, y float64) {
	fmt.Fprintf(s, "%.1f %.1f", rounded(x-s.left), rounded(s.top-y))
}
