package wizard

import "backcare/guidance/figure"

// A Page is text to be read, free of any layout: whoever shows it wraps it to
// the width there is, and decides on colour. No meaning is carried by colour
// alone.
type Page []Block

// A Block is one piece of a Page.
type Block struct {
	Kind BlockKind
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
	// Picture shows the keyframes of a Figure, and its words to those who
	// cannot see it. Text is not shown.
	Picture
	// Keys is a list of what can be pressed on a Stage. A stage that shows it
	// calls the keys by their names.
	Keys
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
