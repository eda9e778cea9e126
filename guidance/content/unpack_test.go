package content

import (
	"compress/gzip"
	"math/rand/v2"
	"strings"
	"testing"
)

// levels make blocks of every kind: stored, of bytes only, and with copies.
var levels = []int{gzip.NoCompression, gzip.HuffmanOnly, gzip.BestSpeed, gzip.BestCompression}

func FuzzUnpackReturnsWhatWasPacked(f *testing.F) {
	f.Add("")
	f.Add("a")
	f.Add(`{"a":1}`)
	f.Add(strings.Repeat("a", 70_000))
	f.Add(strings.Repeat("breathe out, ", 9_000))
	f.Add(random(256, 70_000))
	f.Add(random(3, 70_000))
	f.Add(skewed(70_000))
	f.Fuzz(func(t *testing.T, text string) {
		for _, level := range levels {
			if got := unpack(pack(t, text, level)); got != text {
				t.Errorf("level %d: got %d bytes, want the %d that were packed: %.80q", level, len(got), len(text), text)
			}
		}
	})
}

// random returns a text of so many bytes and so many different ones.
func random(different, length int) string {
	source := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range length {
		b.WriteByte(byte(source.IntN(different)))
	}
	return b.String()
}

// skewed returns a text in which each byte is half as frequent as another, so
// that the numbers of the rare ones are as long as they can be.
func skewed(length int) string {
	source := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range length {
		c := byte(0)
		for source.IntN(2) == 1 {
			c++
		}
		b.WriteByte(c)
	}
	return b.String()
}
