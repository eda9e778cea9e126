package figure

import "math"

// Signs stand in the picture beside the person, flat and always facing the
// viewer: what cannot be seen of a pack is that it is warm or cold, and that
// it comes off again.

// sign draws lines given in the plane of the picture, round the place of a
// prop.
func (d *drawing) sign(p *prop, ink Ink, lines ...[4]float64) {
	middle := d.lens.see(vectorOf(p.At))
	s := shape{depth: 1e5, ink: ink, pattern: thin}
	for _, l := range lines {
		s.parts = append(s.parts, flat(Vector{middle.X + l[0], middle.Y + l[1], 0}, Vector{middle.X + l[2], middle.Y + l[3], 0}))
	}
	d.shapes = append(d.shapes, s)
}

// clock draws a dial with a slice of it filled: as many minutes as the program
// starts with.
func (d *drawing) clock(p *prop) {
	const spokes, turnPerMinute = 11, 2 * math.Pi / 60
	middle := d.lens.see(vectorOf(p.At))
	hand := func(minutes, length float64) Vector {
		sin, cos := math.Sincos(minutes * turnPerMinute)
		return Vector{middle.X + length*p.R*sin, middle.Y + length*p.R*cos, 0}
	}
	s := shape{depth: 1e5, ink: Prop, pattern: thin, parts: ring([2]float64{middle.X, middle.Y}, p.R)}
	for i := range spokes {
		s.parts = append(s.parts, flat(hand(0, 0), hand(p.Minutes*float64(i)/(spokes-1), .8)))
	}
	d.shapes = append(d.shapes, s)
}

// waves draws three waves that rise: warmth.
func (d *drawing) waves(p *prop) {
	const bends = 4
	var lines [][4]float64
	for x := -p.R; x <= p.R; x += p.R {
		for i := range bends {
			from, to := float64(i%2*2-1)*p.R/5, float64(1-i%2*2)*p.R/5
			low, high := p.Height*(float64(i)/bends-.5), p.Height*(float64(i+1)/bends-.5)
			lines = append(lines, [4]float64{x + from, low, x + to, high})
		}
	}
	d.sign(p, Warm, lines...)
}

// flake draws a crystal of snow: cold.
func (d *drawing) flake(p *prop) {
	var lines [][4]float64
	for i := range 3 {
		sin, cos := math.Sincos(math.Pi * float64(i) / 3)
		lines = append(lines, [4]float64{-p.R * sin, -p.R * cos, p.R * sin, p.R * cos})
	}
	d.sign(p, Cold, lines...)
}
