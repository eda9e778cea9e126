package guidance

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"backcare/guidance/content"
)

// English is the language that the phrases of the program are written in, and
// that stands in for whatever another language lacks.
const English = "en"

// Languages returns the languages that there is content in, by name.
func Languages() []string { return content.Languages() }

// Speaks reports whether there is content in a language.
func Speaks(language string) bool { return slices.Contains(Languages(), language) }

// Say puts a phrase of the program, which is written in English, into the
// language of the library. A phrase that has no translation stays as it is.
func (l *Library) Say(phrase string) string {
	if l.language == English {
		return phrase // and no catalogue is ever read
	}
	if translated := l.phrases()[phrase]; translated != "" {
		return translated
	}
	return phrase
}

// Sayf is Say for a format of package fmt. A translation may take the arguments
// in another order, as in %[2]s.
func (l *Library) Sayf(format string, args ...any) string {
	if l.language == English {
		return fmt.Sprintf(format, args...)
	}
	return fmt.Sprintf(l.Say(format), args...)
}

// loadPhrases reads the catalogue of a language: one JSON object from the
// English phrase to the translation. A language without one speaks English.
func (l *Library) loadPhrases() map[string]string {
	file := path.Join(l.language, "phrases.json")
	text, err := l.text(file)
	if err != nil {
		return nil
	}
	return decode[map[string]string](piece{file: file, text: text})
}

// The forms in which a day is written, as layouts of package time. A language
// has its own for each: the names in them are put into the language.
const (
	DateForm         = "2 January 2006"
	DayForm          = "2 January"
	WeekdayForm      = "Monday"
	WeekdayDateForm  = "Monday 2 January 2006"
	ShortWeekdayForm = "Mon 2 January 2006"
	ShortDayForm     = "Mon 2 Jan"
)

// What is said of every translation wherever the program says what it is for,
// and on the first page, where there is little room: that fits a screen of 40
// columns and 20 rows.
const (
	phraseUnreviewed      = "This translation has not yet been reviewed by a native-speaking clinician."
	phraseUnreviewedBrief = "This translation is not yet clinically reviewed."
)

// The names of the months, and of the days of the week from Sunday.
const (
	phraseMonths        = "January February March April May June July August September October November December"
	phraseShortMonths   = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
	phraseWeekdays      = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday"
	phraseShortWeekdays = "Sun Mon Tue Wed Thu Fri Sat"
)

// Date writes a day in one of the forms, in the language of the library.
func (l *Library) Date(form string, t time.Time) string {
	if l.language == English {
		return t.Format(form)
	}
	return l.date(l.Say(form), t)
}

func (l *Library) date(layout string, t time.Time) string {
	for _, names := range []struct {
		mark, all string
		number    int
	}{ // the longer mark first, because it begins with the shorter
		{"January", phraseMonths, int(t.Month()) - 1}, {"Jan", phraseShortMonths, int(t.Month()) - 1},
		{"Monday", phraseWeekdays, int(t.Weekday())}, {"Mon", phraseShortWeekdays, int(t.Weekday())},
	} {
		if before, after, found := strings.Cut(layout, names.mark); found {
			return l.date(before, t) + strings.Fields(l.Say(names.all))[names.number] + l.date(after, t)
		}
	}
	return t.Format(layout)
}
