package guidance

import "testing"

// A movement is found by the names that people know it by.
func TestCalled(t *testing.T) {
	l := Open("en")
	for words, want := range map[string]string{
		"childs-pose": "heels-sit", "Child's Pose": "heels-sit", "child\u2019s pose": "heels-sit", "cat cow": "cat-cow", "Cat and cow": "cat-cow",
		"cat-camel": "cat-cow", "knee to chest": "knee-to-chest", "One knee to chest": "knee-to-chest", "shrugs": "shoulder-raises",
		"windscreen wipers": "knee-rolls", "hot water bottle": "heat", "heels-sit": "heels-sit", "": "", "pose": "", "cobra": "", "knee": "",
	} {
		if r, ok := l.Called(words); r.ID != want || ok != (want != "") {
			t.Errorf("%q: got %q, want %q", words, r.ID, want)
		}
	}
}

// No two reliefs have a name in common, and each name is that of one.
func TestCallNamesAreOfOneRelief(t *testing.T) {
	l := Open("en")
	of := map[string]string{}
	for _, r := range l.Relief().All() {
		of[r.ID] = r.ID
		of[callName(r.Words.Title)] = r.ID
	}
	for id, names := range words[searchWords](l, "search").Called {
		if _, ok := l.Relief().Find(id); !ok || len(names) == 0 {
			t.Errorf("en/search.json: called.%s: there is no such relief, or no name", id)
		}
		for _, name := range names {
			if other, taken := of[callName(name)]; taken || callName(name) == "" {
				t.Errorf("en/search.json: called.%s: %q is a name of %s already", id, name, other)
			}
			of[callName(name)] = id
			if _, ok := l.Routine(callName(name)); ok {
				t.Errorf("en/search.json: called.%s: %q is the name of a routine", id, name)
			}
		}
	}
}
