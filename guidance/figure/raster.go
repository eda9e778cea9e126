package figure

import "math"

// gap is how wide, in dots, nearer parts are set off from what is behind.
const gap = 1.05

// Render draws a pose in a number of cells. All keyframes of a figure have
// the same scale and place, so that only what moves moves.
func Render(p Pose, width, height int) *Canvas {
	c := newCanvas(width, height)
	r := raster{Canvas: c, owner: make([]uint8, len(c.dots))}
	r.fit(p.figure.frame)
	mirrored := p.mirrored
	p.mirrored = false
	for i, s := range p.shapes() {
		r.shape(uint8(i+1), &s)
	}
	if mirrored {
		c.flip()
	}
	return c
}

type raster struct {
	*Canvas
	// owner is the number of the shape that each dot was drawn by.
	owner []uint8
	scale float64
	// midX and midY are the middle of the picture.
	midX, midY float64
}

// fit finds the scale at which a part of the picture fills the canvas, with
// half a dot to spare.
func (r *raster) fit(b box) {
	r.scale = min((float64(r.wide)-1)/(b.x1-b.x0), (float64(r.high)-1)/(b.y1-b.y0))
	r.midX, r.midY = (b.x0+b.x1)/2, (b.y0+b.y1)/2
}

// dots returns a capsule in dots, down from the top.
func (r *raster) toDots(c capsule) capsule {
	c.x0, c.x1 = (c.x0-r.midX)*r.scale, (c.x1-r.midX)*r.scale
	c.y0, c.y1 = (r.midY-c.y0)*r.scale, (r.midY-c.y1)*r.scale
	c.r0, c.r1 = c.r0*r.scale, c.r1*r.scale
	return c
}

func (r *raster) shape(owner uint8, s *shape) {
	parts := make([]capsule, len(s.parts))
	for i, c := range s.parts {
		parts[i] = r.toDots(c)
		if s.pattern == blank && parts[i].r0 < .85 {
			return
		}
		if s.pattern == thin {
			parts[i].r0, parts[i].r1 = max(parts[i].r0, .501), max(parts[i].r1, .501)
		}
	}
	for _, c := range parts {
		margin := 0.0
		if c.cut0 <= 1 {
			margin = gap
		}
		r.each(c, margin, func(i int, share, inside float64) {
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
	for _, c := range s.marks {
		r.each(r.toDots(c), 0, func(i int, _, _ float64) {
			if r.owner[i] == owner {
				r.dots[i] = Felt
				if !r.filled(speckled, i, 0) {
					r.dots[i] = None
				}
			}
		})
	}
}

// filled tells whether a pattern has a dot at a place that is so far inside.
func (r *raster) filled(p pattern, i int, inside float64) bool {
	x, y := i%r.wide, i/r.wide
	switch {
	case p == solid || p == thin:
		return true
	case p != speckled && p != blank && inside < 1:
		return true
	case p == blank:
		return false
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
// the ends, and with how far the dot is inside.
func (r *raster) each(c capsule, margin float64, do func(i int, share, inside float64)) {
	midX, midY := float64(r.wide)/2, float64(r.high)/2
	c.x0, c.x1, c.y0, c.y1 = c.x0+midX, c.x1+midX, c.y0+midY, c.y1+midY
	x0 := max(0, int(min(c.x0-c.r0, c.x1-c.r1)-margin-.5))
	x1 := min(r.wide-1, int(max(c.x0+c.r0, c.x1+c.r1)+margin+.5))
	y0 := max(0, int(min(c.y0-c.r0, c.y1-c.r1)-margin-.5))
	y1 := min(r.high-1, int(max(c.y0+c.r0, c.y1+c.r1)+margin+.5))
	wayX, wayY, taper := c.x1-c.x0, c.y1-c.y0, c.r1-c.r0
	inverse := 0.0
	if square := wayX*wayX + wayY*wayY; square > 1e-9 {
		inverse = 1 / square
	}
	// Of a row, only what is near enough to the line through both ends can
	// be in the capsule.
	slope, reach := 0.0, 1e6
	if math.Abs(wayY) > 1e-3 {
		slope = wayX / wayY
		reach = (max(c.r0, c.r1)+margin)*math.Sqrt(1+slope*slope) + 1
	}
	for y := y0; y <= y1; y++ {
		dy := float64(y) + .5 - c.y0
		on := c.x0 + dy*slope
		for x := max(x0, int(on-reach)); x <= x1 && float64(x) <= on+reach; x++ {
			dx := float64(x) + .5 - c.x0
			share := (dx*wayX + dy*wayY) * inverse
			at := share
			if at < 0 {
				at = 0
			} else if at > 1 {
				at = 1
			}
			offX, offY, radius := dx-at*wayX, dy-at*wayY, c.r0+taper*at
			square := offX*offX + offY*offY
			if square > (radius+margin)*(radius+margin) {
				continue
			}
			do(y*r.wide+x, share, radius-math.Sqrt(square))
		}
	}
}
