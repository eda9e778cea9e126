package terminal

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"testing"
	"time"
)

// A typist is a source that hands over one chunk a read. An empty chunk is a
// silence: nothing arrives for a while.
type typist struct{ chunks []string }

func (f *typist) Read(p []byte) (int, error) {
	for len(f.chunks) > 0 && f.chunks[0] == "" {
		f.chunks = f.chunks[1:]
	}
	if len(f.chunks) == 0 {
		return 0, io.EOF
	}
	n := copy(p, f.chunks[0])
	f.chunks[0] = f.chunks[0][n:]
	if f.chunks[0] == "" {
		f.chunks = f.chunks[1:]
	}
	return n, nil
}

func (f *typist) Fd() uintptr { return 0 }

func (f *typist) arrives(time.Duration) bool {
	return len(f.chunks) > 0 && f.chunks[0] != ""
}

// Kinds of guards, with four choices or eleven.
func guardOne(chunks ...string) *guard {
	return &guard{src: &typist{chunks}, back: true, why: true, ticked: make([]bool, 4)}
}

func guardSeveral(chunks ...string) *guard {
	g := guardOne(chunks...)
	g.several = true
	return g
}

func guardScale(chunks ...string) *guard {
	g := guardOne(chunks...)
	g.ticked = make([]bool, 11)
	for i := range g.ticked {
		g.labels = append(g.labels, strconv.Itoa(i))
	}
	return g
}

func guardFirst(chunks ...string) *guard {
	g := guardOne(chunks...)
	g.back, g.why = false, false
	return g
}

// listen lets a guard hear keys until the question has ended or there are no
// more. It returns an error that is not the end of input.
func listen(g *guard) error {
	for g.ending == unended {
		if err := g.hear(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

func TestGuard(t *testing.T) {
	tests := []struct {
		name  string
		guard *guard
		end   ending
		at    int
	}{
		{"enter", guardOne("\r"), answered, 0},
		{"enter as a line feed", guardOne("\n"), answered, 0},
		{"what follows enter is dropped", guardOne("\r\x1b[B\r"), answered, 0},
		{"arrows", guardOne("\x1b[B", "\x1b[B", "\x1b[A", "\r"), answered, 1},
		{"arrows of the keypad mode", guardOne("\x1bOB", "\x1bOA\r"), answered, 0},
		{"arrows in one read", guardOne("\x1b[B\x1b[B\r"), answered, 2},
		{"arrow split after esc", guardOne("\x1b", "[B", "\r"), answered, 1},
		{"arrow split before its end", guardOne("\x1b[", "B", "\r"), answered, 1},
		{"up from the top", guardOne("\x1b[A\r"), answered, 3},
		{"down from the bottom", guardOne("\x1b[A\x1b[B\r"), answered, 0},
		{"j and k", guardOne("j", "j", "k", "\r"), answered, 1},
		{"caps lock", guardOne("J", "\r"), answered, 1},
		{"tab", guardOne("\t\r"), answered, 1},
		{"space", guardOne(" ", "\r"), answered, 0},

		{"ctrl-c", guardOne("\x03"), left, 0},
		{"ctrl-d", guardOne("\x04"), left, 0},
		{"ctrl-c behind enter", guardOne("\r\x03"), left, 0},
		{"ctrl-c behind b", guardOne("b\x03"), left, 0},
		{"ctrl-d behind ?", guardOne("?\r\x04"), left, 0},
		{"ctrl-d before enter", guardOne("\x04\r"), left, 0},
		{"ctrl-c inside a sequence", guardOne("\x1b[", "\x03"), left, 0},
		{"ctrl-c inside a paste", guardOne("\x1b[200~abc", "\x03"), left, 0},
		{"ctrl-c among letters", guardOne("abc\x03"), left, 0},
		{"end of input", guardOne(), unended, 0},
		{"end of input after an arrow", guardOne("\x1b[B"), unended, 1},
		{"end of input in a sequence", guardOne("\x1b["), unended, 0},

		{"b", guardOne("b"), wentBack, 0},
		{"arrow left", guardOne("\x1b[D"), wentBack, 0},
		{"backspace", guardOne("\x7f"), wentBack, 0},
		{"ctrl-h", guardOne("\b"), wentBack, 0},
		{"b with nowhere to go", guardFirst("b", "\r"), answered, 0},
		{"backspace with nowhere to go", guardFirst("\x7f", "\r"), answered, 0},
		{"arrow left with nowhere to go", guardFirst("\x1b[D", "\r"), answered, 0},
		{"why", guardOne("?"), askedWhy, 0},
		{"why with nothing to say", guardFirst("?", "\r"), answered, 0},

		{"esc, then enter later", guardOne("\x1b", "", "\r"), answered, 0},
		{"esc, then an arrow later", guardOne("\x1b", "", "\x1b[B", "\r"), answered, 1},
		{"esc twice", guardOne("\x1b\x1b", "", "\r"), answered, 0},
		{"alt-letter", guardOne("\x1bb", "\x1bj", "\x1bk", "\r"), answered, 0},
		{"alt-enter", guardOne("\x1b\r", "\r"), answered, 0},
		{"arrow right", guardOne("\x1b[C\r"), answered, 0},
		{"shift-arrow", guardOne("\x1b[1;2B\r"), answered, 0},
		{"home, end, delete, page down", guardOne("\x1b[H\x1b[F\x1b[3~\x1b[6~\x1b[1~\r"), answered, 0},
		{"function keys", guardOne("\x1bOP\x1b[15~\x1b[[B\r"), answered, 0},
		{"mouse, new", guardOne("\x1b[<0;12;7M\x1b[<0;12;7m\r"), answered, 0},
		{"mouse, old", guardOne("\x1b[M jk", "\r"), answered, 0},
		{"mouse, old and split", guardOne("\x1b[M ", "bb", "\r"), answered, 0},
		{"cursor report", guardOne("\x1b[12;40R\r"), answered, 0},
		{"colour reply", guardOne("\x1b]11;rgb:bbbb/0000/0000\x1b\\\r"), answered, 0},
		{"colour reply, ended by bel", guardOne("\x1b]11;jkb?\a\r"), answered, 0},
		{"device reply", guardOne("\x1bP1$r0m\x1b\\", "\r"), answered, 0},
		{"focus report", guardOne("\x1b[I\x1b[O\r"), answered, 0},
		{"a reply without an end", guardOne("\x1b]11;rgb", "", "\r"), answered, 0},
		{"other controls", guardOne("\x00\x01\x0e\x10\x11\x12\x13\x17\x18\x1a\x1c\x1d\x1e\x1f\r"), answered, 0},

		{"letters", guardOne("y", "\x1b[B", "\r"), answered, 1},
		{"enter after letters", guardOne("y", "\r"), strayed, 0},
		{"enter after a digit", guardOne("2", "\r"), strayed, 0},
		{"enter after accents", guardOne("é", "\r"), strayed, 0},
		{"enter after broken utf-8", guardOne("\xff\xc3", "\r"), strayed, 0},
		{"a pasted word", guardOne("yes\n", "\x1b[A\r"), strayed, 0},
		{"a pasted word of keys we know", guardOne("bulk", "\x1b[A\r"), answered, 3},
		{"a marked paste", guardOne("\x1b[200~j\r\x1b[201~", "\x1b[B\r"), answered, 1},
		{"enter after a marked paste", guardOne("\x1b[200~j\r\x1b[201~", "\r"), strayed, 0},
		{"a marked paste in pieces", guardOne("\x1b[2", "00~jj", "\r\r\x1b[20", "1~", "\x1b[B\r"), answered, 1},
		{"a paste without an end", guardOne("\x1b[200~j\r", "", "\x1b[B\r"), answered, 1},

		{"several: tick and go on", guardSeveral(" ", "\x1b[B", " ", "\r"), answered, 1},
		{"several: right and left", guardSeveral("\x1b[C", "\x1b[B\r"), answered, 1},
		{"several: left goes back", guardSeveral("\x1b[D"), wentBack, 0},
		{"several: j is a letter", guardSeveral("j", "\r"), strayed, 0},
		{"several: tab", guardSeveral("\t\r"), answered, 0},
		{"several: ctrl-d", guardSeveral(" ", "\x04"), left, 0},
		{"several: a pasted sentence", guardSeveral("a b c\n", "\x1b[B\r"), strayed, 0},
		{"ctrl-c behind a pasted line", guardOne("yes\n\x03"), left, 0},

		{"scale: 8", guardScale("8", "\r"), answered, 8},
		{"scale: 10", guardScale("1", "0", "\r"), answered, 10},
		{"scale: 10 in one read", guardScale("10\r"), answered, 10},
		{"scale: 1", guardScale("1", "\r"), answered, 1},
		{"scale: 0", guardScale("0", "\r"), answered, 0},
		{"scale: 11 is neither 1 nor 10", guardScale("1", "1", "\r"), strayed, 1},
		{"scale: 100 is not 0", guardScale("1", "0", "0", "\r"), strayed, 10},
		{"scale: 7 after 1 is 7", guardScale("1", "7", "\r"), answered, 7},
		{"scale: 5 after 10 is 5", guardScale("1", "0", "5", "\r"), answered, 5},
		{"scale: 10 after 7", guardScale("7", "1", "0", "\r"), answered, 10},
		{"scale: 17 and enter in one read is in doubt", guardScale("17\r"), strayed, 7},
		{"scale: 17 in one read, then enter", guardScale("17", "\r"), answered, 7},
		{"scale: a number in doubt, then an arrow", guardScale("17\x1b[B\r"), answered, 8},
		{"scale: a number after a wrong one", guardScale("4", "4", "5", "\r"), answered, 5},
		{"scale: backspace takes digits back", guardScale("1", "\x7f", "3", "\r"), answered, 3},
		{"scale: backspace without digits", guardScale("\x7f"), wentBack, 0},
		{"scale: an arrow ends a number", guardScale("1", "\x1b[B", "0", "\r"), answered, 0},
		{"scale: letters end a number", guardScale("1", "x", "0", "\r"), answered, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if err := listen(test.guard); err != nil {
				t.Fatal(err)
			}
			if test.guard.ending != test.end {
				t.Errorf("ending = %v, want %v", test.guard.ending, test.end)
			}
			if test.guard.at != test.at {
				t.Errorf("highlight on %d, want %d", test.guard.at, test.at)
			}
		})
	}
}

func TestGuardTicks(t *testing.T) {
	g := guardSeveral(" ", "\x1b[B", " ", "\x1b[B", " ", " ", "\r")
	if err := listen(g); err != nil {
		t.Fatal(err)
	}
	if got, want := g.chosen(), []int{0, 1}; !slices.Equal(got, want) {
		t.Errorf("ticks = %v, want %v", got, want)
	}
}

// FuzzGuard feeds any bytes in any pieces, and checks what must always hold.
func FuzzGuard(f *testing.F) {
	for _, seed := range []string{
		"\r", "\n", "\x04", "\x03", "\x1b", "\x1b[B\r", "\x1bOA", "\x1b[1;2B", "\x1b[M jk", "\x1b[<0;1;1M",
		"\x1b[200~pasted\r\x1b[201~\r", "\x1b]11;rgb:0/0/0\a", "\x1bP\x1b\\", "yes\n", "10\r", "\xff\xc3\xa9",
		" \x1b[B \r", "\x1b[C\x1b[D", "\x1b[", "\x1b[3~\x7f\b", "?b", "\x00\x0e\x10\x11", "\x1b[[A",
	} {
		for kind := range byte(4) {
			f.Add([]byte(seed), kind, byte(0))
			f.Add([]byte(seed), kind, byte(1))
		}
	}
	kinds := []func(...string) *guard{guardOne, guardSeveral, guardScale, guardFirst}
	f.Fuzz(func(t *testing.T, input []byte, kind, size byte) {
		var chunks []string
		for c := range slices.Chunk(input, int(size%8)+1) {
			chunks = append(chunks, string(c))
		}
		g := kinds[int(kind)%len(kinds)](chunks...)
		if err := listen(g); err != nil {
			t.Fatalf("hear: %v", err)
		}

		if g.at < 0 || g.at >= len(g.ticked) {
			t.Fatalf("highlight on %d of %d", g.at, len(g.ticked))
		}
		if !g.several && len(g.ticks()) > 0 {
			t.Errorf("ticked %v where nothing can be", g.ticks())
		}
		if g.ending == wentBack && !g.back || g.ending == askedWhy && !g.why {
			t.Errorf("ending %v where there is no such thing", g.ending)
		}
		if g.ending == answered && !bytes.ContainsAny(input, "\r\n") {
			t.Error("answered without Enter")
		}
		if bytes.ContainsAny(input, "\x03\x04") && g.ending == unended {
			t.Error("Ctrl-C or Ctrl-D was swallowed")
		}
	})
}
