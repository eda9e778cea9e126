package guidance

import (
	"regexp"
	"slices"
	"testing"
)

// Each line of a topic has its own citations, everything a topic names
// exists, and its words are all there.
func TestTopicsAreWhole(t *testing.T) {
	const longestTitle = 34 // a line of a list on the narrowest screen
	l := Open("en")
	text := words[topicsWords](l, "topics")
	contradictions := map[string]Contradiction{}
	for _, c := range l.contradictions() {
		contradictions[c.ID] = c
	}
	told := map[string]bool{}
	var groups []string
	for _, s := range structure[[]topicStructure]("topics") {
		w := text.Topics[s.ID]
		if len(w.Do) != len(s.Do) || len(w.Paragraphs) != len(s.Paragraphs) || (w.Evidence == "") != (len(s.Evidence) == 0) {
			t.Errorf("topics: %s: the lines and their cites do not match", s.ID)
		}
		if w.Title == "" || w.Question == "" || len(w.Do) == 0 || len(w.Paragraphs) == 0 || len(w.Keywords) == 0 {
			t.Errorf("en/topics.json: %s: needs title, question, do, paragraphs and keywords", s.ID)
		}
		if len(w.Title) > longestTitle {
			t.Errorf("en/topics.json: %s.title: got %d characters, want at most %d", s.ID, len(w.Title), longestTitle)
		}
		if w.Evidence == "" && len(s.Reliefs) == 0 && len(s.Contradictions) == 0 && s.Group == "now" {
			t.Errorf("topics: %s: nothing says how sure it is", s.ID)
		}
		for _, id := range s.Related {
			if _, ok := l.Topic(id); !ok || id == s.ID {
				t.Errorf("topics.json: %s: the related topic %q is none, or the same", s.ID, id)
			}
		}
		for _, id := range s.Reliefs {
			if _, ok := l.Relief().Find(id); !ok {
				t.Errorf("topics.json: %s: there is no relief %q", s.ID, id)
			}
		}
		for _, id := range s.Contradictions {
			told[id] = true
			if _, ok := contradictions[id]; !ok {
				t.Errorf("topics.json: %s: there is no contradiction %q", s.ID, id)
			}
		}
		if !slices.Contains(groups, s.Group) {
			groups = append(groups, s.Group)
		} else if groups[len(groups)-1] != s.Group {
			t.Errorf("topics.json: %s: group %q is torn apart", s.ID, s.Group)
		}
	}
	same(t, "en/topics.json: groups", groups, keys(text.Groups))
	for id, c := range contradictions {
		if !told[id] || c.Page.Text == "" || c.Guidance.Text == "" || c.Here == "" {
			t.Errorf("contradictions: %s: no topic tells it, or words are missing", id)
		}
	}
	t.Logf("%d topics in %d groups, %d contradictions", len(l.Topics()), len(groups), len(contradictions))
}

// Every fact of the documents can be read in a topic, and a page that
// contradicts guidance is quoted with the facts of a document.
func TestTopicsTellEveryFact(t *testing.T) {
	left := factIDs()
	for _, topic := range Open("en").Topics() {
		for _, id := range topic.Cites() {
			delete(left, id)
		}
	}
	if len(left) > 0 {
		t.Errorf("no topic tells the facts %q", keys(left))
	}
	fact := regexp.MustCompile(`^[AB][0-9]{2}$|^document-[ab]$`)
	for _, s := range structure[[]contradictionStructure]("contradictions") {
		for _, id := range s.Page {
			if !fact.MatchString(id) {
				t.Errorf("contradictions.json: %s.page: cites %q, which no document says", s.ID, id)
			}
		}
		for _, id := range s.Guidance {
			if fact.MatchString(id) {
				t.Errorf("contradictions.json: %s.guidance: cites %q, which is no guidance", s.ID, id)
			}
		}
	}
}

// factIDs returns the ids of all facts of the documents.
func factIDs() map[string]bool {
	all := map[string]bool{}
	for _, f := range Open("en").Facts() {
		all[f.ID] = true
	}
	return all
}
