package wizard

import (
	"testing"
	"time"
)

// A day is one of the calendar, however many hours the clocks give it.
func TestDayWords(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at := func(text string) time.Time {
		when, err := time.ParseInLocation("2006-01-02 15:04", text, berlin)
		if err != nil {
			t.Fatal(err)
		}
		return when
	}
	for _, test := range []struct{ at, now, want string }{
		{"2026-11-25 00:00", "2026-11-25 23:59", "today"},
		{"2026-11-24 23:59", "2026-11-25 00:00", "yesterday"},
		{"2026-11-24 00:00", "2026-11-25 23:59", "yesterday"},
		{"2026-10-25 00:10", "2026-10-26 09:00", "yesterday"}, // of 25 hours
		{"2026-03-28 23:50", "2026-03-30 00:10", "on Saturday"},
		{"2026-11-19 12:00", "2026-11-25 09:00", "on Thursday"},
		{"2026-11-18 12:00", "2026-11-25 09:00", "on 18 November"},
		{"2025-12-30 12:00", "2026-01-12 09:00", "on 30 December 2025"},
	} {
		if got := dayWords(inEnglish, at(test.at).UTC(), at(test.now)); got != test.want {
			t.Errorf("%s, seen from %s: got %q, want %q", test.at, test.now, got, test.want)
		}
	}
}
