package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"math"
	"strconv"
	"strings"
	"time"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/journal"
)

// writeEntries writes entries as JSON, with everything that is in them: one a
// line, so that a long diary can be read and searched by line.
func writeEntries(w io.Writer, entries iter.Seq2[journal.Kept, error]) error {
	const atOnce = 64 << 10
	out := bufio.NewWriterSize(w, atOnce)
	between := "["
	var line []byte
	for k, err := range entries {
		if err == nil {
			line, err = k.JSON(append(append(line[:0], between...), '\n'))
		}
		if err != nil {
			return err
		}
		between = ","
		if _, err := out.Write(line); err != nil {
			return message.Errorf("write JSON: %w", err)
		}
	}
	end := "\n]\n"
	if between == "[" {
		end = "[]\n"
	}
	_, err := out.WriteString(end)
	if err = errors.Join(err, out.Flush()); err != nil {
		return message.Errorf("write JSON: %w", err)
	}
	return nil
}

// writeTrend writes a trend as scripts see it: {"areas","reliefs"}. Its names
// and shape are relied on. The points go out one by one, because there may be
// very many.
func writeTrend(w io.Writer, l *guidance.Library, t wizard.Trend) error {
	const atOnce = 64 << 10
	out := bufio.NewWriterSize(w, atOnce)
	var err error
	write := func(text string) {
		_, wrong := out.WriteString(text)
		err = errors.Join(err, wrong)
	}
	write("{\"areas\": [")
	for n, a := range t.Areas {
		write(separator(n))
		head, wrong := json.Marshal(newAreaTrendJSON(l, t, a))
		err = errors.Join(err, wrong)
		write(strings.TrimSuffix(string(journal.EscapeUnsafe(nil, head)), "}") + ",\"points\":[")
		for n, p := range a.Points {
			write(separator(n))
			write(`{"time":"` + p.Time().Local().Format(time.RFC3339) + `","pain":` + strconv.Itoa(p.Pain()) + "}")
		}
		write("\n]}")
	}
	effects, wrong := json.Marshal(newEffectsJSON(l, t.Effects))
	write("\n],\n\"reliefs\": " + string(journal.EscapeUnsafe(nil, effects)) + "}\n")
	if err = errors.Join(err, wrong, out.Flush()); err != nil {
		return message.Errorf("write JSON: %w", err)
	}
	return nil
}

// separator stands before the nth element of a list, which is on a line of its
// own.
func separator(n int) string {
	if n == 0 {
		return "\n"
	}
	return ",\n"
}

type areaTrendJSON struct {
	Area    string     `json:"area"`
	Title   string     `json:"title"`
	Entries int        `json:"entries"`
	Days    int        `json:"days"`
	First   pointJSON  `json:"first"`
	Last    pointJSON  `json:"last"`
	Worst   pointJSON  `json:"worst"`
	Bouts   []boutJSON `json:"bouts"`
	// The points follow, under the name "points".
}

type pointJSON struct {
	Time time.Time `json:"time"`
	Pain int       `json:"pain"`
}

// newPointJSON returns a point with the time of this machine's zone.
func newPointJSON(s guidance.Score) pointJSON { return pointJSON{s.Time().Local(), s.Pain()} }

type boutJSON struct {
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
	Over  bool      `json:"over"`
}

type effectJSON struct {
	// Reliefs are more than one where they were done together.
	Reliefs []string `json:"reliefs"`
	Title   string   `json:"title"`
	Times   int      `json:"times"`
	// MeanChange is below 0 where the pain eased, and null where the relief
	// was tried too seldom to tell.
	MeanChange *float64    `json:"meanChange"`
	Worsened   []time.Time `json:"worsened"`
}

func newAreaTrendJSON(l *guidance.Library, t wizard.Trend, a wizard.AreaTrend) areaTrendJSON {
	area := areaTrendJSON{Area: a.Area, Title: l.AreaTitle(a.Area), Entries: len(a.Points), Days: a.Days(t.To.Location()),
		First: newPointJSON(a.First()), Last: newPointJSON(a.Last()), Worst: newPointJSON(a.Worst()), Bouts: []boutJSON{}}
	for _, b := range a.Bouts {
		area.Bouts = append(area.Bouts, boutJSON{Start: b.Start(), End: b.End(), Over: b.Over(t.To)})
	}
	return area
}

func newEffectsJSON(l *guidance.Library, effects []wizard.Effect) []effectJSON {
	out := []effectJSON{}
	for _, e := range effects {
		effect := effectJSON{Reliefs: guidance.Apart(e.Relief), Title: l.ReliefTitle(e.Relief), Times: e.Times, Worsened: []time.Time{}}
		for _, at := range e.Worsened {
			effect.Worsened = append(effect.Worsened, at.Local())
		}
		if mean, enough := e.Mean(); enough {
			const tenth = 10
			rounded := math.Round(mean*tenth) / tenth
			effect.MeanChange = &rounded
		}
		out = append(out, effect)
	}
	return out
}
