package figure

import "math"

// gap is how wide, in dots, nearer parts are set off from what is behind.
const gap = 1.05

// Render draws a pose in a number of cells. All keyframes of a figure have
// the same scale and place, so that only what moves moves.
func Render(p Pose, width, height int) *Canvas {
	var c Canvas
	c.Draw(p, width, height)
	return &c
}

// Draw does what [Render] does, in place of what is on the canvas.
func (c *Canvas) Draw(p Pose, width, height int) {
	c.reset(width, height)
	r := raster{Canvas: c, window: c.all()}
	r.fit(p.figure.frame)
	mirrored := p.mirrored
	p.mirrored = false
	shapes := c.drawing.shapesOf(p)
	for i := range shapes {
		r.shape(uint8(i+1), &shapes[i])
	}
	if m := p.figure.magnifier; m != nil {
		r.magnify(m, shapes)
	}
	if mirrored {
		c.flip()
	}
}

// nobody owns no dot.
const nobody uint8 = math.MaxUint8

type raster struct {
	*Canvas
	scale float64
	// stout is how much thicker, in dots, the person is drawn.
	stout float64
	// midX and midY are the middle of the picture.
	midX, midY float64
	// window is where dots are drawn.
	window window
}

// window is a part of a canvas, in dots, with the last ones in it.
type window struct{ x0, y0, x1, y1 int }

// and is what is in both.
func (w window) and(v window) window {
	return window{max(w.x0, v.x0), max(w.y0, v.y0), min(w.x1, v.x1), min(w.y1, v.y1)}
}

// fit finds the scale at which a part of the picture fills the canvas, with
// half a dot to spare, and what the person is thicker. In a small picture limbs would be lost between the
// dots, so they are thicker there.
func (r *raster) fit(b box) {
	const spare, stoutest, slim = 1., .45, .8
	r.scale = min((float64(r.wide)-spare-2*stoutest)/(b.x1-b.x0), (float64(r.high)-spare-2*stoutest)/(b.y1-b.y0))
	r.stout = math.Round(fine*min(stoutest, max(0, 1.2*(slim-r.scale)))) / fine
	r.midX, r.midY = (b.x0+b.x1)/2, (b.y0+b.y1)/2
}

// fine is how many steps there are in a dot. Places are rounded to them, so
// that the arithmetic from there on is exact enough to come out the same on
// every processor; see [rounded].
const fine = 256

// toDots returns a capsule in dots, from the top left.
func (r *raster) toDots(c capsule) capsule {
	across := func(x float64) float64 { return math.Round((x-r.midX)*r.scale*fine)/fine + float64(r.wide)/2 }
	down := func(y float64) float64 { return math.Round((r.midY-y)*r.scale*fine)/fine + float64(r.high)/2 }
	thick := func(radius float64) float64 { return math.Round(radius*r.scale*fine) / fine }
	return capsule{across(c.x0), down(c.y0), thick(c.r0), across(c.x1), down(c.y1), thick(c.r1), c.cut0, c.cut1}
}

func (r *raster) shape(owner uint8, s *shape) {
	for _, c := range s.parts {
		c = r.toDots(c)
		if s.pattern == blank && c.r0 < .7 || s.pattern == combed && c.r0 < 4 {
			return
		}
		switch {
		case s.pattern == blank:
			c.r0, c.r1 = max(c.r0, .9), max(c.r1, .9)
		case s.pattern == thin || s.pattern == groove:
			c.r0, c.r1 = max(c.r0, .501), max(c.r1, .501)
		case s.ink == Body && s.pattern == solid:
			c.r0, c.r1 = c.r0+r.stout, c.r1+r.stout
		}
		r.part(owner, s, c)
	}
	if s.arrow {
		r.arrows = append(r.arrows, r.head(s.parts))
	}
	for _, c := range s.marks {
		r.each(r.toDots(c), 0, nobody, func(i int, _, _ float64) {
			if r.owner[i] == owner {
				r.dots[i] = Felt
				if !r.filled(speckled, i, 0) {
					r.dots[i] = None
				}
			}
		})
	}
}

// part draws one capsule of a shape, and the gap round it.
func (r *raster) part(owner uint8, s *shape, c capsule) {
	margin, done := 0.0, nobody
	if c.cut0 <= 1 {
		margin = gap
	}
	if s.pattern <= thin {
		done = owner // another part has drawn this dot, and the same
	}
	r.each(c, margin, done, func(i int, share, inside float64) {
		switch {
		case inside >= 0:
			r.owner[i], r.dots[i] = owner, s.ink
			if s.pattern > thin && !r.filled(s.pattern, i, inside) {
				r.dots[i] = None
			}
		case share >= c.cut0 && share <= c.cut1 && r.owner[i] != owner:
			r.owner[i], r.dots[i] = 0, None
		}
	})
}

// filled tells whether a pattern has a dot at a place that is so far inside.
func (r *raster) filled(p pattern, i int, inside float64) bool {
	x, y := i%r.wide, i/r.wide
	switch {
	case p == solid || p == thin:
		return true
	case p < blank && inside < 1:
		return true
	case p == blank || p == groove:
		return false
	case p == combed:
		return x%3 != 0
	case p == hollow:
		return x%4 == 0 && y%4 == 0 || x%4 == 2 && y%4 == 2
	case p == striped:
		return x%2 == 0
	case p == dotted:
		return (x+y)%2 == 0
	}
	return x%2 == 0 || y%2 == 0
}

// each calls do for every dot of a capsule and of a margin round it, with the
// share of the way from its one end to the other, below 0 and above 1 beyond
// the ends, and with how far the dot is inside. It leaves out the dots of one
// owner.
//
// The conversions keep a product and a sum from being done in one step, which
// some processors round otherwise than others.
func (r *raster) each(c capsule, margin float64, without uint8, do func(i int, share, inside float64)) {
	y0 := max(r.window.y0, int(min(c.y0-c.r0, c.y1-c.r1)-margin-.5))
	y1 := min(r.window.y1, int(max(c.y0+c.r0, c.y1+c.r1)+margin+.5))
	wayX, wayY, taper := c.x1-c.x0, c.y1-c.y0, c.r1-c.r0
	inverse := 0.0
	if square := float64(wayX*wayX) + float64(wayY*wayY); square > 1e-9 {
		inverse = 1 / square
	}
	row := r.rows(c, margin)
	for y := y0; y <= y1; y++ {
		dy := float64(y) + .5 - c.y0
		x0, x1 := row.reach(dy)
		owner := r.owner[y*r.wide : (y+1)*r.wide]
		for x := x0; x <= x1; x++ {
			if owner[x] == without {
				continue
			}
			dx := float64(x) + .5 - c.x0
			share := (float64(dx*wayX) + float64(dy*wayY)) * inverse
			radius, square := c.r0, float64(dx*dx)+float64(dy*dy)
			switch {
			case share >= 1:
				radius, square = c.r1, float64((dx-wayX)*(dx-wayX))+float64((dy-wayY)*(dy-wayY))
			case share > 0:
				off := float64(dx*wayY) - float64(dy*wayX)
				radius, square = radius+float64(taper*share), off*off*inverse
			}
			if outer := radius + margin; square > outer*outer {
				continue
			}
			do(y*r.wide+x, share, radius-math.Sqrt(square))
		}
	}
}

// rows tell from where to where a capsule can be in a row: in the box round it,
// from x0 to x1, and near enough to the line through both ends, which leads from
// start with a slope.
type rows struct {
	x0, x1             int
	start, slope, near float64
}

func (r *raster) rows(c capsule, margin float64) rows {
	x0 := max(r.window.x0, int(min(c.x0-c.r0, c.x1-c.r1)-margin-.5))
	x1 := min(r.window.x1, int(max(c.x0+c.r0, c.x1+c.r1)+margin+.5))
	wayX, wayY := c.x1-c.x0, c.y1-c.y0
	if math.Abs(wayY) < 1e-3 {
		return rows{x0: x0, x1: x1, near: math.Inf(1)}
	}
	slope := wayX / wayY
	return rows{x0, x1, c.x0, slope, (max(c.r0, c.r1)+margin)*math.Sqrt(1+slope*slope) + 1}
}

// reach is where the capsule can be in the row that is so far below its first
// end.
func (r *rows) reach(down float64) (from, to int) {
	if math.IsInf(r.near, 1) {
		return r.x0, r.x1
	}
	on := r.start + down*r.slope
	return max(r.x0, int(on-r.near)), min(r.x1, int(on+r.near))
}
