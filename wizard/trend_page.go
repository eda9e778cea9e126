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
	return append(pages, Page{{Kind: Note, Text: phraseTrendLimits}})
}

// area tells the course in one area.
func (w TrendTeller) area(t Trend, a AreaTrend) Page {
	page := Page{{Kind: Title, Text: AreaWords(w.Library, a.Area)},
		{Kind: Paragraph, Text: strings.Join(w.course(a), " ")}}
	if len(a.Bouts) > 0 {
		var items []string
		for _, b := range a.Bouts {
			items = append(items, w.bout(b, t.To))
		}
		page = append(page, Block{Kind: Bullets, Text: countOf(len(items), phraseBout, phraseBouts) + ":", Items: items})
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
		return []string{fmt.Sprintf(phraseOneEntry, w.date(a.First().Time), a.First().Pain)}
	}
	said := []string{fmt.Sprintf(phraseEntries, len(a.Points), countOf(a.Days(w.In), phraseDay, phraseDays))}
	what := phraseIt
	if len(a.Bouts) > 1 {
		a, what = a.latest(), phraseLatestBout
	}
	first, last, worst := a.First(), a.Last(), a.Worst()
	if len(a.Points) == 1 {
		return append(said, fmt.Sprintf(phraseLatestOne, first.Pain, w.date(first.Time)))
	}
	said = append(said, fmt.Sprintf(phraseFirstLast, what, first.Pain, w.date(first.Time), last.Pain, w.date(last.Time)))
	if worst.Pain > max(first.Pain, last.Pain) {
		said = append(said, fmt.Sprintf(phraseWorst, worst.Pain, w.date(worst.Time)))
	}
	return append(said, difference(last.Pain-first.Pain, len(a.Points)))
}

// difference says how far the last pain is from the first.
func difference(points, entries int) string {
	switch {
	case entries < EnoughTimes:
		return phraseTooFew
	case points >= noticeable:
		return fmt.Sprintf(phraseHigher, points)
	case points <= -noticeable:
		return fmt.Sprintf(phraseLower, -points)
	default:
		return phraseNoDifference
	}
}

// noticeable is the smallest difference of pain that matters to people, in
// points (Suzuki 2020).
const noticeable = 2

// bout says from when to when a bout was.
func (w TrendTeller) bout(b guidance.Bout, now time.Time) string {
	if !b.Over(now) {
		return fmt.Sprintf(phraseBoutOpen, w.date(b.Start()))
	}
	if from, to := w.date(b.Start()), w.date(b.End()); from != to {
		return fmt.Sprintf(phraseBoutOver, from, to)
	}
	return fmt.Sprintf(phraseBoutDay, w.date(b.Start()))
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
	p := &Plot{Labels: []string{"0", "2", "4", "6", "8", "10"}, From: w.date(t.From), To: w.date(t.To), Legend: phraseLegend}
	const most, apart = 10, 28 * 24 * time.Hour // a line over a longer silence would claim what nobody knows
	var run []figure.PlotPoint
	for i, point := range a.Points {
		if i > 0 && point.Time.Sub(a.Points[i-1].Time) >= apart {
			p.Runs, run = append(p.Runs, run), nil
		}
		run = append(run, figure.PlotPoint{X: share(point.Time), Y: float64(point.Pain) / most})
	}
	p.Runs = append(p.Runs, run)
	for _, b := range a.Bouts {
		span := Span{From: share(b.Start()), To: share(b.End()), Open: !b.Over(t.To)}
		if span.Open {
			span.To = 1
		}
		p.Spans = append(p.Spans, span)
	}
	return p
}

func (w TrendTeller) date(t time.Time) string { return t.In(w.In).Format("2 January 2006") }

// countOf returns a number with what is counted.
func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// AreaWords returns the words for an area, or its id where the questionnaire
// does not know it any more.
func AreaWords(l *guidance.Library, id string) string {
	item, _ := l.Questionnaire().Item("area")
	if option, ok := item.Option(id); ok {
		return option.Text
	}
	return id
}

// ReliefWords returns the title of a relief, or its id where the library does
// not know it any more.
func ReliefWords(l *guidance.Library, id string) string {
	if r, ok := l.Relief().Find(id); ok {
		return r.Words.Title
	}
	return id
}
