package journal

import (
	"bytes"
	"errors"
	"io/fs"
	"iter"
	"os"
	"slices"
	"sort"
	"strings"

	"backcare/wizard"
)

// An Index knows when each entry that counts happened and where it stands in
// the file, and reads it from there: a diary in order of time without the
// diary in memory. It is of the moment at which it was made; what is kept
// afterwards is not in it, and what is erased is.
type Index struct {
	// Unreadable are the numbers of the lines that cannot be read, and Newer of
	// those that a newer program wrote.
	Unreadable, Newer []int

	file   *os.File // nil where there is no journal
	places []place  // in order of time; of one second, as they were kept
	// areas are the ids of the areas by their numbers, and numbers the other
	// way round.
	areas   []string
	numbers map[string]uint32
	window  window
	decoder
}

// A place is where an entry stands. There may be very many.
type place struct {
	// when holds the time in seconds, the number of the area, and whether it
	// corrects: see newPlace.
	when int64
	at   int64
	key  uint64
}

// A time that can be written has 39 bits of seconds.
const (
	areaBits  = 23
	whenShift = areaBits + 1
)

func newPlace(seconds, at int64, key uint64, area uint32, corrects bool) place {
	p := place{when: seconds<<whenShift | int64(area)<<1, at: at, key: key}
	if corrects {
		p.when |= 1
	}
	return p
}

func (p place) seconds() int64 { return p.when >> whenShift }
func (p place) area() int      { return int(p.when >> 1 & (1<<areaBits - 1)) }
func (p place) corrects() bool { return p.when&1 != 0 }

// Index goes through the file once. The index must be closed.
func (j *Journal) Index() (*Index, error) {
	f, err := openRegular(j.Path(), os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		return &Index{}, nil
	}
	if err != nil {
		return nil, j.fault(reading, err)
	}
	x := &Index{file: f, numbers: map[string]uint32{}}
	if err := x.build(); err != nil {
		return nil, errors.Join(j.fault(reading, err), f.Close())
	}
	return x, nil
}

// Close gives the file back.
func (x *Index) Close() error {
	if x.file == nil {
		return nil
	}
	return x.file.Close()
}

func (x *Index) build() error {
	info, err := x.file.Stat()
	if err != nil {
		return err
	}
	var corrections wizard.Corrections
	corrected := map[uint64]bool{}
	x.depth = head
	var e wizard.Entry // once, because it is on the heap
	err = eachLine(x.file, newLineBuffer(), func(l rawLine) bool {
		e = wizard.Entry{}
		found, unreadable := x.entry(&e, l)
		var line *wizard.UnreadableError
		switch {
		case errors.As(unreadable, &line) && line.Newer:
			x.Newer = append(x.Newer, l.number)
		case unreadable != nil:
			x.Unreadable = append(x.Unreadable, l.number)
		case found:
			if e.Corrects != "" {
				e.ID = string(x.id)
				corrections.Add(e)
				corrected[keyOf([]byte(e.Corrects))] = true
			}
			x.makeRoom(info.Size(), l.at)
			x.places = append(x.places, newPlace(e.Time.Unix(), l.at, keyOf(x.id), x.areaOf(e.Area), e.Corrects != "" || e.Retracted))
		}
		return true
	})
	if err != nil {
		return err
	}
	x.depth, x.lends = course, true
	if err := x.settle(&corrections, corrected); err != nil {
		return err
	}
	inTime := func(i, j int) bool { return x.places[i].seconds() < x.places[j].seconds() }
	if !sort.SliceIsSorted(x.places, inTime) { // a diary mostly is
		sort.SliceStable(x.places, inTime)
	}
	return nil
}

// makeRoom makes room for as many places as there are going to be, if the rest
// of the file is like its beginning: growing step by step would need it twice.
func (x *Index) makeRoom(size, at int64) {
	const enough, spare = 1000, 20
	if n := int64(len(x.places)); n == enough {
		more := n * (size - at) / at
		x.places = slices.Grow(x.places, int(more+more/spare))
	}
}

// settle drops what does not count. Only what a correction may be about is
// read again.
func (x *Index) settle(corrections *wizard.Corrections, corrected map[uint64]bool) error {
	kept := x.places[:0]
	for _, p := range x.places {
		if p.corrects() || corrected[p.key] {
			k, err := x.read(p)
			if err != nil {
				return err
			}
			if !corrections.Counts(k.Entry) {
				continue
			}
		}
		kept = append(kept, p)
	}
	x.places = kept
	return nil
}

// keyOf returns the beginning of an ID as a number, in capitals. Of IDs that
// differ only further on it is the same.
func keyOf(id []byte) (key uint64) {
	for n := range keyLength {
		key <<= 8
		if n < len(id) {
			c := id[n]
			if c >= 'a' && c <= 'z' {
				c -= 'a' - 'A'
			}
			key |= uint64(c)
		}
	}
	return key
}

// keyLength is how much of an ID is in its key.
const keyLength = 8

// areaOf returns the number of an area.
func (x *Index) areaOf(id string) uint32 {
	n, known := x.numbers[id]
	if !known {
		n = uint32(len(x.areas))
		x.areas = append(x.areas, id)
		x.numbers[id] = n
	}
	return n
}

// in reports whether a place is in an area, or in any for "".
func (x *Index) in(p place, area string) bool { return area == "" || x.areas[p.area()] == area }

// Count returns how many entries of an area there are, or of all for "".
func (x *Index) Count(area string) (n int) {
	for _, p := range x.places {
		if x.in(p, area) {
			n++
		}
	}
	return n
}

// OldestFirst goes through the entries of an area, or all for "". An error is
// the last.
func (x *Index) OldestFirst(area string) iter.Seq2[Kept, error] {
	return x.through(area, slices.All(x.places))
}

// NewestFirst is the same from the other end.
func (x *Index) NewestFirst(area string) iter.Seq2[Kept, error] {
	return x.through(area, slices.Backward(x.places))
}

func (x *Index) through(area string, places iter.Seq2[int, place]) iter.Seq2[Kept, error] {
	return func(yield func(Kept, error) bool) {
		for _, p := range places {
			if !x.in(p, area) {
				continue
			}
			if k, err := x.read(p); !yield(k, err) || err != nil {
				return
			}
		}
	}
}

// read returns the entry at a place. What it holds is valid until the next.
func (x *Index) read(p place) (Kept, error) {
	data, err := x.window.line(x.file, p.at)
	if err != nil {
		return Kept{}, err
	}
	k := Kept{line: bytes.TrimSuffix(data, []byte("\r"))}
	k.usual = x.fast(k.line, &k.Entry)
	if !k.usual {
		k.Entry = wizard.Entry{}
		err = x.decode(k.line, &k.Entry)
	}
	return k, err
}

// Find returns the entries that count whose IDs begin with a text, in capitals
// or not, or those whose whole ID it is: more than one where somebody copied a
// line. They are whole.
func (x *Index) Find(begin string) (found []wizard.Entry, err error) {
	if begin == "" {
		return nil, nil
	}
	var exact []wizard.Entry
	few := min(len(begin), keyLength)
	unlike := 8 * (keyLength - few)
	for _, p := range x.places {
		if p.key>>unlike != keyOf([]byte(begin))>>unlike {
			continue
		}
		k, err := x.read(p)
		if err != nil {
			return nil, err
		}
		if len(k.ID) < len(begin) || !strings.EqualFold(k.ID[:len(begin)], begin) {
			continue
		}
		e, err := k.Whole()
		if err != nil {
			return nil, err
		}
		if len(k.ID) == len(begin) {
			exact = append(exact, e)
		}
		found = append(found, e)
	}
	if len(exact) > 0 {
		return exact, nil
	}
	return found, nil
}

// IDs returns the beginnings of the IDs of all entries that count, each cut to
// the length that tells them apart but no shorter than some characters, in
// order and without empty ones.
func (x *Index) IDs(shortest int) (ids []string, err error) {
	length, err := x.IDLength(shortest)
	for _, p := range x.places {
		k, readErr := x.read(p)
		err = errors.Join(err, readErr)
		if k.ID != "" {
			ids = append(ids, k.ID[:min(len(k.ID), length)])
		}
	}
	slices.Sort(ids)
	return ids, err
}

// IDLength returns how many characters of the IDs tell all entries that count
// apart, but no fewer than some.
func (x *Index) IDLength(shortest int) (int, error) {
	keys := make([]uint64, len(x.places))
	for n, p := range x.places {
		keys[n] = p.key
	}
	if !slices.IsSorted(keys) { // they mostly are
		sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	}
	length := shortest
	alike := map[uint64]bool{}
	for n := 1; n < len(keys); n++ {
		if keys[n] == keys[n-1] {
			alike[keys[n]] = true
		} else {
			length = max(length, commonPrefix(keyText(keys[n]), keyText(keys[n-1]))+1)
		}
	}
	if len(alike) == 0 {
		return length, nil
	}
	apart, err := x.lengthOf(alike)
	return max(length, apart), err
}

// lengthOf returns how many characters tell the IDs with some keys apart.
func (x *Index) lengthOf(keys map[uint64]bool) (length int, err error) {
	var ids []string
	for _, p := range x.places {
		if !keys[p.key] {
			continue
		}
		k, err := x.read(p)
		if err != nil {
			return 0, err
		}
		ids = append(ids, strings.ToUpper(k.ID))
	}
	slices.Sort(ids)
	for n := 1; n < len(ids); n++ {
		if ids[n] != ids[n-1] {
			length = max(length, commonPrefix(ids[n-1], ids[n])+1)
		}
	}
	return length, nil
}

func keyText(key uint64) string {
	var text [keyLength]byte
	for n := range text {
		text[n] = byte(key >> (8 * (keyLength - 1 - n)))
	}
	return string(text[:])
}

func commonPrefix(x, y string) int {
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}
