package guidance

import "testing"

// Answers are judged by items without words, but none of those is handed out.
func TestItemsAreHandedOutWithTheirWords(t *testing.T) {
	l := Open("en")
	triage, q := l.Triage(), l.Questionnaire()
	r := q.NewResponse()
	next, _ := triage.Next(r)
	area, _ := q.Item("area")
	all := append([]Item{next, area}, r.Asked()...)
	for _, item := range q.Items() {
		all = append(all, r.Listed(item.ID)...)
	}
	for _, s := range triage.Signs(r) {
		all = append(all, s.Sign)
	}
	if most := len(q.Items()); len(all) < most {
		t.Fatalf("got %d items, want more than %d: this test is broken", len(all), most)
	}
	for _, item := range all {
		if item.Text == "" || item.Label == "" || item.Help == "" || len(item.Options) == 0 {
			t.Errorf("%s is without words: %+v", item.ID, item)
		}
		for _, o := range item.Options {
			if o.Text == "" {
				t.Errorf("%s: option %s is without words", item.ID, o.ID)
			}
		}
	}
}
