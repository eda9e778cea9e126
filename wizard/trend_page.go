package wizard

import (
	"fmt"
	"strings"
	"time"

	"backcare/guidance"
	"backcare/guidance/figure"
)

// A TrendTeller puts trends into words.
type TrendTeller struct {
	Library *guidance.Library
	// In is the place whose calendar and clock are used.
	In *time.Location
}

// Pages returns a page for each area, with the course in words and as a plot,
// and one about what was done against it.
func (w TrendTeller) Pages(t Trend) []Page {
	var pages []Page
	for _, a := range t.Areas {
		pages = append(pages, w.area(t, a))
	}
	if page := w.effects(t.Effects); len(page) > 0 {
		pages = append(pages, page)
	}
	return append(pages, Page{{Kind: Note, Text: w.Library.Say(phraseTrendLimits)}})
}

// area tells the course in one area.
func (w TrendTeller) area(t Trend, a AreaTrend) Page {
	page := Page{{Kind: Title, Text: w.Library.AreaTitle(a.Area)},
		{Kind: Paragraph, Text: strings.Join(w.course(a), " ")}}
	if len(a.Bouts) > 0 {
		var items []string
		for _, b := range a.Bouts {
			items = append(items, w.bout(b, t.To))
		}
		page = append(page, Block{Kind: Bullets, Text: CountOf(len(items), w.Library.Say(phraseBout), w.Library.Say(phraseBouts)) + ":", Items: items})
	}
	if len(a.Points) >= EnoughTimes {
		page = append(page, Block{Kind: Course, Plot: w.plot(t, a)})
	}
	return page
}

// course says how it began, how it was at last, and how bad it was in between.
// Of several bouts only the latest is compared with itself: the end of one says
// nothing about the beginning of another.
func (w TrendTeller) course(a AreaTrend) []string {
	if len(a.Points) == 1 {
		return []string{w.Library.Sayf(phraseOneEntry, w.date(a.First().Time()), a.First().Pain())}
	}
	said := []string{w.Library.Sayf(phraseEntries, len(a.Points), CountOf(a.Days(w.In), w.Library.Say(phraseDay), w.Library.Say(phraseDays)))}
	what := w.Library.Say(phraseIt)
	if len(a.Bouts) > 1 {
		a, what = a.latest(), w.Library.Say(phraseLatestBout)
	}
	first, last, worst := a.First(), a.Last(), a.Worst()
	if len(a.Points) == 1 {
		return append(said, w.Library.Sayf(phraseLatestOne, first.Pain(), w.date(first.Time())))
	}
	said = append(said, w.Library.Sayf(phraseFirstLast, what, first.Pain(), w.date(first.Time()), last.Pain(), w.date(last.Time())))
	if worst.Pain() > max(first.Pain(), last.Pain()) {
		said = append(said, w.Library.Sayf(phraseWorst, worst.Pain(), w.date(worst.Time())))
	}
	return append(said, w.difference(last.Pain()-first.Pain(), len(a.Points)))
}

// difference says how far the last pain is from the first.
func (w TrendTeller) difference(points, entries int) string {
	switch {
	case entries < EnoughTimes:
		return w.Library.Say(phraseTooFew)
	case points >= noticeable:
		return w.Library.Sayf(phraseHigher, points)
	case points <= -noticeable:
		return w.Library.Sayf(phraseLower, -points)
	default:
		return w.Library.Say(phraseNoDifference)
	}
}

// noticeable is the smallest difference of pain that matters to people, in
// points (Suzuki 2020).
const noticeable = 2

// bout says from when to when a bout was.
func (w TrendTeller) bout(b guidance.Bout, now time.Time) string {
	if !b.Over(now) {
		return w.Library.Sayf(phraseBoutOpen, w.date(b.Start()))
	}
	if from, to := w.date(b.Start()), w.date(b.End()); from != to {
		return w.Library.Sayf(phraseBoutOver, from, to)
	}
	return w.Library.Sayf(phraseBoutDay, w.date(b.Start()))
}

// plot returns the course as a picture.
func (w TrendTeller) plot(t Trend, a AreaTrend) *Plot {
	length := t.To.Sub(t.From).Seconds()
	share := func(at time.Time) float64 {
		if length <= 0 {
			return 0
		}
		return at.Sub(t.From).Seconds() / length
	}
	p := &Plot{Labels: []string{"0", "2", "4", "6", "8", "10"}, From: w.date(t.From), To: w.date(t.To), Legend: w.Library.Say(phraseLegend)}
	p.Runs = runs(a.Points, share)
	for _, b := range a.Bouts {
		span := Span{From: share(b.Start()), To: share(b.End()), Open: !b.Over(t.To)}
		if span.Open {
			span.To = 1
		}
		p.Spans = append(p.Spans, span)
	}
	return p
}

// runs returns points as a picture joins them. Of points that fall on the same
// place for every screen there is, one is enough; a long diary has many.
func runs(points []guidance.Score, share func(time.Time) float64) (all [][]figure.PlotPoint) {
	const most, apart = 10, 28 * 24 * time.Hour // a line over a longer silence would claim what nobody knows
	const widest = 2000                         // columns
	var run []figure.PlotPoint
	var seen [most + 1]bool // the pains in the same column
	column := -1
	spot := func(s guidance.Score) figure.PlotPoint {
		return figure.PlotPoint{X: share(s.Time()), Y: float64(s.Pain()) / most}
	}
	for i, point := range points {
		at := spot(point)
		breaks := i > 0 && point.Time().Sub(points[i-1].Time()) >= apart
		if here := int(at.X * widest); breaks || here != column {
			if i > 0 && run[len(run)-1] != spot(points[i-1]) {
				run = append(run, spot(points[i-1])) // from where the line goes on
			}
			column, seen = here, [most + 1]bool{}
		}
		if breaks {
			all, run = append(all, run), nil
		}
		if !seen[point.Pain()] {
			run = append(run, at)
		}
		seen[point.Pain()] = true
	}
	return append(all, run)
}

func (w TrendTeller) date(t time.Time) string { return w.Library.Date(guidance.DateForm, t.In(w.In)) }

// CountOf returns a number with what is counted.
func CountOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
