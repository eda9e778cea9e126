package handout

import (
	"bytes"
	"fmt"
	"regexp"
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

func TestCalendarTellsThePlan(t *testing.T) {
	p := weekOf(t, mild(t))
	want := map[string]int{}
	for _, a := range p.Activities {
		want[p.Date(a).Add(time.Duration(a.Start)*time.Minute).Format("20060102T150405 ")+a.Discreet]++
	}
	got, uids := map[string]int{}, map[string]bool{}
	var start, uid string
	days := 1
	for _, p := range props(t, CalendarOf(library, p, CalendarOptions{Stamp: stamp})) {
		switch p.name {
		case "DTSTART":
			start, days = p.value, 1
		case "DTSTAMP":
			if p.value != "20261120T203000Z" {
				t.Errorf("got stamp %q, want it in UTC", p.value)
			}
		case "UID":
			if uid = p.value; uids[uid] {
				t.Errorf("the UID %q stands twice", uid)
			}
			uids[uid] = true
		case "RRULE":
			if _, err := fmt.Sscanf(p.value, "FREQ=DAILY;COUNT=%d", &days); err != nil {
				t.Errorf("got %q: %v", p.value, err)
			}
		case "SUMMARY":
			first, err := time.Parse("20060102T150405", start)
			if err != nil {
				t.Fatal(err)
			}
			for day := range days {
				got[first.AddDate(0, 0, day).Format("20060102T150405 ")+unescaped(t, p.value)]++
			}
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
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

// What is made twice is the same event twice, however often and whenever.
func TestCalendarIsStable(t *testing.T) {
	p := weekOf(t, mild(t))
	uids := func(stamp time.Time, details bool) string {
		var all []string
		for _, p := range props(t, CalendarOf(library, p, CalendarOptions{Stamp: stamp, Details: details})) {
			if p.name == "UID" {
				all = append(all, p.value)
			}
		}
		return strings.Join(all, " ")
	}
	if first, later := uids(stamp, false), uids(stamp.AddDate(0, 0, 3), true); first != later || first == "" {
		t.Errorf("got %q, then %q", first, later)
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
		want := "BEGIN VERSION PRODID CALSCALE BEGIN UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION CLASS TRANSP BEGIN ACTION TRIGGER DESCRIPTION END END END"
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
