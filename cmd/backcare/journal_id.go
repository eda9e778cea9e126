package main

import (
	"fmt"
	"strings"

	"backcare/guidance"
	"backcare/guidance/message"
	"backcare/wizard"
	"backcare/wizard/journal"
)

// shortestID is how much of an ID is shown at least: it then stays the same
// for longer while entries come.
const shortestID = 7

// findEntry returns the entry that an ID, the beginning of one, or "last"
// names. "last" is the newest that is not in the future: a clock that was wrong
// must not hide what was written a moment ago.
func findEntry(index *journal.Index, name string) (wizard.Entry, error) {
	const hint message.Phrase = "See the ids with 'backcare journal show', or say last for the newest entry."
	if name == "last" {
		for k, err := range index.NewestFirst("") {
			if err != nil {
				return wizard.Entry{}, err
			}
			if k.Time.After(now()) {
				continue
			}
			return k.Whole()
		}
	}
	found, err := index.Find(name)
	switch {
	case err != nil:
		return wizard.Entry{}, err
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return wizard.Entry{}, usageWith(hint, "%d entries have an id that begins with %q", len(found), fmt.Sprintf("%.40s", name))
	}
	ids, err := index.IDs(shortestID)
	if err != nil {
		return wizard.Entry{}, err
	}
	if near, ok := guidance.Nearest(strings.ToUpper(name), ids); ok {
		return wizard.Entry{}, usageWith(hint, "there is no entry %q; did you mean %q?", fmt.Sprintf("%.40s", name), near)
	}
	return wizard.Entry{}, usageWith(hint, "there is no entry %q", fmt.Sprintf("%.40s", name))
}
