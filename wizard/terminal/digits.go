package terminal

import "strings"

// Large digits are read from two metres, by somebody on the floor.
const (
	digitRows  = 5
	digitWidth = 6
	colonWidth = 2
)

// A typeface has a drawing of each digit, then one of the colon.
type typeface [11][digitRows]string

// blocks is for terminals that speak UTF-8.
var blocks = typeface{
	{"▄████▄", "██  ██", "██  ██", "██  ██", "▀████▀"},
	{"  ▄██ ", " ▀▀██ ", "   ██ ", "   ██ ", "   ██ "},
	{"▄████▄", "▀▀  ██", "  ▄██▀", "▄██▀  ", "██████"},
	{"▄████▄", "▀▀  ██", "  ███▄", "▄▄  ██", "▀████▀"},
	{"██  ██", "██  ██", "▀█████", "    ██", "    ██"},
	{"██████", "██▄▄▄ ", "▀▀▀▀██", "▄▄  ██", "▀████▀"},
	{"▄████▄", "██    ", "█████▄", "██  ██", "▀████▀"},
	{"██████", "   ▄██", "  ▄██▀", "  ██  ", "  ██  "},
	{"▄████▄", "██  ██", "▄████▄", "██  ██", "▀████▀"},
	{"▄████▄", "██  ██", "▀█████", "    ██", "▀████▀"},
	{"  ", "██", "  ", "██", "  "},
}

// hashes is for all others.
var hashes = typeface{
	{" #### ", "##  ##", "##  ##", "##  ##", " #### "},
	{"   ## ", " #### ", "   ## ", "   ## ", "   ## "},
	{"##### ", "    ##", "  ### ", "##    ", "######"},
	{"##### ", "    ##", "  ### ", "    ##", "##### "},
	{"##  ##", "##  ##", "######", "    ##", "    ##"},
	{"######", "##    ", "##### ", "    ##", "##### "},
	{" #### ", "##    ", "##### ", "##  ##", " #### "},
	{"######", "    ##", "   ## ", "  ##  ", "  ##  "},
	{" #### ", "##  ##", " #### ", "##  ##", " #### "},
	{" #### ", "##  ##", " #####", "    ##", " #### "},
	{"  ", "##", "  ", "##", "  "},
}

// large draws a clock in as many rows as digits are high. It is nil for a
// clock that has anything but digits and colons.
func (f *typeface) large(clock string, gap int) []string {
	if clock == "" || strings.Trim(clock, "0123456789:") != "" {
		return nil
	}
	lines := make([]string, digitRows)
	for i, r := range clock {
		glyph := f[10]
		if r != ':' {
			glyph = f[r-'0']
		}
		for row := range lines {
			if i > 0 {
				lines[row] += strings.Repeat(" ", gap)
			}
			lines[row] += glyph[row]
		}
	}
	return lines
}

// largeWidth is how many columns a clock of so many digits takes, with a
// colon or without.
func largeWidth(digits int, colon bool, gap int) int {
	width := digits*digitWidth + (digits-1)*gap
	if colon {
		width += colonWidth + gap
	}
	return width
}
