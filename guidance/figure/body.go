package figure

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// whole cuts a gap all round a part; joined cuts none.
var (
	whole  = [2]float64{-9, 9}
	joined = [2]float64{9, 9}
)

// firstLimb is the number of the first shape after the trunk and the head.
const firstLimb = 2

// drawing gathers the shapes of a pose, in memory that the next pose can use
// again.
type drawing struct {
	Pose
	lens   lens
	shapes []shape
	// capsules are those of the shapes.
	capsules []capsule
}

// shapes returns all there is to draw, the farthest first.
func (p *Pose) shapes() []shape {
	var d drawing
	return d.shapesOf(*p)
}

// shapesOf does the same. The shapes are valid until those of another pose are
// asked for.
func (d *drawing) shapesOf(p Pose) []shape {
	d.Pose, d.lens = p, p.figure.View.lens()
	d.shapes, d.capsules = d.shapes[:0], d.capsules[:0]
	d.trunk()
	d.head()
	for _, s := range []side{right, left} {
		d.arm(s)
		d.leg(s)
	}
	d.marks()
	d.eyes()
	d.hair()
	for i := range p.figure.props {
		d.prop(&p.figure.props[i])
	}
	for _, a := range p.arrows {
		d.arrow(a)
	}
	sort.SliceStable(d.shapes, func(i, j int) bool { return d.shapes[i].depth < d.shapes[j].depth })
	if p.mirrored {
		for _, s := range d.shapes {
			flip(s.parts)
			flip(s.marks)
		}
	}
	return d.shapes
}

// flip turns capsules left to right.
func flip(parts []capsule) {
	for i := range parts {
		parts[i].x0, parts[i].x1 = -parts[i].x0, -parts[i].x1
	}
}

// part sees a piece of the body between two places.
func (d *drawing) part(from Vector, r0 float64, to Vector, r1 float64, cut [2]float64) capsule {
	a, b := d.lens.see(from), d.lens.see(to)
	return capsule{rounded(a.X), rounded(a.Y), r0, rounded(b.X), rounded(b.Y), r1, cut[0], cut[1]}
}

// rounded leaves of a number what matters. Processors do not agree on the last
// digits, and where two parts are equally near, or a part ends in the middle of
// a dot, those would decide.
func rounded(v float64) float64 { return math.Round(v*1024) / 1024 }

// depth is how near some places are, on the average.
func (d *drawing) depth(places ...Vector) float64 {
	sum := 0.0
	for _, v := range places {
		sum += d.lens.see(v).Z
	}
	return rounded(sum / float64(len(places)))
}

// add draws capsules as one. From the side the halves of the body are one
// behind the other, and what is the same is drawn once.
func (d *drawing) add(ink Ink, depth float64, parts ...capsule) {
	d.shapes = append(d.shapes, shape{parts: d.keep(parts...), depth: depth, ink: ink})
}

// keep returns capsules, each once, for as long as the drawing lasts.
func (d *drawing) keep(parts ...capsule) []capsule {
	from := len(d.capsules)
	for _, c := range parts {
		if !slices.Contains(d.capsules[from:], c) {
			d.capsules = append(d.capsules, c)
		}
	}
	return d.since(from)
}

// since returns the capsules from one on. Nothing will be appended to them in
// place.
func (d *drawing) since(from int) []capsule {
	return d.capsules[from:len(d.capsules):len(d.capsules)]
}

// trunk draws the trunk, the neck and the flesh of the shoulders.
func (d *drawing) trunk() {
	at := &d.at
	rows := []struct {
		joint             Joint
		part              int
		breadth, r, ahead float64
	}{
		{Pelvis, pelvisPart, 3.9, 5.6, -.6}, {SpineLow, lowPart, 3.2, 4.9, 0}, {SpineMid, midPart, 3.5, 4.9, .3},
		{SpineUpper, upperPart, 3.8, 5.8, .8}, {Neck, upperPart, 4.0, 3.6, -.5},
	}
	parts := make([]capsule, 0, 20)
	for i := 1; i < len(rows); i++ {
		a, b := rows[i-1], rows[i]
		drop := 0.0
		if i == len(rows)-1 {
			drop = -2.6 // the top of the chest is below the nape
		}
		for _, s := range []side{right, left, 0} {
			parts = append(parts, d.part(d.spine[a.part].place(at[a.joint], a.ahead, 0, a.breadth*float64(s)), a.r,
				d.spine[b.part].place(at[b.joint], b.ahead, drop, b.breadth*float64(s)), b.r, whole))
		}
	}
	pelvis := d.spine[pelvisPart]
	for _, s := range []side{right, left} { // buttocks, and shoulders
		seat := pelvis.place(at[Pelvis], -2.6, -1.2, 3.4*float64(s))
		parts = append(parts, d.part(seat, 4.6, seat, 4.6, whole))
		shoulder := at[s.of(ShoulderR)]
		root := d.spine[upperPart].place(at[Neck], -.3, -2.2, 2*float64(s))
		parts = append(parts, d.part(root, 3.2, shoulder, 2.9, joined))
		nape := d.spine[neckPart].place(at[Neck], -.6, 2.2, 1.2*float64(s))
		parts = append(parts, d.part(nape, 2.4, between(root, shoulder, .75), 2.4, joined))
	}
	if d.belly > 0 {
		const bellyRadius = 5.4
		navel := d.spine[lowPart].place(at[SpineLow], d.belly, .5, 0)
		parts = append(parts, d.part(navel, bellyRadius, navel, bellyRadius, joined))
	}
	nose := d.spine[neckPart]
	parts = append(parts, d.part(nose.place(at[Neck], -.4, -2, 0), 3.6, between(at[Neck], at[Head], .75), 3.3, joined))
	d.add(Body, d.depth(at[SpineLow], at[SpineUpper]), parts...)
}

// head draws a skull, a jaw and a nose, so that one sees where it looks, and
// eyes where there is room for them.
func (d *drawing) head() {
	h, at := d.spine[headPart], d.at[Head]
	parts := []capsule{
		d.part(h.place(at, -.9, 1.4, 0), 5.3, h.place(at, .5, .9, 0), 5.2, [2]float64{-9, 9}),
		d.part(h.place(at, .9, -.5, 0), 4.6, h.place(at, 2.2, -4, 0), 2.5, joined),
		d.part(h.place(at, 4, .4, 0), 1.6, h.place(at, 6, -1.4, 0), 1, joined),
	}
	d.add(Body, d.headDepth(), parts...)
}

func (d *drawing) headDepth() float64 {
	if d.figure.View.HeadInFront {
		return d.depth(d.at[Head]) + 50
	}
	return d.depth(d.at[Head])
}

// hair is drawn where the head is seen from behind, so that nobody takes the
// back of a head for a face.
func (d *drawing) hair() {
	h, at := d.spine[headPart], d.at[Head]
	back := h.place(at, -3, 1.5, 0)
	if behind := d.depth(back) - d.depth(at); behind > 1.5 {
		s := shape{parts: d.keep(d.part(back, 4.6, h.place(at, -1.6, -1.6, 0), 4, joined)), depth: d.headDepth() + .01, ink: Body, pattern: combed}
		d.shapes = append(d.shapes, s)
	}
}

// eyes are drawn where they can be seen.
func (d *drawing) eyes() {
	h, at := d.spine[headPart], d.at[Head]
	for _, z := range []float64{-2.3, 2.3} {
		eye := h.place(at, 3.6, .9, z)
		if ahead := d.depth(eye) - d.depth(at); ahead > 1.2 {
			s := shape{parts: d.keep(d.part(eye, .8, eye, .8, joined)), depth: d.headDepth() + .01, ink: Body, pattern: blank}
			d.shapes = append(d.shapes, s)
		}
	}
}

func (d *drawing) arm(s side) {
	at := &d.at
	shoulder, elbow, wrist, hand := at[s.of(ShoulderR)], at[s.of(ElbowR)], at[s.of(WristR)], at[s.of(HandR)]
	// Of what is equally near, an arm is before the trunk, and a hand before
	// the arm.
	d.add(Body, d.depth(shoulder, elbow)+1.5, d.part(shoulder, 2.9, elbow, 2.2, [2]float64{.22, .85}))
	d.add(Body, d.depth(elbow, wrist, hand)+2, d.part(elbow, 2.2, wrist, 1.6, [2]float64{.2, 1}),
		d.part(wrist, 1.7, between(wrist, hand, .5), 2, [2]float64{0, 9}),
		d.part(between(wrist, hand, .5), 2, hand, 1.2, [2]float64{0, 9}))
}

func (d *drawing) leg(s side) {
	at := &d.at
	hip, knee, ankle := at[s.of(HipR)], at[s.of(KneeR)], at[s.of(AnkleR)]
	d.add(Body, d.depth(hip, knee), d.part(hip, 4.9, knee, 3.3, [2]float64{.3, .88}))
	calf := between(knee, ankle, .3)
	d.add(Body, d.depth(knee, ankle), d.part(knee, 3.2, calf, 3.3, [2]float64{.5, 1}), d.part(calf, 3.3, ankle, 2, [2]float64{0, 1}),
		d.part(ankle, 2.1, at[s.of(HeelR)], 2.2, whole),
		d.part(at[s.of(HeelR)], 2.2, at[s.of(ToesR)], 1.4, whole), d.part(ankle, 2, at[s.of(ToesR)], 1.2, [2]float64{0, 9}))
}

// A mark is a part of the body that the movement is felt in.
type mark struct {
	// From and To are joints, "right" or "left" in front of those that come
	// in pairs; By moves both forward, up and right of the part of the trunk.
	From string     `json:"from"`
	To   string     `json:"to"`
	By   [3]float64 `json:"by"`
	R    float64    `json:"r"`
	// ToBy moves To otherwise, and ToR is how thick the mark is there.
	ToBy *[3]float64 `json:"toBy"`
	ToR  float64     `json:"toR"`
	// OnTrunk marks the trunk behind a joint of a limb: a shoulder blade.
	OnTrunk bool `json:"onTrunk"`
}

// marks puts each mark on the shape that its first joint belongs to.
func (d *drawing) marks() {
	for _, m := range d.figure.marks {
		from, to := namedJoint(m.From), namedJoint(m.To)
		part, toBy, toR := d.spine[partOf(from)], m.By, cmp.Or(m.ToR, m.R)
		if m.ToBy != nil {
			toBy = *m.ToBy
		}
		a, b := part.place(d.at[from], m.By[0], m.By[1], m.By[2]), part.place(d.at[to], toBy[0], toBy[1], toBy[2])
		i := fleshOf(from)
		if m.OnTrunk {
			i = 0
		}
		d.shapes[i].marks = append(d.shapes[i].marks, d.part(a, m.R, b, toR, joined))
	}
}

// fleshOf returns the shape, in the order of drawing, that the flesh round a
// joint is on.
func fleshOf(j Joint) int {
	limbs := []struct{ joint, shape int }{{int(ShoulderR), 0}, {int(ElbowR), 1}, {int(HipR), 2}, {int(KneeR), 3}}
	for _, l := range limbs {
		for s := range 2 {
			if int(j) == l.joint+s {
				return firstLimb + 4*s + l.shape
			}
		}
	}
	if j == Head || j == Crown {
		return 1
	}
	return 0
}

// partOf returns the part of the trunk that a joint moves with.
func partOf(j Joint) int {
	switch j {
	case Pelvis, HipR, HipL:
		return pelvisPart
	case SpineLow:
		return lowPart
	case SpineMid:
		return midPart
	case Neck, SpineUpper, ShoulderR, ShoulderL:
		return upperPart
	case Head, Crown:
		return headPart
	}
	return pelvisPart
}
