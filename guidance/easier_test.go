package guidance

import (
	"fmt"
	"regexp"
	"slices"
	"testing"
)

// What a caution forbids in so many words, and how an easier way that does it
// anyway would read.
var forbidden = []struct{ caution, easier *regexp.Regexp }{
	{regexp.MustCompile(`(?i)not lie on your stomach|only the standing form`), regexp.MustCompile(`(?i)\b(stomach|lie|sit|kneel)\b`)},
	{regexp.MustCompile(`(?i)flat on your back|lying on your back|leaning back|woke on your back`), regexp.MustCompile(`(?i)lie down|lying down|on your back|flat|stay as you lie`)},
	{regexp.MustCompile(`Sit down for it`), regexp.MustCompile(`(?i)\bstand|march`)},
	{regexp.MustCompile(`Sit on a chair and`), regexp.MustCompile(`(?i)heels|half way|kneel|lie`)},
	{regexp.MustCompile(`not pull|out the pull`), regexp.MustCompile(`(?i)(^|[^e] )pull|towel`)},
	{regexp.MustCompile(`Skip the step|out the walking`), regexp.MustCompile(`(?i)take a .*step|walk|march`)},
	{regexp.MustCompile(`not turn your head|head still|nose stay in line`), regexp.MustCompile(`(?i)(turn|roll|let) .*\bhead|head .*roll`)},
	{regexp.MustCompile(`not reach across`), regexp.MustCompile(`(?i)reach|cross your arms`)},
	{regexp.MustCompile(`tummy hang`), regexp.MustCompile(`(?i)hands and knees`)},
	{regexp.MustCompile(`Never round|not curl`), regexp.MustCompile(`(?i)round|curl`)},
	{regexp.MustCompile(`not press the head`), regexp.MustCompile(`(?i)press`)},
	{regexp.MustCompile(`not arch`), regexp.MustCompile(`(?i)\barch|lean back|stomach`)},
	{regexp.MustCompile(`no higher|no looking far up`), regexp.MustCompile(`(?i)ceiling|look up`)},
	{regexp.MustCompile(`Never sit straight up`), regexp.MustCompile(`(?i)sit (straight )?up`)},
	{regexp.MustCompile(`not to your tummy|[Nn]ever on your tummy`), regexp.MustCompile(`(?i)tummy`)},
	{regexp.MustCompile(`(?i)numb feet`), regexp.MustCompile(`(?i)heat|hot|shower|bath`)},
	{regexp.MustCompile(`not push the head up`), regexp.MustCompile(`(?i)under (your|the) head`)},
	{regexp.MustCompile(`skin that is numb|feel warm and cold well`), regexp.MustCompile(`(?i)shower|bath|warm|cool|cold`)},
	{regexp.MustCompile(`no knock`), regexp.MustCompile(`(?i)rub|knead`)},
	{regexp.MustCompile(`Choose one of the two`), regexp.MustCompile(`(?i)\bboth\b|in turn`)},
	{regexp.MustCompile(`No massage with fever|No pressure with fever|never press the front|Never press the front`), regexp.MustCompile(`(?i)press hard|lean more|front`)},
	{regexp.MustCompile(`not drive`), regexp.MustCompile(`(?i)drive`)},
	{regexp.MustCompile(`not send the pain`), regexp.MustCompile(`(?i)stretch`)},
	{regexp.MustCompile(`no anti-inflammatory|not stop your own`), regexp.MustCompile(`(?i)ibuprofen|take one`)},
}

// forbids is what makes a caution more than a hint.
var forbids = regexp.MustCompile(`(?i)\b(not|never|no|skip|instead|leave out|only the|sit down for it)\b`)

// The easier way never does what a precaution forbids: not a posture that the
// positions forbid under it, nor anything that a caution of the same relief
// rules out. Every relief, under no precaution, each one, and each pair.
func TestTheEasierWayIsNeverForbidden(t *testing.T) {
	l := Open("en")
	sets := precautionSets(l)
	cases := 0
	for _, r := range l.Relief().All() {
		for _, holding := range sets {
			cases++
			easier := r.EasierFor(holding)
			if easier == "" {
				continue
			}
			if id, ok := r.Contraindicated(holding); ok {
				t.Errorf("%s: %s forbids it, and an easier way is told", r.ID, id)
			}
			for _, caution := range r.Cautions(holding) {
				for _, f := range forbidden {
					if f.caution.MatchString(caution) && f.easier.MatchString(easier) {
						t.Errorf("%s: with %v, %q is told, and then the easier way %q", r.ID, keys(holding), caution, easier)
					}
				}
			}
			for posture, position := range postures {
				forbidding, _ := l.Relief().Find(position)
				if id, ok := forbidding.Contraindicated(holding); ok && posture.MatchString(easier) {
					t.Errorf("%s: %s forbids the posture of %q", r.ID, id, easier)
				}
			}
		}
	}
	t.Logf("%d cases of a relief and what holds", cases)
}

// postures are how an easier way names a posture, and the position whose
// contraindications are those of that posture.
var postures = map[*regexp.Regexp]string{
	regexp.MustCompile(`(?i)on your stomach|face down`):                         "stomach-pillow-pelvis",
	regexp.MustCompile(`(?i)lie down|lying down|lie on your back|on the bed\b`): "flat-pillow-under-knees",
}

// precautionSets are no precaution, each one, and each pair.
func precautionSets(l *Library) []map[string]bool {
	sets := []map[string]bool{{}}
	for n, p := range l.Precautions().All {
		sets = append(sets, map[string]bool{p.ID: true})
		for _, other := range l.Precautions().All[n+1:] {
			sets = append(sets, map[string]bool{p.ID: true, other.ID: true})
		}
	}
	return sets
}

// Each caution that forbids something is understood by the test above, so that
// a new one cannot pass it by.
func TestForbiddingCautionsAreUnderstood(t *testing.T) {
	l := Open("en")
	n, used := 0, map[int]bool{}
	for _, r := range l.Relief().All() {
		for id, caution := range r.Words.Cautions {
			if !forbids.MatchString(caution) {
				continue
			}
			n++
			understood := false
			for i, f := range forbidden {
				if f.caution.MatchString(caution) {
					understood, used[i] = true, true
				}
			}
			if !understood {
				t.Errorf("%s: what does %s forbid? Put it into the table: %q", r.ID, id, caution)
			}
		}
	}
	for i, f := range forbidden {
		if !used[i] {
			t.Errorf("no caution says %v any more: drop it from the table", f.caution)
		}
	}
	t.Logf("%d cautions forbid something", n)
}

// What forbids an easier way exists, and does not stand twice.
func TestEasierContraindications(t *testing.T) {
	l := Open("en")
	for _, r := range l.Relief().All() {
		for _, id := range r.EasierContraindications {
			if l.Precautions().Reason(id) == "" || slices.Contains(r.Contraindications, id) {
				t.Errorf("%s: the easier way must not be done with %q, which is no precaution, or forbids the relief itself", r.ID, id)
			}
		}
		for _, id := range r.EasierContraindications {
			if got := r.EasierFor(map[string]bool{id: true}); got != "" {
				t.Errorf("%s: with %s the easier way is still %q", r.ID, id, got)
			}
		}
		if got := r.EasierFor(nil); got != r.Words.Easier {
			t.Errorf("%s: nothing holds, and the easier way is %q", r.ID, got)
		}
	}
	bend, _ := l.Relief().Find("back-bend")
	if got := fmt.Sprint(bend.EasierFor(map[string]bool{"older": true})); got != "" {
		t.Errorf("at 65 and over the back bend has the easier way %q", got)
	}
}
