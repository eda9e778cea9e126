package handout

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"backcare/guidance"
)

// CalendarOptions are what a person chooses about a calendar.
type CalendarOptions struct {
	// Stamp is when the calendar is made.
	Stamp time.Time
	// Details tells what each event is for and how to do it. Without them
	// nothing in the calendar is about health, because calendars are shared.
	Details bool
}

// CalendarOf returns a plan as an iCalendar file (RFC 5545). Times float: they
// are those of the clock where the person is. Events that are alike on days in
// a row are one that recurs, and each rings when it begins.
func CalendarOf(l *guidance.Library, p guidance.WeekPlan, o CalendarOptions) []byte {
	c := calendar{library: l}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//backcare//week plan//"+strings.ToUpper(l.Language()))
	c.line("CALSCALE", "GREGORIAN")
	for _, e := range eventsOf(p) {
		c.event(p, e, o)
	}
	c.line("END", "VCALENDAR")
	return c.Bytes()
}

// An event is an activity on so many days in a row.
type event struct {
	guidance.Activity
	days int
}

// eventsOf joins the activities that are alike but for the day.
func eventsOf(p guidance.WeekPlan) []event {
	var events []event
	for _, a := range p.Activities {
		n := slices.IndexFunc(events, func(e event) bool {
			return e.Day+e.days == a.Day && e.ID == a.ID && e.Start == a.Start && e.Minutes == a.Minutes && slices.Equal(e.Reliefs, a.Reliefs)
		})
		if n < 0 {
			events = append(events, event{Activity: a, days: 1})
			continue
		}
		events[n].days++
	}
	return events
}

// calendar is an iCalendar file as it is written.
type calendar struct {
	bytes.Buffer
	library *guidance.Library
}

func (c *calendar) event(p guidance.WeekPlan, e event, o CalendarOptions) {
	const local, utc = "20060102T150405", "20060102T150405Z"
	start := p.Date(e.Activity).Add(time.Duration(e.Start) * time.Minute)
	summary, description := e.Discreet, ""
	if o.Details {
		summary, description = e.Title, detailsOf(c.library, p, e.Activity)
	}
	c.line("BEGIN", "VEVENT")
	// The same event of the same day is the same one when it is made again.
	c.line("UID", identifier("event", e.ID, start.Format(local)))
	c.line("DTSTAMP", o.Stamp.UTC().Format(utc))
	c.line("DTSTART", start.Format(local))
	c.line("DTEND", start.Add(time.Duration(e.Minutes)*time.Minute).Format(local))
	if e.days > 1 {
		c.line("RRULE", fmt.Sprintf("FREQ=DAILY;COUNT=%d", e.days))
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
