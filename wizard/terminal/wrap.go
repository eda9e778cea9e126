package terminal

import (
	"strings"

	"backcare/wizard/textwidth"
)

// wrap breaks text into lines of at most so many columns. The first line
// begins with first and all others with rest, which are counted. Line breaks
// in the text are kept.
//
// A word that is too long for a line is broken between characters, except an
// address.
func wrap(text string, columns int, first, rest string) []string {
	if first+rest == "" && textwidth.Columns(text) <= columns && isOneLine(text) && clean(text) == text {
		return []string{text}
	}
	var lines []string
	prefix := first
	for paragraph := range strings.SplitSeq(clean(text), "\n") {
		room := max(1, columns-max(textwidth.Columns(first), textwidth.Columns(rest)))
		for _, line := range fill(words(paragraph, room), room) {
			lines = append(lines, strings.TrimRight(prefix+line, " "))
			prefix = rest
		}
	}
	return lines
}

// Wrap breaks what is on no page, such as help, in the same way. It is for text
// of at most so many columns, as Terminal.Width tells.
func Wrap(text string, columns int, first, rest string) []string {
	return wrap(text, columns, first, rest)
}

// words splits at spaces, not at no-break spaces, and breaks what is too long.
func words(text string, room int) []string {
	var all []string
	for word := range strings.SplitSeq(text, " ") {
		switch {
		case word == "":
		case textwidth.Columns(word) <= room || isAddress(word):
			all = append(all, word)
		default:
			all = append(all, pieces(word, room)...)
		}
	}
	return all
}

// isAddress reports whether a word is the address of a page or the name of a
// file, which could not be followed or copied any more if it were broken.
func isAddress(word string) bool {
	return strings.Contains(word, "://") || strings.HasPrefix(word, "/") || strings.HasPrefix(word, "~/") || strings.Contains(word, `:\`)
}

// pieces breaks a word between characters into parts that have room each.
func pieces(word string, room int) []string {
	var all []string
	begin, at, width := 0, 0, 0
	for character, w := range textwidth.Characters(word) {
		if at > begin && width+w > room {
			all, begin, width = append(all, word[begin:at]), at, 0
		}
		at, width = at+len(character), width+w
	}
	return append(all, word[begin:])
}

// fill puts as many words on each line as there is room for. No words are one
// empty line.
func fill(all []string, room int) []string {
	var lines []string
	line, width := "", 0
	for i, word := range all {
		w := textwidth.Columns(word)
		if i > 0 && width+1+w <= room {
			line, width = line+" "+word, width+1+w
			continue
		}
		if i > 0 {
			lines = append(lines, line)
		}
		line, width = word, w
	}
	return append(lines, line)
}

// rows says how many rows of a terminal these lines take, counting the rows
// of a line that is wider than the terminal. Paint takes no room.
func rows(lines []string, columns int) int {
	n := 0
	for _, line := range lines {
		n += max(1, (textwidth.Painted(line)+columns-1)/columns)
	}
	return n
}
