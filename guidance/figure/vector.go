package figure

import "math"

// A Vector is a place or a direction. The person of a figure, upright and
// unturned, faces along X, Y is up, and Z points to the person's right, which
// is where the viewer of a side view stands. A standing body is 100 units high.
type Vector struct{ X, Y, Z float64 }

func (v Vector) plus(w Vector) Vector       { return Vector{v.X + w.X, v.Y + w.Y, v.Z + w.Z} }
func (v Vector) minus(w Vector) Vector      { return Vector{v.X - w.X, v.Y - w.Y, v.Z - w.Z} }
func (v Vector) by(k float64) Vector        { return Vector{v.X * k, v.Y * k, v.Z * k} }
func (v Vector) dot(w Vector) float64       { return v.X*w.X + v.Y*w.Y + v.Z*w.Z }
func (v Vector) length() float64            { return math.Sqrt(v.dot(v)) }
func vectorOf(a [3]float64) Vector          { return Vector{a[0], a[1], a[2]} }
func between(v, w Vector, k float64) Vector { return v.plus(w.minus(v).by(k)) }

func (v Vector) cross(w Vector) Vector {
	return Vector{v.Y*w.Z - v.Z*w.Y, v.Z*w.X - v.X*w.Z, v.X*w.Y - v.Y*w.X}
}

// unit returns the direction of v, or fallback where v has none.
func (v Vector) unit(fallback Vector) Vector {
	l := v.length()
	if l < 1e-9 {
		return fallback
	}
	return v.by(1 / l)
}

// across returns the part of v that is at right angles to a unit vector.
func (v Vector) across(axis Vector) Vector { return v.minus(axis.by(v.dot(axis))) }

// spin turns v towards w, at right angles to it, by an angle in degrees.
func spin(v, w Vector, degrees float64) Vector {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return v.by(cos).plus(w.by(sin))
}

// An attitude is how a part of the trunk is turned: where its front, its top
// and its right side point.
type attitude struct{ front, up, right Vector }

var upright = attitude{Vector{X: 1}, Vector{Y: 1}, Vector{Z: 1}}

// bent tips the top to the front.
func (a attitude) bent(degrees float64) attitude {
	return attitude{spin(a.front, a.up, -degrees), spin(a.up, a.front, degrees), a.right}
}

// turned turns the front to the right.
func (a attitude) turned(degrees float64) attitude {
	return attitude{spin(a.front, a.right, degrees), a.up, spin(a.right, a.front, -degrees)}
}

// tipped tips the top to the right.
func (a attitude) tipped(degrees float64) attitude {
	return attitude{a.front, spin(a.up, a.right, degrees), spin(a.right, a.up, -degrees)}
}

// place returns the point that is forward, up and right of an origin.
func (a attitude) place(origin Vector, forward, up, right float64) Vector {
	return origin.plus(a.front.by(forward)).plus(a.up.by(up)).plus(a.right.by(right))
}

// towards returns the attitude a share of the way to another.
func (a attitude) towards(b attitude, share float64) attitude {
	up := between(a.up, b.up, share).unit(a.up)
	front := between(a.front, b.front, share).across(up).unit(a.front)
	return attitude{front, up, front.cross(up)}
}
