package guidance

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"backcare/guidance/content"
)

// A translation has every text of the English content and no other one, with
// the same places for other texts and the same numbers: no dose, no time and no
// telephone number differs between languages.
func TestTranslationsHaveEveryText(t *testing.T) {
	english := slices.DeleteFunc(contentFiles(t), func(file string) bool { return path.Dir(file) != English })
	for _, language := range Languages() {
		if language == English {
			continue
		}
		for _, file := range english {
			own := language + "/" + path.Base(file)
			if !isEmbedded(own) {
				t.Errorf("%s is missing", own)
				continue
			}
			p := pair{t: t, file: own, free: path.Base(file) == "search.json"}
			p.compare("", jsonOf(t, own), jsonOf(t, file))
		}
	}
}

func jsonOf(t *testing.T, file string) any {
	t.Helper()
	text, err := content.Text(file)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return v
}

// A pair is a file of a translation beside the English one.
type pair struct {
	t    *testing.T
	file string
	// free is true where the words are those of people who search, which have
	// no counterpart one by one.
	free bool
}

func (p pair) compare(at string, own, english any) {
	switch english := english.(type) {
	case map[string]any:
		members, _ := own.(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(english)) {
			switch member, ok := members[name]; {
			case ok && name == "keywords": // by which people search
			case ok:
				p.compare(at+"."+name, member, english[name])
			case !p.free:
				p.t.Errorf("%s: %s.%s is missing", p.file, at, name)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(members)) {
			if _, ok := english[name]; !ok && !p.free {
				p.t.Errorf("%s: %s.%s is in no other language", p.file, at, name)
			}
		}
	case []any:
		elements, _ := own.([]any)
		if p.free {
			return
		}
		if len(elements) != len(english) {
			p.t.Errorf("%s: %s has %d texts, want %d", p.file, at, len(elements), len(english))
			return
		}
		for i := range english {
			p.compare(fmt.Sprintf("%s[%d]", at, i), elements[i], english[i])
		}
	case string:
		text, _ := own.(string)
		p.text(at, text, english)
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

func (p pair) text(at, own, english string) {
	placesOf := func(text string) []string {
		places := placeholder.FindAllString(text, -1)
		slices.Sort(places)
		return slices.Compact(places)
	}
	switch {
	case p.free:
	case strings.TrimSpace(own) == "" && english != "":
		p.t.Errorf("%s: %s is empty", p.file, at)
	case !slices.Equal(placesOf(own), placesOf(english)):
		p.t.Errorf("%s: %s: %q has other places than %q", p.file, at, own, english)
	case !slices.Equal(numbersOf(own), numbersOf(english)):
		p.t.Errorf("%s: %s: %q has other numbers than %q", p.file, at, own, english)
	}
}
