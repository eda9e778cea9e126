package guidance

import "strings"

// The names by which entries of a diary are told are read by themselves,
// because a command that only names things should not pay for all that is known
// about them.

func (l *Library) loadAreaTitles() map[string]string {
	return member[itemWords](l.wordsFile("questionnaire"), "area").Options
}

// loadReliefTitles returns the titles of the reliefs in a file. No title names
// the number to call, so it is not put in its places.
func (l *Library) loadReliefTitles(name string) map[string]string {
	titles := map[string]string{}
	for id, w := range decode[map[string]struct {
		Title string `json:"title"`
	}](l.spokenFile(name)) {
		titles[id] = w.Title
	}
	return titles
}

// reliefTitle returns the title of a relief, if the library knows it. Most of a
// diary are exercises, so a file is read only for what the ones before lack.
func (l *Library) reliefTitle(id string) (string, bool) {
	for _, titles := range l.reliefTitles {
		if title, known := titles()[id]; known {
			return title, true
		}
	}
	return "", false
}

// AreaTitle returns the words for an area, or its id where the questionnaire
// does not know it any more.
func (l *Library) AreaTitle(id string) string {
	if title, ok := l.areaTitles()[id]; ok {
		return title
	}
	return id
}

// HasArea reports whether the questionnaire knows an area.
func (l *Library) HasArea(id string) bool {
	_, ok := l.areaTitles()[id]
	return ok
}

// ReliefTitle returns the title of a relief, or its id where the library does
// not know it any more. Of what was done together, as the function Together
// names it, it returns all titles.
func (l *Library) ReliefTitle(id string) string {
	ids := Apart(id)
	for n, id := range ids {
		if title, ok := l.reliefTitle(id); ok {
			ids[n] = title
		}
	}
	return strings.Join(ids, " + ")
}
