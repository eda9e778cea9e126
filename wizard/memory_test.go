package wizard_test

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"backcare/guidance"
	"backcare/wizard"
)

// A shelf is a diary in memory.
type shelf struct {
	entries []wizard.Entry
	fault   error // of Append
	broken  error // of Current
}

func (s *shelf) Append(e wizard.Entry) (string, error) {
	if s.fault != nil {
		return "", s.fault
	}
	if err := e.Validate(); err != nil {
		return "", err
	}
	s.entries = append(s.entries, e)
	return "id", nil
}

func (s *shelf) All() iter.Seq2[wizard.Entry, error] { return s.Current() }

func (s *shelf) Course() iter.Seq2[wizard.Entry, error] { return s.Current() }

func (s *shelf) Current() iter.Seq2[wizard.Entry, error] {
	return func(yield func(wizard.Entry, error) bool) {
		for _, e := range s.entries {
			if !yield(e, nil) {
				return
			}
		}
		if s.broken != nil {
			yield(wizard.Entry{}, s.broken)
		}
	}
}

var morning = time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC)

// remembering returns a conversation with a diary.
func remembering(t *testing.T, s *shelf, keep wizard.Keep, script map[string][]string) (*wizard.Conversation, *person, *[]wizard.Keep) {
	c, p := talk(t, script)
	decided := &[]wizard.Keep{}
	c.Memory = &wizard.Memory{Diary: s, Place: "the journal", Keep: keep, Now: func() time.Time { return morning },
		Decide: func(k wizard.Keep) error {
			*decided = append(*decided, k)
			return nil
		}}
	return c, p, decided
}

func TestKeepACheckOnlyWhenToldTo(t *testing.T) {
	tests := []struct {
		keep    wizard.Keep
		answer  string
		kept    int
		asked   int
		decided []wizard.Keep
	}{
		{wizard.KeepAsk, "not-now", 0, 1, nil},
		{wizard.KeepAsk, "once", 1, 1, nil},
		{wizard.KeepAsk, "always", 1, 1, []wizard.Keep{wizard.KeepAlways}},
		{wizard.KeepAsk, "never", 0, 1, []wizard.Keep{wizard.KeepNever}},
		{wizard.KeepAlways, "", 1, 0, nil},
		{wizard.KeepNever, "", 0, 0, nil},
	}
	for _, test := range tests {
		t.Run(string(test.keep)+" "+test.answer, func(t *testing.T) {
			s := &shelf{}
			c, p, decided := remembering(t, s, test.keep, map[string][]string{"keep": {test.answer}})
			if _, err := c.Check(); err != nil {
				t.Fatal(err)
			}
			if len(s.entries) != test.kept || p.Count("keep") != test.asked || len(*decided) != len(test.decided) {
				t.Errorf("kept %d, asked %d times, decided %v; want %d, %d, %v", len(s.entries), p.Count("keep"), *decided,
					test.kept, test.asked, test.decided)
			}
			if test.kept > 0 && !strings.Contains(p.told.String(), "Kept in your journal, the journal.") {
				t.Error("that it is kept is not said")
			}
			if told := strings.Contains(p.told.String(), "backcare report"); told != (test.kept > 0) {
				t.Errorf("told of the report: %v, although %d were kept", told, test.kept)
			}
		})
	}
}

func TestWhatIsKeptOfACheck(t *testing.T) {
	s := &shelf{}
	c, _, _ := remembering(t, s, wizard.KeepAlways, map[string][]string{"after-result": {"first"}, "severity": {"5", "3"},
		"step": {"now", "finish"}})
	if _, err := c.Check(); err != nil {
		t.Fatal(err)
	}
	e := s.entries[0]
	if e.Kind != wizard.CheckEntry || e.Area != "lower" || e.Pain == nil || *e.Pain != 5 || e.Disposition != "self-care" ||
		len(e.Feelings) != 1 || e.Answers["area"] != "lower" {
		t.Errorf("kept %+v", e)
	}
	if len(e.Done) != 1 || e.Done[0].Relief != "knees-over-pillows" || *e.Done[0].Before != 5 || *e.Done[0].After != 3 {
		t.Errorf("kept what was done as %+v, want the position, from 5 to 3", e.Done)
	}
}

// Nothing is asked in an emergency, or of one who left; what was decided
// before holds.
func TestNothingIsAskedInAnEmergency(t *testing.T) {
	for keep, kept := range map[wizard.Keep]int{wizard.KeepAsk: 0, wizard.KeepAlways: 1} {
		s := &shelf{}
		c, p, _ := remembering(t, s, keep, map[string][]string{"em-chest-belly": {"yes"}, "chest-pain": {"yes"}})
		if _, err := c.Check(); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(p.told.String(), "backcare report") {
			t.Errorf("%s: a report is no matter now", keep)
		}
		if p.Count("keep") != 0 || len(s.entries) != kept {
			t.Errorf("%s: asked %d times, kept %d; want 0 and %d", keep, p.Count("keep"), len(s.entries), kept)
		}
	}
	s := &shelf{}
	c, p, _ := remembering(t, s, wizard.KeepAsk, map[string][]string{"after-result": {leave}})
	if _, err := c.Check(); !errors.Is(err, wizard.ErrLeave) {
		t.Fatal(err)
	}
	if p.Count("keep") != 0 || len(s.entries) != 0 {
		t.Error("one who left was asked, or kept")
	}
}

// A check that cannot be kept is a check all the same.
func TestCheckFinishesWithoutADiary(t *testing.T) {
	for name, s := range map[string]*shelf{"full": {fault: errors.New("no space left")}, "unreadable": {broken: errors.New("it is a folder")}} {
		t.Run(name, func(t *testing.T) {
			c, p, _ := remembering(t, s, wizard.KeepAlways, nil)
			out, err := c.Check()
			if err != nil || !out.Decided {
				t.Errorf("the check ended with %v", err)
			}
			fault := errors.Join(s.fault, s.broken).Error()
			if !strings.Contains(p.told.String(), fault) || !strings.Contains(p.presented.String(), "at home") {
				t.Errorf("want the fault %q and the result:\n%s%s", fault, p.told.String(), p.presented.String())
			}
		})
	}
}

func score(n int) *int { return &n }

// seven is a check of some days ago with its answers.
func earlier(days int, area string, pain int) wizard.Entry {
	return wizard.Entry{Time: morning.AddDate(0, 0, -days), Kind: wizard.CheckEntry, Area: area, Pain: score(pain),
		Answers: map[string]any{"area": area, "began": "strain", "age": "18-49", "risks": []string{"none"}, "em-nerves": "none"}}
}

// A second check within a bout asks only what may have changed, and the
// warning signs always.
func TestSamePlaceAgain(t *testing.T) {
	s := &shelf{entries: []wizard.Entry{earlier(4, "lower", 6)}}
	c, p, _ := remembering(t, s, wizard.KeepNever, nil)
	if _, err := c.Check(); err != nil || p.Count("same") != 0 {
		t.Errorf("a person who keeps nothing was asked %d times (%v)", p.Count("same"), err)
	}
	before := p.ids()

	c, p, _ = remembering(t, s, wizard.KeepAsk, map[string][]string{"same": {"same"}, "keep": {"not-now"}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if q := p.question("same"); !strings.Contains(q.Text, "on Tuesday") || !strings.Contains(q.Text, "Lower back") {
		t.Errorf("asked %q, want the day and the place", q.Text)
	}
	for _, id := range []string{"area", "age"} {
		if p.Count(id) != 0 {
			t.Errorf("%q was asked again", id)
		}
	}
	for _, id := range []string{"em-nerves", "em-chest-belly", "em-head-accident", "urgent-illness", "urgent-nerve", "risks", "severity", "began"} {
		if p.Count(id) != 1 {
			t.Errorf("%q was asked %d times, want once", id, p.Count(id))
		}
	}
	if len(p.ids()) >= len(before)+2 {
		t.Errorf("asked %d questions, at first %d", len(p.ids()), len(before))
	}
	if out.Assessment.Disposition != guidance.SelfCare {
		t.Errorf("got %v", out.Assessment.Disposition)
	}
}

// Another place, or a bout that is over, is a new check.
func TestAnotherPlaceIsANewCheck(t *testing.T) {
	for name, test := range map[string]struct {
		entry  wizard.Entry
		asked  int
		script map[string][]string
	}{
		"another place": {earlier(3, "lower", 6), 1, map[string][]string{"same": {"other"}}},
		"over":          {earlier(40, "lower", 6), 0, nil},
		"too mild":      {earlier(3, "lower", 1), 0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			script := map[string][]string{"keep": {"not-now"}}
			for k, v := range test.script {
				script[k] = v
			}
			c, p, _ := remembering(t, &shelf{entries: []wizard.Entry{test.entry}}, wizard.KeepAsk, script)
			if _, err := c.Check(); err != nil {
				t.Fatal(err)
			}
			if p.Count("same") != test.asked || p.Count("area") != 1 {
				t.Errorf("asked for the same place %d times and for the area %d, want %d and 1", p.Count("same"), p.Count("area"), test.asked)
			}
		})
	}
}

// What a person sees of seven weeks in the journal: somebody should look, and
// since when.
func TestJournalRaisesTheResult(t *testing.T) {
	s := &shelf{entries: []wizard.Entry{earlier(49, "lower", 6), earlier(25, "lower", 4), earlier(10, "lower", 3)}}
	c, p, _ := remembering(t, s, wizard.KeepAlways, map[string][]string{"same": {"same"}, "severity": {"3"}})
	out, err := c.Check()
	if err != nil {
		t.Fatal(err)
	}
	if out.Assessment.Disposition != guidance.Clinician || !strings.Contains(p.presented.String(), "from 3 October 2026 to 21 November 2026") {
		t.Errorf("got %v:\n%s", out.Assessment.Disposition, p.presented.String())
	}
	if last := s.entries[len(s.entries)-1]; last.Disposition != "clinician" || len(last.Findings) == 0 {
		t.Errorf("kept %+v, want the finding", last)
	}
}

// A routine is measured once, before and after, so what it did is kept as done
// together; what made it worse is named.
func TestARoutineIsOneMeasure(t *testing.T) {
	tests := map[string]struct {
		press func(*actor)
		want  string
	}{
		"all done":      {func(*actor) {}, "shoulder-raises 4>3, +blade-squeeze, +chest-opener"},
		"one was worse": {func(a *actor) { a.press = once(holding, wizard.PressWorse) }, "shoulder-raises 4>3 worse, +blade-squeeze, +chest-opener"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := &shelf{}
			synctest.Test(t, func(t *testing.T) {
				c, _, _ := remembering(t, s, wizard.KeepAlways, map[string][]string{"area": {"neck"}, "severity": {"4", "3"}, "worse": {"next"}})
				a := &actor{}
				test.press(a)
				c.Stage = a
				var reliefs []guidance.Relief
				for _, id := range []string{"shoulder-raises", "blade-squeeze", "chest-opener"} {
					r, _ := c.Library.Relief().Find(id)
					reliefs = append(reliefs, r)
				}
				if err := c.Stretches(wizard.Session{Reliefs: reliefs, Area: "neck"}); err != nil {
					t.Fatal(err)
				}
			})
			if len(s.entries) != 1 {
				t.Fatalf("kept %d entries, want 1", len(s.entries))
			}
			e := s.entries[0]
			if got := doneWords(e.Done); got != test.want || e.Kind != wizard.RoutineEntry || e.Pain == nil || *e.Pain != 3 {
				t.Errorf("kept %s, %+v; want %s", got, e, test.want)
			}
		})
	}
}

// doneWords are what was done in short, a plus before what was done together
// with the one before it.
func doneWords(done []wizard.Performed) string {
	var words []string
	for _, p := range done {
		word := p.Relief
		if p.Together {
			word = "+" + word
		}
		if p.Before != nil && p.After != nil {
			word += fmt.Sprintf(" %d>%d", *p.Before, *p.After)
		}
		if p.Worse {
			word += " worse"
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}
