package wizard

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"time"

	"backcare/guidance/message"
)

// An Entry is one thing the person chose to remember. It is plain data that
// the diary keeps and the handout shows; what its ids mean is known to
// guidance alone.
type Entry struct {
	// ID names the entry, so that a later one can correct it. It is empty
	// until the diary gives one.
	ID string `json:"id,omitempty"`
	// Time is when it happened, with the offset of the person's zone, to the
	// second. In a correction it is the time of what is corrected.
	Time time.Time `json:"time"`
	// Kind says what is remembered.
	Kind EntryKind `json:"kind"`
	// Area is the id of the answer to the item "area", or empty.
	Area string `json:"area,omitempty"`
	// Pain is from 0, none, to 10, the worst imaginable; nil where it was not
	// said.
	Pain *int `json:"pain,omitempty"`
	// Feelings are the ids of the answers to the item "feel".
	Feelings []string `json:"feelings,omitempty"`
	// Disposition is the id of how urgent a check found it to be, or empty.
	Disposition string `json:"disposition,omitempty"`
	// Findings are the ids of the rules that fired in a check.
	Findings []string `json:"findings,omitempty"`
	// Answers are those of a check, in the form that check --answers reads:
	// an item's id leads to one option's id, a string, or to several, a
	// []string.
	Answers map[string]any `json:"answers,omitempty"`
	// Done are the reliefs that were gone through, in order.
	Done []Performed `json:"done,omitempty"`
	// Note is in the person's own words. It may hold any character; whoever
	// shows it strips what a terminal would obey.
	Note string `json:"note,omitempty"`
	// Corrects is the ID of the entry that this one replaces, or empty.
	Corrects string `json:"corrects,omitempty"`
	// Retracted is true in a correction that takes the entry back and puts
	// nothing in its place.
	Retracted bool `json:"retracted,omitempty"`
}

// An EntryKind says what an Entry remembers.
type EntryKind string

// The kinds of entries. Another kind is another version of the journal,
// because a program that does not know it cannot show it.
const (
	CheckEntry   EntryKind = "check"
	RoutineEntry EntryKind = "routine"
	NoteEntry    EntryKind = "note"
)

// Performed is one relief that was gone through, and what it did.
type Performed struct {
	// Relief is the id of the relief.
	Relief string `json:"relief"`
	// Together is true where it was done together with the one before it in
	// the list, between the same two scores, so that nobody can tell which of
	// them did what. The scores stand at the first of them.
	Together bool `json:"together,omitempty"`
	// Before and After are the pain from 0 to 10 around it, nil where it was
	// not said.
	Before *int `json:"before,omitempty"`
	After  *int `json:"after,omitempty"`
	// Worse is true where the person said that it made things worse.
	Worse bool `json:"worse,omitempty"`
}

// Validate returns an error that names every problem of the entry, or nil.
// Ids are not looked up: an entry outlives the content that it was made with.
func (e Entry) Validate() error {
	var problems []error
	problem := func(format string, args ...any) { problems = append(problems, message.Errorf(format, args...)) }

	if e.Time.IsZero() {
		problem("there is no time")
	} else if !writable(e.Time) {
		problem("the time %s cannot be written in RFC 3339", e.Time)
	}
	switch e.Kind {
	case CheckEntry, RoutineEntry, NoteEntry:
	default:
		problem("the kind %q is unknown", e.Kind)
	}
	if !onScale(e.Pain) {
		problem("a pain of %d is not from 0 to 10", *e.Pain)
	}
	for n, done := range e.Done {
		if done.Relief == "" {
			problem("relief %d of %d has no id", n+1, len(e.Done))
		}
		for _, pain := range []*int{done.Before, done.After} {
			if !onScale(pain) {
				problem("a pain of %d at relief %d is not from 0 to 10", *pain, n+1)
			}
		}
	}
	if !onlyText(e.Answers) {
		problem("the answers to %q are neither an id nor a list of ids", notText(e.Answers))
	}
	if e.Corrects != "" && e.Corrects == e.ID {
		problem("the entry corrects itself")
	}
	if e.Retracted && e.Corrects == "" {
		problem("the entry takes back, but does not say what")
	}
	return errors.Join(problems...)
}

// writable reports whether RFC 3339 can express a time: it has four digits for
// the year, and hours and minutes for the offset.
func writable(t time.Time) bool {
	const minute, day = 60, 24 * 60 * 60
	_, offset := t.Zone()
	return t.Year() >= 0 && t.Year() <= 9999 && offset%minute == 0 && offset > -day && offset < day
}

func onScale(pain *int) bool { return pain == nil || *pain >= 0 && *pain <= 10 }

func onlyText(answers map[string]any) bool {
	for _, answer := range answers {
		if !isText(answer) {
			return false
		}
	}
	return true
}

// notText returns the items whose answers are of a wrong type, in order, so
// that the same entry always gets the same message.
func notText(answers map[string]any) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(answers)), func(item string) bool { return isText(answers[item]) })
}

func isText(answer any) bool {
	switch answer.(type) {
	case string, []string:
		return true
	}
	return false
}

// A Diary remembers. It is implemented by wizard/journal.
type Diary interface {
	// Append adds an entry and returns its ID, which is a new one where the
	// entry has none. Once it returns without an error, the entry outlasts
	// the end of the program and a power cut; until then it must not be
	// called saved.
	Append(Entry) (id string, err error)
	// All goes through everything that was kept, in the order in which it was
	// kept, corrections and what they correct included. What cannot be read
	// comes as an *UnreadableError and the rest follows; any other error is
	// the last. One entry is in memory at a time.
	All() iter.Seq2[Entry, error]
	// Current goes through the entries that count, like All: what was
	// corrected or taken back is left out.
	Current() iter.Seq2[Entry, error]
	// Course is like Current without the answers of the checks. They are the
	// most of a long diary, and few need them. What was done in an entry, and
	// how bad it was, are valid only until the next.
	Course() iter.Seq2[Entry, error]
}

// An UnreadableError is a part of a diary that is kept, but cannot be read.
type UnreadableError struct {
	// Line is where it is in the diary, counted from 1.
	Line int
	// Newer is true where a newer version of backcare wrote it.
	Newer bool
	// Unfinished is true where the writing stopped in the middle.
	Unfinished bool
	// Err says what is wrong with it.
	Err error
}

// Error says which line cannot be read and why.
func (e *UnreadableError) Error() string {
	return fmt.Sprintf("line %d of the diary: %v", e.Line, e.Err)
}

// In says the same in a language.
func (e *UnreadableError) In(l message.Language) string {
	return message.Textf("line %d of the diary: %w", e.Line, e.Err).In(l)
}

// Unwrap returns what is wrong with the line.
func (e *UnreadableError) Unwrap() error { return e.Err }

// Corrections are what is needed to tell which entries count. They grow with
// the number of corrections only, so that a long diary need not be in memory.
// The zero value knows of none.
type Corrections struct {
	// thread leads from an ID towards one ID that all entries share which
	// correct each other, directly or not.
	thread map[string]string
	// corrected are the IDs that some other entry corrects.
	corrected map[string]bool
	// made are the IDs of the corrections, in the order in which they were
	// kept.
	made []string
	// last is the ID of the correction that counts in each thread.
	last map[string]string
}

// Add takes note of an entry. All entries of a diary must be added, in the
// order in which they were kept, before Counts is asked; those that correct
// nothing may be left out.
func (c *Corrections) Add(e Entry) {
	if e.Corrects == "" || e.ID == "" {
		return // without an ID it cannot be part of a chain
	}
	if c.thread == nil {
		c.thread, c.corrected = map[string]string{}, map[string]bool{}
	}
	c.thread[c.root(e.ID)] = c.root(e.Corrects)
	c.corrected[e.Corrects] = true
	c.made = append(c.made, e.ID)
	c.last = nil
}

// root returns the ID that stands for the thread of an ID, and shortens the
// way to it.
func (c *Corrections) root(id string) string {
	for {
		next, ok := c.thread[id]
		if !ok || next == id {
			return id
		}
		if further, ok := c.thread[next]; ok {
			c.thread[id] = further
		}
		id = next
	}
}

// Counts reports whether an entry stands: of those that correct each other
// only the last one kept that nothing else corrects does, and none where that
// one takes back. Where they correct each other in a circle, the last one
// kept stands. A correction of an entry that is not there stands by itself.
func (c *Corrections) Counts(e Entry) bool {
	if e.ID == "" || e.Corrects == "" && !c.corrected[e.ID] {
		return !e.Retracted // as nearly all are
	}
	if c.last == nil {
		c.settle()
	}
	return c.last[c.root(e.ID)] == e.ID && !e.Retracted
}

// settle finds the correction that counts in each thread.
func (c *Corrections) settle() {
	c.last = map[string]string{}
	for _, id := range c.made {
		thread := c.root(id)
		if before, ok := c.last[thread]; ok && c.corrected[id] && !c.corrected[before] {
			continue
		}
		c.last[thread] = id
	}
}

// Current returns the entries that count, ordered by time; those of one time
// stay in the order in which they were kept.
func Current(entries []Entry) []Entry {
	var c Corrections
	for _, e := range entries {
		c.Add(e)
	}
	current := make([]Entry, 0, len(entries))
	for _, e := range entries {
		if c.Counts(e) {
			current = append(current, e)
		}
	}
	sort.SliceStable(current, func(i, j int) bool { return current[i].Time.Before(current[j].Time) })
	return current
}
