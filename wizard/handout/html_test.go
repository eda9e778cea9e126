package handout

import (
	"crypto/sha256"
	"encoding/base64"
	"testing"
)

func TestStyleHash(t *testing.T) {
	sum := sha256.Sum256([]byte(pageStyle))
	if want := base64.StdEncoding.EncodeToString(sum[:]); styleHash != want {
		t.Errorf("got styleHash %q, want %q: page.css has changed", styleHash, want)
	}
}
