package wizard_test

import (
	"errors"
	"strings"
	"testing"

	"backcare/wizard"
)

// Whoever leaves with a pack on hears that it comes off, because no clock will
// say so any more.
func TestLeavingWithAPackOn(t *testing.T) {
	for at, want := range map[string]string{"Stay awake": "Take it off your skin now.", "Put the wrapped pack on": "If it is on your skin already, take it off now.", "Read this": ""} {
		a := &actor{press: once(func(s wizard.Scene) bool { return strings.HasPrefix(s.Cue, at) }, wizard.PressLeave)}
		begin := once(func(s wizard.Scene) bool { return strings.HasPrefix(s.Cue, "Put the wrapped pack on") }, wizard.PressBegin)
		if strings.HasPrefix(at, "Stay") {
			a.press = each(a.press, begin)
		}
		p, _, err := perform(t, a, map[string][]string{"heat-skin": {"none"}}, "heat")
		if !errors.Is(err, wizard.ErrLeave) {
			t.Errorf("left at %q: error = %v, want %v", at, err, wizard.ErrLeave)
		}
		if told := p.told.String(); want != "" && !strings.Contains(told, want) || want == "" && strings.Contains(told, "your skin now") {
			t.Errorf("left at %q: it says\n%s\nwant %q", at, told, want)
		}
	}
}

// Once more from the start leaves the reading out, also what is said of it.
func TestRepeatDoesNotReadAgain(t *testing.T) {
	a := &actor{press: once(func(s wizard.Scene) bool { return s.Detail == "2 of 5" }, wizard.PressRepeat)}
	if _, _, err := perform(t, a, nil, "shoulder-raises"); err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, n := range a.said {
		if len(n.Page) > 0 {
			read++
		}
	}
	if ready := strings.Count(a.announced(), "Get ready."); read != 1 || ready != 2 {
		t.Errorf("read %d times, got ready %d times; want 1 and 2", read, ready)
	}
}
