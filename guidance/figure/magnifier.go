package figure

import (
	"math"
	"slices"
)

// A magnifier shows a part of the picture again, larger and in a ring: what
// moves so little that nobody would see it.
type magnifier struct {
	// Of is the middle of what is enlarged and At that of the ring, right and
	// up in the picture, as View.Crop counts.
	Of [2]float64 `json:"of"`
	At [2]float64 `json:"at"`
	// R is the radius of the ring, and Times how much larger things are in it.
	R     float64 `json:"r"`
	Times float64 `json:"times"`
}

// rings are the ring, a small one round what is enlarged, and a line between.
func (m *magnifier) rings() shape {
	s := shape{ink: Prop, pattern: thin}
	small := m.R / m.Times
	s.parts = append(ring(m.At, m.R), ring(m.Of, small)...)
	way := Vector{m.Of[0] - m.At[0], m.Of[1] - m.At[1], 0}
	along, length := way.unit(Vector{Y: -1}), way.length()
	if length > m.R+small {
		at := Vector{m.At[0], m.At[1], 0}
		s.parts = append(s.parts, flat(at.plus(along.by(m.R)), at.plus(along.by(length-small))))
	}
	return s
}

// ring is a circle of lines in the plane of the picture.
func ring(middle [2]float64, r float64) []capsule {
	const edges = 16
	var parts []capsule
	point := func(i int) Vector {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / edges)
		return Vector{middle[0] + r*sin, middle[1] + r*cos, 0}
	}
	for i := range edges {
		parts = append(parts, flat(point(i), point(i+1)))
	}
	return parts
}

// flat is a thin line in the plane of the picture that cuts nothing.
func flat(from, to Vector) capsule {
	const thickness = .45
	return capsule{rounded(from.X), rounded(from.Y), thickness, rounded(to.X), rounded(to.Y), thickness, joined[0], joined[1]}
}

// sees tells whether something may be in the ring.
func (m *magnifier) sees(c capsule) bool {
	b, small := emptyBox, m.R/m.Times
	b.add(c)
	return b.x0 <= m.Of[0]+small && b.x1 >= m.Of[0]-small && b.y0 <= m.Of[1]+small && b.y1 >= m.Of[1]-small
}

// magnify draws a part of the picture again, larger, within the ring.
func (r *raster) magnify(m *magnifier, shapes []shape) {
	middle := r.toDots(capsule{x0: m.At[0], y0: m.At[1], r0: m.R})
	if r.enlarged == nil {
		r.enlarged = new(Canvas)
	}
	r.enlarged.reset(r.Width, r.Height)
	large := raster{Canvas: r.enlarged, scale: r.scale * m.Times, stout: r.stout}
	large.midX, large.midY = m.Of[0]-(m.At[0]-r.midX)/m.Times, m.Of[1]-(m.At[1]-r.midY)/m.Times
	large.window = window{int(middle.x0 - middle.r0), int(middle.y0 - middle.r0), int(middle.x0+middle.r0) + 1, int(middle.y0+middle.r0) + 1}.and(r.window)
	for i := range shapes {
		if slices.ContainsFunc(shapes[i].parts, m.sees) {
			large.shape(uint8(i+1), &shapes[i])
		}
	}
	for y := large.window.y0; y <= large.window.y1; y++ {
		for x := large.window.x0; x <= large.window.x1; x++ {
			across, down := float64(x)+.5-middle.x0, float64(y)+.5-middle.y0
			if float64(across*across)+float64(down*down) <= float64(middle.r0*middle.r0) {
				r.dots[y*r.wide+x] = large.dots[y*r.wide+x]
			}
		}
	}
	r.shape(nobody-1, &r.drawing.figure.rings)
}
