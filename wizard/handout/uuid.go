package handout

import (
	"encoding/hex"
	"hash/fnv"
	"strings"
)

// identifier returns the UUID of some texts: the same texts always have the
// same one, so that what is written twice is recognized. It holds nothing of
// the machine or of the time.
//
// It is of version 8 (RFC 9562), which leaves the hash to us: the SHA-1 of
// version 5 would bring a cryptographic library into the program, and nobody
// gains by forging the name of a walk.
func identifier(texts ...string) string {
	h := fnv.New128a()
	h.Write([]byte("backcare\x00" + strings.Join(texts, "\x00")))
	u := h.Sum(nil)
	const version8, variant = 0x80, 0x80
	u[6] = u[6]&0x0f | version8
	u[8] = u[8]&0x3f | variant
	s := hex.EncodeToString(u)
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}
