package guidance

import "strings"

// titles are the names by which entries of a diary are told. They are read by
// themselves, because a command that only names things should not pay for all
// that is known about them.
type titles struct {
	areas, reliefs map[string]string
}

func (l *Library) loadTitles() titles {
	asked := words[struct {
		Area itemWords `json:"area"`
	}](l, "questionnaire")
	t := titles{areas: asked.Area.Options, reliefs: map[string]string{}}
	for _, name := range []string{"exercises", "positions", "remedies"} {
		for id, w := range words[map[string]struct {
			Title string `json:"title"`
		}](l, name) {
			t.reliefs[id] = w.Title
		}
	}
	return t
}

// AreaTitle returns the words for an area, or its id where the questionnaire
// does not know it any more.
func (l *Library) AreaTitle(id string) string {
	if title, ok := l.titles().areas[id]; ok {
		return title
	}
	return id
}

// ReliefTitle returns the title of a relief, or its id where the library does
// not know it any more. Of what was done together, as the function Together
// names it, it returns all titles.
func (l *Library) ReliefTitle(id string) string {
	ids := Apart(id)
	for n, id := range ids {
		if title, ok := l.titles().reliefs[id]; ok {
			ids[n] = title
		}
	}
	return strings.Join(ids, " + ")
}
