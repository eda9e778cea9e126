package guidance

import (
	"bufio"
	"math/bits"
	"os"
	"strings"
	"testing"
)

// Each alternative of each rule is reachable by answers that a person can
// give, and then gives its finding.
func TestEveryRuleFires(t *testing.T) {
	triage := Open("en").Triage()
	person := newRespondent(t, triage)
	answers := make([]uint16, len(triage.q.items))
	alternatives := 0
	for _, rule := range triage.Rules {
		for i, alternative := range rule.when {
			alternatives++
			h := openers(triage, alternative)
			person.respond(h, answers)
			response := Response{q: triage.q, answers: answers}
			assessment := triage.Assess(response, History{})
			if assessment.Disposition < rule.Disposition {
				t.Errorf("rule %s, alternative %d: got disposition %v, want at least %v", rule.ID, i, assessment.Disposition, rule.Disposition)
			}
			if len(assessment.Unanswered) > 0 {
				t.Errorf("rule %s, alternative %d: unanswered %q", rule.ID, i, assessment.Unanswered)
			}
			if !hasFinding(assessment, rule.ID) {
				t.Errorf("rule %s, alternative %d: no such finding", rule.ID, i)
			}
		}
	}
	t.Logf("%d rules with %d alternatives fire", len(triage.Rules), alternatives)
}

// openers returns what must hold for an alternative: its own conditions, and
// those of the items that it asks about.
func openers(t *Triage, alternative criterion) holds {
	h := holds{}
	var add func(tests criterion)
	add = func(tests criterion) {
		for _, c := range tests {
			if have, ok := h[c.item]; ok && t.q.items[c.item].Multiple() && have&c.mask == 0 {
				h[c.item] = have | lowest(c.mask)
			} else if !ok {
				h[c.item] = lowest(c.mask)
			} else if have&c.mask != 0 && !t.q.items[c.item].Multiple() {
				h[c.item] = lowest(have & c.mask)
			}
			item := t.q.items[c.item]
			if item.EnableWhen == nil || item.Screen != "" {
				add2 := criterion{}
				for i, when := range conditions(item) {
					if when.Item != item.Screen && !item.any {
						add2 = append(add2, item.enable[i])
					}
				}
				add(add2)
				continue
			}
			if item.any {
				add(item.enable[:1])
			} else {
				add(item.enable)
			}
		}
	}
	add(alternative)
	return h
}

func conditions(i Item) []Condition {
	if i.EnableWhen == nil {
		return nil
	}
	return i.EnableWhen.When
}

func lowest(mask uint16) uint16 { return 1 << bits.TrailingZeros16(mask) }

func hasFinding(a Assessment, id string) bool {
	for _, f := range a.Findings {
		if f.ID == id {
			return true
		}
	}
	return false
}

// Every red flag of the clinical reference has a rule of its tier.
func TestEveryRedFlagHasItsTier(t *testing.T) {
	triage := Open("en").Triage()
	f, err := os.Open("testdata/red-flags.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, flags := bufio.NewScanner(f), 0
	lines.Scan() // the heading
	for lines.Scan() {
		code, tier, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			t.Fatalf("red-flags.tsv: no tab in %q", lines.Text())
		}
		flags++
		found := false
		for _, rule := range triage.Rules {
			for _, c := range rule.Codes {
				found = found || c == code && rule.Disposition.String() == tier
			}
		}
		if !found {
			t.Errorf("red flag %s: no rule gives %s", code, tier)
		}
	}
	t.Logf("%d red flags with their tiers", flags)
}
