package handout

import (
	"crypto/sha1"
	"encoding/hex"
	"strings"
)

// namespace is the name space of all identifiers that backcare makes: the
// version 5 UUID of "backcare" in the name space of URLs of RFC 4122.
var namespace = [16]byte{0x8a, 0x9a, 0xec, 0x8e, 0x33, 0xf2, 0x59, 0x80, 0x9e, 0xbb, 0x9e, 0xc9, 0xfb, 0xc8, 0xe5, 0x24}

// identifier returns the version 5 UUID of some texts: the same texts always
// have the same one, so that what is written twice is recognized. It holds
// nothing of the machine or of the time.
func identifier(texts ...string) string {
	h := sha1.New()
	h.Write(namespace[:])
	h.Write([]byte(strings.Join(texts, "\x00")))
	var u [16]byte
	copy(u[:], h.Sum(nil))
	const version5, variant = 0x50, 0x80
	u[6] = u[6]&0x0f | version5
	u[8] = u[8]&0x3f | variant
	s := hex.EncodeToString(u[:])
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}
