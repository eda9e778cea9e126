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
		s.parts = append(s.parts, capsule{rounded(middle.X + l[0]), rounded(middle.Y + l[1]), .45,
			rounded(middle.X + l[2]), rounded(middle.Y + l[3]), .45, joined[0], joined[1]})
	}
	d.shapes = append(d.shapes, s)
}

// clock draws a dial whose hands say a quarter of an hour.
func (d *drawing) clock(p *prop) {
	const edges = 16
	lines := [][4]float64{{0, 0, 0, .75 * p.R}, {0, 0, .55 * p.R, 0}}
	for i := range edges {
		sin0, cos0 := math.Sincos(2 * math.Pi * float64(i) / edges)
		sin1, cos1 := math.Sincos(2 * math.Pi * float64(i+1) / edges)
		lines = append(lines, [4]float64{p.R * sin0, p.R * cos0, p.R * sin1, p.R * cos1})
	}
	d.sign(p, Prop, lines...)
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
