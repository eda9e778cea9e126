package figure

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"backcare/guidance"
)

// frames calls do for poses all through each figure, or for its one pose.
func frames(t *testing.T, do func(t *testing.T, p *Pose)) {
	t.Helper()
	const steps = 40
	for _, id := range IDs() {
		f, _ := Find(id)
		t.Run(id, func(t *testing.T) {
			for i := range steps {
				for _, mirrored := range []bool{false, true} {
					p := f.Frame(f.Seconds()*float64(i)/steps, mirrored)
					do(t, &p)
				}
			}
		})
	}
}

func TestBonesKeepTheirLength(t *testing.T) {
	frames(t, func(t *testing.T, p *Pose) {
		for _, b := range Bones {
			if got := p.At(b.To).minus(p.At(b.From)).length(); math.Abs(got-b.Length) > 1e-6 {
				t.Fatalf("bone %d to %d: got length %.3f, want %.3f", b.From, b.To, got, b.Length)
			}
		}
	})
}

func TestNothingIsBelowTheFloor(t *testing.T) {
	const sunk = -.8 // flesh gives
	parts := []struct {
		name   string
		joint  Joint
		radius float64
	}{{"head", Head, 4.5}, {"crown", Crown, 0}, {"right hand", HandR, 1.2}, {"left hand", HandL, 1.2}, {"right wrist", WristR, 1.6}, {"left wrist", WristL, 1.6},
		{"right elbow", ElbowR, 2.2}, {"left elbow", ElbowL, 2.2}, {"right knee", KneeR, 3.3}, {"left knee", KneeL, 3.3},
		{"right heel", HeelR, 2.2}, {"left heel", HeelL, 2.2}, {"right toes", ToesR, 1.4}, {"left toes", ToesL, 1.4}, {"pelvis", Pelvis, 5.6}}
	frames(t, func(t *testing.T, p *Pose) {
		for _, part := range parts {
			if low := p.At(part.joint).Y - part.radius; low < sunk {
				t.Errorf("%s: %.1f below the floor", part.name, -low)
			}
		}
	})
}

// Nobody flies: on the floor, something of the body always rests on it.
func TestSomethingRestsOnTheFloor(t *testing.T) {
	const over = 2.5 // heels and toes are round, and buttocks hang lower than the pelvis
	frames(t, func(t *testing.T, p *Pose) {
		if slices.ContainsFunc(p.figure.props, func(p prop) bool { return p.Kind == "bed" }) {
			return
		}
		low := math.Inf(1)
		for _, part := range []struct {
			joint  Joint
			radius float64
		}{{HeelR, 2.2}, {HeelL, 2.2}, {ToesR, 1.4}, {ToesL, 1.4}, {KneeR, 3.3}, {KneeL, 3.3}, {Pelvis, 5.6}, {ShoulderR, 2.9}, {ShoulderL, 2.9}} {
			low = min(low, p.At(part.joint).Y-part.radius)
		}
		if low > over {
			t.Errorf("the lowest of the body is %.1f above the floor", low)
		}
	})
}

// On a bed nobody sinks into the mattress, either, and the feet that hang
// over its edge are the only ones below it.
func TestNothingIsInTheMattress(t *testing.T) {
	for _, id := range IDs() {
		f, _ := Find(id)
		i := slices.IndexFunc(f.props, func(p prop) bool { return p.Kind == "bed" })
		if i < 0 || id == "log-roll" {
			continue
		}
		p := f.Key(0, false)
		for _, j := range []Joint{Head, HandR, HandL, AnkleR, AnkleL, HeelR, HeelL, KneeR, KneeL} {
			if over := p.At(j).Y - f.props[i].Height; over < 0 {
				t.Errorf("%s: joint %d is %.1f inside the bed", id, j, -over)
			}
		}
	}
}

func TestMirroredFramesAreExactMirrors(t *testing.T) {
	for _, id := range IDs() {
		f, _ := Find(id)
		for i := range 5 {
			at := f.Seconds() * float64(i) / 5
			one, other := Render(f.Frame(at, false), 44, 12), Render(f.Frame(at, true), 44, 12)
			for y := range one.high {
				for x := range one.wide {
					if one.Dot(x, y) != other.Dot(one.wide-1-x, y) {
						t.Fatalf("%s after %.1f s: dot %d,%d has no mirror image", id, at, x, y)
					}
				}
			}
			p, q := f.Frame(at, false), f.Frame(at, true)
			if got, want := q.At(HandL), f.View.mirror(p.At(HandR)); got.minus(want).length() > 1e-9 {
				t.Errorf("%s: got left hand at %v, want the mirror image %v of the right", id, got, want)
			}
		}
	}
}

// A chair stands on four legs, and not on wheels.
func TestChairHasFourLegs(t *testing.T) {
	f := &Figure{keyframes: make([]keyframe, 1)}
	p := f.Key(0, false)
	count := func(props ...prop) (n int) {
		f.props = props
		for _, s := range p.shapes() {
			if c := s.parts[0]; s.ink == Prop && min(c.y0, c.y1) == 0 {
				n++
			}
		}
		return n
	}
	if got, want := count(prop{Kind: "chair", Length: 24, Width: 24, Height: 28, Back: 26}), 4; got != want {
		t.Errorf("got %d legs, want %d", got, want)
	}
}

// A pillow under a head is about 0.6 of a head high, and lower than the
// stack that lifts the knees.
func TestPillowHeights(t *testing.T) {
	top := func(id string, at float64) float64 {
		f, _ := Find(id)
		high, bed := 0.0, 0.0
		for _, p := range f.props {
			if p.Kind == "bed" {
				bed = p.Height
			}
			if p.Kind == "pillow" && math.Abs((p.From[0]+p.To[0])/2-at) < 12 {
				high = max(high, p.From[1]+p.R, p.To[1]+p.R)
			}
		}
		return high - bed
	}
	const head = 13.3
	for _, id := range []string{"knees-over-pillows", "flat-pillow-under-knees"} {
		if got := top(id, -41); got < head*.3 || got > head*.7 {
			t.Errorf("%s: got a pillow %.1f high under the head, want about 0.6 of %.1f or less", id, got, head)
		}
	}
	stack, one := top("knees-over-pillows", 15), top("flat-pillow-under-knees", 22)
	if stack < 1.5*one || stack < head {
		t.Errorf("got %.1f for the stack and %.1f for one pillow, want the stack clearly higher, and higher than a head", stack, one)
	}
}

// liesFaceDown tells whether somebody lies on the tummy. Who kneels looks down as
// well, but has bent hips, and room under the tummy.
func liesFaceDown(p *Pose) bool {
	thigh := p.At(KneeR).minus(p.At(HipR)).unit(Vector{})
	straight := thigh.dot(p.spine[pelvisPart].up) < -.7
	return p.spine[lowPart].front.Y < -.8 && straight && math.Abs(thigh.Y) < .5
}

// liesOnBack tells whether somebody lies flat on the back.
func liesOnBack(p *Pose) bool { return p.spine[lowPart].front.Y > .9 }

// Nobody who is pregnant is shown face down flat, and late in pregnancy
// nobody is shown flat on the back, but for the start of the log roll.
func TestPregnancySet(t *testing.T) {
	offered := 0
	for _, r := range guidance.Open("en").Relief().All() {
		f, ok := Find(r.ID)
		if !ok {
			continue
		}
		for _, pregnancy := range []string{"pregnant", "pregnant-16", "pregnant-28"} {
			if slices.Contains(r.Contraindications, pregnancy) {
				continue
			}
			offered++
			for i := range f.Keyframes() {
				p := f.Key(i, false)
				if liesFaceDown(&p) {
					t.Errorf("%s: %s: keyframe %d lies face down", pregnancy, r.ID, i)
				}
				if late := pregnancy != "pregnant"; late && liesOnBack(&p) && r.ID != "log-roll" {
					t.Errorf("%s: %s: keyframe %d lies flat on the back", pregnancy, r.ID, i)
				}
			}
		}
	}
	if offered < 10 {
		t.Errorf("got %d figures offered in pregnancy, want many: this test is broken", offered)
	}
}

// The test above can see who lies how.
func TestLyingIsSeen(t *testing.T) {
	tests := []struct {
		id               string
		keyframe         int
		faceDown, faceUp bool
	}{
		{"stomach-pillow-pelvis", 0, true, false}, {"knees-over-pillows", 0, false, true}, {"pelvic-tilt", 1, false, true},
		{"log-roll", 0, false, true}, {"side-fetal", 0, false, false}, {"heels-sit", 1, false, false}, {"cat-cow", 0, false, false},
	}
	for _, test := range tests {
		f, _ := Find(test.id)
		p := f.Key(test.keyframe, false)
		if faceDown, faceUp := liesFaceDown(&p), liesOnBack(&p); faceDown != test.faceDown || faceUp != test.faceUp {
			t.Errorf("%s: got face down %v and face up %v, want %v and %v", test.id, faceDown, faceUp, test.faceDown, test.faceUp)
		}
	}
}

// What a physiotherapist would look for in single poses.
func TestPosesAreRight(t *testing.T) {
	key := func(id string, i int) Pose {
		f, ok := Find(id)
		if !ok {
			t.Fatalf("no figure %q", id)
		}
		return f.Key(i, false)
	}
	hinge := key("hip-hinge", 1)
	if hinge.At(KneeR).X > hinge.At(ToesR).X {
		t.Error("hip-hinge: the knees are before the toes")
	}
	if hinge.At(Pelvis).X > hinge.At(HeelR).X {
		t.Error("hip-hinge: the bottom is not behind the heels")
	}
	rolls := key("knee-rolls", 1)
	if d := math.Abs(rolls.At(ShoulderR).Y - rolls.At(ShoulderL).Y); d > 2.5 {
		t.Errorf("knee-rolls: one shoulder is %.1f above the other; both stay down", d)
	}
	pull := key("knee-to-chest", 1)
	for _, hand := range []Joint{WristR, WristL} {
		if pull.At(hand).minus(pull.At(KneeR)).length() < 5 {
			t.Error("knee-to-chest: a hand pulls on the knee cap")
		}
		if pull.At(hand).X < pull.At(KneeR).X {
			t.Error("knee-to-chest: a hand is not behind the thigh")
		}
	}
	down, up := key("shoulder-raises", 0), key("shoulder-raises", 1)
	if rise := up.At(ShoulderR).Y - down.At(ShoulderR).Y; rise < 5 || rise > 9 {
		t.Errorf("shoulder-raises: the shoulders rise by %.1f, want about half a head", rise)
	}
	twist := key("seated-twist", 1)
	if line := twist.At(ShoulderR).minus(twist.At(ShoulderL)); line.X > -8 {
		t.Errorf("seated-twist: got shoulder line %v, want it turned to the right", line)
	}
}

// What a physiotherapist would look for all through a movement.
func TestMovementsAreRight(t *testing.T) {
	tests := []struct {
		id, want string
		holds    func(p, first *Pose) bool
	}{
		{"hip-hinge", "the knees stay behind the toes", func(p, _ *Pose) bool {
			return p.At(KneeR).X <= p.At(ToesR).X && p.At(KneeL).X <= p.At(ToesL).X
		}},
		{"hip-hinge", "head, back and tail stay in one line", func(p, _ *Pose) bool {
			return p.spine[pelvisPart].up.dot(p.spine[upperPart].up) > .99 && p.spine[pelvisPart].up.dot(p.spine[neckPart].up) > .95
		}},
		{"knee-rolls", "both shoulder blades stay on the floor", func(p, _ *Pose) bool {
			const flesh = 9
			return p.At(ShoulderR).Y < flesh && p.At(ShoulderL).Y < flesh
		}},
		{"knee-to-chest", "no hand pulls on a knee cap", func(p, _ *Pose) bool {
			for _, hand := range []Joint{WristR, WristL, HandR, HandL} {
				cap := p.At(KneeR).plus(p.spine[pelvisPart].up.by(3)) // in front of the knee, towards the chest
				if p.At(hand).minus(cap).length() < 4 {
					return false
				}
			}
			return true
		}},
		{"upper-back-extension", "the hands hold the head from below and do not pull its top", func(p, _ *Pose) bool {
			skull := p.spine[headPart]
			for _, wrist := range []Joint{WristR, WristL} {
				if p.At(wrist).minus(p.At(Head)).dot(skull.up) > 0 {
					return false
				}
			}
			return true
		}},
		{"upper-back-extension", "the low back stays where it is", func(p, first *Pose) bool {
			return p.At(Pelvis).minus(first.At(Pelvis)).length() < .5 && p.At(SpineLow).minus(first.At(SpineLow)).length() < .5
		}},
		{"pelvic-tilt", "the hips do not lift", func(p, first *Pose) bool { return math.Abs(p.At(Pelvis).Y-first.At(Pelvis).Y) < 1 }},
		{"supported-cough", "the trunk stays tall", func(p, _ *Pose) bool { return p.spine[upperPart].up.Y > .99 }},
		{"blade-squeeze", "the shoulders do not rise", func(p, first *Pose) bool { return p.At(ShoulderR).Y <= first.At(ShoulderR).Y+.2 }},
		{"seated-twist", "the pelvis stays on the seat", func(p, first *Pose) bool { return p.At(HipR).minus(first.At(HipR)).length() < .5 }},
	}
	for _, test := range tests {
		t.Run(test.id+": "+test.want, func(t *testing.T) {
			const steps = 40
			f, _ := Find(test.id)
			first := f.Key(0, false)
			for i := range steps {
				if p := f.Frame(f.Seconds()*float64(i)/steps, false); !test.holds(&p, &first) {
					t.Fatalf("not after %.1f s", f.Seconds()*float64(i)/steps)
				}
			}
		})
	}
}

// What must be seen is where it should be.
func TestEndsAreRight(t *testing.T) {
	at := func(id string, i int) *Pose {
		f, _ := Find(id)
		p := f.Key((i+f.Keyframes())%f.Keyframes(), false)
		return &p
	}
	gap := func(p *Pose) float64 { return p.At(SpineMid).Y - 4.9 }
	if open, closed := gap(at("pelvic-tilt", 0)), gap(at("pelvic-tilt", 1)); open < 3 || closed > 2.5 {
		t.Errorf("pelvic-tilt: got a gap of %.1f under the waist and then %.1f, want about a hand and then next to none", open, closed)
	}
	heels := at("heels-sit", 1)
	if d := heels.At(Pelvis).minus(between(heels.At(HeelR), heels.At(HeelL), .5)).length(); d > 12 {
		t.Errorf("heels-sit: the bottom ends %.1f from the heels", d)
	}
	up := at("getting-up-from-floor", -1)
	const seat = 28
	if over := up.At(Pelvis).Y - seat; over < 5 || over > 9 || up.spine[upperPart].up.Y < .95 {
		t.Errorf("getting-up-from-floor: ends %.1f over the seat, leaning by %v, want it sitting tall", over, up.spine[upperPart].up)
	}
	curl := func(id string) float64 { p := at(id, 0); return p.At(Head).minus(p.At(KneeR)).length() }
	if fetal, loose := curl("side-fetal"), curl("side-pillow-between-knees"); fetal > .75*loose {
		t.Errorf("got %.1f from head to knee curled up and %.1f not, want it clearly less", fetal, loose)
	}
}

// The clock in the pictures of heat and cold shows the minutes that the
// program starts with.
func TestClocksShowTheDose(t *testing.T) {
	for _, id := range []string{"heat", "ice"} {
		f, _ := Find(id)
		i := slices.IndexFunc(f.props, func(p prop) bool { return p.Kind == "clock" })
		r, ok := guidance.Open("en").Relief().Find(id)
		if i < 0 || !ok {
			t.Fatalf("%s: no clock, or no such remedy", id)
		}
		if got, want := f.props[i].Minutes, float64(r.Dose.MinutesMin); got != want {
			t.Errorf("%s: the clock shows %v minutes, want %v", id, got, want)
		}
	}
}

// Nobody jumps: from one frame of a terminal to the next no joint goes farther
// than a limb can, also where the movement begins again.
func TestMovementsAreSmooth(t *testing.T) {
	const perSecond, farthest = 10, 9 // the foot of who walks
	for _, id := range IDs() {
		f, _ := Find(id)
		for i := 0; float64(i+1)/perSecond < f.Seconds(); i++ {
			p, q := f.Frame(float64(i)/perSecond, false), f.Frame(float64(i+1)/perSecond, false)
			for j := range joints {
				if d := p.At(j).minus(q.At(j)).length(); d > farthest {
					t.Errorf("%s after %.1f s: joint %d goes %.1f at once", id, float64(i)/perSecond, j, d)
				}
			}
		}
		if _, move := f.Timing(f.Keyframes() - 1); move > 0 {
			if d := f.Frame(f.Seconds()-1e-6, false).at[Head].minus(f.Key(0, false).at[Head]).length(); d > .01 {
				t.Errorf("%s: the head is %.2f off where it begins again", id, d)
			}
		}
	}
}

// No hand, elbow or knee goes through the trunk on its way.
func TestNoLimbGoesThroughTheTrunk(t *testing.T) {
	const flesh = 4.0
	frames(t, func(t *testing.T, p *Pose) {
		for _, limb := range []Joint{ElbowR, ElbowL, WristR, WristL, HandR, HandL, KneeR, KneeL, AnkleR, AnkleL} {
			for i := Pelvis; i < SpineUpper; i++ {
				if d := toSegment(p.At(limb), p.At(i), p.At(i+1)); d < flesh {
					t.Errorf("joint %d is %.1f from the spine", limb, d)
				}
			}
		}
	})
}

// toSegment is how far a place is from the line between two others.
func toSegment(v, from, to Vector) float64 {
	way := to.minus(from)
	share := max(0, min(1, v.minus(from).dot(way)/way.dot(way)))
	return v.minus(between(from, to, share)).length()
}

// What has an order starts again from its beginning: nobody is seen to leap
// backwards from the last step to the first.
func TestSequencesAreNotPlayedBackwards(t *testing.T) {
	for _, id := range []string{"log-roll", "getting-up-from-floor"} {
		f, _ := Find(id)
		if hold, move := f.Timing(f.Keyframes() - 1); move != 0 || hold == 0 {
			t.Errorf("%s: got %v s on the way back after %v s, want none after some", id, move, hold)
		}
		got, want := f.Frame(f.Seconds()-.01, false), f.Key(f.Keyframes()-1, false)
		if got.At(Head) != want.At(Head) {
			t.Errorf("%s: does not end in its last keyframe", id)
		}
	}
}

func TestFrameGoesRound(t *testing.T) {
	f, _ := Find("cat-cow")
	if got := f.Seconds(); math.Abs(got-17.5) > 1e-9 {
		t.Fatalf("got a round of %v s, want 17.5", got)
	}
	tests := []struct {
		at      float64
		between [2]int
		share   float64
	}{{-1, [2]int{0, 0}, 0}, {0, [2]int{0, 0}, 0}, {.4, [2]int{0, 0}, 0}, {1.5, [2]int{0, 1}, .5}, {5, [2]int{1, 1}, 0}, {9, [2]int{1, 2}, .5}, {16.5, [2]int{2, 0}, .5}, {17.5, [2]int{0, 0}, 0}, {19, [2]int{0, 1}, .5}}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.at), func(t *testing.T) {
			got, want := f.Frame(test.at, false), f.Between(test.between[0], test.between[1], test.share, false)
			if d := got.At(Head).minus(want.At(Head)).length(); d > 1e-6 {
				t.Errorf("the head is %.3f away from where it should be", d)
			}
		})
	}
}

func BenchmarkFrame(b *testing.B) {
	f, _ := Find("seated-twist")
	for i := 0; b.Loop(); i++ {
		Render(f.Frame(float64(i%100)/10, false), 44, 16)
	}
}
