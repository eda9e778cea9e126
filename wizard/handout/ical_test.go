package handout

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"backcare/guidance"
)

var stamp = time.Date(2026, 11, 20, 21, 30, 0, 0, time.FixedZone("", 3600))

func weekOf(t testing.TB, r guidance.Response) guidance.WeekPlan {
	t.Helper()
	p, ok := library.WeekPlanFor(r, library.Triage().Assess(r, guidance.History{}),
		guidance.WeekOptions{From: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)})
	if !ok {
		t.Fatal("there is no plan")
	}
	return p
}

func mild(t testing.TB) guidance.Response {
	return answers(t, `{"area": "lower", "spread": "no", "feel": ["tight-stiff"], "em-nerves": "none", "em-chest-belly": "none",
		"em-head-accident": "none", "severity": "3", "duration": "2-6-days", "began": "strain", "course": "better", "pattern": ["none"],
		"eases": "still", "urgent-illness": "none", "urgent-nerve": "none", "age": "18-49", "risks": ["none"]}`)
}

func TestCalendarFiles(t *testing.T) {
	p := weekOf(t, mild(t))
	golden(t, "week.ics", CalendarOf(library, p, CalendarOptions{Stamp: stamp}))
	golden(t, "week-details.ics", CalendarOf(library, p, CalendarOptions{Stamp: stamp, Details: true}))
}

// A prop is one property of an iCalendar file, unfolded.
type prop struct{ name, value string }

// props reads a file by the letter of RFC 5545, section 3.1.
func props(t testing.TB, file []byte) []prop {
	t.Helper()
	if !bytes.HasSuffix(file, []byte("\r\n")) {
		t.Fatal("the last line does not end")
	}
	text := strings.TrimSuffix(string(file), "\r\n")
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) || line == "" {
			t.Fatalf("a bad line of %d octets: %q", len(line), line)
		}
	}
	var all []prop
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok || !regexp.MustCompile(`^[A-Z-]+$`).MatchString(name) || strings.ContainsFunc(value, unicode.IsControl) {
			t.Fatalf("no property: %q", line)
		}
		all = append(all, prop{name, value})
	}
	return all
}

// unescaped reads a value of the type TEXT, section 3.3.11.
func unescaped(t testing.TB, value string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		switch {
		case value[i] != '\\':
			if value[i] == ';' || value[i] == ',' {
				t.Fatalf("%q has a bare %c", value, value[i])
			}
			b.WriteByte(value[i])
		case i+1 == len(value) || !strings.Contains(`\;,nN`, value[i+1:i+2]):
			t.Fatalf("%q escapes what is not to be escaped", value)
		default:
			i++
			b.WriteString(strings.NewReplacer("n", "\n", "N", "\n").Replace(value[i : i+1]))
		}
	}
	return b.String()
}

// occurrences returns what an iCalendar file has on which day and when, with the
// minutes it takes, and the UIDs in it.
func occurrences(t testing.TB, file []byte) (all map[string]int, uids []string) {
	t.Helper()
	all = map[string]int{}
	at := func(text string) time.Time {
		start, err := time.Parse(localTime, text)
		if err != nil {
			t.Fatal(err)
		}
		return start
	}
	told := func(start time.Time, e map[string]string) string {
		return fmt.Sprintf("%s %v %s", start.Format(localTime), at(e["DTEND"]).Sub(at(e["DTSTART"])).Minutes(), unescaped(t, e["SUMMARY"]))
	}
	masters := map[string]map[string]string{}
	var event map[string]string
	for _, p := range props(t, file) {
		switch {
		case p.name == "BEGIN" && p.value == "VEVENT":
			event = map[string]string{}
		case p.name == "END" && p.value == "VEVENT":
			uid, start, days := event["UID"], at(event["DTSTART"]), 1
			if id := event["RECURRENCE-ID"]; id != "" { // one day that differs
				if usual := told(at(id), masters[uid]); all[usual] != 1 {
					t.Fatalf("%s is in place of nothing", id)
				} else {
					delete(all, usual)
				}
				all[told(start, event)]++
				continue
			}
			if masters[uid] != nil {
				t.Errorf("the UID %q stands twice", uid)
			}
			masters[uid], uids = event, append(uids, uid)
			if rule := event["RRULE"]; rule != "" {
				if _, err := fmt.Sscanf(rule, "FREQ=DAILY;COUNT=%d", &days); err != nil {
					t.Errorf("got %q: %v", rule, err)
				}
			}
			for day := range days {
				if start := start.AddDate(0, 0, day); !strings.Contains(event["EXDATE"], start.Format(localTime)) {
					all[told(start, event)]++
				}
			}
		case event != nil && event[p.name] == "":
			event[p.name] = p.value
		}
	}
	return all, uids
}

// What a reader expands is the plan, day by day, over the changes of the clock,
// with movements on some days only.
func TestCalendarTellsThePlan(t *testing.T) {
	pregnant := answers(t, answersWith(t, `{"risks":["pregnancy"],"pregnancy":"28-plus-weeks","pre-eclampsia":"no"}`))
	gap := weekOf(t, mild(t))
	gap.Activities = slices.DeleteFunc(slices.Clone(gap.Activities), func(a guidance.Activity) bool { return a.ID == "walk" && a.Day == 4 })
	for name, p := range map[string]guidance.WeekPlan{"mild": weekOf(t, mild(t)), "pregnant": weekOf(t, pregnant), "a day without": gap} {
		want := map[string]int{}
		for _, a := range p.Activities {
			want[fmt.Sprintf("%s %v %s", p.Date(a).Add(time.Duration(a.Start)*time.Minute).Format(localTime), a.Minutes, a.Discreet)]++
		}
		file := CalendarOf(library, p, CalendarOptions{Stamp: stamp})
		if got, _ := occurrences(t, file); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got\n%v\nwant\n%v", name, got, want)
		}
		for _, p := range props(t, file) {
			if p.name == "DTSTAMP" && p.value != "20261120T203000Z" {
				t.Errorf("got stamp %q, want it in UTC", p.value)
			}
		}
	}
}

// Without details nothing in the file is about health.
func TestCalendarIsDiscreet(t *testing.T) {
	file := string(CalendarOf(library, weekOf(t, mild(t)), CalendarOptions{Stamp: stamp}))
	file = strings.ReplaceAll(file, "PRODID:-//backcare//week plan//EN", "")
	for _, word := range []string{"pain", "back", "heat", "spasm", "doctor", "check", "stop", "muscle"} {
		if strings.Contains(strings.ReplaceAll(strings.ToLower(file), "look back", ""), word) {
			t.Errorf("the calendar says %q:\n%s", word, file)
		}
	}
}

// A plan of the same check that is made again, later, from another day, for more
// or fewer days or with other walks, has the same events, and a higher revision.
// That of another check has none of them.
func TestCalendarReplacesItself(t *testing.T) {
	r := mild(t)
	made := func(c Check, days, from int) ([]string, string) {
		p, ok := library.WeekPlanFor(c.Response, c.Assessment, guidance.WeekOptions{From: time.Date(2026, 11, 21+from, 0, 0, 0, 0, time.UTC), Days: days, WalkMinutes: 1 + from})
		if !ok {
			t.Fatal("there is no plan")
		}
		file := CalendarOf(library, p, CalendarOptions{Check: c.ID(), Stamp: c.Now, Details: from > 0})
		_, uids := occurrences(t, file)
		slices.Sort(uids)
		n := slices.IndexFunc(props(t, file), func(p prop) bool { return p.name == "SEQUENCE" })
		return uids, props(t, file)[n].value
	}
	c := checkOf(r)
	c.Now = c.Time.Add(time.Minute)
	later := c
	later.Now = c.Now.AddDate(0, 0, 3)
	first, revision := made(c, 7, 0)
	for _, days := range []int{1, 2, 7, 28} {
		again, higher := made(later, days, 1)
		if !slices.Equal(again, first) || len(first) == 0 {
			t.Errorf("%d days: got the events %q, then %q", days, first, again)
		}
		if len(higher) < len(revision) || higher <= revision {
			t.Errorf("got revision %s, then %s", revision, higher)
		}
	}
	next, other := c, checkOf(answers(t, answersWith(t, `{"area":"neck"}`)))
	next.Time = c.Time.AddDate(0, 0, -1)
	other.Now = c.Now
	for name, c := range map[string]Check{"another day": next, "another person": other} {
		uids, _ := made(c, 7, 0)
		if n := slices.IndexFunc(uids, func(uid string) bool { return slices.Contains(first, uid) }); n >= 0 {
			t.Errorf("%s: has the event %s of another check", name, uids[n])
		}
	}
}

// No text can break out of its property, whatever it holds.
func FuzzCalendarText(f *testing.F) {
	f.Add("Walk; 5 minutes, then\nrest \\ sit")
	f.Add("a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x")
	f.Add(strings.Repeat("\u00fc\u20ac\U0001f9d8", 40))
	f.Add("\x00\x1b[31m\u2028ATTENDEE:mailto:x\xff")
	f.Fuzz(func(t *testing.T, text string) {
		p := guidance.WeekPlan{From: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC), Days: 1,
			Activities: []guidance.Activity{{ID: text, Day: 1, Start: 60, Minutes: 5, Title: text, Text: text, Discreet: text, Reliefs: []string{text}}}}
		read := props(t, CalendarOf(library, p, CalendarOptions{Stamp: stamp, Details: true}))
		var names, texts []string
		for _, p := range read {
			names = append(names, p.name)
			if p.name == "SUMMARY" {
				texts = append(texts, unescaped(t, p.value))
			}
		}
		want := "BEGIN VERSION PRODID CALSCALE BEGIN UID DTSTAMP SEQUENCE DTSTART DTEND SUMMARY DESCRIPTION CLASS TRANSP BEGIN ACTION TRIGGER DESCRIPTION END END END"
		if got := strings.Join(names, " "); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		// Every letter is still there.
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if !unicode.IsLetter(r) {
					return -1
				}
				return r
			}, s)
		}
		if got, want := letters(texts[0]), letters(strings.ToValidUTF8(text, "")); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
