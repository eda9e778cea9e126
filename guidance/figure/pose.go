package figure

import "math"

// A Pose is the body at one moment: where each joint is, how it is seen, and
// what stands around it.
type Pose struct {
	at [joints]Vector
	// spine is how each part of the trunk is turned, from the pelvis to the
	// head; soles are the directions that the soles face.
	spine [6]attitude
	sole  [2]Vector
	belly float64

	figure   *Figure
	arrows   [][]arrowPoint
	mirrored bool
}

// The parts of the trunk that can turn on their own.
const (
	pelvisPart = iota
	lowPart
	midPart
	upperPart
	neckPart
	headPart
)

// At returns where a joint is. In a mirrored pose it is the joint of the
// person in the mirror, whose right is the left of the one before it.
func (p *Pose) At(j Joint) Vector {
	if !p.mirrored {
		return p.at[j]
	}
	if j >= ShoulderR {
		j = ShoulderR + ((j - ShoulderR) ^ 1)
	}
	return p.figure.View.mirror(p.at[j])
}

// poser poses one body that is on its way from one posture to another.
type poser struct {
	Pose
	from, to *posture
	// share is how much of the way is done, after easing.
	share float64
	// lifted is how much higher than planned the right and the left foot
	// are, so that turning toes clear the floor.
	lifted [2]float64
}

func posed(from, to *posture, share float64) Pose {
	p := poser{from: from, to: to, share: share}
	p.poseTrunk()
	p.stand()
	p.limbs()
	p.lift()
	return p.Pose
}

// lift raises the trunk until nothing is below the floor. A pose in between
// two good ones may cut the corner that a real knee goes round.
func (p *poser) lift() {
	const tries, enough = 9, .05
	for range tries {
		feet := p.liftFeet()
		sunk := 0.0
		for _, low := range []struct {
			joint  Joint
			radius float64
		}{{KneeR, 3.3}, {KneeL, 3.3}, {HeelR, 2.2}, {HeelL, 2.2}, {ToesR, 1.4}, {ToesL, 1.4}, {HandR, 1.2}, {HandL, 1.2}, {WristR, 1.6},
			{WristL, 1.6}, {ElbowR, 2.2}, {ElbowL, 2.2}, {Head, 5}, {Pelvis, 5.6}} {
			sunk = min(sunk, p.lowest(low.joint, low.radius))
		}
		if sunk > -enough && !feet {
			return
		}
		p.stack(p.at[Pelvis].plus(Vector{Y: -sunk}))
		p.limbs()
	}
}

// mix is the value between two.
func (p *poser) mix(from, to float64) float64 { return from + (to-from)*p.share }

func (p *poser) poseTrunk() {
	a, b := &p.from.trunk, &p.to.trunk
	base := a.attitude().towards(b.attitude(), p.share)
	turn, lean := p.mix(a.Turn, b.Turn), p.mix(a.Side, b.Side)
	p.spine[pelvisPart] = base
	p.spine[lowPart] = base.bent(p.mix(a.Low, b.Low)).turned(turn * .2).tipped(lean * .3)
	p.spine[midPart] = p.spine[lowPart].bent(p.mix(a.Mid, b.Mid)).turned(turn * .35).tipped(lean * .4)
	p.spine[upperPart] = p.spine[midPart].bent(p.mix(a.Upper, b.Upper)).turned(turn * .45).tipped(lean * .3)
	nape := p.spine[upperPart].bent(p.mix(a.Neck, b.Neck))
	p.spine[neckPart] = nape.turned(p.mix(a.HeadTurn, b.HeadTurn) * .4).tipped(p.mix(a.HeadTilt, b.HeadTilt) * .5)
	p.spine[headPart] = nape.turned(p.mix(a.HeadTurn, b.HeadTurn)).bent(p.mix(a.Nod, b.Nod)).tipped(p.mix(a.HeadTilt, b.HeadTilt))
	p.belly = p.mix(a.Belly, b.Belly)
	p.stack(Vector{})
}

// attitude is how the pelvis is turned.
func (t *trunk) attitude() attitude {
	return upright.turned(t.Yaw).tipped(t.Lean).bent(t.Pitch).turned(t.Roll)
}

// stack puts the parts of the trunk on the pelvis.
func (p *poser) stack(pelvis Vector) {
	p.at[Pelvis] = pelvis
	p.at[SpineLow] = pelvis.plus(p.spine[pelvisPart].up.by(pelvisLength))
	p.at[SpineMid] = p.at[SpineLow].plus(p.spine[lowPart].up.by(lowLength))
	p.at[SpineUpper] = p.at[SpineMid].plus(p.spine[midPart].up.by(midLength))
	p.at[Neck] = p.at[SpineUpper].plus(p.spine[upperPart].up.by(upperLength))
	skull := p.at[Neck].plus(p.spine[neckPart].up.by(neckLength))
	p.at[Head] = p.spine[headPart].place(skull, 1.2, headLength, 0)
	p.at[Crown] = p.at[Head].plus(p.spine[headPart].up.by(crownLength))
	for _, s := range []side{right, left} {
		p.at[s.of(HipR)] = pelvis.plus(p.spine[pelvisPart].right.by(hipBreadth * float64(s)))
	}
}

// stand puts the pelvis where the data say, or the feet on the floor.
func (p *poser) stand() {
	p.stack(between(p.pelvisOf(p.from), p.pelvisOf(p.to), p.share))
}

func (p *poser) pelvisOf(q *posture) Vector {
	if q.trunk.At != nil {
		return vectorOf(*q.trunk.At)
	}
	legs := *p // with the pelvis at the origin
	legs.legs()
	low := min(legs.lowest(HeelR, 2.2), legs.lowest(HeelL, 2.2), legs.lowest(ToesR, 1.4), legs.lowest(ToesL, 1.4))
	ankles := between(legs.at[AnkleR], legs.at[AnkleL], .5)
	return Vector{-ankles.X, -low, -ankles.Z}
}

func (p *poser) lowest(j Joint, radius float64) float64 { return p.at[j].Y - radius }

func (p *poser) limbs() {
	p.legs()
	p.arms()
}

func (p *poser) legs() {
	for _, s := range []side{right, left} {
		from, to := &p.from.legR, &p.to.legR
		if s == left {
			from, to = &p.from.legL, &p.to.legL
		}
		root := p.at[s.of(HipR)]
		limb := p.limb(legKind, s, root, from.limb(), to.limb())
		p.at[s.of(KneeR)] = root.plus(limb[0].by(thighLength))
		ankle := p.at[s.of(KneeR)].plus(limb[1].by(shinLength))
		sole := limb[3]
		p.at[s.of(AnkleR)] = ankle
		p.at[s.of(HeelR)] = ankle.plus(sole.by(ankleHeight - 2.2)).minus(limb[2].by(heelLength))
		p.at[s.of(ToesR)] = ankle.plus(sole.by(ankleHeight - 1.4)).plus(limb[2].by(footLength))
		p.sole[int(s.of(HipR)-HipR)] = sole
	}
}

func (p *poser) arms() {
	upper := p.spine[upperPart]
	for _, s := range []side{right, left} {
		from, to := &p.from.armR, &p.to.armR
		if s == left {
			from, to = &p.from.armL, &p.to.armL
		}
		sideways := upper.right.by(float64(s))
		collar := spin(spin(sideways, upper.front, p.mix(from.Draw, to.Draw)), upper.up, p.mix(from.Shrug, to.Shrug)-6)
		root := upper.place(p.at[Neck], 0, -1.5, 0).plus(collar.by(collarLength))
		p.at[s.of(ShoulderR)] = root
		limb := p.limb(armKind, s, root, from.limb(), to.limb())
		p.at[s.of(ElbowR)] = root.plus(limb[0].by(upperArmLength))
		p.at[s.of(WristR)] = p.at[s.of(ElbowR)].plus(limb[1].by(forearmLength))
		p.at[s.of(HandR)] = p.at[s.of(WristR)].plus(limb[2].by(handLength))
	}
}

// ease starts and ends a movement softly.
func ease(t float64) float64 {
	t = math.Max(0, math.Min(1, t))
	return t * t * (3 - 2*t)
}

// liftFeet raises feet that are put somewhere, and whose toes would be below
// the floor, and tells whether there were any.
func (p *poser) liftFeet() bool {
	any := false
	for i := range p.lifted {
		sunk := min(p.lowest(ToesR+Joint(i), 1.4), p.lowest(HeelR+Joint(i), 2.2))
		planted := p.from.legR.Reach != nil && p.to.legR.Reach != nil
		if i == 1 {
			planted = p.from.legL.Reach != nil && p.to.legL.Reach != nil
		}
		if planted && sunk < -.05 {
			p.lifted[i] -= sunk
			any = true
		}
	}
	if any {
		p.legs()
	}
	return any
}
