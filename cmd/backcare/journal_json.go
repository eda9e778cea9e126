package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

// writeEntries writes entries as JSON, with everything that is in them. It may
// well be a terminal that it is written to, so what JSON lets pass and a
// terminal obeys is written as an escape, which means the same to a script.
func writeEntries(w io.Writer, entries []wizard.Entry) error {
	var out bytes.Buffer
	if err := writeJSON(&out, append([]wizard.Entry{}, entries...)); err != nil { // none are [], not null
		return err
	}
	text := unsafeInJSON.ReplaceAllStringFunc(out.String(), func(c string) string {
		return fmt.Sprintf(`\u%04x`, []rune(c)[0])
	})
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// unsafeInJSON are control characters that may stand in a string of JSON, and
// the marks that reorder what is read.
var unsafeInJSON = regexp.MustCompile(`[\x{7f}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)

// trendJSON is a trend as scripts see it. Its names and shape are relied on.
type trendJSON struct {
	Areas   []areaTrendJSON `json:"areas"`
	Reliefs []effectJSON    `json:"reliefs"`
}

type areaTrendJSON struct {
	Area    string      `json:"area"`
	Title   string      `json:"title"`
	Entries int         `json:"entries"`
	Days    int         `json:"days"`
	First   pointJSON   `json:"first"`
	Last    pointJSON   `json:"last"`
	Worst   pointJSON   `json:"worst"`
	Bouts   []boutJSON  `json:"bouts"`
	Points  []pointJSON `json:"points"`
}

type pointJSON struct {
	Time time.Time `json:"time"`
	Pain int       `json:"pain"`
}

type boutJSON struct {
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
	Over  bool      `json:"over"`
}

type effectJSON struct {
	Relief string `json:"relief"`
	Title  string `json:"title"`
	Times  int    `json:"times"`
	// MeanChange is below 0 where the pain eased, and null where the relief
	// was tried too seldom to tell.
	MeanChange *float64    `json:"meanChange"`
	Worsened   []time.Time `json:"worsened"`
}

func newTrendJSON(l *guidance.Library, t wizard.Trend) trendJSON {
	out := trendJSON{Areas: []areaTrendJSON{}, Reliefs: []effectJSON{}}
	for _, a := range t.Areas {
		area := areaTrendJSON{Area: a.Area, Title: wizard.AreaWords(l, a.Area), Entries: len(a.Points), Days: a.Days(t.To.Location()),
			First: pointJSON(a.First()), Last: pointJSON(a.Last()), Worst: pointJSON(a.Worst()), Bouts: []boutJSON{}}
		for _, b := range a.Bouts {
			area.Bouts = append(area.Bouts, boutJSON{Start: b.Start(), End: b.End(), Over: b.Over(t.To)})
		}
		for _, p := range a.Points {
			area.Points = append(area.Points, pointJSON(p))
		}
		out.Areas = append(out.Areas, area)
	}
	for _, e := range t.Effects {
		effect := effectJSON{Relief: e.Relief, Title: wizard.ReliefWords(l, e.Relief), Times: e.Times,
			Worsened: append([]time.Time{}, e.Worsened...)}
		if mean, enough := e.Mean(); enough {
			const tenth = 10
			rounded := math.Round(mean*tenth) / tenth
			effect.MeanChange = &rounded
		}
		out.Reliefs = append(out.Reliefs, effect)
	}
	return out
}
