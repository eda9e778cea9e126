package wizard

import (
	"iter"
	"slices"
	"sort"
	"time"

	"backcare/guidance"
)

// A Trend is what the entries of a diary say about the course of the pain. It
// counts and compares; it concludes nothing.
type Trend struct {
	// From and To are the time that is looked at.
	From, To time.Time
	// Areas are those with a pain, the one with the latest entry first.
	Areas []AreaTrend
	// Entries is how many there are in all, looked at or not.
	Entries int
	// Effects are what each relief did, the one that eased most first.
	Effects []Effect
}

// An AreaTrend is the course of the pain in one area.
type AreaTrend struct {
	// Area is the id of the answer to the item "area".
	Area string
	// Points are the scores in order of time. There is at least one.
	Points []guidance.Score
	// Bouts are those that reach into the time that is looked at, the oldest
	// first. A bout may have begun before it.
	Bouts []guidance.Bout
}

// NewTrend returns the trend of entries that count, in any order. Only what
// happened since a time is looked at, or everything where it is zero; bouts
// are found in all of it, so that one does not begin where the look begins. An
// area other than "" leaves out all others. What is dated after now does not
// count: a clock may have been wrong.
//
// Of an entry no more than its score and the changes are kept, so that a long
// diary need not be in memory.
func NewTrend(entries iter.Seq[Entry], area string, since, now time.Time) Trend {
	history := guidance.NewHistory(now)
	effects := effectsBy{}
	areas := map[string]bool{}
	count := 0
	for e := range entries {
		count++
		if area != "" && e.Area != area || e.Time.After(now) {
			continue
		}
		looked := !e.Time.Before(since)
		if pain, said := painOf(e); said {
			history.Add(guidance.Remembered{Time: e.Time, Area: e.Area, Pain: pain})
			areas[e.Area] = areas[e.Area] || looked
		}
		if looked {
			effects.add(e)
		}
	}
	t := Trend{From: since, To: now, Entries: count, Effects: effects.all()}
	for id, looked := range areas {
		if id == "" || !looked {
			continue
		}
		points, bouts := history.Course(id)
		points = scoresSince(points, since)
		t.Areas = append(t.Areas, AreaTrend{Area: id, Points: points, Bouts: boutsSince(bouts, since)})
		if first := points[0].Time(); since.IsZero() && (t.From.IsZero() || first.Before(t.From)) {
			t.From = first
		}
	}
	sort.Slice(t.Areas, func(i, j int) bool { return latestFirst(t.Areas[i], t.Areas[j]) })
	return t
}

func scoresSince(scores []guidance.Score, since time.Time) []guidance.Score {
	from := slices.IndexFunc(scores, func(s guidance.Score) bool { return !s.Time().Before(since) })
	return scores[max(from, 0):]
}

// painOf returns how strong the pain of an entry was: as it says, or as it was
// at the end of what was done.
func painOf(e Entry) (pain int, said bool) {
	if e.Pain != nil {
		return *e.Pain, true
	}
	for _, done := range slices.Backward(e.Done) {
		if done.After != nil {
			return *done.After, true
		}
		if done.Before != nil {
			return *done.Before, true
		}
	}
	return 0, false
}

func boutsSince(bouts []guidance.Bout, since time.Time) []guidance.Bout {
	return slices.DeleteFunc(bouts, func(b guidance.Bout) bool { return b.End().Before(since) })
}

// latestFirst orders areas by their latest entry, and by id where those are of
// the same time, so that the same diary always reads the same.
func latestFirst(a, b AreaTrend) bool {
	if c := a.Last().Time().Compare(b.Last().Time()); c != 0 {
		return c > 0
	}
	return a.Area < b.Area
}

// First and Last return the oldest and the latest point.
func (a AreaTrend) First() guidance.Score { return a.Points[0] }

// Last returns the latest point.
func (a AreaTrend) Last() guidance.Score { return a.Points[len(a.Points)-1] }

// Worst returns the first of the points with the most pain.
func (a AreaTrend) Worst() guidance.Score {
	return slices.MaxFunc(a.Points, func(x, y guidance.Score) int { return x.Pain() - y.Pain() })
}

// latest returns the course since the latest bout began.
func (a AreaTrend) latest() AreaTrend {
	start := a.Bouts[len(a.Bouts)-1].Start()
	from := slices.IndexFunc(a.Points, func(p guidance.Score) bool { return !p.Time().Before(start) })
	a.Points = a.Points[max(from, 0):]
	return a
}

// Days returns how many days there are from the first point to the last, both
// counted, on the calendar of a place.
func (a AreaTrend) Days(in *time.Location) int {
	return int(midnight(a.Last().Time(), in).Sub(midnight(a.First().Time(), in)).Hours()/24) + 1
}

// midnight returns the day of a time as a date without a zone, so that days can
// be counted whatever the clocks did.
func midnight(t time.Time, in *time.Location) time.Time {
	year, month, day := t.In(in).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
