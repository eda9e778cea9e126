package figure

// A posture is how the data describe a body at one moment: angles in degrees,
// places in units. A keyframe gives only what differs from the one before.
type posture struct {
	trunk      trunk
	armR, armL arm
	legR, legL leg
}

// trunk poses everything but the limbs.
type trunk struct {
	// At is where the pelvis is. Without it the body stands: the lower foot
	// is on the floor, and the ankles are above the origin.
	At *[3]float64 `json:"at"`
	// Yaw turns the whole body to its right, Lean tips it over that side,
	// Pitch tips it forward (90 is face down, -90 is on the back), and Roll
	// then turns it about its own length.
	Yaw   float64 `json:"yaw"`
	Lean  float64 `json:"lean"`
	Pitch float64 `json:"pitch"`
	Roll  float64 `json:"roll"`
	// Low, Mid and Upper round the spine forward; negative is arched.
	Low   float64 `json:"low"`
	Mid   float64 `json:"mid"`
	Upper float64 `json:"upper"`
	// Turn turns the shoulder line to the right against the pelvis, spread
	// over the spine, and Side bends the spine to the right.
	Turn float64 `json:"turn"`
	Side float64 `json:"side"`
	// Neck tips the neck forward, Nod the head on it; HeadTurn turns the head
	// to the right and HeadTilt tips it there.
	Neck     float64 `json:"neck"`
	Nod      float64 `json:"nod"`
	HeadTurn float64 `json:"headTurn"`
	HeadTilt float64 `json:"headTilt"`
	// Belly is how far the tummy stands out.
	Belly float64 `json:"belly"`
}

// arm poses an arm, by angles or by where the hand is.
type arm struct {
	// Shrug lifts the shoulder, Draw pulls it forward.
	Shrug float64 `json:"shrug"`
	Draw  float64 `json:"draw"`
	// Flex lifts the arm forward, Out sideways; Turn turns it about its
	// length, outwards. Elbow bends it.
	Flex  float64 `json:"flex"`
	Out   float64 `json:"out"`
	Turn  float64 `json:"turn"`
	Elbow float64 `json:"elbow"`
	// Reach puts the wrist somewhere instead.
	Reach *reach `json:"reach"`
	// Fingers is the direction of the hand where it does not follow the arm.
	Fingers *[3]float64 `json:"fingers"`
}

// leg poses a leg, by angles or by where the ankle is.
type leg struct {
	Hip  float64 `json:"hip"`
	Out  float64 `json:"out"`
	Turn float64 `json:"turn"`
	Knee float64 `json:"knee"`
	// Ankle pulls the toes up.
	Ankle float64 `json:"ankle"`
	Reach *reach  `json:"reach"`
	// Toes is the direction of the foot where it does not follow the shin.
	Toes *[3]float64 `json:"toes"`
}

// reach is a place for a wrist or an ankle. The third coordinate of By and
// Bend counts outwards, to the side of the limb.
type reach struct {
	// To is a joint, "other " and a joint of the other side, or empty for
	// the origin of the figure.
	To string     `json:"to"`
	By [3]float64 `json:"by"`
	// Bend is the direction in which the elbow or the knee points.
	Bend *[3]float64 `json:"bend"`
}

// copied returns a posture that shares nothing with p, so that reading the
// next keyframe over it leaves p alone.
func (p posture) copied() posture {
	p.trunk.At = copiedPointer(p.trunk.At)
	for _, a := range []*arm{&p.armR, &p.armL} {
		a.Reach, a.Fingers = a.Reach.copied(), copiedPointer(a.Fingers)
	}
	for _, l := range []*leg{&p.legR, &p.legL} {
		l.Reach, l.Toes = l.Reach.copied(), copiedPointer(l.Toes)
	}
	return p
}

func (r *reach) copied() *reach {
	if r == nil {
		return nil
	}
	c := *r
	c.Bend = copiedPointer(r.Bend)
	return &c
}

func copiedPointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}
