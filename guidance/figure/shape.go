package figure

import "math"

// An Ink is what a dot of a picture belongs to, so that a terminal can give
// it a colour.
type Ink uint8

// The inks. A cell has the ink that stands last in this list.
const (
	// None is an empty dot.
	None Ink = iota
	// Prop is furniture, the floor or a wall.
	Prop
	// Cushion is a pillow, a cushion or a ball.
	Cushion
	// Body is the person.
	Body
	// Felt is where on the body the movement is felt.
	Felt
	// Warm is a heat pack and Cold a cold pack.
	Warm
	Cold
	// Motion is an arrow.
	Motion
)

// pattern says how a shape is filled. Marks and packs differ by pattern, so
// that nothing is told by colour alone.
type pattern uint8

const (
	solid pattern = iota
	// thin is solid, and at least one dot wide however small the picture.
	thin
	// hollow has an outline, and a few dots inside.
	hollow
	// striped and dotted have an outline and a hatch: heat and cold.
	striped
	dotted
	// blank takes away what is there, where there is room for it: eyes.
	blank
	// groove is a blank line, at least one dot wide.
	groove
	// combed is the hair on the back of a head.
	combed
	// speckled thins out what is there: where it is felt.
	speckled
)

// A capsule is a bone with flesh, seen: two circles and what is between them.
type capsule struct {
	x0, y0, r0 float64
	x1, y1, r1 float64
	// cut0 and cut1 are the share of the way between which a gap is cut
	// into what is behind. Nothing is cut where the limb is joined; a value
	// below 0 or above 1 cuts round that end.
	cut0, cut1 float64
}

// A shape is some capsules that are drawn as one.
type shape struct {
	parts   []capsule
	depth   float64
	ink     Ink
	pattern pattern
	// endless shapes, such as the floor, do not make the picture wider.
	endless bool
	// arrow has its barbs as its last two parts.
	arrow bool
	// marks are drawn on this shape, and hidden by what hides it.
	marks []capsule
}

// box is a part of a picture.
type box struct{ x0, y0, x1, y1 float64 }

var emptyBox = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (b *box) add(c capsule) {
	b.x0 = min(b.x0, c.x0-c.r0, c.x1-c.r1)
	b.y0 = min(b.y0, c.y0-c.r0, c.y1-c.r1)
	b.x1 = max(b.x1, c.x0+c.r0, c.x1+c.r1)
	b.y1 = max(b.y1, c.y0+c.r0, c.y1+c.r1)
}

// fit finds the part of the picture that all keyframes need.
func (f *Figure) fit() {
	if c := f.View.Crop; c != nil {
		f.frame = box{c[0], c[1], c[2], c[3]}
		return
	}
	// The heads of arrows are as large as the picture asks for, so the first
	// time round they are too small.
	for range 2 {
		f.frame = f.bounds()
	}
}

// bounds returns the box round all that is drawn.
func (f *Figure) bounds() box {
	b := emptyBox
	if f.magnifier != nil {
		for _, c := range f.rings.parts {
			b.add(c)
		}
	}
	for i := range f.keyframes {
		p := f.Key(i, false)
		for _, s := range p.shapes() {
			for _, c := range s.parts {
				if s.endless {
					c.x0, c.x1 = 0, 0
				}
				b.add(c)
			}
		}
	}
	return b
}
