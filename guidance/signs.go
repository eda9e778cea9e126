package guidance

// A SignStatus is what the answers say about a warning sign.
type SignStatus string

// The statuses. Only an answer rules a sign out: what nobody asked, and what
// the person was not sure about, is not ruled out.
const (
	SignPresent  SignStatus = "present"
	SignUnsure   SignStatus = "unsure"
	SignRuledOut SignStatus = "ruled-out"
	SignNotAsked SignStatus = "not-asked"
	// SignContradicted is that of a sign in an answer that does not count, as
	// Discounted returns it. Signs alone never reports it.
	SignContradicted SignStatus = "contradicted"
)

// A SignReport tells what the answers say about one warning sign.
type SignReport struct {
	Sign   Item
	Status SignStatus
	// Tier is the disposition that the sign asks for when it is there, by
	// itself or, if that is never enough, together with other answers.
	Tier Disposition
}

// Signs returns what the answers say about each warning sign, the most urgent
// first, and in the order of the questionnaire where they are as urgent.
func (t *Triage) Signs(r Response) []SignReport {
	answers := r.effective()
	tiers := t.tiers()
	var reports []SignReport
	for d := Emergency; d >= SelfCare; d-- {
		for n := range t.q.items {
			if t.q.items[n].Kind == Sign && tiers[n] == d {
				reports = append(reports, SignReport{Sign: t.q.told()[n], Status: r.signStatus(n, answers), Tier: d})
			}
		}
	}
	return reports
}

// A DiscountedSign is a warning sign that was said to be there, or not to be
// ruled out, in an answer that does not count.
type DiscountedSign struct {
	Sign Item
	// Unsure is true where it was not sure.
	Unsure bool
	// Listed is true where another answer says "none of these" to a list that
	// holds the sign, and false where nothing asks for it.
	Listed bool
	// Tier is as in a SignReport.
	Tier Disposition
}

// Discounted returns the warning signs in answers that do not count, the
// most urgent first. In a conversation they are what a person took back; in
// answers from a file one of two is a mistake, and it is not for the program to
// say which.
func (t *Triage) Discounted(r Response) []DiscountedSign {
	const unsure = 1 << 1
	var found []DiscountedSign
	for _, s := range t.Signs(r) {
		n := t.q.index[s.Sign.ID]
		given := r.answers[n]
		if given&(bitYes|unsure) != 0 && (s.Status == SignRuledOut || s.Status == SignNotAsked) {
			found = append(found, DiscountedSign{Sign: s.Sign, Unsure: given&bitYes == 0, Listed: s.Status == SignRuledOut, Tier: s.Tier})
		}
	}
	return found
}

// signStatus returns what the answers say about the sign that is item n.
func (r Response) signStatus(n int, answers []uint16) SignStatus {
	const unsure = 1 << 1
	item := &r.q.items[n]
	switch {
	case answers[n]&bitYes != 0:
		return SignPresent
	case answers[n]&unsure != 0:
		return SignUnsure
	case answers[n]&bitNone != 0:
		return SignRuledOut
	case item.Screen != "" && answers[r.q.index[item.Screen]] == bitNone && r.listed(item, answers):
		return SignRuledOut // "none of these" was said to a list that holds it
	}
	return SignNotAsked
}

// tiers returns for each item that is a sign what it asks for: the disposition
// of the rules that need the fewest other answers beside it, and the most
// urgent one of those.
func (t *Triage) tiers() []Disposition {
	tiers, others := make([]Disposition, len(t.q.items)), make([]int, len(t.q.items))
	for i := range t.Rules {
		for _, alternative := range t.Rules[i].when {
			for _, c := range alternative {
				needs := len(alternative)
				if c.mask&bitYes == 0 || others[c.item] != 0 && needs >= others[c.item] {
					continue // the rules stand in order, so the first one of a size is the most urgent
				}
				others[c.item], tiers[c.item] = needs, t.Rules[i].Disposition
			}
		}
	}
	return tiers
}
