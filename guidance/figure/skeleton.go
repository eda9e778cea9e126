package figure

// A Joint names a point of the skeleton. Joints that come in pairs are named
// for the right side first; the left one follows directly.
type Joint int

// The joints of the body.
const (
	Pelvis Joint = iota
	SpineLow
	SpineMid
	SpineUpper
	Neck
	Head
	Crown
	ShoulderR
	ShoulderL
	ElbowR
	ElbowL
	WristR
	WristL
	HandR
	HandL
	HipR
	HipL
	KneeR
	KneeL
	AnkleR
	AnkleL
	HeelR
	HeelL
	ToesR
	ToesL
	joints
)

// jointNames are the names by which the data call joints. A name of a pair
// stands for the joint on the side of the limb that uses it.
var jointNames = map[string]Joint{
	"pelvis": Pelvis, "low": SpineLow, "mid": SpineMid, "upper": SpineUpper, "neck": Neck, "head": Head, "crown": Crown,
	"shoulder": ShoulderR, "elbow": ElbowR, "wrist": WristR, "hand": HandR,
	"hip": HipR, "knee": KneeR, "ankle": AnkleR, "heel": HeelR, "toes": ToesR,
}

// side is 1 for the right side of the body and -1 for the left.
type side float64

const (
	right side = 1
	left  side = -1
)

// of returns the joint of a pair that is on this side.
func (s side) of(j Joint) Joint {
	if s == left && j >= ShoulderR {
		return j + 1
	}
	return j
}

// The lengths of the bones. The whole is 100 high and 7.5 heads tall.
const (
	pelvisLength   = 8.0
	lowLength      = 7.0
	midLength      = 7.0
	upperLength    = 7.5
	neckLength     = 5.0
	headLength     = 6.2
	crownLength    = 6.7
	collarLength   = 10.0
	upperArmLength = 16.5
	forearmLength  = 14.0
	handLength     = 7.5
	hipBreadth     = 5.2
	thighLength    = 24.5
	shinLength     = 24.0
	heelLength     = 3.2
	footLength     = 9.5
	// ankleHeight is how high the ankle is above the sole of a flat foot.
	ankleHeight = 4.0
)

// Bones are the pairs of joints whose distance never changes.
var Bones = []struct {
	From, To Joint
	Length   float64
}{
	{Pelvis, SpineLow, pelvisLength}, {SpineLow, SpineMid, lowLength}, {SpineMid, SpineUpper, midLength},
	{SpineUpper, Neck, upperLength}, {Head, Crown, crownLength},
	{ShoulderR, ElbowR, upperArmLength}, {ShoulderL, ElbowL, upperArmLength},
	{ElbowR, WristR, forearmLength}, {ElbowL, WristL, forearmLength},
	{WristR, HandR, handLength}, {WristL, HandL, handLength},
	{Pelvis, HipR, hipBreadth}, {Pelvis, HipL, hipBreadth}, {HipR, KneeR, thighLength}, {HipL, KneeL, thighLength},
	{KneeR, AnkleR, shinLength}, {KneeL, AnkleL, shinLength},
}
