package figure

import "strings"

// A prop is a thing that the person lies, sits or leans on, or holds.
type prop struct {
	// Kind is one of floor, bed, chair, sofa, pillow, cloth, heat, cold, ball,
	// stick, table, wall, mat, clock, waves, flake, line, groove (a blank line)
	// and guide, a line before all else.
	Kind string `json:"kind"`
	// At is the middle of its foot, From and To are its ends.
	At   [3]float64 `json:"at"`
	From [3]float64 `json:"from"`
	To   [3]float64 `json:"to"`
	// Of is a joint that a pillow, pack, ball or stick moves with; From and
	// To then count forward, up and right of it.
	Of string `json:"of"`
	// With is the joint that the other end moves with, if not the same.
	With string `json:"with"`
	// R is the half thickness of what is round.
	R float64 `json:"r"`
	// Length, Width and Height are those of furniture; Back is how high the
	// back of a chair is above its seat, behind the person where Turn is 0.
	Length float64 `json:"length"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Back   float64 `json:"back"`
	Turn   float64 `json:"turn"`
	// Minutes are what a clock shows.
	Minutes float64 `json:"minutes"`
	// Near brings a prop in front of what it would be behind.
	Near float64 `json:"near"`
}

func (d *drawing) prop(p *prop) {
	switch p.Kind {
	case "floor":
		const far = 300 // along the picture, whatever the view
		end := Vector{far * d.lens.cosYaw, -1, -far * d.lens.sinYaw}
		d.line(p, -50, Vector{-end.X, -1, -end.Z}, end, .9)
		d.shapes[len(d.shapes)-1].endless = true
	case "mat":
		l, w, o := Vector{X: p.Length / 2}, Vector{Z: p.Width / 2}, vectorOf(p.At)
		for _, k := range []float64{-1, 1} {
			d.line(p, -50, o.minus(l).plus(w.by(k)), o.plus(l).plus(w.by(k)), .4)
			d.line(p, -50, o.minus(w).plus(l.by(k)), o.plus(w).plus(l.by(k)), .4)
		}
	case "bed":
		d.bed(p)
	case "chair":
		d.chair(p)
	case "sofa":
		d.sofa(p)
	case "table":
		d.table(p)
	case "wall":
		d.line(p, 0, vectorOf(p.At), vectorOf(p.At).plus(Vector{Y: p.Height}), .8)
		for y := 4.0; y < p.Height; y += 7 {
			foot := vectorOf(p.At).plus(Vector{Y: y})
			d.line(p, 0, foot, foot.plus(Vector{X: -3 + 6*p.Turn, Y: -3}), .3)
		}
	case "clock":
		d.clock(p)
	case "waves":
		d.waves(p)
	case "flake":
		d.flake(p)
	default:
		d.soft(p)
	}
}

// line draws a bar of furniture.
func (d *drawing) line(p *prop, near float64, from, to Vector, r float64) {
	d.shapes = append(d.shapes, shape{parts: d.keep(d.part(from, r, to, r, joined)),
		depth: d.depth(from, to) + p.Near + near, ink: Prop, pattern: thin})
}

// soft draws what is round: pillows, packs, balls, sticks.
func (d *drawing) soft(p *prop) {
	from, to := vectorOf(p.From), vectorOf(p.To)
	if p.Of != "" {
		j := namedJoint(p.Of)
		a := d.spine[partOf(j)]
		end, b := d.at[j], a
		if p.With != "" {
			other := namedJoint(p.With)
			end, b = d.at[other], d.spine[partOf(other)]
		}
		from, to = a.place(d.at[j], from.X, from.Y, from.Z), b.place(end, to.X, to.Y, to.Z)
	}
	s := shape{depth: d.depth(from, to) + p.Near, ink: Cushion, pattern: hollow}
	switch p.Kind {
	case "heat":
		s.ink, s.pattern = Warm, striped
	case "cold":
		s.ink, s.pattern = Cold, dotted
	case "stick", "line":
		s.ink, s.pattern = Prop, thin
	case "groove":
		s.ink, s.pattern = Body, groove
	}
	if p.Kind == "guide" {
		s.ink, s.pattern, s.depth = Motion, thin, 1e5
	}
	s.parts = d.keep(d.part(from, p.R, to, p.R, whole))
	if s.pattern == groove {
		s.parts[0].cut0, s.parts[0].cut1 = joined[0], joined[1]
	}
	d.shapes = append(d.shapes, s)
}

// bed draws a mattress on legs with a board at the head.
func (d *drawing) bed(p *prop) {
	o := vectorOf(p.At)
	l, w, h := p.Length/2, p.Width/2, p.Height
	corner := func(x, y, z float64) Vector { return o.plus(Vector{x * l, y, z * w}) }
	d.line(p, -20, corner(-1, h, 1), corner(1, h, 1), .5)
	d.line(p, -20, corner(-1, h-9, 1), corner(1, h-9, 1), .5)
	d.line(p, -40, corner(-1, h, -1), corner(1, h, -1), .5)
	d.line(p, -30, corner(-1, h, -1), corner(-1, h, 1), .5)
	d.line(p, -30, corner(1, h, -1), corner(1, h, 1), .5)
	for _, x := range []float64{-1, 1} {
		d.line(p, -20, corner(x, h, 1), corner(x, 0, 1), .8)
		d.line(p, -40, corner(x, h, -1), corner(x, 0, -1), .5)
	}
	if p.Back > 0 {
		for _, z := range []float64{1, -1} {
			d.line(p, -30, corner(-1, h, z), corner(-1, h+p.Back, z), 1)
		}
		d.line(p, -40, corner(-1, h+p.Back, -1), corner(-1, h+p.Back, 1), 1)
	}
}

// chairLegs is how many legs a chair has: a chair on wheels rolls away.
const chairLegs = 4

// chair draws a seat on four legs, with a back. Its legs stand apart a
// little, so that all can be seen from the side.
func (d *drawing) chair(p *prop) {
	o := vectorOf(p.At)
	a := upright.turned(p.Turn)
	l, w, h := p.Length/2, p.Width/2, p.Height
	place := func(x, y, z float64) Vector { return a.place(o, x*l, y, z*w) }
	for leg := range chairLegs {
		x, z := float64(leg%2*2-1), float64(leg/2*2-1)
		d.line(p, -1, place(x, h, z), place(x*1.12, 0, z), .7)
	}
	for _, z := range []float64{-1, 1} {
		d.line(p, -1, place(-1, h-1, z), place(1, h-1, z), 1)
		d.line(p, -1, place(z, h-1, -1), place(z, h-1, 1), 1)
	}
	if p.Back <= 0 {
		return
	}
	for _, z := range []float64{-1, 1} {
		d.line(p, -1, place(-1, h, z), place(-1.15, h+p.Back, z), .7)
	}
	d.line(p, -1, place(-1.15, h+p.Back, -1), place(-1.15, h+p.Back, 1), 1.2)
}

// sofa draws a soft seat with a back and short feet.
func (d *drawing) sofa(p *prop) {
	o, l, h := vectorOf(p.At), p.Length/2, p.Height
	a := upright.turned(p.Turn)
	part := func(x0, y0, x1, y1, r float64) {
		s := shape{depth: d.depth(o) - 30 + p.Near, ink: Prop, pattern: hollow}
		s.parts = d.keep(d.part(a.place(o, x0, y0, 0), r, a.place(o, x1, y1, 0), r, whole))
		d.shapes = append(d.shapes, s)
	}
	part(-l-4, h+p.Back-4, -l-4, 9, 5)
	part(-l+5, h-6, l-5, h-6, 6)
	for _, x := range []float64{-l, l - 3} {
		d.line(p, -30, a.place(o, x, 4, 0), a.place(o, x, 0, 0), .8)
	}
}

// table draws a top on legs.
func (d *drawing) table(p *prop) {
	o, l, w, h := vectorOf(p.At), p.Length/2, p.Width/2, p.Height
	for _, z := range []float64{-1, 1} {
		d.line(p, -1, o.plus(Vector{-l, h - 1, z * w}), o.plus(Vector{l, h - 1, z * w}), 1)
		d.line(p, -1, o.plus(Vector{z * l, h - 1, -w}), o.plus(Vector{z * l, h - 1, w}), 1)
		for _, x := range []float64{-.9, .9} {
			d.line(p, -1, o.plus(Vector{x * l, h, z * w}), o.plus(Vector{x * l, 0, z * w}), .7)
		}
	}
}

// arrow draws a way with a head at its end, in front of all else.
func (d *drawing) arrow(way []arrowPoint) {
	from := len(d.capsules)
	for i := 1; i < len(way); i++ {
		d.capsules = append(d.capsules, d.part(vectorOf(way[i-1]), .4, vectorOf(way[i]), .4, whole))
	}
	last := d.capsules[len(d.capsules)-1]
	along := Vector{last.x1 - last.x0, last.y1 - last.y0, 0}.unit(Vector{X: 1})
	size := max(3, .095*(d.figure.frame.y1-d.figure.frame.y0))
	for _, turn := range []float64{138, -138} {
		barb := spin(along, Vector{-along.Y, along.X, 0}, turn).by(size)
		d.capsules = append(d.capsules, capsule{last.x1, last.y1, .4, rounded(last.x1 + barb.X), rounded(last.y1 + barb.Y), .4, -9, 9})
	}
	d.shapes = append(d.shapes, shape{parts: d.since(from), depth: 1e6, ink: Motion, pattern: thin, arrow: true})
}

// knownJoint tells whether namedJoint knows a name.
func knownJoint(name string) bool {
	_, ok := jointNames[strings.TrimPrefix(strings.TrimPrefix(name, "left "), "right ")]
	return ok
}

// namedJoint returns the joint of a name such as "low" or "left knee".
func namedJoint(name string) Joint {
	if rest, ok := strings.CutPrefix(name, "left "); ok {
		return left.of(jointNames[rest])
	}
	return jointNames[strings.TrimPrefix(name, "right ")]
}
