package figure

import "math"

// A View says from where a figure is seen.
type View struct {
	// Yaw turns the person towards the viewer: 0 is the right side, 90 the
	// front, -90 the back. Tilt looks down from above; 90 is the plan.
	Yaw  float64 `json:"yaw"`
	Tilt float64 `json:"tilt"`
	// HeadInFront draws the head before the arms that hold it.
	HeadInFront bool `json:"headInFront"`
	// Crop is the part of the picture to show, left, bottom, right and top,
	// instead of all there is.
	Crop *[4]float64 `json:"crop"`
}

// a lens projects places on the picture.
type lens struct{ sinYaw, cosYaw, sinTilt, cosTilt float64 }

func (v View) lens() lens {
	var l lens
	l.sinYaw, l.cosYaw = math.Sincos(v.Yaw * math.Pi / 180)
	l.sinTilt, l.cosTilt = math.Sincos(v.Tilt * math.Pi / 180)
	return l
}

// see returns where a place is on the picture, and in Z how near it is.
func (l lens) see(v Vector) Vector {
	across := v.X*l.cosYaw - v.Z*l.sinYaw
	near := v.X*l.sinYaw + v.Z*l.cosYaw
	return Vector{across, v.Y*l.cosTilt - near*l.sinTilt, near*l.cosTilt + v.Y*l.sinTilt}
}

// mirror returns the place of v in a mirror that stands at right angles to
// the picture, so that left and right of the picture change places.
func (v View) mirror(at Vector) Vector {
	l := v.lens()
	axis := Vector{l.cosYaw, 0, -l.sinYaw}
	return at.minus(axis.by(2 * at.dot(axis)))
}
