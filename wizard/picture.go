package wizard

import (
	"backcare/guidance"
	"backcare/guidance/figure"
)

// FigureOf returns the figure that shows a relief, and false where there is
// none.
func FigureOf(r guidance.Relief) (*figure.Figure, bool) {
	if r.Figure != "" {
		return figure.Find(r.Figure)
	}
	return figure.Find(r.ID)
}

// pictureOf returns a block with the picture of a relief, if there is one.
func pictureOf(l *guidance.Library, r guidance.Relief) (Block, bool) {
	f, ok := FigureOf(r)
	if !ok {
		return Block{}, false
	}
	return Block{Kind: Picture, Figure: f, Text: l.PictureWords(f.ID)}, true
}

// picture returns the body as it is now. While there is time to read or to get
// ready, it shows the whole movement.
func (p *player) picture() *figure.Pose {
	f, i := p.line.Figure, p.interval()
	if f == nil {
		return nil
	}
	switch i.Kind {
	case Moving:
		p.pose = f.Between(i.From, i.To, part(p.within, i.Length), i.Mirrored)
	case Holding, SwitchingSides, Resting:
		p.pose = f.Key(i.To, i.Mirrored)
	default:
		p.pose = f.Frame(p.within.Seconds(), i.Mirrored)
	}
	return &p.pose
}
