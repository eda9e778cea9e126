package main

import (
	"fmt"
	"slices"
	"strings"

	"backcare/guidance"
	"backcare/wizard"
)

// shortestID is how much of an ID is shown at least: it then stays the same
// for longer while entries come.
const shortestID = 7

// idLength returns how much of the IDs must be shown to tell them apart.
func idLength(entries []wizard.Entry) int {
	ids := make([]string, 0, len(entries))
	for _, e := range entries {
		ids = append(ids, strings.ToUpper(e.ID))
	}
	slices.Sort(ids)
	length := shortestID
	for i := 1; i < len(ids); i++ {
		if same := commonPrefix(ids[i-1], ids[i]); ids[i-1] != ids[i] {
			length = max(length, same+1)
		}
	}
	return length
}

func commonPrefix(x, y string) int {
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// findEntry returns the entry that an ID, the beginning of one, or "last"
// names. "last" is the newest, which show has at the top.
func findEntry(entries []wizard.Entry, name string) (wizard.Entry, error) {
	const hint = "See the ids with 'backcare journal show', or say last for the newest entry."
	if name == "last" && len(entries) > 0 {
		return entries[len(entries)-1], nil
	}
	var found []wizard.Entry
	length := idLength(entries)
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID[:min(len(e.ID), length)])
		switch {
		case e.ID == "" || name == "":
		case strings.EqualFold(e.ID, name):
			return e, nil
		case len(name) < len(e.ID) && strings.EqualFold(e.ID[:len(name)], name):
			found = append(found, e)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return wizard.Entry{}, usagef(hint, "%d entries have an id that begins with %q", len(found), name)
	}
	if near, ok := guidance.Nearest(strings.ToUpper(name), ids); ok {
		return wizard.Entry{}, usagef(hint, "there is no entry %q; did you mean %q?", name, near)
	}
	return wizard.Entry{}, usagef(hint, "there is no entry %q", fmt.Sprintf("%.40s", name))
}
