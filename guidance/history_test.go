package guidance

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// today is the day of the check in these tests.
var today = time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC)

// ago is a time so many days before the check.
func ago(days int) time.Time { return today.AddDate(0, 0, -days) }

// pains returns entries of an area: pairs of days ago and pain.
func pains(area string, pairs ...int) []Remembered {
	var entries []Remembered
	for i := 0; i < len(pairs); i += 2 {
		entries = append(entries, Remembered{Time: ago(pairs[i]), Area: area, Pain: pairs[i+1]})
	}
	return entries
}

func TestBouts(t *testing.T) {
	tests := []struct {
		name    string
		entries []Remembered
		want    []string // from and to, in days ago
	}{
		{"none", nil, nil},
		{"one", pains("lower", 10, 5, 3, 4), []string{"10-3"}},
		{"mild entries are no bout", pains("lower", 10, 1, 3, 0), nil},
		{"27 days without pain are the same bout", pains("lower", 57, 5, 30, 4), []string{"57-30"}},
		{"28 days without are two", pains("lower", 58, 5, 30, 4), []string{"58-58", "30-30"}},
		{"calm days do not end it", pains("lower", 40, 5, 30, 0, 20, 1, 15, 4), []string{"40-15"}},
		{"nor do they make it longer", pains("lower", 40, 5, 30, 4, 10, 0), []string{"40-30"}},
		{"other areas do not count", append(pains("lower", 10, 5), pains("neck", 3, 6)...), []string{"10-10"}},
		{"in any order", pains("lower", 3, 4, 10, 5), []string{"10-3"}},
		{"an entry without a score", pains("lower", 10, 5, 5, UnknownPain, 3, 4), []string{"10-3"}},
		{"nothing from the future", pains("lower", 10, 5, -3, 9), []string{"10-10"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, b := range NewHistory(today, test.entries...).Bouts("lower") {
				days := func(at time.Time) string { return strings.TrimSuffix((today.Sub(at) / day).String(), "ns") }
				got = append(got, days(b.Start())+"-"+days(b.End()))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got bouts %v, want %v", got, test.want)
			}
		})
	}
}

// lived is a calm person with a history.
func lived(t *testing.T, severity string, entries []Remembered) Assessment {
	t.Helper()
	triage := Open("en").Triage()
	r := parsed(t, triage, calmGiven(t, triage, given{"area": "lower", "severity": severity}))
	return triage.Assess(r, NewHistory(today, entries...))
}

// A diary sees what one visit cannot.
func TestLivedBouts(t *testing.T) {
	worse := func(days int, relief string) Remembered {
		return Remembered{Time: ago(days), Area: "lower", Pain: 4, Worsened: []string{relief}}
	}
	tests := []struct {
		name     string
		severity string
		entries  []Remembered
		want     Disposition
		finding  string
		dates    []string
	}{
		{"first time", "4", nil, SelfCare, "", nil},
		{"improving", "2", pains("lower", 10, 7, 7, 5, 3, 4), SelfCare, "", nil},
		{"up and down", "4", pains("lower", 10, 4, 7, 2, 5, 5, 2, 3), SelfCare, "", nil},
		{"worsening", "5", pains("lower", 10, 2, 6, 3, 3, 4), Clinician, "history-rising",
			[]string{"3, 4, 5", "15 November 2026", "18 November 2026", "21 November 2026"}},
		{"up by one only", "4", pains("lower", 6, 3, 3, 4), SelfCare, "", nil},
		{"two entries are no trend", "6", pains("lower", 3, 3), SelfCare, "", nil},
		{"six weeks to the day", "3", pains("lower", 42, 5, 20, 4), SelfCare, "", nil},
		{"seven weeks", "3", pains("lower", 49, 6, 25, 4, 10, 3), Clinician, "history-long",
			[]string{"3 October 2026", "21 November 2026"}},
		{"seven weeks, but over", "0", pains("lower", 90, 6, 60, 4, 45, 3), SelfCare, "", nil},
		{"four bouts a year", "4", pains("lower", 300, 5, 200, 6, 100, 5), Clinician, "history-often",
			[]string{"25 January 2026", "5 May 2026", "13 August 2026", "21 November 2026"}},
		{"two bouts a year", "4", pains("lower", 100, 5), SelfCare, "", nil},
		{"bouts of another year", "4", pains("lower", 800, 5, 600, 6, 400, 5), SelfCare, "", nil},
		{"two areas at once", "4", append(pains("lower", 100, 5), pains("neck", 300, 5, 200, 4, 50, 6)...), SelfCare, "", nil},
		{"seven weeks in one of two areas", "3", append(pains("lower", 49, 6, 25, 4, 10, 3), pains("neck", 60, 5, 37, 7, 2, 2)...), Clinician,
			"history-long", []string{"from 3 October 2026 to 21 November 2026"}},
		{"four bouts with another area in between", "4", append(pains("lower", 300, 5, 200, 6, 100, 5), pains("neck", 275, 5, 250, 4, 225, 6, 175, 5)...), Clinician,
			"history-often", []string{"25 January 2026, 5 May 2026, 13 August 2026, 21 November 2026"}},
		{"worsening while another area improves", "5", append(pains("lower", 6, 3, 3, 4), pains("neck", 7, 8, 5, 6, 2, 1)...), Clinician,
			"history-rising", []string{"3, 4, 5", "15 November 2026"}},
		{"seven weeks of another area", "4", pains("neck", 49, 6, 25, 4, 10, 3), SelfCare, "", nil},
		{"the same relief made it worse twice", "4", []Remembered{worse(6, "heat"), worse(3, "heat")}, Clinician, "history-relief",
			[]string{"Heat", "15 November 2026", "18 November 2026"}},
		{"two reliefs, once each", "4", []Remembered{worse(6, "heat"), worse(3, "ice")}, SelfCare, "", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := lived(t, test.severity, test.entries)
			if a.Disposition != test.want {
				t.Errorf("got %v with %v, want %v", a.Disposition, a.Findings, test.want)
			}
			if test.finding == "" {
				return
			}
			n := slices.IndexFunc(a.Findings, func(f Finding) bool { return f.ID == test.finding })
			if n < 0 {
				t.Fatalf("no finding %s, only %v", test.finding, a.Findings)
			}
			for _, want := range test.dates {
				if !strings.Contains(a.Findings[n].Reason, want) {
					t.Errorf("the reason is %q, want %q in it", a.Findings[n].Reason, want)
				}
			}
		})
	}
}

// Several scores within a few hours tell of one flare, not of a trend; those
// of a day, and those of weeks, do.
func TestRisingLooksApart(t *testing.T) {
	at := func(hoursAgo float64, pain int) Remembered {
		return Remembered{Time: today.Add(-time.Duration(hoursAgo * float64(time.Hour))), Area: "lower", Pain: pain}
	}
	tests := []struct {
		name    string
		entries []Remembered
		reason  string // a part of it, or empty where it does not rise
	}{
		{"within minutes", []Remembered{at(.5, 3), at(.25, 4)}, ""},
		{"before and after a movement", []Remembered{at(48, 5), at(3, 3), at(1, 4)}, ""},
		{"morning, midday, evening", []Remembered{at(9, 3), at(4, 4)}, "3, 4, 5 out of 10, on 21 November 2026."},
		{"a flare stands for one look", []Remembered{at(48, 3), at(25, 4), at(24, 3), at(23, 4), at(22, 4)}, "3, 4, 5 out of 10, on 19 November 2026, 20 November 2026, 21 November 2026."},
		{"over weeks, in one bout", []Remembered{at(24*50, 3), at(24*25, 4)}, "3, 4, 5 out of 10, on 2 October 2026, 27 October 2026, 21 November 2026."},
		{"over two bouts", []Remembered{at(24*60, 3), at(24*25, 4)}, ""},
		{"down in between", []Remembered{at(48, 3), at(24, 2)}, ""},
	}
	for _, test := range tests {
		a := lived(t, "5", test.entries)
		n := slices.IndexFunc(a.Findings, func(f Finding) bool { return f.ID == "history-rising" })
		if (n >= 0) != (test.reason != "") || n >= 0 && !strings.Contains(a.Findings[n].Reason, test.reason) {
			t.Errorf("%s: got %v, want the reason %q", test.name, a.Findings, test.reason)
		}
	}
}

// What was done together is one thing that can make it worse, and is told by
// all its names.
func TestTogetherMadeItWorse(t *testing.T) {
	both := []string{Together("heat", "walking")}
	a := lived(t, "4", []Remembered{{Time: ago(6), Area: "lower", Pain: 4, Worsened: both}, {Time: ago(3), Area: "lower", Pain: 4, Worsened: both},
		{Time: ago(2), Area: "lower", Pain: 4, Worsened: []string{"heat"}}})
	if len(a.Findings) != 1 || !strings.Contains(a.Findings[0].Reason, "Heat + Walking, on 15 November 2026, 18 November 2026") {
		t.Errorf("got %v", a.Findings)
	}
}

// A history that is looked at again and again with another score stays as it
// is.
func TestHistoryWithLeavesItAlone(t *testing.T) {
	h := NewHistory(today, pains("lower", 10, 5, 3, 4)...)
	h.Add(Remembered{Time: ago(1), Area: "lower", Pain: UnknownPain, Worsened: []string{"heat"}})
	for pain := range 11 {
		now := h.With(Remembered{Time: today, Area: "lower", Pain: pain}).Scores("lower")
		if len(now) != 3 || now[2].Pain() != pain || len(h.Scores("lower")) != 2 {
			t.Errorf("got %v with %d, and %v without", now, pain, h.Scores("lower"))
		}
	}
}

// Dates are told in the zone of the check, as everywhere else.
func TestDatesAreThoseOfTheCheck(t *testing.T) {
	tokyo := time.FixedZone("", 9*60*60)
	entries := []Remembered{{Time: time.Date(2026, 11, 18, 0, 30, 0, 0, tokyo), Area: "lower", Pain: 3},
		{Time: time.Date(2026, 11, 19, 0, 30, 0, 0, tokyo), Area: "lower", Pain: 4}}
	a := lived(t, "5", entries)
	if len(a.Findings) == 0 || !strings.Contains(a.Findings[0].Reason, "17 November 2026, 18 November 2026, 21 November 2026") {
		t.Errorf("got %v, want the dates in UTC", a.Findings)
	}
}

// A history only ever raises the disposition, and a warning sign more never
// lowers it, whatever the history.
func TestHistoryOnlyRaises(t *testing.T) {
	triage := Open("en").Triage()
	random := rand.New(rand.NewPCG(7, 11))
	areas := []string{"lower", "neck", "upper", "elsewhere"}
	var signs []Item
	for _, item := range triage.q.items {
		if item.Kind == Sign && item.Screen != "" {
			signs = append(signs, item)
		}
	}
	const people = 2000
	raised, with := 0, 0
	for range people {
		h := History{Now: today}
		for range random.IntN(12) {
			e := Remembered{Time: ago(random.IntN(500) - 5), Area: areas[random.IntN(len(areas))], Pain: random.IntN(12) - 1}
			if random.IntN(4) == 0 {
				e.Worsened = []string{"heat"}
			}
			h.Add(e)
		}
		r := parsed(t, triage, calmGiven(t, triage, given{"area": areas[random.IntN(3)], "severity": []string{"1", "4", "6"}[random.IntN(3)]}))
		without, now := triage.Assess(r, History{}), triage.Assess(r, h)
		if now.Disposition < without.Disposition || len(now.Findings) < len(without.Findings) {
			t.Fatalf("a history lowered %v to %v: %v", without.Disposition, now.Disposition, h)
		}
		if now.Disposition > without.Disposition {
			raised++
		}
		if !slices.IsSortedFunc(now.Findings, func(x, y Finding) int { return int(y.Disposition) - int(x.Disposition) }) {
			t.Fatalf("the most urgent finding is not the first: %v", now.Findings)
		}
		sign := signs[random.IntN(len(signs))]
		more, err := r.With(sign.Screen, "yes")
		if err != nil {
			t.Fatal(err)
		}
		if more, err = more.With(sign.ID, "yes"); err != nil {
			t.Fatal(err)
		}
		with++
		if after := triage.Assess(more, h); after.Disposition < now.Disposition {
			t.Fatalf("%s lowered %v to %v with history %v", sign.ID, now.Disposition, after.Disposition, h)
		}
	}
	t.Logf("%d histories: %d raised the disposition, none lowered it; %d signs added, none lowered it", people, raised, with)
	if raised < people/20 {
		t.Errorf("only %d histories raised anything; the test is too tame", raised)
	}
}
