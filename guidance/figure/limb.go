package figure

import (
	"math"
	"strings"
)

// limbKind tells an arm from a leg: its bones, and that elbows bend forward
// and knees back.
type limbKind struct {
	upper, lower float64
	leg          bool
}

var (
	armKind = limbKind{upperArmLength, forearmLength, false}
	legKind = limbKind{thighLength, shinLength, true}
)

// limb is what arms and legs have in common in the data.
type limb struct {
	flex, out, turn, bend, end float64
	reach                      *reach
	tip                        *[3]float64
}

func (a *arm) limb() limb { return limb{a.Flex, a.Out, a.Turn, a.Elbow, 0, a.Reach, a.Fingers} }
func (l *leg) limb() limb { return limb{l.Hip, l.Out, l.Turn, l.Knee, l.Ankle, l.Reach, l.Toes} }

// directions are where the bones of a limb point: the upper, the lower and
// the end bone, and for a foot its sole.
type directions [4]Vector

// limb poses a limb between two ways to pose it. Where both are of one kind
// the numbers are mixed, so that a planted hand stays planted; else the
// directions are, so that bones keep their length all the same.
func (p *poser) limb(kind limbKind, s side, root Vector, from, to limb) directions {
	switch {
	case from.reach == nil && to.reach == nil:
		mixed := limb{flex: p.mix(from.flex, to.flex), out: p.mix(from.out, to.out), turn: p.mix(from.turn, to.turn),
			bend: p.mix(from.bend, to.bend), end: p.mix(from.end, to.end)}
		return p.tips(kind, s, p.byAngles(kind, s, mixed), from, to)
	case from.reach != nil && to.reach != nil:
		target := between(p.target(s, from.reach), p.target(s, to.reach), p.share)
		if kind.leg {
			target.Y += p.lifted[int(s.of(HipR)-HipR)]
		}
		pole := between(p.pole(kind, s, from.reach), p.pole(kind, s, to.reach), p.share)
		return p.tips(kind, s, byReach(kind, root, target, pole), from, to)
	}
	var d [2]directions
	for i, l := range []limb{from, to} {
		if l.reach == nil {
			d[i] = p.byAngles(kind, s, l)
		} else {
			d[i] = byReach(kind, root, p.target(s, l.reach), p.pole(kind, s, l.reach))
		}
		d[i] = p.tips(kind, s, d[i], l, l)
	}
	for i := range d[0] {
		d[0][i] = between(d[0][i], d[1][i], p.share).unit(d[0][i])
	}
	d[0][3] = d[0][3].across(d[0][2]).unit(d[0][1])
	return d[0]
}

// byAngles poses a limb against the part of the trunk that it hangs from.
func (p *poser) byAngles(kind limbKind, s side, l limb) directions {
	base := p.spine[upperPart]
	if kind.leg {
		base = p.spine[pelvisPart]
	}
	outward := base.right.by(float64(s))
	bone := spin(base.up.by(-1), base.front, l.flex)
	ahead := spin(base.front, base.up, l.flex)
	bone, outward = spin(bone, outward, l.out), spin(outward, bone, -l.out)
	ahead = spin(ahead, outward, l.turn)
	if !kind.leg {
		lower := spin(bone, ahead, l.bend)
		return directions{bone, lower, lower, {}}
	}
	lower, front := spin(bone, ahead, -l.bend), spin(ahead, bone, l.bend)
	return directions{bone, lower, spin(front, lower, -l.end), spin(lower, front, l.end)}
}

// byReach poses a limb so that its end is at a target, or as near as its
// bones allow, with the joint in the middle towards the pole.
func byReach(kind limbKind, root, target, pole Vector) directions {
	way := target.minus(root)
	along := way.unit(Vector{Y: -1})
	most, least := kind.upper+kind.lower-.01, math.Abs(kind.upper-kind.lower)+.01
	span := math.Max(least, math.Min(most, way.length()))
	aside := pole.across(along).unit(Vector{Z: 1})
	foot := (kind.upper*kind.upper - kind.lower*kind.lower + span*span) / (2 * span)
	height := math.Sqrt(math.Max(0, kind.upper*kind.upper-foot*foot))
	middle := along.by(foot).plus(aside.by(height))
	lower := along.by(span).minus(middle).by(1 / kind.lower)
	d := directions{middle.by(1 / kind.upper), lower, lower, {}}
	if kind.leg {
		d[2] = Vector{X: 1} // planted flat, unless the data say where the toes point
		d[3] = lower.across(d[2]).unit(Vector{Y: -1})
	}
	return d
}

// tips turns the hand or the foot where the data ask for it.
func (p *poser) tips(kind limbKind, s side, d directions, from, to limb) directions {
	if from.tip == nil && to.tip == nil {
		return d
	}
	ends := [2]Vector{d[2], d[2]}
	for i, l := range []limb{from, to} {
		if l.tip != nil {
			ends[i] = outwards(*l.tip, s).unit(d[2])
		}
	}
	d[2] = between(ends[0], ends[1], p.share).unit(d[2])
	if kind.leg {
		d[3] = d[1].across(d[2]).unit(d[3])
	}
	return d
}

// outwards reads a vector whose third coordinate counts to the side of a limb.
func outwards(a [3]float64, s side) Vector { return Vector{a[0], a[1], a[2] * float64(s)} }

func (p *poser) target(s side, r *reach) Vector {
	by := outwards(r.By, s)
	if r.To == "" {
		return by
	}
	name, of := r.To, s
	if rest, other := strings.CutPrefix(name, "other "); other {
		name, of = rest, -s
	}
	return p.at[of.of(jointNames[name])].plus(by)
}

func (p *poser) pole(kind limbKind, s side, r *reach) Vector {
	switch {
	case r.Bend != nil:
		return outwards(*r.Bend, s)
	case kind.leg:
		return p.spine[pelvisPart].front
	}
	upper := p.spine[upperPart]
	return upper.front.by(-1).plus(upper.right.by(.5 * float64(s))).plus(upper.up.by(-.3))
}
