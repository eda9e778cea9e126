package guidance

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The numbers of the rules about a history. They are those of the clinical
// reference: healing is expected within six weeks; two points are the
// smallest change that matters to people (Suzuki 2020); three bouts a year
// are often (decision D5).
const (
	// healing is how long a bout may last before somebody should look.
	healing = 42 * day
	// risingScores and risingPoints are what counts as rising.
	risingScores = 3
	risingPoints = 2
	// lookApart is how long there must be between two scores for them to be
	// two looks at the pain. Several within a few hours tell how one flare
	// went, such as before and after a movement, and most flares settle; so
	// the last of them stands for all. Morning, midday and evening are three
	// looks. There is no upper limit but the bout: pain that rises over weeks
	// is more of a reason to be seen, not less. This is a decision, and no
	// number of the literature.
	lookApart = 4 * time.Hour
	// oftenBouts that reach into the last twelve months are too often.
	oftenBouts = 3
	// worsenings of the same relief in one bout are too many.
	worsenings = 2
)

// togetherMark stands between the ids of reliefs that were done together.
const togetherMark = "+"

// Together returns one id for reliefs that were done one after the other with
// no score in between, so that nobody can tell which of them did what.
func Together(reliefs ...string) string { return strings.Join(reliefs, togetherMark) }

// Apart returns the ids of the reliefs of one id that Together made.
func Apart(together string) []string { return strings.Split(together, togetherMark) }

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
	// Between stands behind each date or score of a list but the last.
	Between string `json:"between"`
}

// A historyBook holds the rules about a history.
type historyBook struct {
	rules []historyRule
	words historyWords
	title func(relief string) string
	// dated writes a day in the language.
	dated func(form string, day time.Time) string
	// zone is the time zone of the check, in which dates are told.
	zone *time.Location
}

func (l *Library) loadHistory() *historyBook {
	return &historyBook{rules: structure[[]historyRule]("history"), words: words[historyWords](l, "history"),
		title: l.ReliefTitle, dated: l.Date}
}

// findings returns what a history asks for in the area of the answers, and
// with the pain that they give as its latest entry. Like the rules on answers
// it only ever raises the disposition.
func (b *historyBook) findings(r Response, h History) []Finding {
	told := *b
	told.zone = h.Now.Location()
	area, severity := r.Options("area"), r.Options("severity")
	if len(area) == 0 || h.Empty() {
		return nil
	}
	if len(severity) > 0 {
		if pain, err := strconv.Atoi(severity[0]); err == nil {
			h = h.With(Remembered{Time: h.Now, Area: area[0], Pain: pain})
		}
	}
	bouts := h.Bouts(area[0])
	if len(bouts) == 0 || bouts[len(bouts)-1].Over(h.Now) {
		return nil
	}
	var findings []Finding
	for _, rule := range b.rules {
		if values, fires := rule.fires(bouts, h.Now, &told); fires {
			reason := strings.NewReplacer(values...).Replace(b.words.Reasons[rule.ID])
			findings = append(findings, Finding{ID: rule.ID, Disposition: rule.Disposition, Reason: reason,
				Answers: []Answer{{Item: "area", Options: area}}, Cites: rule.Cites})
		}
	}
	return findings
}

// fires reports whether the rule fires on the bouts in an area, of which the
// last goes on, and with what in its reason.
func (rule historyRule) fires(bouts []Bout, now time.Time, b *historyBook) (values []string, fires bool) {
	bout := bouts[len(bouts)-1]
	switch rule.ID {
	case "history-long":
		return []string{"{first}", b.date(bout.Start()), "{last}", b.date(bout.End())}, bout.End().Sub(bout.Start()) > healing
	case "history-rising":
		scores, rising := bout.rising()
		return []string{"{pain}", b.pains(scores), "{dates}", b.dates(times(scores))}, rising
	case "history-often":
		starts := startsSince(bouts, now.AddDate(-1, 0, 0))
		return []string{"{dates}", b.dates(starts)}, len(starts) >= oftenBouts
	case "history-relief":
		relief, at := bout.worsened()
		return []string{"{relief}", b.title(relief), "{dates}", b.dates(at)}, len(at) >= worsenings
	}
	return nil, false
}

// rising returns the last looks at the pain, and whether it rises.
func (b Bout) rising() ([]Score, bool) {
	last := []Score{b.scores[len(b.scores)-1]}
	for _, s := range slices.Backward(b.scores) {
		if len(last) < risingScores && last[0].Time().Sub(s.Time()) >= lookApart {
			last = append([]Score{s}, last...)
		}
	}
	steady := slices.IsSortedFunc(last, func(x, y Score) int { return cmp.Compare(x.pain, y.pain) })
	return last, len(last) == risingScores && steady && int(last[len(last)-1].pain-last[0].pain) >= risingPoints
}

// startsSince returns when the bouts began that reach past a time.
func startsSince(bouts []Bout, since time.Time) []time.Time {
	var starts []time.Time
	for _, b := range bouts {
		if b.End().After(since) {
			starts = append(starts, b.Start())
		}
	}
	return starts
}

// worsened returns the relief that made things worse most often in the bout,
// the first by id where several did, and when.
func (b Bout) worsened() (relief string, at []time.Time) {
	when := map[string][]time.Time{}
	for _, w := range b.worse {
		when[w.relief] = append(when[w.relief], time.Unix(w.seconds, 0))
	}
	for id, t := range when {
		if len(t) > len(at) || len(t) == len(at) && id < relief {
			relief, at = id, t
		}
	}
	return relief, at
}

func times(scores []Score) []time.Time {
	var all []time.Time
	for _, s := range scores {
		all = append(all, s.Time())
	}
	return all
}

func (b *historyBook) pains(scores []Score) string {
	var all []string
	for _, s := range scores {
		all = append(all, strconv.Itoa(s.Pain()))
	}
	return strings.Join(all, b.words.Between+" ")
}

func (b *historyBook) date(t time.Time) string { return b.dated(DateForm, t.In(b.zone)) }

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
