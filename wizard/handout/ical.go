package handout

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"backcare/guidance"
)

// CalendarOptions are what a person chooses about a calendar.
type CalendarOptions struct {
	// Check is what tells the check of the plan from all others, such as
	// Check.ID returns it.
	Check string
	// Stamp is when the calendar is made.
	Stamp time.Time
	// Details tells what each event is for and how to do it. Without them
	// nothing in the calendar is about health, because calendars are shared.
	Details bool
}

// CalendarOf returns a plan as an iCalendar file (RFC 5545). Times float: they
// are those of the clock where the person is. What is done at one time of day is
// one event that recurs and rings when it begins. So a plan of the same check
// that is made again, from another day or for fewer days, has the same events,
// and takes the place of the one before.
func CalendarOf(l *guidance.Library, p guidance.WeekPlan, o CalendarOptions) []byte {
	c := calendar{library: l, plan: p, options: o}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//backcare//week plan//"+strings.ToUpper(l.Language()))
	c.line("CALSCALE", "GREGORIAN")
	nth := map[string]int{}
	for _, s := range seriesOf(p) {
		nth[s[0].ID]++
		c.series(identifier("event", o.Check, s[0].ID, strconv.Itoa(nth[s[0].ID])), s)
	}
	c.line("END", "VCALENDAR")
	return c.Bytes()
}

// A series is what is done at one time of day, by day.
type series []guidance.Activity

// seriesOf returns the series of a plan, in the order in which they begin.
func seriesOf(p guidance.WeekPlan) []series {
	var all []series
	for _, a := range p.Activities {
		n := slices.IndexFunc(all, func(s series) bool { return s[0].ID == a.ID && s[0].Start == a.Start })
		if n < 0 {
			all = append(all, series{a})
			continue
		}
		all[n] = append(all[n], a)
	}
	return all
}

// alike reports whether two activities of a series differ in nothing but the
// day.
func alike(a, b guidance.Activity) bool {
	return a.Minutes == b.Minutes && slices.Equal(a.Reliefs, b.Reliefs)
}

// usual returns the activity that most of a series are alike to.
func (s series) usual() guidance.Activity {
	usual, most := s[0], 0
	for _, a := range s {
		n := 0
		for _, b := range s {
			if alike(a, b) {
				n++
			}
		}
		if n > most {
			usual, most = a, n
		}
	}
	return usual
}

// calendar is an iCalendar file as it is written.
type calendar struct {
	bytes.Buffer
	library *guidance.Library
	plan    guidance.WeekPlan
	options CalendarOptions
}

// series writes an event that recurs, and after it the days that differ.
func (c *calendar) series(uid string, s series) {
	usual, first := s.usual(), s[0]
	var rules [][2]string
	if days := s[len(s)-1].Day - first.Day + 1; days > 1 {
		rules = append(rules, [2]string{"RRULE", fmt.Sprintf("FREQ=DAILY;COUNT=%d", days)})
	}
	var without []string
	for day := first.Day; day <= s[len(s)-1].Day; day++ {
		if !slices.ContainsFunc(s, func(a guidance.Activity) bool { return a.Day == day }) {
			without = append(without, c.start(guidance.Activity{Day: day, Start: first.Start}).Format(localTime))
		}
	}
	if len(without) > 0 {
		rules = append(rules, [2]string{"EXDATE", strings.Join(without, ",")})
	}
	usual.Day = first.Day
	c.event(uid, usual, rules)
	for _, a := range s {
		if !alike(a, usual) {
			c.event(uid, a, [][2]string{{"RECURRENCE-ID", c.start(a).Format(localTime)}})
		}
	}
}

// The forms of a time in a calendar: one that floats, and one of the whole
// world.
const localTime, worldTime = "20060102T150405", "20060102T150405Z"

func (c *calendar) start(a guidance.Activity) time.Time {
	return c.plan.Date(a).Add(time.Duration(a.Start) * time.Minute)
}

// revision numbers what is made again, so that the later one counts: by the
// seconds since the first calendar could be made.
func (o CalendarOptions) revision() int64 {
	return max(0, o.Stamp.Unix()-time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Unix())
}

// event writes one event, with the properties that say on which days it is.
func (c *calendar) event(uid string, a guidance.Activity, days [][2]string) {
	start := c.start(a)
	summary, description := a.Discreet, ""
	if c.options.Details {
		summary, description = a.Title, detailsOf(c.library, c.plan, a)
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", uid)
	c.line("DTSTAMP", c.options.Stamp.UTC().Format(worldTime))
	c.line("SEQUENCE", strconv.FormatInt(c.options.revision(), 10))
	c.line("DTSTART", start.Format(localTime))
	c.line("DTEND", start.Add(time.Duration(a.Minutes)*time.Minute).Format(localTime))
	for _, property := range days {
		c.line(property[0], property[1])
	}
	c.line("SUMMARY", escaped(summary))
	if description != "" {
		c.line("DESCRIPTION", escaped(description))
	}
	c.line("CLASS", "PRIVATE")
	c.line("TRANSP", "TRANSPARENT") // nobody is too busy to be called
	c.line("BEGIN", "VALARM")
	c.line("ACTION", "DISPLAY")
	c.line("TRIGGER", "PT0S")
	c.line("DESCRIPTION", escaped(summary))
	c.line("END", "VALARM")
	c.line("END", "VEVENT")
}

// detailsOf says how an activity is done, and when to leave it out or to stop.
func detailsOf(l *guidance.Library, p guidance.WeekPlan, a guidance.Activity) string {
	lines := []string{a.Text}
	for _, id := range a.Reliefs {
		step, _ := p.Step(id)
		title := step.Relief.Words.Title + "."
		if step.Relief.Dose.Reps > 0 { // of anything else the event tells how long
			title += " " + step.Relief.Words.Dose
		}
		lines = append(append(lines, "", title), step.Cautions...)
		for _, state := range p.LeaveOut[id] {
			lines = append(lines, l.Say(phraseCalendarLeaveOut)+" "+state)
		}
		for _, stop := range step.Relief.Words.Stop {
			lines = append(lines, l.Say(phraseCalendarStop)+" "+stop)
		}
	}
	return strings.Join(lines, "\n")
}

// line writes a property with a value that is escaped where it is a text. A
// line of more than 75 octets goes on in the next one, after a space, and never
// in the middle of a character.
func (c *calendar) line(name, value string) {
	const longest = 75
	room := longest
	for _, r := range name + ":" + value {
		n := utf8.RuneLen(r)
		if n > room {
			c.WriteString("\r\n ")
			room = longest - 1
		}
		c.WriteRune(r)
		room -= n
	}
	c.WriteString("\r\n")
}

// escaped returns a text as a value of the type TEXT. Whatever a text holds, it
// stays inside its property: line breaks are written as such, and no other
// control character is left.
func escaped(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(strings.ToValidUTF8(text, "\ufffd"))
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, text)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
}
