package guidance

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

func sortByTime(entries []Remembered) {
	slices.SortStableFunc(entries, func(a, b Remembered) int { return a.Time.Compare(b.Time) })
}

// A historyRule says what a history asks for. Which one it is decides its id.
type historyRule struct {
	ID          string      `json:"id"`
	Disposition Disposition `json:"disposition"`
	Codes       []string    `json:"codes"`
	Cites       []string    `json:"cites"`
}

type historyWords struct {
	// Reasons are by rule. {first} and {last} stand for dates, {dates} for all
	// of them, {pain} for scores and {relief} for the title of a relief.
	Reasons map[string]string `json:"reasons"`
	// Date is how a date is written: {day}, {month} and {year}.
	Date   string   `json:"date"`
	Months []string `json:"months"`
	// Between stands behind each date or score of a list but the last.
	Between string `json:"between"`
}

// A historyBook holds the rules about a history.
type historyBook struct {
	rules []historyRule
	words historyWords
	title func(relief string) string
	// zone is the time zone of the check, in which dates are told.
	zone *time.Location
}

func (l *Library) loadHistory() *historyBook {
	return &historyBook{rules: structure[[]historyRule]("history"), words: words[historyWords](l, "history"),
		title: func(id string) string {
			r, ok := l.Relief().Find(id)
			if !ok {
				return id
			}
			return r.Words.Title
		}}
}

// findings returns what a history asks for in the area of the answers, and
// with the pain that they give as its latest entry. Like the rules on answers
// it only ever raises the disposition.
func (b *historyBook) findings(r Response, h History) []Finding {
	told := *b
	told.zone = h.Now.Location()
	area, severity := r.Options("area"), r.Options("severity")
	if len(area) == 0 || len(h.Entries) == 0 {
		return nil
	}
	if len(severity) > 0 {
		if pain, err := strconv.Atoi(severity[0]); err == nil {
			h = h.With(Remembered{Time: h.Now, Area: area[0], Pain: pain})
		}
	}
	bout, ok := h.Current(area[0])
	if !ok {
		return nil
	}
	var findings []Finding
	for _, rule := range b.rules {
		if values, fires := rule.fires(h, bout, &told); fires {
			reason := strings.NewReplacer(values...).Replace(b.words.Reasons[rule.ID])
			findings = append(findings, Finding{ID: rule.ID, Disposition: rule.Disposition, Reason: reason,
				Answers: []Answer{{Item: "area", Options: area}}, Cites: rule.Cites})
		}
	}
	return findings
}

// fires reports whether the rule fires on a bout, and with what in its reason.
func (rule historyRule) fires(h History, bout Bout, b *historyBook) (values []string, fires bool) {
	switch rule.ID {
	case "history-long":
		return []string{"{first}", b.date(bout.Start()), "{last}", b.date(bout.End())}, bout.End().Sub(bout.Start()) > healing
	case "history-rising":
		entries, rising := bout.rising()
		return []string{"{pain}", b.scores(entries), "{dates}", b.dates(times(entries))}, rising
	case "history-often":
		starts := h.starts(bout.Area)
		return []string{"{dates}", b.dates(starts)}, len(starts) >= oftenBouts
	case "history-relief":
		relief, at := bout.worsened()
		return []string{"{relief}", b.title(relief), "{dates}", b.dates(at)}, len(at) >= worsenings
	}
	return nil, false
}

// rising returns the last entries with a score, and whether they rise.
func (b Bout) rising() ([]Remembered, bool) {
	var scored []Remembered
	for _, e := range b.Entries {
		if e.Pain != UnknownPain {
			scored = append(scored, e)
		}
	}
	if len(scored) < risingEntries {
		return nil, false
	}
	last := scored[len(scored)-risingEntries:]
	steady := slices.IsSortedFunc(last, func(x, y Remembered) int { return cmp.Compare(x.Pain, y.Pain) })
	return last, steady && last[len(last)-1].Pain-last[0].Pain >= risingPoints
}

// starts returns when the bouts of the last twelve months began.
func (h History) starts(area string) []time.Time {
	var starts []time.Time
	for _, b := range h.Bouts(area) {
		if b.End().After(h.Now.AddDate(-1, 0, 0)) {
			starts = append(starts, b.Start())
		}
	}
	return starts
}

// worsened returns the relief that made things worse most often in the bout,
// the first by id where several did, and when.
func (b Bout) worsened() (relief string, at []time.Time) {
	when := map[string][]time.Time{}
	for _, e := range b.Entries {
		for _, id := range e.Worsened {
			when[id] = append(when[id], e.Time)
		}
	}
	for id, t := range when {
		if len(t) > len(at) || len(t) == len(at) && id < relief {
			relief, at = id, t
		}
	}
	return relief, at
}

func times(entries []Remembered) []time.Time {
	var all []time.Time
	for _, e := range entries {
		all = append(all, e.Time)
	}
	return all
}

func (b *historyBook) scores(entries []Remembered) string {
	var all []string
	for _, e := range entries {
		all = append(all, strconv.Itoa(e.Pain))
	}
	return strings.Join(all, b.words.Between+" ")
}

// date writes a date in the words of the language.
func (b *historyBook) date(t time.Time) string {
	t = t.In(b.zone)
	return strings.NewReplacer("{day}", strconv.Itoa(t.Day()), "{month}", b.words.Months[t.Month()-1],
		"{year}", strconv.Itoa(t.Year())).Replace(b.words.Date)
}

// dates writes dates, each once.
func (b *historyBook) dates(at []time.Time) string {
	var all []string
	for _, t := range at {
		if d := b.date(t); !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	return strings.Join(all, b.words.Between+" ")
}
