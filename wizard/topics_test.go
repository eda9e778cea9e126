package wizard_test

import (
	"strings"
	"testing"

	"backcare/wizard"
)

// After a check the background can be read group by group; the topics about
// what the result forbids are not offered.
func TestBackgroundFitsTheResult(t *testing.T) {
	reading := map[string][]string{
		"after-result": {"background", "finish"}, "topics": {"now", "why", ""}, "topic": {"not-helpful", "", "lifting", ""},
	}
	tests := []struct {
		name      string
		more      map[string][]string
		forbidden []string
	}{
		{"self-care", nil, nil},
		{"urgent", map[string][]string{"urgent-illness": {"yes"}, "fever": {"yes"}, "unwell": {"no"}, "breathless-on-effort": {"no"},
			"urine-change": {"no"}, "flank-pain": {"no"}, "vomiting": {"no"}, "leg-swelling": {"no"},
			"topic": {"not-helpful", "", "serious-causes", ""}}, []string{"stretching", "walking", "massage", "heat-or-ice"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			script := map[string][]string{}
			for id, answers := range reading {
				script[id] = answers
			}
			for id, answers := range test.more {
				script[id] = answers
			}
			c, p := talk(t, script)
			if _, err := c.Check(); err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"Do belts, corsets or special shoes help?", "What to do", "What you may have read",
				"Guidance says: NICE tells clinicians not to offer"} {
				if !strings.Contains(p.told.String(), want) {
					t.Errorf("got %q, want %q in it", p.told.String(), want)
				}
			}
			for _, q := range p.Asked {
				for _, choice := range q.Choices {
					for _, id := range test.forbidden {
						if q.ID == "topic" && choice.ID == id {
							t.Errorf("offers %q to somebody who is to be seen today", id)
						}
					}
				}
			}
		})
	}
}

// With cites each line names what it stands on, so that it can be traced.
func TestTopicPagesNameTheirSources(t *testing.T) {
	c, _ := talk(t, nil)
	for _, topic := range c.Library.Topics() {
		for _, page := range c.TopicPages(topic, true) {
			for _, b := range page {
				lines := b.Items
				if b.Kind == wizard.Paragraph {
					lines = append(lines, b.Text)
				}
				for _, line := range lines {
					if !strings.HasSuffix(line, "]") && !strings.HasPrefix(line, "So here: ") {
						t.Errorf("%s: %q names no source", topic.ID, line)
					}
				}
			}
		}
	}
}
