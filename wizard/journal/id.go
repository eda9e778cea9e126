package journal

import (
	"encoding/binary"
	"math/rand/v2"
	"sync"
	"time"
)

// crockford are the digits of an ID: letters that are taken for digits are
// left out, and they sort as their values do.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// ids hands out names for entries that no other program hands out, and that
// sort in the order in which they were handed out. They have the form of a
// ULID: 48 bits of milliseconds and 80 bits of chance.
//
// Chance comes from the generator of the runtime, which the system seeds for
// each process. A name is no secret, and the generator for secrets costs every
// start of the program.
type ids struct {
	mu     sync.Mutex
	millis uint64
	high   uint16
	low    uint64
}

// next returns a name for an entry that is kept now. Within one millisecond,
// and where the clock was set back, it counts on from the last.
func (s *ids) next(now time.Time) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if millis := uint64(max(now.UnixMilli(), 0)); millis > s.millis {
		// The top bit stays free, so that counting on cannot overflow.
		s.millis, s.high, s.low = millis, uint16(rand.Uint32())>>1, rand.Uint64()
	} else if s.low++; s.low == 0 {
		s.high++
	}
	var b [16]byte
	binary.BigEndian.PutUint64(b[:], s.millis<<16|uint64(s.high))
	binary.BigEndian.PutUint64(b[8:], s.low)
	return base32(b)
}

// base32 returns 128 bits in 26 digits.
func base32(b [16]byte) string {
	high, low := binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])
	var text [26]byte
	for n := len(text) - 1; n >= 0; n-- {
		text[n] = crockford[low&31]
		low = low>>5 | high<<59
		high >>= 5
	}
	return string(text[:])
}
