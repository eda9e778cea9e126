package guidance

import (
	"encoding/json"
	"io/fs"
	"reflect"
	"testing"
)

// Whatever a translation lacks is in English, item by item and field by field.
func TestTranslationFallsBackByItem(t *testing.T) {
	files := map[string]string{
		"xx/positions.json": `{"knees-over-pillows": {"title": "Boca arriba", "aim": "", "how": []}}`,
		"xx/notices.json":   `{"brief": "Información."}`,
		"xx/phrases.json":   `{"Go on": "Siga"}`,
	}
	l := OpenFrom("xx", func(file string) (string, error) {
		text, ok := files[file]
		if !ok {
			return "", fs.ErrNotExist
		}
		return text, nil
	})
	en := Open(English)
	own, _ := l.Relief().Find("knees-over-pillows")
	english, _ := en.Relief().Find("knees-over-pillows")
	if own.Words.Title != "Boca arriba" || own.Words.Aim != english.Words.Aim || !reflect.DeepEqual(own.Words.How, english.Words.How) {
		t.Errorf("got %+v, want the title translated and the rest of %+v", own.Words, english.Words)
	}
	if got, want := l.Notices().IntendedUse, en.Notices().IntendedUse+" "+phraseUnreviewed; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := l.Notices().Brief, "Información. "+phraseUnreviewedBrief; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if l.Say("Go on") != "Siga" || l.Say("Finish") != "Finish" {
		t.Errorf("said %q and %q", l.Say("Go on"), l.Say("Finish"))
	}
	a, b := l.Questionnaire().Items(), en.Questionnaire().Items()
	for i := range a {
		if a[i].Text != b[i].Text {
			t.Errorf("%s: got %q, want %q", a[i].ID, a[i].Text, b[i].Text)
		}
	}
}

// What people search by is not mixed with English: "piss" would be the root of
// "pis" as well, and mean something else at every second start.
func TestSearchWordsAreOfOneLanguage(t *testing.T) {
	l := OpenFrom("xx", func(file string) (string, error) {
		if file != "xx/search.json" {
			return "", fs.ErrNotExist
		}
		return `{"same": {"orinar": ["pis"]}}`, nil
	})
	if got := words[searchWords](l, searchFile).Same; len(got) != 1 {
		t.Errorf("got %d words with others that mean the same, want only that of the language", len(got))
	}
	if s := l.search(); s.term("pis") != s.term("orinar") {
		t.Errorf("got %q for pis and %q for orinar, want the same", s.term("pis"), s.term("orinar"))
	}
}

func TestCompleted(t *testing.T) {
	for _, test := range []struct{ own, english, want string }{
		{`{"a": "x"}`, `{"a": "1", "b": {"c": [1]}}`, `{"a": "x", "b": {"c": [1]}}`},
		{`{"b": {"d": "ä"}}`, `{"b": {"c": "1", "d": "2"}}`, `{"b": {"c": "1", "d": "ä"}}`},
		{`{"a": "", "b": null, "c": []}`, `{"a": "1", "b": "2", "c": ["3"]}`, `{"a": "1", "b": "2", "c": ["3"]}`},
		{`{"more \"of\" it": "x"}`, `{}`, `{"more \"of\" it": "x"}`},
		{`["x"]`, `["1", "2"]`, `["x"]`},
		{` `, `{"a": 1}`, `{"a": 1}`},
	} {
		text, err := completed(test.own, test.english)
		var got, want any
		if err != nil || json.Unmarshal([]byte(text), &got) != nil || json.Unmarshal([]byte(test.want), &want) != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s over %s: got %s, %v, want %s", test.own, test.english, text, err, test.want)
		}
	}
	if text, err := completed(`{"a" 1}`, `{}`); err == nil {
		t.Errorf("got %s for what is no JSON", text)
	}
}

// What stands for a title and a publisher where a work has none is told in the
// language of the library.
func TestSourcesWithoutATitleAreTranslated(t *testing.T) {
	en, es := Open("en").Sources(), Open("es").Sources()
	for i, s := range en {
		if s.Kind == "document" && (es[i].Title == s.Title || es[i].Publisher == s.Publisher) {
			t.Errorf("%s: got %q, %q, which is English", s.ID, es[i].Title, es[i].Publisher)
		}
	}
}
