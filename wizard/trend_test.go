package wizard

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"backcare/guidance"
	"backcare/guidance/figure"
)

var trendNow = time.Date(2026, 11, 21, 18, 0, 0, 0, time.UTC)

// ago returns an entry with a pain in an area, so many days before now.
func ago(days int, area string, pain int, done ...Performed) Entry {
	e := Entry{Time: trendNow.AddDate(0, 0, -days), Kind: NoteEntry, Area: area, Done: done}
	if pain >= 0 {
		e.Pain = &pain
	}
	return e
}

func did(relief string, before, after int) Performed {
	return Performed{Relief: relief, Before: &before, After: &after}
}

// said returns the words of a trend, without the plots.
func said(entries []Entry, area string, since time.Time) string {
	teller := TrendTeller{Library: guidance.Open("en"), In: time.UTC}
	var b strings.Builder
	for _, page := range teller.Pages(NewTrend(slices.Values(entries), area, since, trendNow)) {
		for _, block := range page {
			b.WriteString(block.Text + "\n" + strings.Join(block.Items, "\n") + "\n")
		}
	}
	return b.String()
}

func TestTrendInWords(t *testing.T) {
	tests := []struct {
		name    string
		entries []Entry
		want    []string
		not     string
	}{
		{"easing", []Entry{ago(19, "lower", 7), ago(10, "lower", 8), ago(0, "lower", 3)},
			[]string{"Lower back or buttock", "3 entries over 20 days. It began at 7 (2 November 2026) and was 3 at last (21 November 2026). " +
				"The worst was 8 (11 November 2026). That is 4 points lower.", "1 bout:\nsince 2 November 2026"}, "higher"},
		{"rising", []Entry{ago(9, "lower", 3), ago(5, "lower", 4), ago(0, "lower", 6)}, []string{"That is 3 points higher."}, "lower."},
		{"one point is no difference", []Entry{ago(9, "lower", 5), ago(5, "lower", 5), ago(0, "lower", 4)}, []string{"Between the first and the last there is hardly a difference"}, "That is"},
		{"two entries are no trend", []Entry{ago(9, "lower", 9), ago(0, "lower", 1)}, []string{"Two entries are too few"}, "That is"},
		{"one entry is no trend", []Entry{ago(9, "lower", 9)}, []string{"1 entry, of 12 November 2026: pain 9. One entry has no trend."}, "That is"},
		{"only the latest bout is compared", []Entry{ago(200, "lower", 9), ago(190, "lower", 8), ago(9, "lower", 4), ago(5, "lower", 4), ago(0, "lower", 4)},
			[]string{"5 entries over 201 days. The latest bout began at 4", "hardly a difference", "2 bouts:", "from 5 May 2026 to 15 May 2026", "since 12 November 2026"}, "9 ("},
		{"from tomorrow", []Entry{ago(9, "lower", 5), ago(-1, "lower", 9)}, []string{"1 entry"}, "pain 9"},
		{"two areas, the latest first", []Entry{ago(3, "lower", 5), ago(1, "neck", 5)}, []string{"Neck\n", "Lower back"}, "2 entries"},
		{"an area that is gone", []Entry{ago(3, "tail", 5)}, []string{"tail\n"}, ""},
		{"after what was done", []Entry{ago(3, "lower", -1, did("heat", 7, 4))}, []string{"pain 4", "Heat: once, too few to say"}, "average"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, rest := said(test.entries, "", time.Time{}), ""
			rest = got
			for _, want := range test.want {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Fatalf("got\n%s\nwant %q there", got, want)
				}
				rest = after
			}
			if test.not != "" && strings.Contains(got, test.not) {
				t.Errorf("got\n%s\nwant no %q", got, test.not)
			}
		})
	}
}

// A bout does not begin where the look begins, and what is outside is not
// counted.
func TestTrendOfSomeDays(t *testing.T) {
	entries := []Entry{ago(20, "lower", 7), ago(12, "lower", 6), ago(3, "lower", 5), ago(0, "lower", 2), ago(2, "neck", 9)}
	got := said(entries, "lower", trendNow.AddDate(0, 0, -5))
	for _, want := range []string{"2 entries over 4 days. It began at 5", "since 1 November 2026"} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwant %q", got, want)
		}
	}
	if strings.Contains(got, "Neck") {
		t.Errorf("got\n%s\nwant no other area", got)
	}
}

// What eased most comes first; nothing is claimed from fewer than three times,
// and no half point is told that is not there.
func TestTrendOfReliefs(t *testing.T) {
	entries := []Entry{
		ago(9, "lower", 5, did("ice", 5, 6), did("ice", 5, 7), did("ice", 5, 5)),
		ago(8, "lower", 5, did("breathing", 9, 1), did("breathing", 9, 1)),
		ago(7, "lower", 5, did("heat", 7, 5), did("heat", 6, 4), did("heat", 8, 6)),
		ago(6, "lower", 5, did("massage", 5, 5), did("massage", 5, 5), did("massage", 5, 5), did("massage", 5, 5)),
		ago(5, "lower", 5, Performed{Relief: "walking", Worse: true}), ago(4, "lower", 5, Performed{Relief: "walking", Worse: true}),
	}
	want := []string{
		"Heat: on average about 2 points lower, 3 times (each time 2 lower)",
		"Gentle massage: on average no change, 4 times (each time unchanged)",
		"Ice: on average about 1 point higher, 3 times (from unchanged to 2 higher)",
		"Slow belly breathing: twice, too few to say",
		"comes and goes by itself",
		"What you said made it worse",
		"Walking: twice, last on 17 November 2026",
	}
	got := said(entries, "", time.Time{})
	rest := got
	for _, w := range want {
		_, after, found := strings.Cut(rest, w)
		if !found {
			t.Fatalf("got\n%s\nwant %q there", got, w)
		}
		rest = after
	}
}

// What was done together, between the same two scores, is told together: to
// credit each of it alike would be a guess.
func TestTrendOfWhatWasDoneTogether(t *testing.T) {
	with := func(relief string, worse bool) Performed {
		return Performed{Relief: relief, Together: true, Worse: worse}
	}
	entries := []Entry{
		ago(9, "lower", 5, did("heat", 7, 5), with("walking", false), did("ice", 5, 5)),
		ago(8, "lower", 5, did("walking", 6, 4), with("heat", false)),
		ago(7, "lower", 5, did("heat", 8, 6), with("walking", false)),
		ago(6, "lower", 5, did("heat", 5, 6), with("massage", true)),
	}
	got := said(entries, "", time.Time{})
	for _, want := range []string{
		"Heat + Walking: on average about 2 points lower, 3 times (each time 2 lower)",
		"Ice: once, too few to say", "Heat + Gentle massage: once, too few to say", "Gentle massage: once, on 15 November 2026",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwant %q", got, want)
		}
	}
	for _, not := range []string{"- Heat:", "\nHeat:", "\nWalking:"} {
		if strings.Contains(got, not) {
			t.Errorf("got\n%s\nwant no %q", got, not)
		}
	}
}

// However many points there are, the curve is drawn from few, and is the same.
func TestTrendPlotOfManyPoints(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	h := guidance.NewHistory(trendNow)
	const many = 50_000
	from := trendNow.AddDate(0, 0, -1000)
	for n := range many {
		h.Add(guidance.Remembered{Time: from.Add(time.Duration(n) * 1000 * 24 * time.Hour / many), Area: "lower", Pain: random.IntN(11)})
	}
	points := h.Scores("lower")
	share := func(at time.Time) float64 { return at.Sub(from).Seconds() / trendNow.Sub(from).Seconds() }
	few := runs(points, share)
	all := make([]figure.PlotPoint, len(points))
	for n, p := range points {
		all[n] = figure.PlotPoint{X: share(p.Time()), Y: float64(p.Pain()) / 10}
	}
	if len(few) != 1 || len(few[0]) > many/2 {
		t.Errorf("drawn from %d runs, the first of %d points, want one of fewer than half of %d", len(few), len(few[0]), many)
	}
	for _, width := range []int{20, 80, 200} {
		got, want := figure.Plot{Runs: few}.Render(width, 6).Braille(), figure.Plot{Runs: [][]figure.PlotPoint{all}}.Render(width, 6).Braille()
		if !slices.Equal(got, want) {
			t.Errorf("%d columns:\n%s\nwant\n%s", width, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// A day has 23 hours in spring and 25 in autumn.
func TestTrendDaysByTheCalendar(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip(err)
	}
	day := func(month time.Month, d, hour int) time.Time {
		return time.Date(2026, month, d, hour, 0, 0, 0, berlin)
	}
	for name, test := range map[string]struct {
		times []time.Time
		want  int
	}{
		"spring":        {[]time.Time{day(3, 28, 23), day(3, 30, 1)}, 3},
		"autumn":        {[]time.Time{day(10, 24, 1), day(10, 26, 23)}, 3},
		"over midnight": {[]time.Time{day(5, 1, 23), day(5, 2, 0)}, 2},
		"one day":       {[]time.Time{day(5, 1, 0), day(5, 1, 23)}, 1},
	} {
		if got := areaOf(test.times).Days(berlin); got != test.want {
			t.Errorf("%s: got %d days, want %d", name, got, test.want)
		}
	}
}

// The curve is not drawn over a silence, and a bout that goes on reaches to
// now.
func TestTrendPlot(t *testing.T) {
	trend := NewTrend(slices.Values([]Entry{ago(100, "lower", 6), ago(98, "lower", 4), ago(10, "lower", 8), ago(5, "lower", 7)}), "", time.Time{}, trendNow)
	p := TrendTeller{Library: guidance.Open("en"), In: time.UTC}.plot(trend, trend.Areas[0])
	if len(p.Runs) != 2 || len(p.Runs[0]) != 2 || p.Runs[0][0].X != 0 || p.Runs[1][1].X != .95 || p.Runs[1][0].Y != .8 {
		t.Errorf("got %v", p.Runs)
	}
	want := []Span{{From: 0, To: .02}, {From: .9, To: 1, Open: true}}
	if len(p.Spans) != 2 || p.Spans[0] != want[0] || p.Spans[1] != want[1] {
		t.Errorf("got %v, want %v", p.Spans, want)
	}
}

// areaOf returns the trend of an area with scores at some times.
func areaOf(times []time.Time) AreaTrend {
	h := guidance.NewHistory(times[len(times)-1])
	for _, at := range times {
		h.Add(guidance.Remembered{Time: at, Area: "lower", Pain: 1})
	}
	return AreaTrend{Points: h.Scores("lower")}
}
