package wizard

import (
	"strings"

	"backcare/guidance/figure"
)

// A Page is text to be read, free of any layout: whoever shows it wraps it to
// the width there is, and decides on colour. No meaning is carried by colour
// alone.
type Page []Block

// A Block is one piece of a Page.
type Block struct {
	Kind BlockKind
	// Emergency is true for an Alarm that calls for help now, as opposed to one
	// that can wait until later in the day, or that says to stop.
	Emergency bool
	// Text is one paragraph, free of line breaks and control characters.
	Text string
	// Items are the lines of a Bullets or Steps block.
	Items []string
	// From is how many items of the same list stood on the page before, so
	// that Steps go on counting.
	From int
	// Figure is the movement or position that a Picture block shows.
	Figure *figure.Figure
	// Keys are what the keys of a Keys block do.
	Keys []KeyHint
	// Table is what a Rows block shows.
	Table *Table
	// Plot is the course that a Course block shows.
	Plot *Plot
}

// A Table is rows of short texts. Where there is no room for columns, or a
// person hears it, it is told row by row.
type Table struct {
	Columns []Column
	// Rows have a text for each column. A text may hold any character.
	Rows [][]string
}

// UnknownCell is shown in a table where nothing is known. It is left out where
// a row is told.
const UnknownCell = "-"

// A Column is one column of a Table.
type Column struct {
	Head string
	// Named is true where a text means nothing without the head of its column:
	// a row is then told as "pain 4".
	Named bool
	// Number is true for a column of numbers, which stand at the right.
	Number bool
	// Least is how narrow the column may become, in cells, when the screen is
	// too narrow for all of it: longer texts are cut. With 0 nothing is cut.
	Least int
}

// A Plot is the course of the pain over time, in words on the axes. Whoever
// makes one says the same in words beside it.
type Plot struct {
	figure.Plot
	// Labels stand at the left, from the lowest row to the highest.
	Labels []string
	// From and To stand under the ends.
	From, To string
	// Spans are marked under the curve, and Legend says what they are.
	Spans  []Span
	Legend string
}

// A Span is a part of a Plot, as shares of the way from the left.
type Span struct {
	From, To float64
	// Open is true for a span that goes on.
	Open bool
}

// Introduces reports whether a block means nothing without the one that
// follows, so that they are never kept apart by the end of a screen: a title, a
// heading, a sentence that ends in a colon.
func (b Block) Introduces() bool {
	return b.Kind == Title || b.Kind == Heading || len(b.Items) == 0 && strings.HasSuffix(b.Text, ":")
}

// BlockKind says what a Block is.
type BlockKind int

// The kinds of blocks.
const (
	// Paragraph is running text.
	Paragraph BlockKind = iota
	// Title opens a page.
	Title
	// Heading opens a part of a page.
	Heading
	// Alarm is what must be read first: a call for help, a reason to stop.
	Alarm
	// Bullets is an unordered list.
	Bullets
	// Steps is a numbered list of what to do in order.
	Steps
	// Note is an aside that may be skipped, such as a source.
	Note
	// Picture shows the keyframes of a Figure, and Text, which describes them,
	// to those who cannot see it.
	Picture
	// Keys is a list of what can be pressed on a Stage. A stage that shows it
	// calls the keys by their names.
	Keys
	// Rows shows a Table.
	Rows
	// Course shows a Plot to those who can see it, and nothing to others: what
	// it shows is said in words as well.
	Course
)

// A Display shows pages to a person.
type Display interface {
	// Tell shows a page of the conversation: what is said between questions.
	Tell(Page) error
	// Present shows a page that is a result of the command, which a script or
	// a file may want.
	Present(Page) error
	// Fits reports whether a page can be read whole with a question of so
	// many choices below it, without scrolling away. It is true where nothing
	// scrolls away, such as in plain lines.
	Fits(p Page, choices int) bool
}
