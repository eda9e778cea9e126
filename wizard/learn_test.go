package wizard_test

import (
	"slices"
	"strings"
	"testing"

	"backcare/guidance"
	"backcare/wizard"
)

// From one topic a person reads on to another, does a thing that it is about,
// with the warning signs first, or goes to the check.
func TestLearn(t *testing.T) {
	tests := []struct {
		name, words string
		script      map[string][]string
		asked       []string // the questions, from the first on
		shown       []string // in this order
	}{
		{"related", "heat-or-ice", map[string][]string{"after-topic": {"massage", "finish"}},
			[]string{"after-topic", "after-topic"}, []string{"Is heat or ice better", "Does massage help a spasm?"}},
		{"several", "spasm", map[string][]string{"found": {"why"}, "after-topic": {"finish"}},
			[]string{"found", "after-topic"}, []string{"Why did my back go into spasm?"}},
		{"something else", "heat-or-ice", map[string][]string{"after-topic": {"other", "finish"}, "topics": {"why"}, "topic": {"minerals"}},
			[]string{"after-topic", "topics", "topic", "after-topic"}, []string{"Is heat or ice better", "Should I take magnesium"}},
		{"check", "walking", map[string][]string{"after-topic": {"check"}},
			[]string{"after-topic", "begin", "area"}, []string{"Is walking good", "You can treat this at home"}},
		{"do", "heat-or-ice", map[string][]string{"after-topic": {"do"}, "deed": {"heat"}},
			[]string{"after-topic", "deed", "begin"}, []string{"Is heat or ice better"}},
		{"sign", "cant pee", map[string][]string{"after-topic": {"finish"}},
			[]string{"after-topic"}, []string{"call 112 (or 911, 999) now", "Urine stuck", "Which signs mean that I must call now?"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, p := talk(t, test.script)
			if err := c.Learn(c.Library.Lookup(test.words)); err != nil {
				t.Fatal(err)
			}
			if got := p.ids(); len(got) < len(test.asked) || !slices.Equal(got[:len(test.asked)], test.asked) {
				t.Errorf("asked %q, want %q first", got, test.asked)
			}
			rest := p.presented.String()
			for _, want := range test.shown {
				at := strings.Index(rest, want)
				if at < 0 {
					t.Fatalf("got\n%s\nwant %q in it, in order", rest, want)
				}
				rest = rest[at+len(want):]
			}
		})
	}
}

// Warning signs are not scrolled away by the topic below them: they stand on
// the first page, and it waits to be read.
func TestSignsAreReadBeforeTheTopic(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-topic": {"finish"}})
	p.fits = func(page wizard.Page, _ int) bool { return len(page) <= 4 }
	shownFirst := ""
	p.Script["on"] = []string{"on"}
	display := &firstPage{person: p, first: &shownFirst}
	c.Display = display
	if err := c.Learn(c.Library.Lookup("numb between my legs")); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(shownFirst, "call 112") || len(p.ids()) < 2 || p.ids()[0] != "on" {
		t.Errorf("asked %q after %q, want the call first and a pause after it", p.ids(), shownFirst)
	}
}

// On a small screen a topic is not seven pages before one can leave: once what
// to do has been read the rest may be skipped, and Finish is what Enter does.
// The warning signs and what to do may not be skipped.
func TestTheRestOfATopicMayBeSkipped(t *testing.T) {
	c, p := talk(t, map[string][]string{"on": {"skip"}, "after-topic": {"finish"}})
	p.fits = func(page wizard.Page, _ int) bool {
		lines := 0
		for _, b := range page {
			lines += 1 + len(b.Items)
		}
		return lines <= 6
	}
	if err := c.Learn(c.Library.Lookup("walking")); err != nil {
		t.Fatal(err)
	}
	if got := p.ids(); !slices.Equal(got, []string{"on", "after-topic"}) {
		t.Errorf("asked %q, want one page and then what now", got)
	}
	after := p.Asked[len(p.Asked)-1]
	if got := after.Choices[after.Default].ID; got != "finish" || !after.Back {
		t.Errorf("Enter is %q, and back is %v; want it to finish, and a way back", got, after.Back)
	}
	topic, _ := c.Library.Topic("walking")
	for _, line := range topic.Do {
		if !strings.Contains(p.presented.String(), line.Text) {
			t.Errorf("%q was not shown before the rest could be skipped", line.Text)
		}
	}

	c, p = talk(t, map[string][]string{"on": {"on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on", "on"}, "after-topic": {"finish"}})
	p.fits = func(page wizard.Page, _ int) bool { return len(page) <= 1 }
	if err := c.Learn(c.Library.Lookup("numb between my legs")); err != nil {
		t.Fatal(err)
	}
	if first := p.Asked[0]; first.ID != "on" || len(first.Choices) != 1 {
		t.Errorf("got %v first, want the signs read before anything may be skipped", first)
	}
}

// Back from a topic leads to the list of all topics.
func TestBackFromATopic(t *testing.T) {
	c, p := talk(t, map[string][]string{"after-topic": {goBack, "finish"}, "topics": {"why"}, "topic": {"minerals"}})
	if err := c.Learn(c.Library.Lookup("heat-or-ice")); err != nil {
		t.Fatal(err)
	}
	if got := p.ids(); !slices.Equal(got, []string{"after-topic", "topics", "topic", "after-topic"}) {
		t.Errorf("asked %q", got)
	}
}

// A firstPage keeps what was presented first.
type firstPage struct {
	*person
	first *string
}

func (f *firstPage) Present(page wizard.Page) error {
	if *f.first == "" {
		var b strings.Builder
		_ = write(&b, page)
		*f.first = b.String()
	}
	return f.person.Present(page)
}

// Each command that a topic leads to does what it says, and each relief that
// can be done by a command has one.
func TestTopicsLeadToCommands(t *testing.T) {
	c, _ := talk(t, nil)
	commands := 0
	for _, topic := range c.Library.Topics() {
		for _, command := range c.TopicCommands(topic) {
			commands++
			fields := strings.Fields(command.Command)
			switch {
			case len(fields) == 2 && fields[1] == "sleep":
			case len(fields) == 3 && fields[1] == "stretches":
				if r, ok := c.Library.Relief().Find(fields[2]); !ok || r.Kind != guidance.Exercise {
					t.Errorf("%s: %q names no movement", topic.ID, command.Command)
				}
			case len(fields) == 3 && fields[1] == "relief":
				if !slices.ContainsFunc(c.Library.Relief().Guides(), func(r guidance.Relief) bool { return r.Guide == fields[2] }) {
					t.Errorf("%s: %q names no relief", topic.ID, command.Command)
				}
			default:
				t.Errorf("%s: what does %q?", topic.ID, command.Command)
			}
		}
	}
	if commands < 40 {
		t.Errorf("topics lead to %d commands only", commands)
	}
}
