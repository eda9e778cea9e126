package figure

import (
	"image"
	"image/color"
	"strings"
)

// The letters of captions on the sheet: five rows of three dots each, from the
// top, an octal digit a row.
var letters = map[rune][5]byte{
	'a': {0, 3, 5, 5, 3}, 'b': {4, 6, 5, 5, 6}, 'c': {0, 3, 4, 4, 3}, 'd': {1, 3, 5, 5, 3}, 'e': {2, 5, 7, 4, 3}, 'f': {1, 2, 7, 2, 2}, 'g': {3, 5, 3, 1, 6},
	'h': {4, 6, 5, 5, 5}, 'i': {2, 0, 2, 2, 2}, 'j': {1, 0, 1, 5, 2}, 'k': {4, 5, 6, 5, 5}, 'l': {6, 2, 2, 2, 3}, 'm': {0, 7, 7, 5, 5}, 'n': {0, 6, 5, 5, 5},
	'o': {0, 2, 5, 5, 2}, 'p': {0, 6, 5, 6, 4}, 'q': {0, 3, 5, 3, 1}, 'r': {0, 3, 4, 4, 4}, 's': {0, 3, 6, 3, 6}, 't': {2, 7, 2, 2, 1}, 'u': {0, 5, 5, 5, 3},
	'v': {0, 5, 5, 5, 2}, 'w': {0, 5, 5, 7, 7}, 'x': {0, 5, 2, 2, 5}, 'y': {5, 5, 3, 1, 6}, 'z': {0, 7, 1, 2, 7}, '-': {0, 0, 7, 0, 0}, ' ': {},
	'0': {7, 5, 5, 5, 7}, '1': {2, 6, 2, 2, 7}, '2': {6, 1, 2, 4, 7}, '3': {6, 1, 2, 1, 6}, '4': {5, 5, 7, 1, 1}, '5': {7, 4, 6, 1, 6}, '6': {3, 4, 6, 5, 2},
	'7': {7, 1, 2, 2, 2}, '8': {2, 5, 2, 5, 2}, '9': {2, 5, 3, 1, 6},
}

// captionHeight is how high a caption is, with some space, in pixels.
const captionHeight = 22

// caption writes small letters, three pixels a dot.
func caption(img *image.RGBA, left, top int, text string) {
	const size, advance = 3, 4
	for n, r := range []rune(strings.ToLower(text)) {
		for y, bits := range letters[r] {
			for x := range 3 {
				if bits&(4>>x) == 0 {
					continue
				}
				for p := range size * size {
					img.SetRGBA(left+(n*advance+x)*size+p%size, top+y*size+p/size, color.RGBA{A: 255})
				}
			}
		}
	}
}
