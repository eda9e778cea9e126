package guidance

import "strings"

// Called returns the relief that goes by some words: its id, its title, or a
// name by which people know it, such as "child's pose". Capitals, hyphens and
// apostrophes make no difference. It is false where none is called so.
func (l *Library) Called(words string) (Relief, bool) {
	name := callName(words)
	if r, ok := l.Relief().Find(name); ok {
		return r, true
	}
	for _, r := range l.Relief().All() {
		if callName(r.Words.Title) == name {
			return r, true
		}
		for _, other := range l.search().called[r.ID] {
			if callName(other) == name {
				return r, true
			}
		}
	}
	return Relief{}, false
}

// callName writes a name as an id is written.
func callName(words string) string { return strings.Join(tokensOf(words), "-") }
