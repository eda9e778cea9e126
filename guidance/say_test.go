package guidance

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"time"

	"backcare/guidance/message"
)

// speaking returns a library in a language that has the given phrases.
func speaking(phrases map[string]string) *Library {
	return &Library{language: "xx", phrases: func() map[string]string { return phrases }}
}

func TestSayFallsBackToEnglish(t *testing.T) {
	l := speaking(map[string]string{"Go on": "Siga", "%s of %d": "de %[2]d, %[1]s"})
	for _, test := range []struct{ got, want string }{
		{l.Say("Go on"), "Siga"},
		{l.Say("100 % of it"), "100 % of it"},
		{l.Sayf("%s of %d", "dos", 3), "de 3, dos"},
		{l.Sayf("%d minutes", 3), "3 minutes"},
		{Open("en").Say("Go on"), "Go on"},
		{Open("en").Sayf("%s of %d", "two", 3), "two of 3"},
		{Open("xx").Say("Go on"), "Go on"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestDateIsInTheLanguage(t *testing.T) {
	spanish := speaking(map[string]string{
		DateForm:            "2 de January de 2006",
		WeekdayDateForm:     "Monday 2 de January de 2006",
		ShortDayForm:        "Mon 2 Jan",
		phraseMonths:        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		phraseShortMonths:   "ene feb mar abr may jun jul ago sept oct nov dic",
		phraseWeekdays:      "domingo lunes martes miércoles jueves viernes sábado",
		phraseShortWeekdays: "dom lun mar mié jue vie sáb",
	})
	day := time.Date(2026, time.November, 2, 0, 0, 0, 0, time.UTC)
	may := day.AddDate(0, -6, 1)
	for _, test := range []struct{ got, want string }{
		{spanish.Date(DateForm, day), "2 de noviembre de 2026"},
		{spanish.Date(WeekdayDateForm, day), "lunes 2 de noviembre de 2026"},
		{spanish.Date(ShortDayForm, may), "dom 3 may"},
		{spanish.Date(DateForm, may), "3 de mayo de 2026"},
		{Open("en").Date(WeekdayDateForm, day), "Monday 2 November 2026"},
		{Open("en").Date(ShortDayForm, may), "Sun 3 May"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestErrorIsPutIntoTheLanguage(t *testing.T) {
	l := speaking(map[string]string{
		"read the %s: %w": "leer %s: %w", "journal": "el diario", "open": "abrir", "permission denied": "permiso denegado",
		"did you mean %q?": "¿quiso decir %q?", "there is no %s; %s": "no hay %s; %s", "not this": "esto no",
	})
	denied := &fs.PathError{Op: "open", Path: "/x", Err: errors.New("permission denied")}
	sentinel := message.New("not this")
	for _, test := range []struct {
		err  error
		want string
	}{
		{denied, "abrir /x: permiso denegado"},
		{message.Errorf("read the %s: %w", message.Phrase("journal"), denied), "leer el diario: abrir /x: permiso denegado"},
		{message.Errorf("there is no %s; %s", "x", message.Textf("did you mean %q?", "y")), `no hay x; ¿quiso decir "y"?`},
		{errors.Join(sentinel, denied), "esto no\nabrir /x: permiso denegado"},
		{fmt.Errorf("/y: %w", sentinel), "/y: esto no"},
		{errors.New("nobody knows"), "nobody knows"},
	} {
		if got := message.In(l, test.err); got != test.want {
			t.Errorf("%v: got %q, want %q", test.err, got, test.want)
		}
		if got := message.In(message.English, test.err); got != test.err.Error() {
			t.Errorf("in English: got %q, want %q", got, test.err.Error())
		}
	}
	if err := message.Errorf("read the %s: %w", "x", denied); !errors.Is(err, error(denied)) {
		t.Errorf("%v does not wrap its cause", err)
	}
	if !errors.Is(message.Errorf("%w", sentinel), sentinel) || errors.Is(message.New("not this"), sentinel) {
		t.Error("a sentinel is not itself, or another one is")
	}
}
