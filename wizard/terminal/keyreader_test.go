package terminal

import (
	"slices"
	"testing"

	"backcare/wizard"
)

// pressed is what a person pressed, where each chunk arrives at once and an
// empty one is a silence.
func pressed(chunks ...string) (presses []wizard.Press, stops int) {
	var d pressDecoder
	for _, chunk := range chunks {
		if chunk == "" {
			d.settle()
			continue
		}
		some, stop := d.gesture([]byte(chunk))
		presses = append(presses, some...)
		if stop {
			stops++
		}
	}
	return presses, stops
}

func TestKeysOfAStage(t *testing.T) {
	const (
		pause, begin, next, previous = wizard.PressPause, wizard.PressBegin, wizard.PressNext, wizard.PressPrevious
		leave                        = wizard.PressLeave
	)
	for _, test := range []struct {
		name   string
		chunks []string
		want   []wizard.Press
		stops  int
	}{
		{"each key", []string{" ", "\r", "n", "p", "r", "+", "=", "-", "w", "y", "?", "q"}, []wizard.Press{
			pause, begin, next, previous, wizard.PressRepeat, wizard.PressLonger, wizard.PressLonger, wizard.PressShorter,
			wizard.PressWorse, wizard.PressFine, wizard.PressHelp, wizard.PressQuit}, 0},
		{"capitals", []string{"N", "W"}, []wizard.Press{next, wizard.PressWorse}, 0},
		{"arrows", []string{"\x1b[C", "\x1b[D", "\x1bOC", "\x1b", "[D"}, []wizard.Press{next, previous, next, previous}, 0},
		{"ctrl-c and ctrl-d", []string{"\x03", "\x04"}, []wizard.Press{leave, leave}, 0},
		{"ctrl-c among letters", []string{"abc\x03"}, []wizard.Press{leave}, 0},
		{"ctrl-c in a paste", []string{"\x1b[200~n", "\x03"}, []wizard.Press{leave}, 0},
		{"ctrl-z", []string{"\x1a"}, nil, 1},
		{"ctrl-z in a paste", []string{"\x1b[200~\x1a\x1b[201~"}, nil, 0},
		{"esc alone", []string{"\x1b", "", "n"}, []wizard.Press{next}, 0},
		{"alt-letter", []string{"\x1bn", "\x1bq"}, nil, 0},
		{"a held key", []string{"++", "+"}, []wizard.Press{wizard.PressLonger, wizard.PressLonger, wizard.PressLonger}, 0},
		{"a burst of text", []string{"next\r", "quick"}, nil, 0},
		{"a marked paste", []string{"\x1b[200~n\r\x1b[201~", "q"}, []wizard.Press{wizard.PressQuit}, 0},
		{"a paste in pieces", []string{"\x1b[200~n", "n", "n\x1b[201~"}, nil, 0},
		{"mouse", []string{"\x1b[M nq", "\x1b[<0;1;1M"}, nil, 0},
		{"replies and function keys", []string{"\x1b[1;1R", "\x1bOP", "\x1b]11;rgb:n/q/w\x07", "\x1b[[A", "\x1b[3~"}, nil, 0},
		{"other letters", []string{"x", "é", "7"}, nil, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, stops := pressed(test.chunks...); !slices.Equal(got, test.want) || stops != test.stops {
				t.Errorf("pressed %v with %d stops, want %v with %d", got, stops, test.want, test.stops)
			}
		})
	}
}

// FuzzPresses feeds any bytes in any pieces, and checks what must always hold.
func FuzzPresses(f *testing.F) {
	for _, seed := range []string{" ", "\rn", "\x1b[C", "\x1b[200~q\x1b[201~", "\x1b[M  n", "\x1b]0;q\x07", "\x03", "\x1a", "q\xff\xc3", "\x1b[[A", "nnn"} {
		f.Add([]byte(seed), byte(0))
		f.Add([]byte(seed), byte(1))
	}
	f.Fuzz(func(t *testing.T, input []byte, size byte) {
		var d pressDecoder
		left := false
		for chunk := range slices.Chunk(input, int(size%16)+1) {
			presses, _ := d.gesture(chunk)
			for _, p := range presses {
				if keyName(p) == "" {
					t.Fatalf("%q is press %d, which is on no key", chunk, p)
				}
				left = left || p == wizard.PressLeave
			}
			if len(presses) > len(chunk) {
				t.Fatalf("%q makes %d presses", chunk, len(presses))
			}
		}
		if wantsOut := slices.ContainsFunc(input, func(b byte) bool { return b == 3 || b == 4 }); left != wantsOut {
			t.Errorf("leaving is %v after %q", left, input)
		}
		d.settle()
		if presses, _ := d.gesture([]byte("q")); !d.keys.pasting && !slices.Equal(presses, []wizard.Press{wizard.PressQuit}) {
			t.Errorf("after %q and a silence, q is %v", input, presses)
		}
	})
}
